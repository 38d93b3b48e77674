package io.github.retention4j.revenue;

/** Which revenue is called lost. */
public enum RevenueLoss {
  /** From customers who left: churn. */
  CHURN("churn"),
  /** From customers who left or shrank: churn + contraction. */
  GROSS("churn + contraction"),
  /** Less what customers grew by: churn + contraction - expansion; negative where growth wins. */
  NET("churn + contraction - expansion"),
  /** Less what came back too: churn + contraction - expansion - reactivation. */
  NET_OF_REACTIVATION("churn + contraction - expansion - reactivation");

  private final String formula;

  RevenueLoss(String formula) {
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
