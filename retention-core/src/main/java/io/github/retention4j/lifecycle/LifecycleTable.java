package io.github.retention4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.PeriodAxis;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The {@link LifecycleState} of each customer in each reported period. Immutable; made by {@link
 * LifecycleCalculator}.
 *
 * <p>Reported are the complete periods from the first that the history can tell. In each, every
 * customer known by then has one state, and the counts of the four states sum to {@link
 * #known(int)}.
 *
 * <p>Worked table, months, observed from January to the end of March: A active in January, February
 * and March; B in January and March; C in February.
 *
 * <pre>{@code
 *              Jan        Feb        Mar
 * A            new        returning  returning
 * B            new        dormant    resurrected
 * C            -          new        dormant
 * }</pre>
 */
public final class LifecycleTable {

  private final LifecycleRows rows;
  private final ActivityGrid grid;
  private final LifecycleTally tally;

  LifecycleTable(LifecycleRows rows) {
    this.rows = rows;
    this.grid = rows.grid;
    this.tally = LifecycleTally.of(rows);
  }

  /**
   * Returns the periods that the indices of this table mean.
   *
   * @return the axis of the grid
   */
  public PeriodAxis axis() {
    return grid.axis();
  }

  /**
   * Returns the first reported period.
   *
   * @return its index on the axis
   */
  public int firstPeriod() {
    return rows.firstReported;
  }

  /**
   * Returns the end of the reported periods.
   *
   * @return the index after the last one; {@link #firstPeriod()} if none is reported
   */
  public int endPeriodExclusive() {
    return Math.max(rows.firstReported, rows.complete);
  }

  /**
   * Returns the moves between the states as growth accounting.
   *
   * @return new, retained, resurrected and churned of each reported period
   */
  public GrowthAccounting growth() {
    return GrowthAccounting.of(rows, tally);
  }

  /**
   * Returns the number of customers in a state.
   *
   * @param period the index of a reported period
   * @param state the state
   * @return 0 or more
   * @throws IllegalArgumentException if the period is not reported
   */
  public long count(int period, LifecycleState state) {
    requireReported(period);
    return tally.count(period, requireNonNull(state, "state"));
  }

  /**
   * Returns the number of customers known by the end of a period.
   *
   * @param period the index of a reported period
   * @return the sum of the counts of the four states
   * @throws IllegalArgumentException if the period is not reported
   */
  public long known(int period) {
    return tally.active(requireReported(period)) + tally.count(period, LifecycleState.DORMANT);
  }

  /**
   * Returns the state of a customer in a period.
   *
   * @param customer the customer
   * @param period the index of a reported period
   * @return the state; empty if the customer was not yet known in the period, or not at all
   * @throws IllegalArgumentException if the period is not reported
   */
  public Optional<LifecycleState> state(CustomerId customer, int period) {
    requireReported(period);
    OptionalInt row = grid.rowOf(requireNonNull(customer, "customer"));
    return row.isPresent() ? rows.state(row.getAsInt(), period) : Optional.empty();
  }

  /**
   * Returns the states of a customer over time.
   *
   * @param customer the customer
   * @return the state by the index of the period, from the period in which it was known first, or
   *     the first reported one, without a gap; empty for a customer not known
   */
  public SortedMap<Integer, LifecycleState> states(CustomerId customer) {
    SortedMap<Integer, LifecycleState> states = new TreeMap<>();
    for (int period = firstPeriod(); period < endPeriodExclusive(); period++) {
      int at = period;
      state(customer, period).ifPresent(state -> states.put(at, state));
    }
    return Collections.unmodifiableSortedMap(states);
  }

  /**
   * Returns the customers in a state.
   *
   * @param period the index of a reported period
   * @param state the state
   * @return in the order of their ids, as many as {@link #count(int, LifecycleState)}
   * @throws IllegalArgumentException if the period is not reported
   */
  public SortedSet<CustomerId> customers(int period, LifecycleState state) {
    requireReported(period);
    Optional<LifecycleState> wanted = Optional.of(state);
    return customers(row -> rows.state(row, period).equals(wanted));
  }

  /**
   * Returns the customers active again after a silence of some length.
   *
   * <p>Silent periods are those between the two active ones: a customer active in January and again
   * in April was silent for two. With one silent period these are the resurrected of the period.
   * Where a customer is known only by the day on which it was first seen, the silence counts from
   * there, or from the start of the axis if that is later.
   *
   * @param period the index of a reported period
   * @param silentPeriods how many periods of silence before it at least, 1 or more
   * @return in the order of their ids; never more for a longer silence
   * @throws IllegalArgumentException if the period is not reported or the silence under 1
   */
  public SortedSet<CustomerId> reactivatedAfter(int period, int silentPeriods) {
    requireReported(period);
    if (silentPeriods < 1) {
      throw new IllegalArgumentException(
          "silentPeriods (" + silentPeriods + ") must be at least 1");
    }
    Optional<LifecycleState> wanted = Optional.of(LifecycleState.RESURRECTED);
    return customers(
        row ->
            rows.state(row, period).equals(wanted)
                && rows.silenceBefore(row, period) >= silentPeriods);
  }

  /**
   * Returns how many of the customers dormant in a period have come back so far.
   *
   * <p>Each is followed from the next period to the last complete one. That is a lower bound of the
   * share that ever comes back, and a looser one the later the period. Example, worked table:
   * dormant in February is B, back in March: 1 of 1 within 1 period; dormant in March is C, with a
   * follow-up of 0 periods: 0 of 1, which says nothing yet.
   *
   * @param period the index of a reported period
   * @return the share and the length of the follow-up; empty if nobody was dormant
   * @throws IllegalArgumentException if the period is not reported
   */
  public Optional<LifecycleReturn> returnedSince(int period) {
    requireReported(period);
    long back =
        IntStream.range(0, grid.rows())
            .filter(row -> isDormant(row, period))
            .filter(row -> rows.nextActive(row, period) < rows.complete)
            .count();
    int followUp = rows.complete - 1 - period;
    return Proportion.ifAny(back, count(period, LifecycleState.DORMANT))
        .map(share -> new LifecycleReturn(followUp, share));
  }

  private boolean isDormant(int row, int period) {
    return rows.knownSince(row) <= period && !grid.isActive(row, period);
  }

  /**
   * Returns how many silences ended within a number of periods, of all that could be followed so
   * long.
   *
   * <p>A silence begins in the first period without activity after an active one; with s that
   * period, it ended within n periods if the customer was active in one of s + 1 to s + n. Counted
   * are the silences that begin in a reported period with s + n complete, whether they ended or
   * not, so that open ends do not bend the share. A customer with several silences counts with
   * each; the interval takes them as independent, and is too narrow where few customers have many.
   *
   * <p>Example, worked table, n = 1: B silent in February, back in March, is 1 of 1. C silent from
   * March cannot be followed and does not count.
   *
   * @param periods how many periods after the one in which the silence began, 1 or more
   * @return the share; empty if no silence could be followed so long
   * @throws IllegalArgumentException if periods is less than 1
   */
  public Optional<LifecycleReturn> returnedWithin(int periods) {
    if (periods < 1) {
      throw new IllegalArgumentException("periods (" + periods + ") must be at least 1");
    }
    int lastStart = rows.complete - 1 - periods;
    long ended = 0;
    long followed = 0;
    for (int row = 0; row < grid.rows(); row++) {
      for (int cell = grid.firstCell(row); cell < grid.endCell(row); cell++) {
        int start = grid.periodAt(cell) + 1;
        int next = cell + 1 < grid.endCell(row) ? grid.periodAt(cell + 1) : Integer.MAX_VALUE;
        if (start >= rows.firstReported && start <= lastStart && next > start) {
          followed++;
          ended += next <= start + periods ? 1 : 0;
        }
      }
    }
    return Proportion.ifAny(ended, followed).map(share -> new LifecycleReturn(periods, share));
  }

  private SortedSet<CustomerId> customers(IntPredicate wanted) {
    SortedSet<CustomerId> customers = new TreeSet<>();
    IntStream.range(0, grid.rows())
        .filter(wanted)
        .forEach(row -> customers.add(grid.customer(row)));
    return Collections.unmodifiableSortedSet(customers);
  }

  private int requireReported(int period) {
    if (period < firstPeriod() || period >= endPeriodExclusive()) {
      throw new IllegalArgumentException(
          "period ("
              + period
              + ") must be a complete period that the history can tell, from "
              + firstPeriod()
              + " to before "
              + endPeriodExclusive());
    }
    return period;
  }
}
