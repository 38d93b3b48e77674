package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.CohortRule.FirstEverMatching;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tables of another tool. Its column 0 is the cohort itself; each case is observed until the last
 * event before the end of its rows, so that later cells are open with the same count so far.
 */
class CohortCasesTest {

  /**
   * What is not of calendar periods and counts, by id, with the test that runs it or the reason.
   */
  private static final Map<String, String> LEFT_OUT =
      Map.ofEntries(
          Map.entry("ret-hour", "ElapsedCasesTest"),
          Map.entry("ret-elapsed-first-ever", "ElapsedCasesTest"),
          Map.entry("ret-elapsed-filters", "ElapsedCasesTest"),
          Map.entry("ret-sum-multi", "AmountCasesTest"),
          Map.entry("ret-sum-period0-after-start", "AmountCasesTest"),
          Map.entry("ret-sum-period0-same-event", "AmountCasesTest"),
          Map.entry("ret-by-event-minocc", "EventBreakdownCasesTest"),
          Map.entry("ret-by-event-on-start-only", "EventBreakdownCasesTest"),
          Map.entry("ret-brackets-by-event", "EventBreakdownCasesTest"));

  /** Returns the cases left to another test. */
  static Stream<JsonNode> leftTo(Class<?> test) {
    return SharedFiles.cases("cohort-retention.json")
        .get("cases")
        .valueStream()
        .filter(it -> test.getSimpleName().equals(LEFT_OUT.get(it.get("id").asText())));
  }

  static Stream<JsonNode> cases() {
    return SharedFiles.cases("cohort-retention.json")
        .get("cases")
        .valueStream()
        .filter(it -> !LEFT_OUT.containsKey(it.get("id").asText()));
  }

