package io.github.retention4j.economics;

/** Which costs and which new customers an {@link AcquisitionCost} divides. */
public enum AcquisitionCostBasis {

  /** All costs of acquisition over all new customers, also those who came by themselves. */
  BLENDED("(paid + other) / (new by paid channels + organic)"),

  /**
   * The spending on paid channels over the customers won through them: what the next customer from
   * there costs. Never below the paid spending over all new customers, and often far above.
   */
  PAID("paid / new by paid channels"),

  /** All costs, salaries and tools included, over the customers won through paid channels. */
  PAID_FULLY_LOADED("(paid + other) / new by paid channels");

  private final String formula;

  AcquisitionCostBasis(String formula) {
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
