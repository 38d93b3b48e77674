package io.github.retention4j.cohort;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.CohortCell.NotYetObserved;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.BusinessZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small logs for hand-made tables, and tables as text. */
final class ElapsedEvents {

  private ElapsedEvents() {}

  /**
   * An event such as {@code a 2024-06-01T09:00} is of customer a, on the clocks of the zone; an
   * offset such as {@code +02:00} may follow.
   */
  static EventLog log(BusinessZone zone, String end, String... events) {
    return EventLog.of(
        Stream.of(events)
            .map(
                text ->
                    Event.of(
                        CustomerId.of(text.substring(0, 1)),
                        instant(zone, text.substring(2)),
                        zone)),
        LocalDate.parse(end));
  }

  private static Instant instant(BusinessZone zone, String time) {
    return time.length() > 16
        ? OffsetDateTime.parse(time).toInstant()
        : zone.instantOf(LocalDateTime.parse(time));
  }

  static List<String> rows(ElapsedCohortTable table) {
    return IntStream.range(0, table.cohorts().size()).mapToObj(row -> row(table, row)).toList();
  }

  /** Cells of a row: the share, or the count so far in brackets if not yet observed. */
  static String row(ElapsedCohortTable table, int row) {
    List<String> cells =
        IntStream.range(0, table.ages(row)).mapToObj(age -> text(table.cell(row, age))).toList();
    return table.cohorts().get(row).label()
        + " "
        + table.cohorts().get(row).size()
        + ": "
        + String.join(" ", cells);
  }

  private static String text(CohortCell cell) {
    return cell instanceof NotYetObserved open
        ? "(" + open.activeSoFar() + ")"
        : text(cell.share().orElseThrow());
  }

  private static String text(Proportion share) {
    return share.count() + "/" + share.total();
  }
}
