package io.github.retention4j.lifecycle;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.lifecycle.LifecycleHistory.FirstSeen;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** The rows of a grid in the light of a history: who is known since when, and is what when. */
final class LifecycleRows {

  private static final int BEFORE_THE_AXIS = -1;

  final ActivityGrid grid;
  final int firstReported;
  final int complete;
  private final IntUnaryOperator knownSince;

  LifecycleRows(ActivityGrid grid, LifecycleHistory history) {
    this.grid = grid;
    this.firstReported = history.firstReported(grid);
    this.complete = grid.completePeriods();
    this.knownSince = knownSince(grid, history);
  }

  private static IntUnaryOperator knownSince(ActivityGrid grid, LifecycleHistory history) {
    if (history instanceof FirstSeen firstSeen) {
      int[] known = new int[grid.rows()];
      for (int row = 0; row < known.length; row++) {
        known[row] = knownSince(grid, row, firstSeen.dates());
      }
      return row -> known[row];
    }
    return row -> firstActive(grid, row);
  }

  private static int knownSince(ActivityGrid grid, int row, Map<CustomerId, LocalDate> dates) {
    CustomerId customer = grid.customer(row);
    int firstActive = firstActive(grid, row);
    LocalDate date = dates.get(customer);
    if (date == null) {
      return firstActive;
    }
    PeriodAxis axis = grid.axis();
    if (date.isBefore(axis.range().start())) {
      return BEFORE_THE_AXIS;
    }
    if (!date.isBefore(axis.range(firstActive).endExclusive())) {
      throw new IllegalArgumentException(
          "firstSeen ("
              + date
              + ") of customer "
              + customer
              + " must not be after its first activity, which is in "
              + axis.label(firstActive));
    }
    return axis.periodOf(date);
  }

  private static int firstActive(ActivityGrid grid, int row) {
    return grid.periodAt(grid.firstCell(row));
  }

  /** Returns the period from which on a customer is known, or -1 if from before the axis. */
  int knownSince(int row) {
    return knownSince.applyAsInt(row);
  }

  /** Returns the state of a customer in a period, empty before it is known. */
  Optional<LifecycleState> state(int row, int period) {
    int known = knownSince(row);
    if (known > period) {
      return Optional.empty();
    }
    if (!grid.isActive(row, period)) {
      return Optional.of(LifecycleState.DORMANT);
    }
    if (known == period) {
      return Optional.of(LifecycleState.NEW);
    }
    return Optional.of(
        grid.isActive(row, period - 1) ? LifecycleState.RETURNING : LifecycleState.RESURRECTED);
  }

  /** Returns how many periods before a given one a customer known before it had been silent. */
  int silenceBefore(int row, int period) {
    int lastActive = BEFORE_THE_AXIS;
    for (int cell = grid.firstCell(row);
        cell < grid.endCell(row) && grid.periodAt(cell) < period;
        cell++) {
      lastActive = grid.periodAt(cell);
    }
    return lastActive == BEFORE_THE_AXIS
        ? period - Math.max(0, knownSince(row))
        : period - lastActive - 1;
  }

  /** Returns the first active period after a given one, or the number of complete periods. */
  int nextActive(int row, int period) {
    for (int cell = grid.firstCell(row); cell < grid.endCell(row); cell++) {
      if (grid.periodAt(cell) > period) {
        return Math.min(complete, grid.periodAt(cell));
      }
    }
    return complete;
  }
}
