package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What survival is estimated from: for each customer how long it was one, and whether it left then
 * or was still there. Immutable, in columns.
 *
 * <p><b>From when was a customer seen?</b> A sample says so by its factory, for this is what
 * warehouses get wrong. {@link #fromStart} is for customers all seen from the day they came. {@link
 * #entering} is for data that begin at some date and hold customers who came before: those who left
 * before that date are missing, so that a customer who was already there 14 months then tells
 * nothing of the first 14 months, and is at risk of leaving from its entry at 14 on only. To forget
 * it makes customers look more loyal than they are.
 *
 * <p>A row is a stretch of a customer's life. It may have several, one after the other, where
 * covariates change: all but the last then end {@link LifetimeEnd#stillActive()}.
 *
 * <p>Times are in a unit of fixed length. Times that are equal are ties, and so are best given in
 * whole days or periods.
 */
public final class LifetimeSample {

  private final TimeScale timeScale;
  private final double[] duration;
  private final double @Nullable [] entry;
  private final LifetimeEnds ends;
  private final double @Nullable [] weight;
  private final @Nullable Labels groups;
  private final @Nullable Labels strata;
  private final @Nullable List<CustomerId> customers;

  private LifetimeSample(
      TimeScale timeScale,
      double[] duration,
      double @Nullable [] entry,
      LifetimeEnds ends,
      double @Nullable [] weight,
      @Nullable Labels groups,
      @Nullable Labels strata,
      @Nullable List<CustomerId> customers) {
    this.timeScale = timeScale;
    this.duration = duration;
    this.entry = entry;
    this.ends = ends;
    this.weight = weight;
    this.groups = groups;
    this.strata = strata;
    this.customers = customers;
  }

  /**
   * Returns a sample of customers all seen from their start. The arrays are copied.
   *
   * @param timeScale the unit of the durations
   * @param durations for each customer how long it was one, 0 or more
   * @param left for each whether it left then; those that did not were still active
   * @return the sample
   * @throws IllegalArgumentException if the arrays are empty or differ in length, or a duration is
   *     negative or not finite; the message names the row, from 1
   */
  public static LifetimeSample fromStart(TimeScale timeScale, double[] durations, boolean[] left) {
    return of(timeScale, null, durations, LifetimeEnds.of(left));
  }

  /**
   * Returns a sample of customers all seen from their start, with the reasons of those that left.
   * The array is copied.
   *
   * @param timeScale the unit of the durations
   * @param durations for each customer how long it was one, 0 or more
   * @param ends for each whether it was still active then, or why it left
   * @return the sample
   * @throws IllegalArgumentException if there is no customer, lengths differ, or a duration is
   *     negative or not finite; the message names the row, from 1
   */
  public static LifetimeSample fromStart(
      TimeScale timeScale, double[] durations, List<LifetimeEnd> ends) {
    return of(timeScale, null, durations, LifetimeEnds.of(ends));
  }

  /**
   * Returns a sample of customers of whom some were already there when observation began. The
   * arrays are copied.
   *
   * @param timeScale the unit of the times
   * @param entries for each row how long the customer had been one when it was first seen, 0 for
   *     one seen from its start; under its duration
   * @param durations for each how long it was one, counted from its start, not from its entry
   * @param left for each whether it left then; those that did not were still active
   * @return the sample
   * @throws IllegalArgumentException if the arrays are empty or differ in length, a time is
   *     negative or not finite, or an entry is not before the end; the message names the row, from
   *     1
   */
  public static LifetimeSample entering(
      TimeScale timeScale, double[] entries, double[] durations, boolean[] left) {
    return of(timeScale, entries, durations, LifetimeEnds.of(left));
  }

  /**
   * Returns a sample of customers of whom some were already there when observation began, with the
   * reasons of those that left. The arrays are copied.
   *
   * @param timeScale the unit of the times
   * @param entries for each row how long the customer had been one when it was first seen, 0 for
   *     one seen from its start; under its duration
   * @param durations for each how long it was one, counted from its start, not from its entry
   * @param ends for each whether it was still active then, or why it left
   * @return the sample
   * @throws IllegalArgumentException if there is no row, lengths differ, a time is negative or not
   *     finite, or an entry is not before the end; the message names the row, from 1
   */
  public static LifetimeSample entering(
      TimeScale timeScale, double[] entries, double[] durations, List<LifetimeEnd> ends) {
    return of(timeScale, entries, durations, LifetimeEnds.of(ends));
  }

  private static LifetimeSample of(
      TimeScale timeScale, double @Nullable [] entries, double[] durations, LifetimeEnds ends) {
    requireNonNull(timeScale, "timeScale");
    SampleChecks.durations(durations);
    SampleChecks.each("ends", ends.rows(), durations.length);
    if (entries != null) {
      SampleChecks.entries(entries, durations);
    }
    return new LifetimeSample(
        timeScale,
        durations.clone(),
        entries == null ? null : entries.clone(),
        ends,
        null,
        null,
        null,
        null);
  }

  /**
   * Lets each row stand for a number of customers alike. The array is copied.
   *
   * @param weights for each row how many it stands for, over 0, not necessarily whole
   * @return the sample with these
   * @throws IllegalArgumentException if there is not one for each row, or one is not over 0 and
   *     finite
   */
  public LifetimeSample withWeights(double[] weights) {
    SampleChecks.weights(weights, rows());
    return new LifetimeSample(
        timeScale, duration, entry, ends, weights.clone(), groups, strata, customers);
  }

  /**
   * Divides the rows into groups to be compared.
   *
   * @param attribute what the groups are groups of, such as {@code plan}; not blank
   * @param labels for each row its group
   * @return the sample with these groups, in the order of their names
   * @throws IllegalArgumentException if there is not one for each row, or the attribute is blank
   */
  public LifetimeSample withGroups(String attribute, List<String> labels) {
    return new LifetimeSample(
        timeScale,
        duration,
        entry,
        ends,
        weight,
        Labels.of(attribute, labels, rows()),
        strata,
        customers);
  }

  /**
   * Divides the rows into strata, within which alone customers are compared.
   *
   * @param attribute what the strata are strata of, such as {@code country}; not blank
   * @param labels for each row its stratum
   * @return the sample with these strata, in the order of their names
   * @throws IllegalArgumentException if there is not one for each row, or the attribute is blank
   */
  public LifetimeSample withStrata(String attribute, List<String> labels) {
    return new LifetimeSample(
        timeScale,
        duration,
        entry,
        ends,
        weight,
        groups,
        Labels.of(attribute, labels, rows()),
        customers);
  }

  /**
   * Names the customers; rows of one customer are not independent of each other.
   *
   * @param newCustomers for each row the customer
   * @return the sample with these
   * @throws IllegalArgumentException if there is not one for each row
   */
  public LifetimeSample withCustomers(List<CustomerId> newCustomers) {
    SampleChecks.each("customers", newCustomers.size(), rows());
    return new LifetimeSample(
        timeScale, duration, entry, ends, weight, groups, strata, List.copyOf(newCustomers));
  }

  /**
   * Returns some of the rows.
   *
   * @param rows their numbers, from 0, at least one
   * @return a sample of these, in this order; groups and strata without a row are gone
   * @throws IllegalArgumentException if there is none
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public LifetimeSample select(int[] rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("rows (0) must be at least one");
    }
    return new LifetimeSample(
        timeScale,
        selected(duration, rows),
        entry == null ? null : selected(entry, rows),
        ends.select(rows),
        weight == null ? null : selected(weight, rows),
        groups == null ? null : groups.select(rows),
        strata == null ? null : strata.select(rows),
        customers == null ? null : IntStream.of(rows).mapToObj(customers::get).toList());
  }

  /**
   * Draws customers anew, with replacement, as many as there are: for the bootstrap. All rows of a
   * customer are drawn together.
   *
   * @param random the source of chance
   * @return a sample of the drawn rows, in which each draw counts as a customer of its own
   * @throws IllegalArgumentException if rows have weights, as one may stand for many customers who
   *     would have to be drawn one by one
   * @see io.github.retention4j.estimation.Bootstrap
   */
  public LifetimeSample resample(RandomGenerator random) {
    requireNonNull(random, "random");
    if (weight != null) {
      throw new IllegalArgumentException(
          "sample (" + this + ") must have no weights: a row may stand for many customers");
    }
    return new SampleDraw(this, random).sample();
  }

  private static double[] selected(double[] values, int[] rows) {
    return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
  }

  /**
   * Returns the unit of all times.
   *
   * @return the unit
   */
  public TimeScale timeScale() {
    return timeScale;
  }

  /**
   * Returns the number of rows.
   *
   * @return at least 1
   */
  public int rows() {
    return duration.length;
  }

  /**
   * Returns how long a customer was one at the end of a row.
   *
   * @param row from 0
   * @return 0 or more, in the unit of the sample
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double duration(int row) {
    return duration[row];
  }

  /**
   * Returns how long a customer had been one when it was first seen.
   *
   * @param row from 0
   * @return 0 for one seen from its start; in the unit of the sample
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double entry(int row) {
    return entry == null ? 0 * Objects.checkIndex(row, rows()) : entry[row];
  }

  /**
   * Tells whether rows enter late.
   *
   * @return true for a sample of {@link #entering}
   */
  public boolean hasEntries() {
    return entry != null;
  }

  /**
   * Returns the end of a row.
   *
   * @param row from 0
   * @return still active, or left
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public LifetimeEnd end(int row) {
    return ends.end(row);
  }

  /**
   * Tells whether a customer left, for whatever reason.
   *
   * @param row from 0
   * @return false if it was still active
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public boolean left(int row) {
    return ends.number(row) > 0;
  }

  /**
   * Returns the reasons for which customers left.
   *
   * @return in their order; {@code left} alone where none were given
   */
  public List<String> reasons() {
    return ends.reasons();
  }

  /** Returns the number of the reason from 1, or 0 for a row still active. */
  int endNumber(int row) {
    return ends.number(row);
  }

  /**
   * Returns for how many customers a row stands.
   *
   * @param row from 0
   * @return over 0; 1 where no weights were given
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double weight(int row) {
    return weight == null ? 1 + 0 * Objects.checkIndex(row, rows()) : weight[row];
  }

  /**
   * Tells whether rows have weights.
   *
   * @return true after {@link #withWeights}
   */
  public boolean hasWeights() {
    return weight != null;
  }

  /**
   * Returns what the groups are groups of.
   *
   * @return empty where there are none
   */
  public Optional<String> groupAttribute() {
    return Optional.ofNullable(groups).map(Labels::attribute);
  }

  /**
   * Returns the groups.
   *
   * @return in their order; empty where there are none
   */
  public List<String> groups() {
    return groups == null ? List.of() : groups.names();
  }

  /** Returns the number of the group of a row, from 0; 0 where there are none. */
  int groupOf(int row) {
    return groups == null ? 0 : groups.numberOf(row);
  }

  /**
   * Returns the strata.
   *
   * @return in their order; empty where there are none
   */
  public List<String> strata() {
    return strata == null ? List.of() : strata.names();
  }

  /** Returns the number of the stratum of a row, from 0; 0 where there are none. */
  int stratumOf(int row) {
    return strata == null ? 0 : strata.numberOf(row);
  }

  /**
   * Returns the customer of a row.
   *
   * @param row from 0
   * @return as named, or else the number of the row from 1
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public CustomerId customer(int row) {
    Objects.checkIndex(row, rows());
    return customers == null ? CustomerId.of(row + 1) : customers.get(row);
  }

  /**
   * Tells whether customers were named.
   *
   * @return true after {@link #withCustomers}
   */
  public boolean hasCustomers() {
    return customers != null;
  }

  /**
   * Returns the size.
   *
   * @return for example {@code 228 lifetimes in days, 165 ended}
   */
  @Override
  public String toString() {
    return rows()
        + " lifetimes in "
        + timeScale
        + ", "
        + ends.left()
        + " ended"
        + (entry == null ? "" : ", with late entry");
  }
}
