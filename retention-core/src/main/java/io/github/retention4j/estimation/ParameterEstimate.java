package io.github.retention4j.estimation;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a fit says of one parameter.
 *
 * @param name its name in the paper, such as {@code alpha}
 * @param value the estimate, in the paper's scale
 * @param range what values it may take
 * @param standardError the standard error in the paper's scale, over 0; empty where the sample does
 *     not tell it
 * @param atBoundary whether the likelihood rises towards an end of the range, so that the value
 *     stands for "practically 0" or "practically infinite"
 * @param profile how the likelihood falls around the estimate, where the fit computed it
 */
public record ParameterEstimate(
    String name,
    double value,
    ParameterRange range,
    OptionalDouble standardError,
    boolean atBoundary,
    Optional<LikelihoodProfile> profile) {

  /**
   * Checks the numbers.
   *
   * @param name its name
   * @param value the estimate
   * @param range what values it may take
   * @param standardError the standard error
   * @param atBoundary whether it ran to an end of its range
   * @param profile how the likelihood falls around it
   * @throws IllegalArgumentException if a number is not finite, the value beyond its range or the
   *     standard error not over 0
   */
  public ParameterEstimate {
    requireNonNull(name, "name");
    requireNonNull(range, "range");
    requireNonNull(standardError, "standardError");
    requireNonNull(profile, "profile");
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value (" + value + ") of " + name + " must be finite");
    }
    range.checked("value of " + name, value);
    double error = standardError.orElse(1);
    if (!(error > 0) || Double.isInfinite(error)) {
      throw new IllegalArgumentException(
          "standardError (" + error + ") of " + name + " must be finite and over 0");
    }
  }

  /**
   * Makes an estimate without a profile of the likelihood.
   *
   * @param name its name
   * @param value the estimate
   * @param range what values it may take
   * @param standardError the standard error
   * @param atBoundary whether it ran to an end of its range
   * @throws IllegalArgumentException if a number is not finite, the value beyond its range or the
   *     standard error not over 0
   */
  public ParameterEstimate(
      String name,
      double value,
      ParameterRange range,
      OptionalDouble standardError,
      boolean atBoundary) {
    this(name, value, range, standardError, atBoundary, Optional.empty());
  }

  static double checkedLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level (" + level + ") must be between 0 and 1");
    }
    return level;
  }

  /**
   * Returns the interval of the profile where there is one, {@link LikelihoodProfile#interval};
   * else that of Wald, made on the line of the range and carried back, so that it stays inside the
   * range. For a positive parameter:
   *
   * <pre>{@code value * exp(-+z * standardError / value),   z the normal quantile of the level}
   * </pre>
   *
   * <p>Its method says so: {@code profile likelihood}, or {@code Wald on log scale}. Example of
   * Wald: 2 with a standard error of 0.5 gives 1.225 to 3.265 at 0.95.
   *
   * @param level the confidence level, over 0 and under 1
   * @return the interval, empty without a profile and a standard error, if the profile does not go
   *     so far or if a limit is beyond what a double holds
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Optional<ConfidenceInterval> interval(double level) {
    checkedLevel(level);
    return profile.isPresent()
        ? profile.get().interval(level)
        : standardError.isPresent() ? wald(level, standardError.getAsDouble()) : Optional.empty();
  }

  private Optional<ConfidenceInterval> wald(double level, double error) {
    double centre = range.toLine(value);
    if (Double.isInfinite(centre)) {
      return Optional.empty();
    }
    double margin = Normal.criticalValue(level) * error / range.slopeAt(value);
    double lower = range.fromLine(centre - margin);
    double upper = range.fromLine(centre + margin);
    if (!Double.isFinite(lower) || !Double.isFinite(upper)) {
      return Optional.empty();
    }
    return Optional.of(new ConfidenceInterval(lower, upper, level, range.intervalMethod()));
  }
}
