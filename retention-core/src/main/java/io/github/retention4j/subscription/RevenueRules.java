package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

/**
 * What counts as recurring revenue, where well-known tools disagree. Results carry it.
 *
 * @param normalisation how a price of another period becomes one of a month
 * @param discounts which discounts make it less
 * @param recognition when a cancelled subscription is lost
 * @param pauses what a paused one is worth
 * @param pastDue what becomes of one whose payment failed
 * @param freeCustomers whether customers who bring nothing are counted, at a date and by heads; in
 *     a grid they never are
 * @param graceDays a contract renewed up to that many days after its term ended moved nothing;
 *     otherwise it was lost when the term ended. Natero waits three days
 * @param toleranceDays changes of one customer up to that many days after the first of them are one
 *     movement, on the day of the last; 0 for those of one day
 * @param decimals the decimals that are kept of the monthly price of a subscription in its own
 *     currency and, again, of what a customer has in that currency in book currency; rounded half
 *     up. Kill Bill keeps 4
 */
public record RevenueRules(
    MonthlyNormalisation normalisation,
    DiscountTreatment discounts,
    ChurnRecognition recognition,
    PauseTreatment pauses,
    PastDueRule pastDue,
    FreeCustomers freeCustomers,
    int graceDays,
    int toleranceDays,
    int decimals) {

  /** Finer than any price, and small enough for nine hundred million a month in a long. */
  private static final int USUAL_DECIMALS = 10;

  private static final RevenueRules DEFAULTS =
      new RevenueRules(
          MonthlyNormalisation.WEEKS_52,
          DiscountTreatment.ALL,
          ChurnRecognition.AT_TERM_END,
          PauseTreatment.ZERO,
          PastDueRule.ACTIVE,
          FreeCustomers.NOT_COUNTED,
          0,
          0,
          USUAL_DECIMALS);

  /**
   * Checks the numbers.
   *
   * @param normalisation how a price of another period becomes one of a month
   * @param discounts which discounts make it less
   * @param recognition when a cancelled subscription is lost
   * @param pauses what a paused one is worth
   * @param pastDue what becomes of one whose payment failed
   * @param freeCustomers whether customers who bring nothing are counted
   * @param graceDays how late a renewal may be without a movement
   * @param toleranceDays how near changes are one movement
   * @param decimals the decimals that are kept
   * @throws IllegalArgumentException if days are negative, or decimals not from 0 to 18
   */
  public RevenueRules {
    requireNonNull(normalisation, "normalisation");
    requireNonNull(discounts, "discounts");
    requireNonNull(recognition, "recognition");
    requireNonNull(pauses, "pauses");
    requireNonNull(pastDue, "pastDue");
    requireNonNull(freeCustomers, "freeCustomers");
    requireNotNegative("graceDays", graceDays);
    requireNotNegative("toleranceDays", toleranceDays);
    MonthlyNormalisation.requireDecimals(decimals);
  }

  private static void requireNotNegative(String name, int days) {
    if (days < 0) {
      throw new IllegalArgumentException(name + " (" + days + ") must not be negative");
    }
  }

  /**
   * Returns the usual rules: weeks by 52/12; all discounts subtracted; churn at the end of the paid
   * term; pauses zero; past due active; customers who bring nothing not counted; no grace; changes
   * of one day are one movement; 10 decimals.
   *
   * @return the defaults
   */
  public static RevenueRules defaults() {
    return DEFAULTS;
  }

  /**
   * Chooses how a price of another period becomes one of a month.
   *
   * @param choice the rule
   * @return rules with that choice
   */
  public RevenueRules with(MonthlyNormalisation choice) {
    return new RevenueRules(
        choice,
        discounts,
        recognition,
        pauses,
        pastDue,
        freeCustomers,
        graceDays,
        toleranceDays,
        decimals);
  }

  /**
   * Chooses which discounts make revenue less.
   *
   * @param choice which ones
   * @return rules with that choice
   */
  public RevenueRules with(DiscountTreatment choice) {
    return new RevenueRules(
        normalisation,
        choice,
        recognition,
        pauses,
        pastDue,
        freeCustomers,
        graceDays,
        toleranceDays,
        decimals);
  }

  /**
   * Chooses when a cancelled subscription is lost.
   *
   * @param choice when
   * @return rules with that choice
   */
  public RevenueRules with(ChurnRecognition choice) {
    return new RevenueRules(
        normalisation,
        discounts,
        choice,
        pauses,
        pastDue,
        freeCustomers,
        graceDays,
        toleranceDays,
        decimals);
  }

  /**
   * Chooses what a paused subscription is worth.
   *
   * @param choice what
   * @return rules with that choice
   */
  public RevenueRules with(PauseTreatment choice) {
    return new RevenueRules(
        normalisation,
        discounts,
        recognition,
        choice,
        pastDue,
        freeCustomers,
        graceDays,
        toleranceDays,
        decimals);
  }

  /**
   * Chooses what becomes of a subscription whose payment failed.
   *
   * @param choice what
   * @return rules with that choice
   */
  public RevenueRules with(PastDueRule choice) {
    return new RevenueRules(
        normalisation,
        discounts,
        recognition,
        pauses,
        choice,
        freeCustomers,
        graceDays,
        toleranceDays,
        decimals);
  }

  /**
   * Chooses whether customers who bring nothing are counted.
   *
   * @param choice whether they are
   * @return rules with that choice
   */
  public RevenueRules with(FreeCustomers choice) {
    return new RevenueRules(
        normalisation,
        discounts,
        recognition,
        pauses,
        pastDue,
        choice,
        graceDays,
        toleranceDays,
        decimals);
  }

  /**
   * Lets late renewals pass without a movement.
   *
   * @param days how many days after the end of the term at most, 0 or more
   * @return rules with that grace
   * @throws IllegalArgumentException if they are negative
   */
  public RevenueRules withGraceDays(int days) {
    return new RevenueRules(
        normalisation,
        discounts,
        recognition,
        pauses,
        pastDue,
        freeCustomers,
        days,
        toleranceDays,
        decimals);
  }

  /**
   * Takes near changes of a customer for one movement.
   *
   * @param days how many days after the first of them at most, 0 or more
   * @return rules with that tolerance
   * @throws IllegalArgumentException if they are negative
   */
  public RevenueRules withToleranceDays(int days) {
    return new RevenueRules(
        normalisation,
        discounts,
        recognition,
        pauses,
        pastDue,
        freeCustomers,
        graceDays,
        days,
        decimals);
  }

  /**
   * Chooses how fine amounts are.
   *
   * @param kept the decimals that are kept, 0 to 18; fewer hold larger amounts
   * @return rules with those decimals
   * @throws IllegalArgumentException if they are not from 0 to 18
   */
  public RevenueRules withDecimals(int kept) {
    return new RevenueRules(
        normalisation,
        discounts,
        recognition,
        pauses,
        pastDue,
        freeCustomers,
        graceDays,
        toleranceDays,
        kept);
  }
}
