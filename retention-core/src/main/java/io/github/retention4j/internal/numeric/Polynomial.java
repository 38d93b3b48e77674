package io.github.retention4j.internal.numeric;

/** A polynomial given by its coefficients, the constant first. */
final class Polynomial {

  private Polynomial() {}

  /** Returns the value at x, by Horner's rule. */
  static double value(double[] coefficients, double x) {
    double value = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      value = Math.fma(value, x, coefficients[k]);
    }
    return value;
  }

  /** Returns (p(v) - p(u)) / (v - u) without the division, so that u and v may agree. */
  static double slope(double[] coefficients, double u, double v) {
    double value = 0;
    double slope = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      slope = Math.fma(slope, v, value);
      value = Math.fma(value, u, coefficients[k]);
    }
    return slope;
  }
}
