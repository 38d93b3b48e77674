package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How often a customer buys, of anything or of one product, and how long it has been silent.
 *
 * @param customer who
 * @param product the kind or category; empty for anything
 * @param purchases how many, until the date
 * @param gaps complete gaps between them
 * @param meanGap the mean of its own gaps in days; empty without a gap
 * @param longestGap the longest of them; empty without a gap
 * @param lastPurchase the day of the last purchase
 * @param daysSinceLast whole days since then: the open gap, of which only the least length is known
 * @param usualGap its usual gap, pooled with the population's; empty where neither has a gap
 * @param amount the exact sum of its purchases; empty where no amounts are known
 */
public record CustomerCadence(
    CustomerId customer,
    Optional<String> product,
    long purchases,
    int gaps,
    OptionalDouble meanGap,
    OptionalInt longestGap,
    LocalDate lastPurchase,
    int daysSinceLast,
    Optional<UsualGap> usualGap,
    Optional<Money> amount) {

  /** A quantile that should be a whole day may miss it by its rounding. */
  private static final double ROUNDING = 1e-9;

  /** Gaps are whole days or 0; a median under this is 0 but for rounding. */
  private static final double LEAST_MEDIAN = 1e-9;

  /**
   * Checks the counts.
   *
   * @param customer who
   * @param product the kind or category
   * @param purchases how many
   * @param gaps complete gaps between them
   * @param meanGap the mean of its own gaps
   * @param longestGap the longest of them
   * @param lastPurchase the day of the last purchase
   * @param daysSinceLast whole days since then
   * @param usualGap its usual gap
   * @param amount the exact sum of its purchases
   * @throws IllegalArgumentException if there is no purchase, the gaps are not fewer than the
   *     purchases, or the days are negative
   */
  public CustomerCadence {
    requireNonNull(customer, "customer");
    requireNonNull(product, "product");
    requireNonNull(meanGap, "meanGap");
    requireNonNull(longestGap, "longestGap");
    requireNonNull(lastPurchase, "lastPurchase");
    requireNonNull(usualGap, "usualGap");
    requireNonNull(amount, "amount");
    if (purchases < 1 || gaps < 0 || gaps >= purchases) {
      throw new IllegalArgumentException(
          "gaps (" + gaps + ") must be fewer than purchases (" + purchases + ")");
    }
    if (meanGap.isPresent()
        && !(meanGap.getAsDouble() >= 0 && Double.isFinite(meanGap.getAsDouble()))) {
      throw new IllegalArgumentException(
          "meanGap (" + meanGap.getAsDouble() + ") must be finite, 0 or more");
    }
    if (daysSinceLast < 0) {
      throw new IllegalArgumentException("daysSinceLast (" + daysSinceLast + ") must be 0 or more");
    }
  }

  /**
   * Returns how many times the median gap the customer has been silent for.
   *
   * @return days since the last purchase / median gap, 0 or more; empty without a usual gap, or
   *     where its median is 0
   */
  public OptionalDouble ratioToMedian() {
    return usualGap.isEmpty() || usualGap.get().median() < LEAST_MEDIAN
        ? OptionalDouble.empty()
        : OptionalDouble.of(daysSinceLast / usualGap.get().median());
  }

  /**
   * Returns how far the customer is past its median gap.
   *
   * @return days since the last purchase - median gap, negative while not yet due; empty without a
   *     usual gap
   */
  public OptionalDouble daysOverdue() {
    return usualGap.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(daysSinceLast - usualGap.get().median());
  }

  /**
   * Returns the day by which the next purchase was expected when the last was made: the first by
   * which half of its gaps end. That the customer has been silent since then is not taken into it.
   *
   * @return the last purchase + the median gap, rounded up to whole days; may lie before the date;
   *     empty without a usual gap, or beyond the dates of java.time
   */
  public Optional<LocalDate> expectedNextPurchase() {
    return usualGap.flatMap(gap -> after(gap.median()));
  }

  /**
   * Returns the day by which the next purchase was to be made at the latest, as usual.
   *
   * @return the last purchase + the upper end of the usual gap, rounded up to whole days; empty
   *     without a usual gap, or beyond the dates of java.time
   */
  public Optional<LocalDate> latestUsualPurchase() {
    return usualGap.flatMap(gap -> after(gap.upper()));
  }

  private Optional<LocalDate> after(double days) {
    double whole = Math.ceil(days - ROUNDING);
    return whole > LocalDate.MAX.toEpochDay() - lastPurchase.toEpochDay()
        ? Optional.empty()
        : Optional.of(lastPurchase.plusDays((long) whole));
  }

  /**
   * Tells whether the customer has been silent for longer than ever before.
   *
   * @return true if the days since the last purchase exceed the longest gap; false without a gap
   */
  public boolean longerThanEveryGap() {
    return longestGap.isPresent() && daysSinceLast > longestGap.getAsInt();
  }

  /**
   * Returns the customer and what is known of its rhythm.
   *
   * @return for example {@code 17 coffee: silent for 92 days, usual gap 60.0 days (55.0 to 70.0)}
   */
  @Override
  public String toString() {
    return customer
        + product.map(name -> " " + name).orElse("")
        + ": silent for "
        + daysSinceLast
        + " days, usual gap "
        + usualGap.map(UsualGap::toString).orElse("unknown");
  }
}
