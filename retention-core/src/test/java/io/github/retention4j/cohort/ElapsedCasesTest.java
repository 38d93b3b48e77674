package io.github.retention4j.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.BusinessZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Tables of another tool with elapsed windows or by the hour. They are observed until the day after
 * the last event; its open cells have the same count so far.
 */
class ElapsedCasesTest {

  private static final BusinessZone UTC = BusinessZone.of("UTC");

  private static JsonNode find(String id) {
    return SharedFiles.cases("cohort-retention.json")
        .get("cases")
        .valueStream()
        .filter(it -> it.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The start, if truncated to the hour, makes windows of an hour the hours of the clock. */
  @Test
  void hoursOfTheClock() {
    JsonNode test = find("ret-hour");
    ElapsedCohortTable table =
        ElapsedCohortCalculator.withDefaults(UTC)
            .with(StartEvent.EVERY_PERIOD)
            .with(ElapsedWindow.HOUR_1)
            .with(ElapsedAge.TRUNCATED_TO_HOUR)
            .withCohortsByHour()
            .calculate(log(test, "{}"));
    JsonNode rows = test.get("expected").get("counts");
    assertThat(rows).hasSize(11);
    for (int row = 0; row < rows.size(); row++) {
      for (int age = 0; age < rows.get(row).size(); age++) {
        check(table, "2020-06-10T%02d:00".formatted(6 + row), age, rows.get(row).get(age).asLong());
      }
    }
  }

  @Test
  void elapsedWindowsOfFirstEverStarts() {
    JsonNode test = find("ret-elapsed-first-ever");
    EventLog log = log(test, "{}");
    checkCells(
        test,
        ElapsedCohortCalculator.withDefaults(UTC)
            .with(new ElapsedCohortRule.FirstEverMatching(log))
            .calculate(log));
  }

  @Test
  void elapsedWindowsOfFilteredEvents() {
    JsonNode test = find("ret-elapsed-filters");
    EventLog log = log(test, test.get("settings").get("start").get("event_properties").toString());
    assertThat(log.size()).isEqualTo(2);
    checkCells(
        test,
        ElapsedCohortCalculator.withDefaults(UTC).with(StartEvent.EVERY_PERIOD).calculate(log));
  }

  /** Rows are days of June 2020 from the tenth. */
  private static void checkCells(JsonNode test, ElapsedCohortTable table) {
    JsonNode cells = test.get("expected").get("cells");
    assertThat(cells).isNotEmpty();
    LocalDate first = LocalDate.of(2020, 6, 10);
    cells.forEach(
        it ->
            check(
                table,
                first.plusDays(it.get(0).asInt()).toString(),
                it.get(1).asInt(),
                it.get(2).asLong()));
  }

  private static void check(ElapsedCohortTable table, String label, int age, long expected) {
    List<String> labels = table.cohorts().stream().map(Cohort::label).toList();
    int row = labels.indexOf(label);
    long actual = row >= 0 && age < table.ages(row) ? table.activeSoFar(row, age) : 0;
    assertThat(actual).as(label + ", age " + age).isEqualTo(expected);
  }

  private static EventLog log(JsonNode test, String properties) {
    return EventLog.of(
        test.get("events")
            .valueStream()
            .filter(it -> properties.equals("{}") || it.get(3).toString().equals(properties))
            .map(
                it ->
                    Event.of(
                        CustomerId.of(it.get(0).asText()), Instant.parse(it.get(2).asText()), UTC)),
        LocalDate.of(2020, 6, 21));
  }
}
