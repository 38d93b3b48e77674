package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;
import java.util.List;

/**
 * What moved recurring revenue in a period, in money and in heads.
 *
 * @param label the name of the period, such as {@code 2024-02}
 * @param days the days of the period
 * @param revenue the movements in money
 * @param customers the movements in heads
 * @param losses the churn by reason, one for each reason in their order; they sum to the churn
 */
public record RevenueBridgePeriod(
    String label,
    DateRange days,
    RevenueMovements revenue,
    CustomerHeads customers,
    List<LossByReason> losses) {

  /**
   * Copies the losses.
   *
   * @param label the name of the period
   * @param days the days of the period
   * @param revenue the movements in money
   * @param customers the movements in heads
   * @param losses the churn by reason
   * @throws IllegalArgumentException if losses are not one for each reason in their order, or do
   *     not sum to the churn, in money or in heads
   */
  public RevenueBridgePeriod {
    requireNonNull(label, "label");
    requireNonNull(days, "days");
    requireNonNull(revenue, "revenue");
    requireNonNull(customers, "customers");
    losses = List.copyOf(losses);
    List<LossReason> reasons = losses.stream().map(LossByReason::reason).toList();
    if (!reasons.equals(List.of(LossReason.values()))) {
      throw new IllegalArgumentException(
          "losses (" + reasons + ") must be one for each reason in their order");
    }
    requireChurn(label, losses, revenue.churn(), customers.churned());
  }

  private static void requireChurn(
      String label, List<LossByReason> losses, Money churn, long churned) {
    Money lost = losses.stream().map(LossByReason::revenue).reduce(Money::plus).orElseThrow();
    if (!lost.equals(churn)) {
      throw new IllegalArgumentException(
          "losses (" + lost + ") of " + label + " must sum to the churn (" + churn + ")");
    }
    long heads = losses.stream().mapToLong(LossByReason::customers).sum();
    if (heads != churned) {
      throw new IllegalArgumentException(
          "customers lost ("
              + heads
              + ") of "
              + label
              + " must be those churned ("
              + churned
              + ")");
    }
  }

  /**
   * Returns the churn for a reason.
   *
   * @param reason the reason
   * @return the revenue and the customers lost for it
   */
  public LossByReason lost(LossReason reason) {
    requireNonNull(reason, "reason");
    return losses.stream().filter(loss -> loss.reason() == reason).findFirst().orElseThrow();
  }

  /** Adds the period that follows, under a name for both. */
  RevenueBridgePeriod then(RevenueBridgePeriod next, String name) {
    List<LossByReason> both =
        losses.stream()
            .map(
                loss ->
                    new LossByReason(
                        loss.reason(),
                        loss.revenue().plus(next.lost(loss.reason()).revenue()),
                        loss.customers() + next.lost(loss.reason()).customers()))
            .toList();
    return new RevenueBridgePeriod(
        name,
        new DateRange(days.start(), next.days.endExclusive()),
        revenue.then(next.revenue),
        customers.then(next.customers),
        both);
  }

  /**
   * Returns the movements in money and in heads.
   *
   * @return for example {@code 2024-02: USD 100.00 + new 20.00 = 120.00; 1 customer + 1 new + 0
   *     reactivated - 0 churned = 2}
   */
  @Override
  public String toString() {
    return label + ": " + revenue + "; " + customers;
  }
}
