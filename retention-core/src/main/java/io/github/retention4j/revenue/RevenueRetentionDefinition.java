package io.github.retention4j.revenue;

/**
 * What share of recurring revenue is called retained. Gross retention knows no gains and is at most
 * 1; net retention counts what the customers grew by.
 */
public enum RevenueRetentionDefinition {
  /**
   * Gross, customer by customer: sum of min(then, now) of the customers of then / sum of then. What
   * one customer grew by cannot hide what another lost. In [0, 1], never above net retention of the
   * same customers.
   */
  GROSS_PER_CUSTOMER("sum of min(then, now) of each customer / sum of then", true, true),
  /**
   * Gross, of the totals: min(sum of then, sum of now of the same customers) / sum of then. Growth
   * of one customer hides the loss of another; it is min(1, net retention).
   */
  GROSS_OF_TOTALS("min(sum of then, sum of now of the same customers) / sum of then", true, true),
  /**
   * Gross, by movements: (opening - contraction - churn) / opening. Losses of customers who came
   * after the opening are taken off too, so that over several periods it may fall below 0.
   */
  GROSS_BY_MOVEMENTS("(opening - contraction - churn) / opening", true, false),
  /**
   * Net, the cohort form: sum of now of the customers of then / sum of then. Who was not there then
   * is not in it.
   */
  NET_SAME_CUSTOMERS("sum of now of the same customers / sum of then", false, true),
  /**
   * Net, by movements: (opening + expansion - contraction - churn) / opening. Over several periods
   * customers who came after the opening move it too.
   */
  NET_BY_MOVEMENTS("(opening + expansion - contraction - churn) / opening", false, false),
  /**
   * Net, by movements with those who came back: (opening + expansion + reactivation - contraction -
   * churn) / opening. The complement of a net churn that counts reactivation.
   */
  NET_BY_MOVEMENTS_WITH_REACTIVATION(
      "(opening + expansion + reactivation - contraction - churn) / opening", false, false);

  private final String formula;
  private final boolean gross;
  private final boolean sameCustomers;

  RevenueRetentionDefinition(String formula, boolean gross, boolean sameCustomers) {
    this.formula = formula;
    this.gross = gross;
    this.sameCustomers = sameCustomers;
  }

  /**
   * Returns the definition as a formula in words.
   *
   * @return the formula
   */
  public String formula() {
    return formula;
  }

  /**
   * Tells whether gains are left out.
   *
   * @return true for gross, false for net
   */
  public boolean isGross() {
    return gross;
  }

  /**
   * Tells whether the same customers are looked at then and now, and not the movements of all.
   *
   * @return true for the cohort forms
   */
  public boolean isOfSameCustomers() {
    return sameCustomers;
  }
}
