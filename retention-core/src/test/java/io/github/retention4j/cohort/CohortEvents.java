package io.github.retention4j.cohort;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Small grids for hand-made tables, and tables as text. */
final class CohortEvents {

  private CohortEvents() {}

  /** Months of 2024; an event such as {@code a3} is of customer a on the fifth of March. */
  static ActivityGrid months(LocalDate end, String events) {
    return grid(yearAxis(), end, events, month -> LocalDate.of(2024, month, 5));
  }

  static PeriodAxis yearAxis() {
    return PeriodAxis.months(new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1)));
  }

  /** An event such as {@code a0} is of customer a on the first day of the axis. */
  static ActivityGrid days(PeriodAxis axis, LocalDate end, String events) {
    return grid(axis, end, events, axis.range().start()::plusDays);
  }

  private static ActivityGrid grid(PeriodAxis axis, LocalDate end, String events, Dates dates) {
    List<Event> list = new ArrayList<>();
    for (String event : events.split(" ", -1)) {
      list.add(
          Event.of(
              CustomerId.of(event.substring(0, 1)),
              dates.of(Integer.parseInt(event.substring(1)))));
    }
    return ActivityGrid.from(EventLog.of(list, end), axis);
  }

  /** Cells of a row: the count, in brackets if not yet observed. */
  static String row(CohortTable table, int row) {
    List<String> cells =
        IntStream.range(0, table.ages(row)).mapToObj(age -> text(table.cell(row, age))).toList();
    return table.cohorts().get(row).label()
        + " "
        + table.cohorts().get(row).size()
        + ": "
        + String.join(" ", cells);
  }

  static List<String> rows(CohortTable table) {
    return IntStream.range(0, table.cohorts().size()).mapToObj(row -> row(table, row)).toList();
  }

  static long count(CohortCell cell) {
    return cell instanceof CohortCell.NotYetObserved open
        ? open.activeSoFar()
        : cell.share().orElseThrow().count();
  }

  private static String text(CohortCell cell) {
    Optional<?> share = cell.share();
    return share.isPresent() ? Long.toString(count(cell)) : "(" + count(cell) + ")";
  }

  private interface Dates {
    LocalDate of(int number);
  }
}
