package io.github.retention4j.stats;

/** How a chi-square test of four counts allows for counts being whole while chi-square is not. */
public enum ContinuityCorrection {
  /** Not at all: the p-value is near the true chance on average. */
  NONE("", 0),

  /**
   * Each count is moved by 1/2 towards what is expected, at most as far as that. Cautious: the
   * p-value is seldom under the true chance, and often well over it.
   *
   * @see <a href="https://doi.org/10.2307/2983604">Yates (1934)</a>
   */
  YATES(", Yates corrected", 0.5);

  private final String words;
  private final double step;

  ContinuityCorrection(String words, double step) {
    this.words = words;
    this.step = step;
  }

  /** Returns a distance made smaller by the step, not below 0. */
  double applyTo(double distance) {
    return Math.max(0, Math.abs(distance) - step);
  }

  /** Returns the name of a test with this correction. */
  String name(String test) {
    return test + words;
  }
}
