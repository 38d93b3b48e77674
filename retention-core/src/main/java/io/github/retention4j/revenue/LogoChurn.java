package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.text.TextTable;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.EventRate;
import io.github.retention4j.stats.Proportion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Customers lost over a period, divided by something that has a name; unitless.
 *
 * <p>Where each of the lost is one of those below the line, as at the opening with net movements,
 * or at the opening plus new, it is a share with Wilson's interval. Otherwise it is a rate of
 * losses per customer with a Poisson interval, and may exceed 1.
 *
 * <p>Example: 1000 customers at the opening, 500 new, 62 lost, 12 of them new ones: 6.2 % at the
 * opening, 62 / 1500 = 4.13 % with those who were new.
 */
public final class LogoChurn {

  private final ChurnDivisor divisor;
  private final long lost;
  private final @Nullable Proportion share;
  private final EventRate events;

  private LogoChurn(ChurnDivisor divisor, long lost, @Nullable Proportion share, EventRate events) {
    this.divisor = divisor;
    this.lost = lost;
    this.share = share;
    this.events = events;
  }

  /**
   * Returns the churn of a period.
   *
   * @param heads the customers of the period
   * @param counting what the heads count; with every movement, some of the lost were not there at
   *     the opening
   * @param divisor what the lost are divided by, not by day
   * @return the rate; empty if the divisor is zero
   * @throws IllegalArgumentException if the divisor is {@code SUM_OF_DAILY_RATES}, for which {@link
   *     #ofDays} is
   */
  public static Optional<LogoChurn> of(
      CustomerHeads heads, MovementCounting counting, ChurnDivisor divisor) {
    boolean net = requireNonNull(counting, "counting") == MovementCounting.NET_OF_PERIOD;
    long opening = heads.opening();
    return switch (divisor) {
      case AT_OPENING -> of(divisor, heads, (double) opening, net);
      case MEAN_OF_OPENING_AND_CLOSING ->
          of(divisor, heads, (opening + (double) heads.closing()) / 2, false);
      case OPENING_PLUS_NEW ->
          of(divisor, heads, (double) opening + heads.newCustomers() + heads.reactivated(), true);
      case SUM_OF_DAILY_RATES ->
          throw new IllegalArgumentException(
              "divisor (SUM_OF_DAILY_RATES) must come with the customers of each day");
    };
  }

  private static Optional<LogoChurn> of(
      ChurnDivisor divisor, CustomerHeads heads, double base, boolean isShare) {
    if (base == 0) {
      return Optional.empty();
    }
    long lost = heads.churned();
    Proportion share = isShare ? new Proportion(lost, (long) base) : null;
    return Optional.of(new LogoChurn(divisor, lost, share, EventRate.of(lost, base)));
  }

  /**
   * Returns the churn of a run of days, each divided by its own opening. A day that opened with
   * nobody adds nothing.
   *
   * @param days the customers of each day, in order
   * @return the sum of the rates of the days; empty if no day opened with a customer
   * @throws IllegalArgumentException if there is no day, or more were lost on one than were there
   * @throws ArithmeticException if the lost of all days exceed a long
   */
  public static Optional<LogoChurn> ofDays(List<CustomerHeads> days) {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("days (0) must be at least one");
    }
    List<CustomerHeads> open = days.stream().filter(day -> day.opening() > 0).toList();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    long[] lost = open.stream().mapToLong(CustomerHeads::churned).toArray();
    double[] opening = open.stream().mapToDouble(CustomerHeads::opening).toArray();
    long all = days.stream().mapToLong(CustomerHeads::churned).sum();
    EventRate rate = EventRate.sumOfRatios(lost, opening);
    return Optional.of(new LogoChurn(ChurnDivisor.SUM_OF_DAILY_RATES, all, null, rate));
  }

  /**
   * Returns the rate.
   *
   * @return 0 or more; at most 1 if {@link #share()} is there
   */
  public double value() {
    return share != null ? share.value() : events.value();
  }

  /**
   * Returns what the lost are divided by.
   *
   * @return the divisor
   */
  public ChurnDivisor divisor() {
    return divisor;
  }

  /**
   * Returns the customers lost.
   *
   * @return the count above the line
   */
  public long lost() {
    return lost;
  }

  /**
   * Returns the lost as a share of those who could be lost.
   *
   * @return the share; empty where the lost are not all among those below the line
   */
  public Optional<Proportion> share() {
    return Optional.ofNullable(share);
  }

  /**
   * Tells why the lost are no share.
   *
   * @return the reason; empty where they are
   */
  public Optional<String> whyNoShare() {
    return share != null
        ? Optional.empty()
        : Optional.of("not all of the lost are among " + divisor.words());
  }

  /**
   * Returns the 95 % interval.
   *
   * @return Wilson's for a share, a Poisson interval otherwise; it names its method
   */
  public ConfidenceInterval interval() {
    return interval(0.95);
  }

  /**
   * Returns the interval at a level.
   *
   * @param level the share of such intervals that hold the true rate, in (0, 1)
   * @return Wilson's for a share, a Poisson interval otherwise; it names its method
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ConfidenceInterval interval(double level) {
    return share != null ? share.interval(level) : events.interval(level);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogoChurn that
        && divisor == that.divisor
        && lost == that.lost
        && Objects.equals(share, that.share)
        && events.equals(that.events);
  }

  @Override
  public int hashCode() {
    return Objects.hash(divisor, lost, share, events);
  }

  /**
   * Returns the rate and its definition.
   *
   * @return for example {@code 6.20 %, 62 lost of what stood at the opening}
   */
  @Override
  public String toString() {
    return TextTable.percent(value()) + ", " + lost + " lost of " + divisor.words();
  }
}
