package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.GridDetail;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Optional;

/** On which days customers bought, how often on each and for how much, as of a date. */
final class PurchaseDays {

  private final ActivityGrid grid;
  private final Optional<AmountGrid> amounts;
  private final long axisStart;
  private final LocalDate asOf;
  private final int asOfPeriod;

  private PurchaseDays(ActivityGrid grid, Optional<AmountGrid> amounts, LocalDate asOf) {
    this.grid = grid;
    this.amounts = amounts;
    this.axisStart = grid.axis().range().start().toEpochDay();
    this.asOf = asOf;
    // Before all purchases it does not matter by how much.
    this.asOfPeriod = (int) Math.max(Integer.MIN_VALUE, asOf.toEpochDay() - axisStart);
  }

  static PurchaseDays of(EventLog log, LocalDate asOf) {
    PeriodAxis days = PeriodAxis.days(log.observed());
    return log.currency().isPresent()
        ? of(AmountGrid.from(log, days), asOf)
        : of(ActivityGrid.from(log, days), asOf);
  }

  static PurchaseDays of(AmountGrid amounts, LocalDate asOf) {
    return checked(amounts.activity(), Optional.of(amounts), asOf);
  }

  static PurchaseDays of(ActivityGrid grid, LocalDate asOf) {
    return checked(grid, Optional.empty(), asOf);
  }

  private static PurchaseDays checked(
      ActivityGrid grid, Optional<AmountGrid> amounts, LocalDate asOf) {
    if (grid.axis().granularity() != Granularity.DAY) {
      throw new IllegalArgumentException("axis (" + grid.axis() + ") must be one of days");
    }
    if (!requireNonNull(asOf, "asOf").isBefore(grid.observationEndExclusive())) {
      throw new IllegalArgumentException(
          "asOf ("
              + asOf
              + ") must be before the end of observation ("
              + grid.observationEndExclusive()
              + ")");
    }
    return new PurchaseDays(grid, amounts, asOf);
  }

  void requireEventCounts(Enum<?> choice) {
    if (grid.detail() == GridDetail.PRESENCE) {
      throw new IllegalArgumentException(
          "detail (PRESENCE) of the grid must be EVENT_COUNTS for " + choice);
    }
  }

  ActivityGrid grid() {
    return grid;
  }

  Optional<AmountGrid> amounts() {
    return amounts;
  }

  LocalDate asOf() {
    return asOf;
  }

  /** The first cell of a row from a number of days before the date on, the date included. */
  int firstCell(int row, long windowDays) {
    int cell = grid.firstCell(row);
    int end = grid.endCell(row);
    while (cell < end && daysBefore(cell) >= windowDays) {
      cell++;
    }
    return cell;
  }

  /** The end of the cells of a row that lie on the date or before it. */
  int endCell(int row) {
    int cell = grid.endCell(row);
    int first = grid.firstCell(row);
    while (cell > first && grid.periodAt(cell - 1) > asOfPeriod) {
      cell--;
    }
    return cell;
  }

  /** The exact sum of the amounts of a row's cells, 0 where no amounts are known. */
  long units(int row, int fromCell, int endCell) {
    if (amounts.isEmpty()) {
      return 0;
    }
    long sum = 0;
    try {
      for (int cell = fromCell; cell < endCell; cell++) {
        sum = Math.addExact(sum, amounts.get().unitsAt(cell));
      }
    } catch (ArithmeticException overflow) {
      throw new IllegalArgumentException(
          "amounts of customer " + grid.customer(row) + " must sum to what a long holds", overflow);
    }
    return sum;
  }

  /** The whole days from that of a cell to the date. */
  int daysBefore(int cell) {
    return asOfPeriod - grid.periodAt(cell);
  }

  int day(int cell) {
    return grid.periodAt(cell);
  }

  LocalDate date(int day) {
    return LocalDate.ofEpochDay(axisStart + day);
  }
}
