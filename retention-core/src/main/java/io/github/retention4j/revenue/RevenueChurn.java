package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.text.TextTable;
import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Recurring revenue lost over a period, divided by something that has a name; unitless.
 *
 * <p>Example: 100 at the opening, 10 churn, 10 contraction, 10 expansion. {@code GROSS} at the
 * opening is 20 %, {@code NET} 10 %.
 *
 * <p>There is no interval: movements are totals, and those do not tell how customers differ. {@link
 * RevenueRetention} of the same customers has one.
 *
 * @param loss which revenue is called lost
 * @param divisor what it is divided by
 * @param lost the revenue lost, negative where net growth is
 * @param value lost / divisor, 0.05 for 5 %; negative where net growth is
 */
public record RevenueChurn(RevenueLoss loss, ChurnDivisor divisor, Money lost, double value) {

  /**
   * Checks that the rate is a number.
   *
   * @param loss which revenue is called lost
   * @param divisor what it is divided by
   * @param lost the revenue lost
   * @param value lost / divisor
   * @throws IllegalArgumentException if the value is not finite
   */
  public RevenueChurn {
    requireNonNull(loss, "loss");
    requireNonNull(divisor, "divisor");
    requireNonNull(lost, "lost");
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value (" + value + ") must be finite");
    }
  }

  /**
   * Returns the churn of a period.
   *
   * @param movements what moved revenue in the period
   * @param loss which revenue is called lost
   * @param divisor what it is divided by, not by day
   * @return the rate; empty if the divisor is zero
   * @throws IllegalArgumentException if the divisor is {@code SUM_OF_DAILY_RATES}, for which {@link
   *     #ofDays} is
   */
  public static Optional<RevenueChurn> of(
      RevenueMovements movements, RevenueLoss loss, ChurnDivisor divisor) {
    Money lost = lost(movements, loss);
    BigDecimal opening = movements.opening().amount();
    Money came = movements.newRevenue().plus(movements.reactivation());
    return switch (divisor) {
      case AT_OPENING -> of(loss, divisor, lost, 1, opening);
      case MEAN_OF_OPENING_AND_CLOSING ->
          of(loss, divisor, lost, 2, opening.add(movements.closing().amount()));
      case OPENING_PLUS_NEW -> of(loss, divisor, lost, 1, opening.add(came.amount()));
      case SUM_OF_DAILY_RATES ->
          throw new IllegalArgumentException(
              "divisor (SUM_OF_DAILY_RATES) must come with the movements of each day");
    };
  }

  private static Optional<RevenueChurn> of(
      RevenueLoss loss, ChurnDivisor divisor, Money lost, int times, BigDecimal base) {
    return base.signum() == 0
        ? Optional.empty()
        : Optional.of(
            new RevenueChurn(loss, divisor, lost, Ratios.of(lost.times(times).amount(), base)));
  }

  /**
   * Returns the churn of a run of days, or of other short periods, each divided by its own opening.
   * A day that opened with nothing adds nothing.
   *
   * @param days what moved revenue on each day, in order
   * @param loss which revenue is called lost
   * @return the sum of the rates of the days; empty if no day opened with revenue
   * @throws IllegalArgumentException if there is no day
   */
  public static Optional<RevenueChurn> ofDays(List<RevenueMovements> days, RevenueLoss loss) {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("days (0) must be at least one");
    }
    Money lost = Money.zero(days.get(0).currency());
    CompensatedSum rate = new CompensatedSum();
    boolean any = false;
    for (RevenueMovements day : days) {
      Optional<RevenueChurn> churn = of(day, loss, ChurnDivisor.AT_OPENING);
      lost = lost.plus(lost(day, loss));
      rate.add(churn.map(RevenueChurn::value).orElse(0.0));
      any |= churn.isPresent();
    }
    return any
        ? Optional.of(new RevenueChurn(loss, ChurnDivisor.SUM_OF_DAILY_RATES, lost, rate.value()))
        : Optional.empty();
  }

  private static Money lost(RevenueMovements movements, RevenueLoss loss) {
    Money lost = movements.churn();
    if (loss != RevenueLoss.CHURN) {
      lost = lost.plus(movements.contraction());
    }
    if (loss == RevenueLoss.NET || loss == RevenueLoss.NET_OF_REACTIVATION) {
      lost = lost.minus(movements.expansion());
    }
    return loss == RevenueLoss.NET_OF_REACTIVATION ? lost.minus(movements.reactivation()) : lost;
  }

  /**
   * Returns the rate and both definitions.
   *
   * @return for example {@code 20.00 %, USD 20.00 lost (churn + contraction) of what stood at the
   *     opening}
   */
  @Override
  public String toString() {
    return TextTable.percent(value)
        + ", "
        + TextTable.amount(lost)
        + " lost ("
        + loss.formula()
        + ") of "
        + divisor.words();
  }
}
