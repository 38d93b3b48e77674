package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.Normal;

/** How a curve gives its intervals and quantiles. */
record CurveOptions(SurvivalInterval interval, double level, QuantileRule quantileRule) {

  CurveOptions {
    requireLevel(level);
  }

  static void requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level (" + level + ") must be between 0 and 1");
    }
  }

  /** Returns the half-width of an interval in standard errors. */
  double criticalValue() {
    return Normal.criticalValue(level);
  }
}
