package io.github.retention4j.economics;

/** Whose lifetime values customer equity adds up. */
public enum EquityScope {

  /** The customers there are now: N(0) times the value of one. */
  PRESENT_CUSTOMERS("customers now x value"),

  /**
   * Those, and the ones who join within the periods projected, each group discounted from the end
   * of the period in which it joins and less what acquiring it costs.
   */
  NEW_WITHIN_PERIODS(
      "customers now x value + sum over t = 1..n of new x (value of a new one - acquisition cost)"
          + " / (1 + d)^t"),

  /**
   * Those, and the ones who join in all periods to come. Without a discount rate this has no finite
   * value.
   */
  NEW_WITHOUT_END("customers now x value + new x (value of a new one - acquisition cost) / d");

  private final String formula;

  EquityScope(String formula) {
    this.formula = formula;
  }

  /**
   * Returns the sum as a formula.
   *
   * @return a short text; d is the discount rate per period
   */
  public String formula() {
    return formula;
  }

  /** How many times the net value of one period's new customers counts; it may be infinite. */
  double newGroups(double discount, int periods) {
    if (this == PRESENT_CUSTOMERS) {
      return 0;
    }
    if (this == NEW_WITHOUT_END) {
      return 1 / discount;
    }
    return discount == 0 ? periods : -Math.expm1(-periods * Math.log1p(discount)) / discount;
  }
}
