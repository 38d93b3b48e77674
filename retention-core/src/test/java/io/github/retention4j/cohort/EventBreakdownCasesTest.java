package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AttributeValue;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.cohort.CohortRule.SuppliedDates;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables by what events carry: those of another tool, in the frame of {@link CohortCasesTest}. */
class EventBreakdownCasesTest {

  private static final LocalDate END = LocalDate.of(2024, 4, 1);
  private static final PeriodAxis MONTHS =
      PeriodAxis.months(new DateRange(LocalDate.of(2024, 1, 1), END));
  private static final CohortCalculator DEFAULTS = CohortCalculator.withDefaults();

  static Stream<JsonNode> cases() {
    return CohortCasesTest.leftTo(EventBreakdownCasesTest.class);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agrees(JsonNode test) {
    JsonNode settings = test.get("settings");
    SortedMap<String, CohortTable> tables =
        CohortCasesTest.calculator(test)
            .calculateByEventValue(
                CohortCasesTest.log(test, settings.get("start"), true),
                CohortCasesTest.log(test, settings.get("return"), true),
                settings.get("breakdown").get("property").asText(),
                CohortCasesTest.axis(test));
    int first = CohortCasesTest.firstPeriod(test);
    JsonNode expected = test.get("expected");
    expected
        .path("groups")
        .properties()
        .forEach(it -> CohortCasesTest.checkRows(it.getValue(), first, table(tables, it.getKey())));
    expected
        .path("group_cells")
        .properties()
        .forEach(
            it -> CohortCasesTest.checkCells(it.getValue(), first, table(tables, it.getKey())));
    expected
        .path("group_rows")
        .properties()
        .forEach(
            group ->
                group
                    .getValue()
                    .properties()
                    .forEach(
                        row ->
                            CohortCasesTest.checkRow(
                                row.getValue(),
                                first + Integer.parseInt(row.getKey()),
                                table(tables, group.getKey()))));
    assertThat(expected.properties()).hasSize(1);
  }

  private static CohortTable table(SortedMap<String, CohortTable> tables, String value) {
    return requireNonNull(tables.get(value), value);
  }

  private static EventLog log(String... customerMonthAndValue) {
    return EventLog.of(Stream.of(customerMonthAndValue).map(EventBreakdownCasesTest::event), END);
  }

  private static Event event(String text) {
    Event event =
        Event.of(
            CustomerId.of(text.substring(0, 1)),
            LocalDate.of(2024, Integer.parseInt(text.substring(1, 2)), 5));
    return text.length() == 2 ? event : event.withAttribute("category", text.substring(2));
  }

  private static final EventLog STARTS = log("a1hats", "a2shoes", "b1shoes", "c1");
  private static final EventLog RETURNS = log("a2hats", "a3shoes", "b2", "b3hats", "c3");

  /** Every value of its own: b comes back, but not for shoes; c starts and returns without one. */
  @Test
  void returnsCountWithTheValueOfTheStart() {
    SortedMap<String, CohortTable> tables =
        DEFAULTS.calculateByEventValue(STARTS, RETURNS, "category", MONTHS);
    assertThat(tables.keySet()).containsExactly(Segmentation.UNASSIGNED, "hats", "shoes");
    assertThat(tables.values().stream().map(CohortEvents::rows))
        .containsExactly(
            List.of("2024-01 1: 0 0 1"),
            List.of("2024-01 1: 0 1 0"),
            List.of("2024-01 1: 0 0 0", "2024-02 1: 0 1"));
    assertThat(
            CohortEvents.rows(
                table(
                    DEFAULTS.calculateByEventValue(STARTS, log("c3"), "category", MONTHS), "hats")))
        .containsExactly("2024-01 1: 0 0 0");
    DateRange february = new DateRange(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 1));
    assertThat(
            DEFAULTS
                .withCohortsStartingIn(february)
                .calculateByEventValue(STARTS, RETURNS, "category", MONTHS))
        .containsOnlyKeys("shoes");
  }

  /** By the value of the first start each customer has one group, which keeps all its returns. */
  @Test
  void theValueAtTheStartIsAGroupOfCustomers() {
    CohortTable whole =
        DEFAULTS.calculate(ActivityGrid.from(STARTS, MONTHS), ActivityGrid.from(RETURNS, MONTHS));
    SortedMap<String, CohortTable> atStart =
        whole.breakdown(STARTS.segmentation("category", AttributeValue.AT_START));
    assertThat(atStart.keySet()).containsExactly(Segmentation.UNASSIGNED, "hats", "shoes");
    assertThat(CohortEvents.rows(table(atStart, "hats"))).containsExactly("2024-01 1: 0 1 1");
    assertThat(CohortEvents.rows(table(atStart, "shoes"))).containsExactly("2024-01 1: 0 1 1");
    SortedMap<String, CohortTable> latest =
        whole.breakdown(STARTS.segmentation("category", AttributeValue.LATEST));
    assertThat(CohortEvents.rows(table(latest, "shoes"))).containsExactly("2024-01 2: 0 2 2");
  }

  @Test
  void namesWhatDoesNotFit() {
    EventLog longer = EventLog.of(List.of(event("a1hats")), END.plusDays(1));
    assertThatThrownBy(() -> DEFAULTS.calculateByEventValue(STARTS, longer, "category", MONTHS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "end of observation of returns (2024-04-02) must be that of starts (2024-04-01)");
    CohortRule dates = new SuppliedDates(Map.of(CustomerId.of("a"), LocalDate.of(2024, 1, 1)));
    assertThatThrownBy(
            () -> DEFAULTS.with(dates).calculateByEventValue(STARTS, RETURNS, "category", MONTHS))
        .hasMessageStartingWith("rule (supplied dates of 1 customers) must be one of events");
    assertThatThrownBy(
            () ->
                DEFAULTS
                    .with(StartEvent.EVERY_PERIOD)
                    .calculateByEventValue(
                        STARTS, RETURNS, "category", PeriodAxis.months(DateRange.ofDays(END, 1))))
        .hasMessageContaining("of customer ");
  }
}
