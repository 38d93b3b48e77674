package io.github.retention4j.survival;

/** What becomes of a customer that was lost by silence and is active again. */
public enum ReturningCustomers {
  /** The first loss ends its lifetime; what comes later is not looked at. */
  FIRST_LOSS_ENDS,
  /**
   * Each return starts a lifetime of its own, a row more of the same customer. Rows of one customer
   * are not independent, which intervals do not allow for.
   */
  EACH_STAY_COUNTS
}
