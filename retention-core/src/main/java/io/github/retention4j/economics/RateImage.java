package io.github.retention4j.economics;

import io.github.retention4j.stats.ConfidenceInterval;
import java.util.function.DoubleUnaryOperator;

/**
 * The values that a function of one rate takes while the rate runs through its interval: again an
 * interval, with at least the level of the rate's. The function need not be monotone.
 */
final class RateImage {

  private static final int STEPS = 256;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private RateImage() {}

  /** Where the function is NaN it says nothing. */
  static OpenInterval of(ConfidenceInterval rate, DoubleUnaryOperator function, String method) {
    double least = least(rate, function);
    double most = -least(rate, r -> -function.applyAsDouble(r));
    return OpenInterval.between(least, most, rate.level(), method);
  }

  /** The least of many points, then of the stretch about it. */
  private static double least(ConfidenceInterval rate, DoubleUnaryOperator function) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= STEPS; i++) {
      double value = function.applyAsDouble(point(rate, i));
      if (value < least) {
        least = value;
        best = i;
      }
    }
    double from = point(rate, Math.max(0, best - 1));
    double to = point(rate, Math.min(STEPS, best + 1));
    return Math.min(least, refined(from, to, function, least));
  }

  private static double point(ConfidenceInterval rate, int step) {
    return step == STEPS ? rate.upper() : rate.lower() + rate.width() * step / STEPS;
  }

  /** Golden sections until no double is left between. */
  private static double refined(
      double from, double to, DoubleUnaryOperator function, double start) {
    double low = from;
    double high = to;
    double least = start;
    for (int i = 0; i < 80; i++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      double atLeft = function.applyAsDouble(left);
      double atRight = function.applyAsDouble(right);
      if (atLeft <= atRight) {
        high = right;
      } else {
        low = left;
      }
      least = Math.min(least, Math.min(finite(atLeft), finite(atRight)));
    }
    return least;
  }

  private static double finite(double value) {
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }
}
