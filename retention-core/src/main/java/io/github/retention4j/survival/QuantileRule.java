package io.github.retention4j.survival;

/**
 * Which time is a quantile where the curve runs flat at just that height: of four customers lost
 * after 1, 2, 3 and 4 months one half is still there from 2 to 3.
 */
public enum QuantileRule {
  /** The first time at which no more than the share is left: 2. Always a time of the data. */
  FIRST_TIME,
  /** The middle of the flat stretch: 2.5. What R's {@code survfit} and {@code median} do. */
  MIDPOINT
}
