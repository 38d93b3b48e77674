package io.github.retention4j.retention;

import io.github.retention4j.activity.ActivityGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Collects, stay by stay, who stayed, left, came and came back over each complete period. */
final class MovementRows {

  private static final int KINDS = 5;
  private static final int RETAINED = 0;
  private static final int LOST = 1;
  private static final int ACQUIRED = 2;
  private static final int REACTIVATED = 3;
  private static final int SHORT_STAY = 4;

  private final ActivityGrid grid;
  private final int firstKnown;
  private final int periods;
  private final IntStream.Builder[][] rows;

  /**
   * Starts without stays.
   *
   * @param firstKnown the first period at whose start it is known who was a customer
   */
  MovementRows(ActivityGrid grid, int firstKnown) {
    this.grid = grid;
    this.firstKnown = firstKnown;
    this.periods = grid.completePeriods();
    this.rows = new IntStream.Builder[Math.max(0, periods - firstKnown)][KINDS];
    for (IntStream.Builder[] kinds : rows) {
      Arrays.setAll(kinds, kind -> IntStream.builder());
    }
  }

  /** How many periods are complete. */
  int periods() {
    return periods;
  }

  /**
   * Adds the time over which somebody was a customer without a break.
   *
   * @param from the first period at whose end it was one
   * @param end the first period after at whose end it was none; {@code from} if it left before the
   *     end of the period in which it came
   */
  void addStay(int row, int from, int end) {
    boolean isFirst = from == grid.periodAt(grid.firstCell(row));
    if (end == from) {
      add(from, SHORT_STAY, row);
      return;
    }
    add(from, isFirst ? ACQUIRED : REACTIVATED, row);
    for (int period = Math.max(from + 1, firstKnown); period < Math.min(end, periods); period++) {
      add(period, RETAINED, row);
    }
    add(end, LOST, row);
  }

  private void add(int period, int kind, int row) {
    if (period >= firstKnown && period < periods) {
      rows[period - firstKnown][kind].add(row);
    }
  }

  List<PeriodMovement> toList() {
    List<PeriodMovement> movements = new ArrayList<>();
    for (int period = firstKnown; period < periods; period++) {
      movements.add(
          new PeriodMovement(
              grid.axis().label(period),
              grid.axis().range(period),
              grid.axis().granularity(),
              movement(rows[period - firstKnown])));
    }
    return List.copyOf(movements);
  }

  private CustomerMovement movement(IntStream.Builder[] kinds) {
    CustomerGroup[] groups =
        Arrays.stream(kinds)
            .map(kind -> new CustomerGroup(grid, kind.build().toArray()))
            .toArray(CustomerGroup[]::new);
    return new CustomerMovement(
        groups[RETAINED], groups[LOST], groups[ACQUIRED], groups[REACTIVATED], groups[SHORT_STAY]);
  }
}
