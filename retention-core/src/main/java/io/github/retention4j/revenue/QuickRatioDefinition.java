package io.github.retention4j.revenue;

/** What a {@link QuickRatio} calls gained. */
public enum QuickRatioDefinition {
  /** (new + expansion) / (churn + contraction), as Baremetrics has it. */
  WITHOUT_REACTIVATION("(new + expansion) / (churn + contraction)"),
  /** (new + expansion + reactivation) / (churn + contraction). */
  WITH_REACTIVATION("(new + expansion + reactivation) / (churn + contraction)");

  private final String formula;

  QuickRatioDefinition(String formula) {
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
