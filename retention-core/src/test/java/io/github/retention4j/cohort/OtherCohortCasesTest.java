package io.github.retention4j.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Small facts of several other tools. */
class OtherCohortCasesTest {

  /** One rounding. */
  private static final double ROUNDING = 1e-15;

  private static JsonNode expected(String id) {
    return test(id).get("expected");
  }

  private static JsonNode test(String id) {
    return SharedFiles.cases("cohort-other.json")
        .get("cases")
        .valueStream()
        .filter(it -> it.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Orders of any status start the clock, completed ones on a day or later are returns. */
  @Test
  void pooledUnboundedOrders() throws IOException {
    JsonNode expected = expected("pooled-unbounded-orders");
    DateRange january = new DateRange(LocalDate.of(2018, 1, 1), LocalDate.of(2018, 2, 1));
    EventLog orders = orders(january);
    PeriodAxis days = PeriodAxis.days(january);
    CohortTable table =
        CohortCalculator.withDefaults()
            .with(AgeMeasure.ON_OR_AFTER)
            .calculate(
                ActivityGrid.from(orders, days),
                ActivityGrid.from(orders.ofKind("completed").orElseThrow(), days));
    long users = table.cohorts().stream().mapToLong(Cohort::size).sum();
    assertThat(users).isEqualTo(expected.get("users").asLong());
    expected
        .get("retained_by_age")
        .properties()
        .forEach(
            it ->
                assertThat(countedAt(table, Integer.parseInt(it.getKey())))
                    .isEqualTo(it.getValue().asLong()));
    assertThat((double) countedAt(table, 0) / users)
        .isCloseTo(expected.get("rate_age_0").asDouble(), within(ROUNDING));
  }

  /** The other tool counts those not yet observed with what they have so far. */
  private static long countedAt(CohortTable table, int age) {
    return table.series(age).stream().mapToLong(point -> CohortEvents.count(point.cell())).sum();
  }

  private static EventLog orders(DateRange range) throws IOException {
    List<Event> events = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(SharedFiles.require("data/jaffle-orders.csv"))) {
      for (NamedCsvRecord row : rows) {
        LocalDate date = LocalDate.parse(row.getField("order_date"));
        if (range.contains(date)) {
          events.add(
              Event.of(CustomerId.of(row.getField("user_id")), date)
                  .withKind(row.getField("status")));
        }
      }
    }
    return EventLog.of(events, range.endExclusive());
  }

  @Test
  void averageOfASmallAndALargeCohort() {
    JsonNode test = test("average-posthog-25998");
    LocalDate first = LocalDate.of(2024, 1, 1);
    List<Event> events = new ArrayList<>();
    for (int month = 0; month < test.get("cohorts").size(); month++) {
      JsonNode cohort = test.get("cohorts").get(month);
      for (int member = 0; member < cohort.get("size").asInt(); member++) {
        CustomerId customer = CustomerId.of(month + "-" + member);
        events.add(Event.of(customer, first.plusMonths(month)));
        if (member < cohort.get("retained").asInt()) {
          events.add(Event.of(customer, first.plusMonths(month + 1L)));
        }
      }
    }
    DateRange threeMonths = new DateRange(first, first.plusMonths(3));
    ActivityGrid grid =
        ActivityGrid.from(
            EventLog.of(events, threeMonths.endExclusive()), PeriodAxis.months(threeMonths));
    CohortAverage average = CohortCalculator.withDefaults().calculate(grid).averages().get(1);
    assertThat(average.simple())
        .isCloseTo(test.get("expected").get("simple_mean_complete").asDouble(), within(ROUNDING));
    assertThat(average.pooled()).isEqualTo(new Proportion(2, 110));
    assertThat(average.pooled().value())
        .isCloseTo(test.get("expected").get("pooled_rate_complete").asDouble(), within(ROUNDING));
  }

  /** A vector of days is a row of the table: its first day is the cohort, its third is age 2. */
  @Test
  void vectorOfDays() {
    LocalDate first = LocalDate.of(2018, 8, 6);
    int[] people = {80, 50, 60};
    List<Event> events = new ArrayList<>();
    for (int day = 0; day < people.length; day++) {
      LocalDate date = first.plusDays(day);
      IntStream.range(0, people[day])
          .forEach(person -> events.add(Event.of(CustomerId.of(person), date)));
    }
    DateRange days = DateRange.ofDays(first, people.length);
    CohortTable table =
        CohortCalculator.withDefaults()
            .calculate(
                ActivityGrid.from(EventLog.of(events, days.endExclusive()), PeriodAxis.days(days)));
    JsonNode sums = expected("vector-day-0-and-2").get("sums");
    assertThat(CohortEvents.count(table.cell(0, 0))).isEqualTo(sums.get(0).asLong());
    assertThat(CohortEvents.count(table.cell(0, 2))).isEqualTo(sums.get(1).asLong());
  }

  /** A vector of kinds is a set of customers for each, cut with the set of the first. */
  @Test
  void vectorOfKinds() {
    JsonNode test = test("vector-events");
    EventLog log =
        EventLog.of(
            test.get("events")
                .valueStream()
                .map(
                    it ->
                        Event.of(
                                CustomerId.of(it.get(0).asText()),
                                LocalDate.parse(it.get(2).asText()))
                            .withKind(it.get(1).asText())),
            LocalDate.of(2022, 2, 1));
    List<Set<CustomerId>> fulfilled = new ArrayList<>();
    for (JsonNode kind : test.get("settings").get("conditions")) {
      Set<CustomerId> customers =
          new HashSet<>(log.ofKind(kind.asText()).orElseThrow().customers());
      if (!fulfilled.isEmpty()) {
        customers.retainAll(fulfilled.get(0));
      }
      fulfilled.add(customers);
    }
    JsonNode perPerson = test.get("expected").get("per_person");
    assertThat(log.customers()).hasSize(perPerson.size());
    for (CustomerId customer : log.customers()) {
      assertThat(fulfilled.stream().map(set -> set.contains(customer) ? 1 : 0))
          .containsExactlyElementsOf(
              StreamSupport.stream(perPerson.get(customer.value()).spliterator(), false)
                  .map(JsonNode::asInt)
                  .toList());
    }
  }
}
