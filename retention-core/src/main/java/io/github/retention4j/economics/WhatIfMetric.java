package io.github.retention4j.economics;

/** What a {@link WhatIf} compares. */
public enum WhatIfMetric {
  /** Customers at the end of the last period, in heads. */
  CUSTOMERS("customers at the end"),
  /** Revenue of all periods, not discounted. */
  REVENUE("revenue of all periods"),
  /** Margin of all periods, not discounted. */
  MARGIN("margin of all periods"),
  /** The lifetime value of one present customer. */
  LIFETIME_VALUE("lifetime value"),
  /** Customer equity. */
  EQUITY("customer equity");

  private final String title;

  WhatIfMetric(String title) {
    this.title = title;
  }

  /**
   * Returns the name for tables.
   *
   * @return for example {@code lifetime value}
   */
  public String title() {
    return title;
  }
}
