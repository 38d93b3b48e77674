package io.github.retention4j.report;

/**
 * Carries values to places in proportion.
 *
 * @param from a value
 * @param to another value, not the same
 * @param start the place of {@code from}
 * @param end the place of {@code to}
 */
record LinearScale(double from, double to, double start, double end) {

  LinearScale {
    if (!(from < to)) {
      throw new IllegalArgumentException("to (" + to + ") must be over from (" + from + ")");
    }
  }

  double at(double value) {
    return start + (value - from) / (to - from) * (end - start);
  }

  /** Returns the value whose place it is. */
  double invert(double place) {
    return from + (place - start) / (end - start) * (to - from);
  }
}