  @Test
  void leavesOutOnlyWhatIsThere() {
    Set<String> ids =
        Set.copyOf(SharedFiles.cases("cohort-retention.json").get("cases").findValuesAsText("id"));
    assertThat(ids).containsAll(LEFT_OUT.keySet());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agrees(JsonNode test) {
    JsonNode expected = test.get("expected");
    CohortTable table = table(test);
    int first = firstPeriod(test);
    checkRows(expected.path("counts"), first, table);
    checkCells(expected.path("cells"), first, table);
    expected
        .path("row")
        .properties()
        .forEach(row -> checkRow(row.getValue(), first + Integer.parseInt(row.getKey()), table));
    for (String key : List.of("groups", "group_cells")) {
      expected
          .path(key)
          .properties()
          .forEach(
              group -> {
                CohortTable part = group(test, table, group.getKey());
                if (key.equals("groups")) {
                  checkRows(group.getValue(), first, part);
                } else {
                  checkCells(group.getValue(), first, part);
                }
              });
    }
  }

  private static CohortTable group(JsonNode test, CohortTable table, String name) {
    String attribute = test.get("settings").get("breakdown").get("property").asText();
    Map<CustomerId, String> groups = new HashMap<>();
    test.get("persons")
        .properties()
        .forEach(
            it -> groups.put(CustomerId.of(it.getKey()), it.getValue().get(attribute).asText()));
    SortedMap<String, CohortTable> parts = table.breakdown(new Segmentation(attribute, groups));
    return requireNonNull(parts.get(name), name);
  }

  static void checkRows(JsonNode rows, int first, CohortTable table) {
    for (int row = 0; row < rows.size(); row++) {
      checkRow(rows.get(row), first + row, table);
    }
  }

  static void checkRow(JsonNode columns, int period, CohortTable table) {
    for (int column = 0; column < columns.size(); column++) {
      check(table, period, column, columns.get(column).asLong());
    }
  }

  static void checkCells(JsonNode cells, int first, CohortTable table) {
    cells.forEach(
        it -> check(table, first + it.get(0).asInt(), it.get(1).asInt(), it.get(2).asLong()));
  }

  private static void check(CohortTable table, int period, int column, long expected) {
    int row = rowOf(table, period);
    long actual = 0;
    if (row >= 0 && column == 0) {
      actual = table.cohorts().get(row).size();
    } else if (row >= 0 && column < table.ages(row)) {
      actual = CohortEvents.count(table.cell(row, column));
    }
    assertThat(actual).as("period " + period + ", column " + column).isEqualTo(expected);
  }

  private static int rowOf(CohortTable table, int period) {
    return table.cohorts().stream().map(Cohort::period).toList().indexOf(period);
  }

  static int firstPeriod(JsonNode test) {
    return axis(test).periodOf(date(test.get("settings").get("first_period").asText()));
  }

  private static CohortTable table(JsonNode test) {
    JsonNode settings = test.get("settings");
    ActivityGrid starts = grid(test, settings.get("start"), true);
    return calculator(test).calculate(starts, grid(test, settings.get("return"), true));
  }

  static CohortCalculator calculator(JsonNode test) {
    JsonNode settings = test.get("settings");
    CohortCalculator calculator =
        CohortCalculator.withDefaults()
            .with(rule(test))
            .withMinimumOccurrences(settings.path("minimum_occurrences").asInt(1))
            .with(
                settings.path("mode").asText().equals("on_or_after")
                    ? AgeMeasure.ON_OR_AFTER
                    : AgeMeasure.ON_PERIOD);
    return settings.has("brackets")
        ? calculator.with(brackets(settings.get("brackets")))
        : calculator;
  }

  static CohortRule rule(JsonNode test) {
    JsonNode settings = test.get("settings");
    return switch (settings.get("cohorting").asText()) {
      case "recurring" -> StartEvent.EVERY_PERIOD;
      case "first_ever" -> new FirstEverMatching(grid(test, settings.get("start"), false));
      default -> StartEvent.FIRST;
    };
  }

  private static AgeBrackets brackets(JsonNode sizes) {
    List<AgeBracket> brackets = new ArrayList<>(List.of(new AgeBracket(0, 0)));
    for (JsonNode size : sizes) {
      int first = brackets.get(brackets.size() - 1).last() + 1;
      brackets.add(new AgeBracket(first, first + size.asInt() - 1));
    }
    return new AgeBrackets(brackets);
  }

  static PeriodAxis axis(JsonNode test) {
    JsonNode settings = test.get("settings");
    LocalDate from = date(settings.get("first_period").asText());
    LocalDate to = from;
    for (JsonNode event : test.get("events")) {
      LocalDate date = date(event.get(2).asText());
      from = date.isBefore(from) ? date : from;
      to = date.isAfter(to) && date.isBefore(end(settings)) ? date : to;
    }
    DateRange range = DateRange.closed(from, to);
    return switch (settings.get("period").asText()) {
      case "day" -> PeriodAxis.days(range);
      case "week" ->
          PeriodAxis.weeks(range, DayOfWeek.valueOf(settings.path("week_start").asText("SUNDAY")));
      default -> PeriodAxis.months(range);
    };
  }

  /** The other tool reads nothing after the last row. */
  private static LocalDate end(JsonNode settings) {
    LocalDate first = date(settings.get("first_period").asText());
    long rows = settings.get("rows").asLong();
    return switch (settings.get("period").asText()) {
      case "day" -> first.plusDays(rows);
      case "week" -> first.plusWeeks(rows);
      default -> first.plusMonths(rows);
    };
  }

  private static LocalDate date(String time) {
    return LocalDate.parse(time.substring(0, 10));
  }

  private static ActivityGrid grid(JsonNode test, JsonNode kind, boolean withProperties) {
    return ActivityGrid.from(log(test, kind, withProperties), axis(test));
  }

  /** The events of a kind; those with the properties asked for, or all of that kind. */
  static EventLog log(JsonNode test, JsonNode kind, boolean withProperties) {
    JsonNode settings = test.get("settings");
    List<Event> events = new ArrayList<>();
    for (JsonNode event : test.get("events")) {
      JsonNode properties = event.path(3);
      String customer = event.get(0).asText();
      if (settings.has("entity_property")) {
        customer = properties.path(settings.get("entity_property").asText()).asText("");
      }
      if (!customer.isEmpty()
          && date(event.get(2).asText()).isBefore(end(settings))
          && kept(settings.path("filter"), event)
          && (!kind.path("event").isTextual() || kind.get("event").equals(event.get(1)))
          && (!withProperties
              || (has(properties, kind.path("event_properties"))
                  && has(
                      test.path("persons").path(event.get(0).asText()),
                      kind.path("person_properties"))))) {
        events.add(
            withProperties(
                Event.of(CustomerId.of(customer), date(event.get(2).asText())), properties));
      }
    }
    return EventLog.of(events, axis(test).range().endExclusive());
  }

  /** Revenue becomes the amount, in a currency of no matter; each other text an attribute. */
  private static Event withProperties(Event event, JsonNode properties) {
    Event with = event;
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      String value = property.getValue().asText();
      if (property.getKey().equals("revenue")) {
        with = with.withAmount(Money.of("USD", value));
      } else if (!value.isBlank()) {
        with = with.withAttribute(property.getKey(), value);
      }
    }
    return with;
  }

  private static boolean kept(JsonNode filter, JsonNode event) {
    return (!filter.has("person_in") || holds(filter.get("person_in"), event.get(0)))
        && !holds(filter.path("person_not_in"), event.get(0))
        && has(event.path(3), filter.path("event_properties"));
  }

  private static boolean holds(JsonNode list, JsonNode value) {
    return list.valueStream().anyMatch(value::equals);
  }

  private static boolean has(JsonNode properties, JsonNode wanted) {
    return wanted.properties().stream()
        .allMatch(it -> it.getValue().equals(properties.path(it.getKey())));
  }

  @Test
  void listsMembers() {
    for (JsonNode test : cases().filter(it -> it.get("expected").has("members")).toList()) {
      CohortTable table = table(test);
      int first = firstPeriod(test);
      test.get("expected")
          .get("members")
          .properties()
          .forEach(
              row -> {
                int at = rowOf(table, first + Integer.parseInt(row.getKey()));
                row.getValue()
                    .properties()
                    .forEach(
                        member ->
                            member
                                .getValue()
                                .forEach(
                                    age ->
                                        assertThat(
                                                age.asInt() == 0
                                                    ? table.members(at)
                                                    : table.members(at, age.asInt()))
                                            .contains(CustomerId.of(member.getKey()))));
              });
    }
  }
}
