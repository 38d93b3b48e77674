package io.github.retention4j.clv;

/** What is assumed after the last observed point of a {@link RetentionCurve}. */
public enum CurveTail {

  /**
   * Nothing: only what was observed is counted. With a positive margin the result is a lower bound
   * of the value.
   */
  NONE,

  /**
   * The last period-on-period rate S(k) / S(k - 1) holds for ever, so the tail is geometric.
   *
   * <p>One rate of one period carries the whole tail; look at {@link
   * CurveLifetimeValue#extrapolatedShare()} before the value is believed. Refused where that rate
   * is not known, above 1 (a share of customers cannot rise for ever), or 1 with neither discount
   * nor horizon (the sum has no finite value).
   */
  LAST_RATE_CONTINUES
}
