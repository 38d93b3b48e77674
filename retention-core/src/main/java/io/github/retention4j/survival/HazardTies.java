package io.github.retention4j.survival;

/** How customers lost at one time count in a cumulative hazard. */
public enum HazardTies {
  /** All at once: {@code d / n}. Nelson and Aalen's, and right where times are whole periods. */
  TOGETHER,
  /**
   * One after the other: {@code 1/n + 1/(n - 1) + ...}, as if times were finer than recorded.
   * Fleming and Harrington's. With weights, all lost at one time share them evenly.
   */
  IN_TURN
}
