package io.github.retention4j.concentration;

/** What becomes of customers with an amount under zero. */
public enum NegativeAmounts {
  /** None may be: the first is an error that names it. For revenue, where none is expected. */
  REFUSED,
  /**
   * They count as they are. For margins: the Lorenz curve goes below 0, the largest customers make
   * more than all, and there is no Gini index, as it would leave 0 to 1.
   */
  KEPT,
  /** They count as zero, and are told of by number and sum. */
  AS_ZERO
}
