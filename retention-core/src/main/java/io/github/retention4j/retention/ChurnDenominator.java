package io.github.retention4j.retention;

/**
 * What the customers lost are divided by. The same losses give different churn by each; 10 lost of
 * 100, with 40 acquired, are 10 % at start, 8.7 % on average and 7.1 % of start plus acquired.
 */
public enum ChurnDenominator {
  /** Lost from the start / customers at start: the complement of retention. */
  AT_START("lost from start / customers at start"),
  /** All lost / mean of customers at start and at end: events per customer-period; may exceed 1. */
  AVERAGE_OF_START_AND_END("lost / mean of customers at start and end"),
  /**
   * All lost / (customers at start + acquired): of all that could be lost in the period, the share
   * that was.
   */
  START_PLUS_ACQUIRED("lost / (customers at start + acquired)"),
  /**
   * Sum over days of lost on the day / customers at the start of the day; a cumulative hazard, may
   * exceed 1.
   */
  SUM_OF_DAILY_RATES("sum over days of lost / customers at start of the day"),
  /** Contracts not renewed / contracts up for renewal. */
  UP_FOR_RENEWAL("not renewed / up for renewal");

  private final String formula;

  ChurnDenominator(String formula) {
    this.formula = formula;
  }

  /**
   * Returns the definition as a formula in words.
   *
   * @return the formula
   */
  public String formula() {
    return formula;
  }
}
