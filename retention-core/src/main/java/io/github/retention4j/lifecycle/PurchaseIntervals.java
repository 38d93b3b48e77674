package io.github.retention4j.lifecycle;

import io.github.retention4j.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who bought again, and after how long. Immutable; made by {@link PurchaseIntervalsCalculator}.
 *
 * <p>Each customer has some complete gaps, from one purchase to the next, and exactly one open one,
 * from the last purchase to the last observed day. The open gap is censored: the next purchase may
 * come later, or never. Two honest answers are given, each by its name: {@link #completeGaps()}
 * alone, which is biased short as long gaps are more often still open; and {@link
 * #repurchasedWithin(int)}, a share among those that were observed long enough.
 *
 * <p>Worked table, observed for days 0 to 30: A buys on days 0, 10 and 15, B on day 5, C on day 28.
 *
 * <pre>{@code
 * complete gaps   10, 5 (A)                    median 5 (the lower of two)
 * open gaps       15 (A), 25 (B), 2 (C)
 * repeat rate     1/3
 * within 7 days   0/2 (A, B; C was observed for 2 days only)
 * within 14 days  1/2
 * within 28 days  1/1 (A; B was observed for 25 days)
 * }</pre>
 */
public final class PurchaseIntervals {

  private final long purchases;
  private final Proportion repeatCustomers;
  private final PurchaseGaps completeGaps;
  private final PurchaseGaps openGaps;
  private final long[] observedFor;
  private final long[] repurchased;

  PurchaseIntervals(
      long purchases,
      Proportion repeatCustomers,
      PurchaseGaps completeGaps,
      PurchaseGaps openGaps,
      long[] observedFor,
      long[] repurchased) {
    this.purchases = purchases;
    this.repeatCustomers = repeatCustomers;
    this.completeGaps = completeGaps;
    this.openGaps = openGaps;
    this.observedFor = observedFor;
    this.repurchased = repurchased;
  }

  /**
   * Returns the number of customers.
   *
   * @return at least 1
   */
  public long customers() {
    return repeatCustomers.total();
  }

  /**
   * Returns the number of purchases.
   *
   * @return at least one for each customer
   */
  public long purchases() {
    return purchases;
  }

  /**
   * Returns the repeat purchase rate: customers with two or more purchases / customers.
   *
   * <p>Over all observed time, so that it can only grow with longer observation, and new customers,
   * who had no time to come back, pull it down. To compare, take {@link #repurchasedWithin(int)}.
   *
   * @return the share, with its interval by {@link Proportion#interval()}
   */
  public Proportion repeatPurchaseRate() {
    return repeatCustomers;
  }

  /**
   * Returns the share of repeat purchases: those after a customer's first / all purchases.
   *
   * <p>Example: 10 customers with 18 purchases made 8 repeat purchases, 44 %. Purchases of one
   * customer hang together, so that {@link Proportion#interval()} of this share is too narrow.
   *
   * @return the share
   */
  public Proportion repeatPurchaseShare() {
    return new Proportion(purchases - customers(), purchases);
  }

  /**
   * Returns the share of customers with a second purchase by a number of days after the first,
   * among those observed for at least so many days after it.
   *
   * @param days whole days after the day of the first purchase, 0 or more; 0 asks for the same day
   * @return the share; empty if nobody was observed so long
   * @throws IllegalArgumentException if days is negative
   */
  public Optional<Proportion> repurchasedWithin(int days) {
    EngagementChecks.count("days", days);
    return days < observedFor.length
        ? Proportion.ifAny(repurchased[days], observedFor[days])
        : Optional.empty();
  }

  /**
   * Returns {@link #repurchasedWithin(int)} for each number of days. Each point has its own
   * customers, fewer and older ones to the right, so that the curve may fall; a share of everyone
   * that never falls needs a model of survival.
   *
   * @return the shares by 0, 1, 2 ... days, to the longest for which somebody was observed
   */
  public List<Proportion> repurchaseCurve() {
    List<Proportion> curve = new ArrayList<>();
    for (int days = 0; days < observedFor.length; days++) {
      repurchasedWithin(days).ifPresent(curve::add);
    }
    return List.copyOf(curve);
  }

  /**
   * Returns the times between a purchase and the next one that were seen to their end. Biased
   * short, the more the shorter the observation: a gap longer than what was observed cannot be
   * among them. Frequent buyers count with each of their gaps.
   *
   * @return the complete gaps, purchases - customers of them
   */
  public PurchaseGaps completeGaps() {
    return completeGaps;
  }

  /**
   * Returns the times from each customer's last purchase to the last observed day: censored gaps,
   * which will end later or never.
   *
   * @return the open gaps, one for each customer
   */
  public PurchaseGaps openGaps() {
    return openGaps;
  }
}
