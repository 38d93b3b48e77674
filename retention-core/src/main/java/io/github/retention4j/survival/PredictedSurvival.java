package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How likely a customer is to be still there at a time, by a model.
 *
 * @param time since the start, in the unit of the model
 * @param cumulativeHazard the hazard summed up to then, 0 or more
 * @param hazardError its standard error; empty where a coefficient has none
 */
public record PredictedSurvival(double time, double cumulativeHazard, OptionalDouble hazardError) {

  /**
   * Checks the numbers.
   *
   * @param time since the start
   * @param cumulativeHazard the hazard summed up
   * @param hazardError its standard error
   * @throws IllegalArgumentException if a number is negative or not finite
   */
  public PredictedSurvival {
    requireNonNull(hazardError, "hazardError");
    requireFinite("time", time);
    requireFinite("cumulativeHazard", cumulativeHazard);
    requireFinite("hazardError", hazardError.orElse(0));
  }

  private static void requireFinite(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be 0 or more, and finite");
    }
  }

  /**
   * Returns the chance to be still there after the time.
   *
   * @return {@code exp(-cumulativeHazard)}, from 0 to 1
   */
  public double survival() {
    return Math.exp(-cumulativeHazard);
  }

  /**
   * Returns the standard error of the survival.
   *
   * @return {@code survival * hazardError}; empty where that is
   */
  public OptionalDouble standardError() {
    return hazardError.isEmpty()
        ? hazardError
        : OptionalDouble.of(survival() * hazardError.getAsDouble());
  }

  /**
   * Returns the interval made on the scale of the logarithm of survival, cut at 1.
   *
   * <pre>{@code exp(-cumulativeHazard -+ z * hazardError)}</pre>
   *
   * @param level the confidence level, over 0 and under 1
   * @return the interval; empty without a standard error
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Optional<ConfidenceInterval> logInterval(double level) {
    double z = criticalValue(level);
    if (hazardError.isEmpty()) {
      return Optional.empty();
    }
    double margin = z * hazardError.getAsDouble();
    return Optional.of(
        new ConfidenceInterval(
            Math.exp(-cumulativeHazard - margin),
            Math.min(1, Math.exp(-cumulativeHazard + margin)),
            level,
            "log"));
  }

  /**
   * Returns the interval made on the scale of the logarithm of the cumulative hazard; it stays from
   * 0 to 1 by itself.
   *
   * <pre>{@code exp(-cumulativeHazard * exp(+-z * hazardError / cumulativeHazard))}</pre>
   *
   * @param level the confidence level, over 0 and under 1
   * @return the interval; empty without a standard error
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Optional<ConfidenceInterval> logLogInterval(double level) {
    double z = criticalValue(level);
    if (hazardError.isEmpty()) {
      return Optional.empty();
    }
    double factor =
        cumulativeHazard == 0 ? 1 : Math.exp(z * hazardError.getAsDouble() / cumulativeHazard);
    return Optional.of(
        new ConfidenceInterval(
            Math.exp(-cumulativeHazard * factor),
            Math.exp(-cumulativeHazard / factor),
            level,
            "log-log"));
  }

  private static double criticalValue(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level (" + level + ") must be between 0 and 1");
    }
    return Normal.criticalValue(level);
  }
}
