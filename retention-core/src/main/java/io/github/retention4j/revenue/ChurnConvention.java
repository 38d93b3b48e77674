package io.github.retention4j.revenue;

import java.util.List;
import java.util.Optional;

/**
 * Churn the way well-known tools divide it, built from {@link ChurnDivisor}, {@link RevenueLoss}
 * and {@link MovementCounting}. Where a tool says nothing about a rate, the convention takes its
 * divisor for customers.
 *
 * <table>
 * <caption>Who divides by what</caption>
 * <tr><th>Tool</th><th>customers lost</th><th>gross revenue lost</th><th>net revenue lost</th></tr>
 * <tr><td>Recurly</td><td>/ active at the beginning of the month</td><td>(not published)</td><td>(not
 * published)</td></tr>
 * <tr><td>Baremetrics</td><td>/ active 30 days ago, who came and went counted</td><td>churn and
 * contraction / MRR 30 days ago</td><td>less expansion</td></tr>
 * <tr><td>Stripe</td><td>/ (active 30 days ago + new), who came and went counted in both</td><td>(not
 * published)</td><td>(not published)</td></tr>
 * <tr><td>ChartMogul, standard</td><td>/ at the start of the period</td><td>churn and contraction /
 * MRR at the start</td><td>less expansion and reactivation</td></tr>
 * <tr><td>ChartMogul, daily</td><td>sum over days of / at the start of the day</td><td>sum over
 * days</td><td>sum over days</td></tr>
 * </table>
 */
public enum ChurnConvention {
  /**
   * Recurly: subscribers lost in the month / subscribers active at its beginning.
   *
   * @see <a href="https://recurly.com/blog/key-terms-related-to-churn-defined/">Recurly, key terms
   *     related to churn</a>
   */
  RECURLY(ChurnDivisor.AT_OPENING, RevenueLoss.NET, MovementCounting.NET_OF_PERIOD),
  /**
   * Baremetrics: over 30 days, lost / what stood 30 days ago; customers who came and went in
   * between count as lost.
   *
   * @see <a
   *     href="https://help.baremetrics.com/en/articles/5380347-user-and-revenue-churn">Baremetrics,
   *     user and revenue churn</a>
   */
  BAREMETRICS(ChurnDivisor.AT_OPENING, RevenueLoss.NET, MovementCounting.EVERY_MOVEMENT),
  /**
   * Stripe: over 30 days, subscribers lost / (active 30 days ago + new since); those who came and
   * went are in both.
   *
   * @see <a
   *     href="https://support.stripe.com/questions/calculating-subscriber-churn-rate-in-billing">Stripe,
   *     calculating subscriber churn rate</a>
   */
  STRIPE(ChurnDivisor.OPENING_PLUS_NEW, RevenueLoss.NET, MovementCounting.EVERY_MOVEMENT),
  /**
   * ChartMogul's standard formula: lost / what stood at the start of the period; net churn counts
   * reactivation as a gain, so that it is not the complement of net retention of the same
   * customers.
   *
   * @see <a href="https://help.chartmogul.com/hc/en-us/articles/203359341">ChartMogul, MRR churn
   *     rate</a>
   */
  CHARTMOGUL(
      ChurnDivisor.AT_OPENING, RevenueLoss.NET_OF_REACTIVATION, MovementCounting.NET_OF_PERIOD),
  /**
   * ChartMogul's daily formula, named after Shopify: the rate of each day at its start, summed over
   * the days of the period.
   *
   * @see <a href="https://help.chartmogul.com/hc/en-us/articles/207340419">ChartMogul, churn rate
   *     formulas</a>
   */
  CHARTMOGUL_DAILY(
      ChurnDivisor.SUM_OF_DAILY_RATES,
      RevenueLoss.NET_OF_REACTIVATION,
      MovementCounting.EVERY_MOVEMENT);

  private final ChurnDivisor divisor;
  private final RevenueLoss net;
  private final MovementCounting counting;

  ChurnConvention(ChurnDivisor divisor, RevenueLoss net, MovementCounting counting) {
    this.divisor = divisor;
    this.net = net;
    this.counting = counting;
  }

  /**
   * Returns what losses are divided by.
   *
   * @return the divisor
   */
  public ChurnDivisor divisor() {
    return divisor;
  }

  /**
   * Returns what net revenue churn takes off.
   *
   * @return net, with or without reactivation
   */
  public RevenueLoss netLoss() {
    return net;
  }

  /**
   * Returns how the bridge must count for this convention.
   *
   * @return net changes, or every movement
   */
  public MovementCounting counting() {
    return counting;
  }

  /**
   * Returns the churn of customers.
   *
   * @param run the bridge of the period: one period, or its days for {@code CHARTMOGUL_DAILY};
   *     several periods are taken as one
   * @return the rate; empty if the divisor is zero
   * @throws IllegalArgumentException if there is no period
   */
  public Optional<LogoChurn> customerChurn(List<RevenueBridgePeriod> run) {
    List<CustomerHeads> heads = run.stream().map(RevenueBridgePeriod::customers).toList();
    if (divisor == ChurnDivisor.SUM_OF_DAILY_RATES) {
      return LogoChurn.ofDays(heads);
    }
    CustomerHeads all = heads.stream().reduce(CustomerHeads::then).orElseThrow(this::noPeriod);
    MovementCounting counted = run.size() == 1 ? counting : MovementCounting.EVERY_MOVEMENT;
    return LogoChurn.of(all, counted, divisor);
  }

  /**
   * Returns the churn of revenue, gains left out.
   *
   * @param run the bridge of the period: one period, or its days for {@code CHARTMOGUL_DAILY};
   *     several periods are taken as one
   * @return (churn + contraction) / divisor; empty if the divisor is zero
   * @throws IllegalArgumentException if there is no period
   */
  public Optional<RevenueChurn> grossRevenueChurn(List<RevenueBridgePeriod> run) {
    return revenueChurn(run, RevenueLoss.GROSS);
  }

  /**
   * Returns the churn of revenue, gains taken off.
   *
   * @param run the bridge of the period: one period, or its days for {@code CHARTMOGUL_DAILY};
   *     several periods are taken as one
   * @return {@link #netLoss()} / divisor, negative where gains win; empty if the divisor is zero
   * @throws IllegalArgumentException if there is no period
   */
  public Optional<RevenueChurn> netRevenueChurn(List<RevenueBridgePeriod> run) {
    return revenueChurn(run, net);
  }

  private Optional<RevenueChurn> revenueChurn(List<RevenueBridgePeriod> run, RevenueLoss loss) {
    List<RevenueMovements> movements = run.stream().map(RevenueBridgePeriod::revenue).toList();
    if (divisor == ChurnDivisor.SUM_OF_DAILY_RATES) {
      return RevenueChurn.ofDays(movements, loss);
    }
    RevenueMovements all =
        movements.stream().reduce(RevenueMovements::then).orElseThrow(this::noPeriod);
    return RevenueChurn.of(all, loss, divisor);
  }

  private IllegalArgumentException noPeriod() {
    return new IllegalArgumentException("periods (0) must be at least one");
  }
}
