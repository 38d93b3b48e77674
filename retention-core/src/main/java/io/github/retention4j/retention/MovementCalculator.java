package io.github.retention4j.retention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.customer.CustomerId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads from activity who was a customer at the end of each period, and so who stayed, left, came
 * and came back.
 *
 * <p>Default: {@code ChurnRule.noActivityFor(1)}, a customer of a period is who was active in it.
 *
 * <p>Only complete periods count. The first movement is over the second period, from the first to
 * its end; with {@code noActivityFor(n)} it is over period n + 1, as what lies before the axis is
 * not known and the customers of the first n - 1 periods cannot be told.
 *
 * <p>Worked table, months, {@code noActivityFor(1)}: A active in January, February and March; B in
 * January and March; C in February. February: A retained, B lost, C acquired: retention 1/2. March:
 * A retained, C lost, B reactivated: 1/2. With {@code noActivityFor(2)} the first movement is over
 * March: A and B retained, and C too: 3/3.
 */
public final class MovementCalculator {

  private final ChurnRule rule;

  private MovementCalculator(ChurnRule rule) {
    this.rule = requireNonNull(rule, "rule");
  }

  /**
   * Returns the calculator with its defaults.
   *
   * @return the calculator
   */
  public static MovementCalculator withDefaults() {
    return new MovementCalculator(ChurnRule.noActivityFor(1));
  }

  /**
   * Chooses when a customer counts as lost.
   *
   * @param rule the rule
   * @return a calculator with that rule
   */
  public MovementCalculator with(ChurnRule rule) {
    return new MovementCalculator(rule);
  }

  /**
   * Returns the rule.
   *
   * @return when a customer counts as lost
   */
  public ChurnRule rule() {
    return rule;
  }

  /**
   * Computes the movement over each complete period.
   *
   * @param grid the activity
   * @return the movements in order of time; empty if too few periods are complete
   * @throws IllegalArgumentException if a rule of end dates names a customer without activity, or
   *     one whose activity does not lie before its end date
   */
  public List<PeriodMovement> calculate(ActivityGrid grid) {
    return rule instanceof ChurnRule.EndDates dates
        ? byEndDates(grid, dates.endDates())
        : bySilence(grid, ((ChurnRule.NoActivity) rule).periods());
  }

  private static List<PeriodMovement> bySilence(ActivityGrid grid, int silence) {
    MovementRows movements = new MovementRows(grid, silence);
    for (int row = 0; row < grid.rows(); row++) {
      int from = grid.periodAt(grid.firstCell(row));
      int end = from;
      for (int cell = grid.firstCell(row); cell < grid.endCell(row); cell++) {
        int period = grid.periodAt(cell);
        if (period > end) {
          movements.addStay(row, from, end);
          from = period;
        }
        // In long: a rule of very many periods must not overflow.
        end = (int) Math.min(movements.periods(), (long) period + silence);
      }
      movements.addStay(row, from, end);
    }
    return movements.toList();
  }

  private static List<PeriodMovement> byEndDates(
      ActivityGrid grid, Map<CustomerId, LocalDate> endDates) {
    requireActive(grid, endDates);
    MovementRows movements = new MovementRows(grid, 1);
    for (int row = 0; row < grid.rows(); row++) {
      int first = grid.periodAt(grid.firstCell(row));
      LocalDate endDate = endDates.getOrDefault(grid.customer(row), LocalDate.MAX);
      movements.addStay(row, first, endPeriod(grid, row, endDate));
    }
    return movements.toList();
  }

  /** Returns the first period at whose end the customer no longer was one. */
  private static int endPeriod(ActivityGrid grid, int row, LocalDate endDate) {
    int lastActive = grid.periodAt(grid.endCell(row) - 1);
    if (!endDate.isAfter(grid.axis().range(lastActive).start())) {
      throw new IllegalArgumentException(
          "end date ("
              + endDate
              + ") of customer "
              + grid.customer(row)
              + " must be after its last activity, which is in "
              + grid.axis().label(lastActive));
    }
    return grid.axis().completePeriods(endDate);
  }

  private static void requireActive(ActivityGrid grid, Map<CustomerId, LocalDate> endDates) {
    Set<CustomerId> unknown = new TreeSet<>(endDates.keySet());
    unknown.removeAll(new HashSet<>(grid.customers()));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "endDates ("
              + unknown.iterator().next()
              + ") must name customers with activity; "
              + unknown.size()
              + " have none");
    }
  }
}
