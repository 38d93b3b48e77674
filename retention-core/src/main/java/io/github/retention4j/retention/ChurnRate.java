package io.github.retention4j.retention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.EventRate;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Customers lost over a period, divided by a denominator that has a name, with the counts that it
 * comes from.
 *
 * <p>Two kinds of number are called churn. A <em>share</em> (lost of those at start, of start plus
 * acquired, or of those up for renewal) is in [0, 1] and has a binomial interval, Wilson's. An
 * <em>event rate</em> (lost per mean customer, or summed over days) has customers' time below the
 * line, may exceed 1, and has a Poisson interval: Garwood's for one period, that of Fay and Feuer
 * for a sum over days.
 */
public final class ChurnRate {

  private final ChurnDenominator denominator;
  private final Granularity per;
  private final @Nullable Proportion share;
  private final @Nullable EventRate events;

  private ChurnRate(
      ChurnDenominator denominator,
      Granularity per,
      @Nullable Proportion share,
      @Nullable EventRate events) {
    this.denominator = denominator;
    this.per = requireNonNull(per, "per");
    this.share = share;
    this.events = events;
  }

  /**
   * Returns lost from the start / customers at start.
   *
   * <p>Example: 1 lost of 20 at the start is 5 %.
   *
   * @param counts the customers of the period
   * @param per the length of the period
   * @return the rate; empty if nobody was there at the start
   */
  public static Optional<ChurnRate> atStart(CustomerCounts counts, Granularity per) {
    return Proportion.ifAny(counts.lostFromStart(), counts.atStart())
        .map(lost -> ofShare(lost, ChurnDenominator.AT_START, per));
  }

  /**
   * Returns lost / mean of customers at start and end.
   *
   * <p>Example: 10 lost, 100 at the start and 130 at the end is 10 / 115 = 8.70 %.
   *
   * @param counts the customers of the period
   * @param per the length of the period
   * @return the rate; empty if nobody was there at the start nor at the end
   */
  public static Optional<ChurnRate> averageOfStartAndEnd(CustomerCounts counts, Granularity per) {
    double mean = (counts.atStart() + (double) counts.atEnd()) / 2;
    if (mean == 0) {
      return Optional.empty();
    }
    EventRate rate = EventRate.of(counts.lost(), mean);
    return Optional.of(new ChurnRate(ChurnDenominator.AVERAGE_OF_START_AND_END, per, null, rate));
  }

  /**
   * Returns lost / (customers at start + acquired).
   *
   * <p>Example: 10 lost of 100 at the start and 40 acquired is 10 / 140 = 7.14 %. Short stays count
   * above and below the line as far as the counts have them.
   *
   * @param counts the customers of the period
   * @param per the length of the period
   * @return the rate; empty if nobody was there and nobody came
   */
  public static Optional<ChurnRate> startPlusAcquired(CustomerCounts counts, Granularity per) {
    return Proportion.ifAny(counts.lost(), Math.addExact(counts.atStart(), counts.acquired()))
        .map(lost -> ofShare(lost, ChurnDenominator.START_PLUS_ACQUIRED, per));
  }

  /**
   * Returns the sum over days of lost / customers at the start of the day.
   *
   * <p>Example: 2 lost of 100 and next day 1 of 98 is 0.02 + 0.0102 = 3.02 %. A day that nobody
   * began adds nothing.
   *
   * @param days the counts of each day, in order; each begins with the customers with which the one
   *     before ended
   * @param per the length of the period that the days make up
   * @return the rate; empty if nobody was there at the start of any day
   * @throws IllegalArgumentException if there is no day or a day does not begin as the one before
   *     ended
   */
  public static Optional<ChurnRate> sumOfDailyRates(List<CustomerCounts> days, Granularity per) {
    requireChain(days);
    long[] lost = days.stream().mapToLong(CustomerCounts::lostFromStart).toArray();
    double[] atStart = days.stream().mapToDouble(CustomerCounts::atStart).toArray();
    if (days.stream().allMatch(day -> day.atStart() == 0)) {
      return Optional.empty();
    }
    EventRate rate = EventRate.sumOfRatios(lost, atStart);
    return Optional.of(new ChurnRate(ChurnDenominator.SUM_OF_DAILY_RATES, per, null, rate));
  }

  /**
   * Returns contracts not renewed / contracts up for renewal.
   *
   * @param upForRenewal contracts whose term ended in the period, 0 or more
   * @param notRenewed those of them that were not renewed
   * @param per the length of the period
   * @return the rate; empty if nothing was up for renewal
   * @throws IllegalArgumentException if notRenewed is negative or more than upForRenewal
   */
  public static Optional<ChurnRate> upForRenewal(
      long upForRenewal, long notRenewed, Granularity per) {
    return Proportion.ifAny(notRenewed, upForRenewal)
        .map(lost -> ofShare(lost, ChurnDenominator.UP_FOR_RENEWAL, per));
  }

  static ChurnRate ofShare(Proportion lost, ChurnDenominator denominator, Granularity per) {
    return new ChurnRate(denominator, per, lost, null);
  }

  private static void requireChain(List<CustomerCounts> days) {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("days (0) must be at least one");
    }
    for (int d = 1; d < days.size(); d++) {
      if (days.get(d).atStart() != days.get(d - 1).atEnd()) {
        throw new IllegalArgumentException(
            "atStart ("
                + days.get(d).atStart()
                + ") of day "
                + d
                + " must be the atEnd ("
                + days.get(d - 1).atEnd()
                + ") of the day before");
      }
    }
  }

  /**
   * Returns the rate.
   *
   * @return 0 or more; at most 1 if {@link #share()} is there
   */
  public double value() {
    return share != null ? share.value() : requireNonNull(events).value();
  }

  /**
   * Returns what the losses are divided by.
   *
   * @return the denominator
   */
  public ChurnDenominator denominator() {
    return denominator;
  }

  /**
   * Returns the length of the period.
   *
   * @return the length
   */
  public Granularity per() {
    return per;
  }

  /**
   * Returns the customers, or contracts, that were lost.
   *
   * @return the count above the line
   */
  public long lost() {
    return share != null ? share.count() : requireNonNull(events).events();
  }

  /**
   * Returns the lost as a share of those who could be lost.
   *
   * @return the share; empty for the denominators that count customers' time
   */
  public Optional<Proportion> share() {
    return Optional.ofNullable(share);
  }

  /**
   * Returns the 95 % interval.
   *
   * @return Wilson's for a share, a Poisson interval for an event rate; it names its method
   */
  public ConfidenceInterval interval() {
    return interval(0.95);
  }

  /**
   * Returns the interval at a level.
   *
   * @param level the share of such intervals that hold the true rate, in (0, 1)
   * @return Wilson's for a share, a Poisson interval for an event rate; it names its method
   */
  public ConfidenceInterval interval(double level) {
    return share != null ? share.interval(level) : requireNonNull(events).interval(level);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChurnRate that
        && denominator == that.denominator
        && per == that.per
        && Objects.equals(share, that.share)
        && Objects.equals(events, that.events);
  }

  @Override
  public int hashCode() {
    return Objects.hash(denominator, per, share, events);
  }

  /**
   * Returns the losses, the percentage, the period and the denominator.
   *
   * @return for example {@code 1 lost, 5.00 % a month (lost from start / customers at start)}
   */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d lost, %.2f %% %s (%s)",
        lost(),
        100 * value(),
        per.perUnit(),
        denominator.formula());
  }
}
