package io.github.retention4j.retention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.customer.CustomerId;
import java.time.LocalDate;
import java.util.ArrayList;
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
    int complete = grid.completePeriods();
    List<Set<CustomerId>> customersAt = emptySets(complete);
    List<Set<CustomerId>> firstSeenIn = emptySets(complete);
    for (int row = 0; row < grid.rows(); row++) {
      CustomerId customer = grid.customer(row);
      int known = -1;
      for (int cell = grid.firstCell(row); cell < grid.endCell(row); cell++) {
        int period = grid.periodAt(cell);
        int last = Math.min(complete - 1, period + silence - 1);
        for (int p = Math.max(period, known + 1); p <= last; p++) {
          customersAt.get(p).add(customer);
        }
        known = Math.max(known, last);
      }
      addFirst(firstSeenIn, grid, row);
    }
    return movements(grid, silence, customersAt, firstSeenIn, emptySets(complete));
  }

  private static List<PeriodMovement> byEndDates(
      ActivityGrid grid, Map<CustomerId, LocalDate> endDates) {
    requireActive(grid, endDates);
    int complete = grid.completePeriods();
    List<Set<CustomerId>> customersAt = emptySets(complete);
    List<Set<CustomerId>> shortStays = emptySets(complete);
    for (int row = 0; row < grid.rows(); row++) {
      CustomerId customer = grid.customer(row);
      int first = grid.periodAt(grid.firstCell(row));
      int end = endPeriod(grid, row, endDates.getOrDefault(customer, LocalDate.MAX));
      for (int p = first; p < Math.min(end, complete); p++) {
        customersAt.get(p).add(customer);
      }
      if (end == first && first < complete) {
        shortStays.get(first).add(customer);
      }
    }
    return movements(grid, 1, customersAt, emptySets(complete), shortStays);
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

  private static List<PeriodMovement> movements(
      ActivityGrid grid,
      int firstKnown,
      List<Set<CustomerId>> customersAt,
      List<Set<CustomerId>> firstSeenIn,
      List<Set<CustomerId>> shortStays) {
    List<PeriodMovement> movements = new ArrayList<>();
    Set<CustomerId> earlier = new HashSet<>();
    for (int p = 0; p < customersAt.size(); p++) {
      if (p >= firstKnown) {
        CustomerMovement movement =
            CustomerMovement.between(
                customersAt.get(p - 1), customersAt.get(p), earlier, shortStays.get(p));
        movements.add(
            new PeriodMovement(
                grid.axis().label(p), grid.axis().range(p), grid.axis().granularity(), movement));
      }
      earlier.addAll(firstSeenIn.get(p));
    }
    return List.copyOf(movements);
  }

  private static void addFirst(List<Set<CustomerId>> firstSeenIn, ActivityGrid grid, int row) {
    int first = grid.periodAt(grid.firstCell(row));
    if (first < firstSeenIn.size()) {
      firstSeenIn.get(first).add(grid.customer(row));
    }
  }

  private static List<Set<CustomerId>> emptySets(int count) {
    List<Set<CustomerId>> sets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sets.add(new HashSet<>());
    }
    return sets;
  }
}
