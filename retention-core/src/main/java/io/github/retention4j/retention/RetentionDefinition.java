package io.github.retention4j.retention;

/** What "retained" means in a {@link RetentionRate}. */
public enum RetentionDefinition {
  /** Counted: (customers at end - acquired) / customers at start. */
  COUNTS("(end - acquired) / start"),
  /** Identified: of the customers at the start, those that are customers at the end, one by one. */
  SAME_CUSTOMERS("customers at start who are customers at end / customers at start"),
  /** Of the contracts up for renewal in the period, those renewed. */
  RENEWAL("renewed / up for renewal");

  private final String formula;

  RetentionDefinition(String formula) {
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
