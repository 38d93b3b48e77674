package io.github.retention4j.internal.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * The lower tail of a distribution on the real line whose density is log-concave: what integrating
 * and inverting it takes.
 */
final class LogConcaveTail {

  /** Past this drop of the log density what is left of a tail no longer shows in a double. */
  private static final double NEGLIGIBLE = 40;

  private static final int PANELS = 4;
  private static final GaussLegendre RULE = GaussLegendre.ofPoints(20);

  private static final int MAX_STEPS = 200;
  private static final double LONGEST_STEP = 50;

  private LogConcaveTail() {}

  /**
   * Integrates {@code exp(logRatio(u))} over u from 0 to {@code end}, where logRatio is concave, 0
   * at 0 and falls.
   *
   * @param slope minus the first derivative of logRatio at 0
   * @param curvature minus its second derivative at 0
   */
  static double integral(DoubleUnaryOperator logRatio, double slope, double curvature, double end) {
    double reach = 2 * NEGLIGIBLE / (slope + Math.sqrt(slope * slope + 2 * NEGLIGIBLE * curvature));
    while (reach < end && logRatio.applyAsDouble(reach) > -NEGLIGIBLE) {
      reach *= 1.5;
    }
    return RULE.integrate(
        u -> Math.exp(logRatio.applyAsDouble(u)), 0, Math.min(reach, end), PANELS);
  }

  /**
   * Returns s where the logarithm of the tail is {@code logTarget}.
   *
   * <p>The log of such a tail is itself concave and rises, so a Newton step never passes the root
   * from the left, and from the right lands on its left: no bracket is needed, only a limit on the
   * length of a step.
   *
   * @param logTail the natural logarithm of the tail at s
   * @param logDensity the natural logarithm of its derivative at s
   * @param start where to begin
   * @param spread a rough standard deviation of s, the unit in which convergence is judged
   */
  static double invert(
      DoubleUnaryOperator logTail,
      DoubleUnaryOperator logDensity,
      double logTarget,
      double start,
      double spread) {
    double s = start;
    double lastFinite = start;
    for (int i = 0; i < MAX_STEPS; i++) {
      double log = logTail.applyAsDouble(s);
      if (log == Double.NEGATIVE_INFINITY) {
        // So far out that the variable itself underflows.
        s = (s + lastFinite) / 2;
        continue;
      }
      lastFinite = s;
      double step = (logTarget - log) * Math.exp(log - logDensity.applyAsDouble(s));
      step = Math.max(-LONGEST_STEP * spread, Math.min(LONGEST_STEP * spread, step));
      s += step;
      // The error left is of the order of the square of the last step.
      if (Math.abs(step) <= 1e-8 * spread) {
        break;
      }
    }
    return s;
  }
}
