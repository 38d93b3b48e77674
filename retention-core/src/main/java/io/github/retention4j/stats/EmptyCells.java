package io.github.retention4j.stats;

/**
 * What becomes of a ratio of two groups where one of the four counts, those who left and those who
 * stayed of either group, is 0: a ratio of 0, endless or without a spread.
 */
public enum EmptyCells {
  /**
   * 1/2 is added to each of the four counts, and the name of the interval says so. Only where one
   * is 0; other tables are left alone.
   *
   * @see <a href="https://doi.org/10.1111/j.1469-1809.1955.tb01285.x">Haldane (1956)</a>
   * @see <a href="https://doi.org/10.1093/biomet/43.3-4.461">Anscombe (1956)</a>
   */
  HALDANE_ANSCOMBE,

  /** There is no ratio. The difference and the exact test of the groups remain. */
  LEAVE_OUT
}
