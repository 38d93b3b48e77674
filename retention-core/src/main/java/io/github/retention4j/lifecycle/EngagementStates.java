package io.github.retention4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.customer.CustomerId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The {@link EngagementState} of each customer on each observed day. Immutable; made by {@link
 * EngagementStatesCalculator}.
 *
 * <p>On each day the counts of the seven states sum to the customers that have been active by then.
 */
public final class EngagementStates {

  private final ActivityGrid grid;
  private final EngagementStatesCalculator rule;
  private final int observedDays;
  private final Map<EngagementState, long[]> counts;

  EngagementStates(ActivityGrid grid, EngagementStatesCalculator rule) {
    this.grid = grid;
    this.rule = rule;
    this.observedDays = EngagementChecks.observedDays(grid);
    this.counts = counts();
  }

  private Map<EngagementState, long[]> counts() {
    Map<EngagementState, long[]> changes = new EnumMap<>(EngagementState.class);
    for (EngagementState state : EngagementState.values()) {
      changes.put(state, new long[observedDays + 1]);
    }
    for (int row = 0; row < grid.rows(); row++) {
      int end = grid.endCell(row);
      int previous = -1;
      for (int cell = grid.firstCell(row); cell < end; cell++) {
        int day = grid.periodAt(cell);
        add(changes, rule.active(previous, day), day, day + 1);
        addSilence(changes, day, cell + 1 < end ? grid.periodAt(cell + 1) : observedDays);
        previous = day;
      }
    }
    changes.values().forEach(days -> Arrays.parallelPrefix(days, Long::sum));
    return changes;
  }

  /** Adds the silent days after an active one, in three runs at most. */
  private void addSilence(Map<EngagementState, long[]> changes, int day, int next) {
    int monthly = day + rule.recentDays() + 1;
    int dormant = day + rule.monthDays() + 1;
    add(changes, EngagementState.AT_RISK_WEEKLY, day + 1, Math.min(next, monthly));
    add(changes, EngagementState.AT_RISK_MONTHLY, monthly, Math.min(next, dormant));
    add(changes, EngagementState.DORMANT, dormant, next);
  }

  private static void add(
      Map<EngagementState, long[]> changes, EngagementState state, int from, int to) {
    if (from < to) {
      long[] days = requireNonNull(changes.get(state));
      days[from]++;
      days[to]--;
    }
  }

  /**
   * Returns the number of customers in a state.
   *
   * @param day an observed day
   * @param state the state
   * @return 0 or more
   * @throws IllegalArgumentException if the day was not observed
   */
  public long count(LocalDate day, EngagementState state) {
    return requireNonNull(counts.get(requireNonNull(state, "state")))[index(day)];
  }

  /**
   * Returns the state of a customer on a day.
   *
   * @param customer the customer
   * @param day an observed day
   * @return the state; empty if the customer had not been active by then
   * @throws IllegalArgumentException if the day was not observed
   */
  public Optional<EngagementState> state(CustomerId customer, LocalDate day) {
    int index = index(day);
    OptionalInt row = grid.rowOf(requireNonNull(customer, "customer"));
    return row.isPresent() ? state(row.getAsInt(), index) : Optional.empty();
  }

  /**
   * Returns the customers in a state.
   *
   * @param day an observed day
   * @param state the state
   * @return in the order of their ids, as many as {@link #count(LocalDate, EngagementState)}
   * @throws IllegalArgumentException if the day was not observed
   */
  public SortedSet<CustomerId> customers(LocalDate day, EngagementState state) {
    int index = index(day);
    Optional<EngagementState> wanted = Optional.of(state);
    SortedSet<CustomerId> customers = new TreeSet<>();
    for (int row = 0; row < grid.rows(); row++) {
      if (state(row, index).equals(wanted)) {
        customers.add(grid.customer(row));
      }
    }
    return Collections.unmodifiableSortedSet(customers);
  }

  private Optional<EngagementState> state(int row, int day) {
    int previous = -1;
    for (int cell = grid.firstCell(row);
        cell < grid.endCell(row) && grid.periodAt(cell) < day;
        cell++) {
      previous = grid.periodAt(cell);
    }
    if (grid.isActive(row, day)) {
      return Optional.of(rule.active(previous, day));
    }
    return previous < 0 ? Optional.empty() : Optional.of(rule.silent(previous, day));
  }

  private int index(LocalDate day) {
    int index = grid.axis().periodOf(day);
    if (index >= observedDays) {
      throw new IllegalArgumentException(
          "day ("
              + day
              + ") must be before the end of observation ("
              + grid.observationEndExclusive()
              + ")");
    }
    return index;
  }
}
