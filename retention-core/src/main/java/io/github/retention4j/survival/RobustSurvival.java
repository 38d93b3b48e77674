package io.github.retention4j.survival;

import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Optional;
import java.util.OptionalDouble;

/** A curve of Kaplan and Meier with robust standard errors. Immutable. */
public final class RobustSurvival {

  private final SurvivalCurve curve;
  private final CurveOptions options;
  private final CumulativeHazard hazard;
  private final double[] logVariance;
  private final double[] hazardVariance;

  RobustSurvival(
      SurvivalCurve curve, CurveOptions options, double[] logVariance, double[] hazardVariance) {
    this.curve = curve;
    this.options = options;
    this.hazard = curve.cumulativeHazard();
    this.logVariance = logVariance;
    this.hazardVariance = hazardVariance;
  }

  /**
   * Returns the number of steps: distinct times at which rows end.
   *
   * @return at least 1
   */
  public int size() {
    return curve.size();
  }

  /**
   * Returns the time of a step.
   *
   * @param step from 0, in the order of time
   * @return in the unit of the sample
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double time(int step) {
    return curve.time(step);
  }

  /**
   * Returns the share that lasts longer than the time of a step.
   *
   * @param step from 0
   * @return in [0, 1]
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double survival(int step) {
    return curve.survival(step);
  }

  /**
   * Returns the robust standard error of the share.
   *
   * @param step from 0
   * @return empty where the share is 0
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public OptionalDouble standardError(int step) {
    return survival(step) == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(survival(step) * Math.sqrt(logVariance[step]));
  }

  /**
   * Returns the interval of the share by its robust standard error.
   *
   * @param step from 0
   * @return empty where the share is 0, or 1 as none was lost yet
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public Optional<ConfidenceInterval> interval(int step) {
    double survival = survival(step);
    double half = options.criticalValue() * Math.sqrt(logVariance[step]);
    return survival == 0 || survival == 1
        ? Optional.empty()
        : Optional.of(options.interval().interval(survival, half, options.level()));
  }

  /**
   * Returns the cumulative hazard by Nelson and Aalen up to a step.
   *
   * @param step from 0
   * @return 0 or more
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double cumulativeHazard(int step) {
    return hazard.value(step);
  }

  /**
   * Returns the robust standard error of the cumulative hazard.
   *
   * @param step from 0
   * @return 0 before the first loss
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double hazardStandardError(int step) {
    return Math.sqrt(hazardVariance[step]);
  }
}
