package io.github.retention4j.renewal;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.GaussLegendre;
import java.util.function.DoubleUnaryOperator;

/**
 * The sum over k = 0, 1, ... of {@code exp(logSurvival(k) - force k)}, also where it converges so
 * slowly that it cannot be added up: survival may fall as a small power of k.
 *
 * <p>The first terms are added; the others are their integral, corrected at its lower end by the
 * differences of the terms there (the formula of Gregory). The integral is taken over the logarithm
 * of k.
 */
final class SurvivalSum {

  private static final int TERMS = 1024;

  /** A term under this share of the sum, and all that follow, are below its rounding. */
  private static final double NEGLIGIBLE = 1e-25;

  /** Gregory's coefficients of the differences of order 0, 1, ... */
  private static final double[] GREGORY = {
    1.0 / 2, -1.0 / 12, 1.0 / 24, -19.0 / 720, 3.0 / 160, -863.0 / 60480, 275.0 / 24192
  };

  private static final GaussLegendre RULE = GaussLegendre.ofPoints(20);
  private static final double PANEL = 0.5;
  private static final double FARTHEST = 1e250;

  private final DoubleUnaryOperator logSurvival;
  private final double force;

  SurvivalSum(DoubleUnaryOperator logSurvival, double force) {
    this.logSurvival = logSurvival;
    this.force = force;
  }

  /**
   * The sum.
   *
   * @param power survival falls in the end as {@code k^-power}; over 1 where force is 0
   */
  double value(double power) {
    CompensatedSum sum = new CompensatedSum();
    for (int k = 0; k < TERMS; k++) {
      double term = term(k);
      sum.add(term);
      if (term < NEGLIGIBLE * sum.value()) {
        return sum.value();
      }
    }
    addCorrection(sum);
    addIntegral(sum, power);
    return sum.value();
  }

  private double term(double k) {
    return Math.exp(logSurvival.applyAsDouble(k) - force * k);
  }

  private void addCorrection(CompensatedSum sum) {
    double[] differences = new double[GREGORY.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = term(TERMS + i);
    }
    for (int order = 0; order < GREGORY.length; order++) {
      sum.add(GREGORY[order] * differences[0]);
      for (int i = 0; i + 1 < differences.length - order; i++) {
        differences[i] = differences[i + 1] - differences[i];
      }
    }
  }

  private void addIntegral(CompensatedSum sum, double power) {
    double place = Math.log(TERMS);
    double last = Double.POSITIVE_INFINITY;
    while (Math.exp(place) < FARTHEST) {
      double part = RULE.integrate(this::onLogScale, place, place + PANEL, 1);
      sum.add(part);
      place += PANEL;
      if (part < last && part < NEGLIGIBLE * sum.value()) {
        return;
      }
      last = part;
    }
    sum.add(onLogScale(place) / (power - 1));
  }

  private double onLogScale(double logK) {
    double k = Math.exp(logK);
    return Math.exp(logSurvival.applyAsDouble(k) - force * k + logK);
  }
}
