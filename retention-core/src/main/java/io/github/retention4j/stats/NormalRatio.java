package io.github.retention4j.stats;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;
import java.util.Optional;

/**
 * The ratio of two estimates that each scatter about normally, such as a gain over a cost. Other
 * than a {@link RatioEstimate} it may be negative.
 *
 * @param numerator the estimate above the line, finite
 * @param numeratorError its standard error, 0 or more
 * @param denominator the estimate below the line, finite and not 0
 * @param denominatorError its standard error, 0 or more
 * @param covariance the covariance of both estimates, 0 if they come from separate customers
 */
public record NormalRatio(
    double numerator,
    double numeratorError,
    double denominator,
    double denominatorError,
    double covariance) {

  /** By how much rounding may carry a covariance over its bound, relatively. */
  private static final double ROUNDING = 1e-12;

  /**
   * Checks the numbers.
   *
   * @param numerator the estimate above the line
   * @param numeratorError its standard error
   * @param denominator the estimate below the line
   * @param denominatorError its standard error
   * @param covariance the covariance of both
   * @throws IllegalArgumentException if a number or the ratio is not finite, the denominator 0, a
   *     standard error negative, or the covariance more than the product of the standard errors
   */
  public NormalRatio {
    requireFinite("numerator", numerator);
    requireFinite("denominator", denominator);
    requireError("numeratorError", numeratorError);
    requireError("denominatorError", denominatorError);
    if (denominator == 0) {
      throw new IllegalArgumentException("denominator (" + denominator + ") must not be 0");
    }
    requireFinite("numerator / denominator", numerator / denominator);
    requireFinite("covariance", covariance);
    double most = numeratorError * denominatorError;
    if (!(Math.abs(covariance) <= most * (1 + ROUNDING))) {
      throw new IllegalArgumentException(
          "covariance ("
              + covariance
              + ") must be at most the product of the standard errors, "
              + most
              + ", in size");
    }
  }

  private static void requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be finite");
    }
  }

  private static void requireError(String name, double error) {
    if (!(error >= 0) || Double.isInfinite(error)) {
      throw new IllegalArgumentException(name + " (" + error + ") must be finite and at least 0");
    }
  }

  /**
   * Returns the ratio.
   *
   * @return numerator / denominator
   */
  public double value() {
    return numerator / denominator;
  }

  /**
   * Returns an interval of the ratio.
   *
   * <p>Delta, with q the ratio, a and b the standard errors, c the covariance and z the normal
   * quantile: {@code q -+ z sqrt(a^2 - 2 q c + q^2 b^2) / |denominator|}. Fieller: all q with
   * {@code (numerator - q denominator)^2 <= z^2 (a^2 - 2 q c + q^2 b^2)}.
   *
   * @param method how to make it
   * @param level the confidence level, over 0 and under 1
   * @return the interval; empty for Fieller where the denominator is at most z standard errors from
   *     0, for the ratios then have no bounds on one side or on both
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Optional<ConfidenceInterval> interval(NormalRatioMethod method, double level) {
    requireNonNull(method, "method");
    double z = Normal.criticalValue(Checks.level(level));
    return method == NormalRatioMethod.DELTA ? Optional.of(delta(z, level)) : fieller(z, level);
  }

  private ConfidenceInterval delta(double z, double level) {
    double q = value();
    double margin = z * Math.sqrt(varianceOfExcess(q)) / Math.abs(denominator);
    return new ConfidenceInterval(q - margin, q + margin, level, NormalRatioMethod.DELTA.title());
  }

  /** The variance of numerator - q denominator. */
  private double varianceOfExcess(double q) {
    double own = numeratorError * numeratorError - 2 * q * covariance;
    return Math.max(0, own + q * denominatorError * (q * denominatorError));
  }

  /** In units of the denominator: g is z^2 times its relative variance. */
  private Optional<ConfidenceInterval> fieller(double z, double level) {
    double relative = z * denominatorError / denominator;
    double g = relative * relative;
    if (g >= 1) {
      return Optional.empty();
    }
    double q = value();
    double shift = z / denominator * (z / denominator) * covariance;
    double own = z * numeratorError / denominator;
    double root =
        Math.sqrt(Math.max(0, own * own + shift * (shift - 2 * q) + g * (q * q - own * own)));
    return Optional.of(
        new ConfidenceInterval(
            (q - shift - root) / (1 - g),
            (q - shift + root) / (1 - g),
            level,
            NormalRatioMethod.FIELLER.title()));
  }
}
