package io.github.retention4j.survival;

import io.github.retention4j.time.TimeScale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The survival that a model of Cox predicts: a step at each time at which someone of the stratum
 * left. Immutable.
 */
public final class CoxCurve {

  private final TimeScale timeScale;
  private final double[] time;
  private final double[] hazard;
  private final double[] error;
  private final boolean hasErrors;
  private final double end;

  /** Makes a curve of the steps of a baseline; errors are asked of the points that have them. */
  CoxCurve(TimeScale timeScale, double[] time, double end, IntFunction<PredictedSurvival> pointAt) {
    this.timeScale = timeScale;
    this.time = time;
    this.end = end;
    this.hazard = new double[time.length];
    this.error = new double[time.length];
    boolean known = true;
    for (int i = 0; i < time.length; i++) {
      PredictedSurvival point = pointAt.apply(i);
      hazard[i] = point.cumulativeHazard();
      error[i] = point.hazardError().orElse(0);
      known &= point.hazardError().isPresent();
    }
    this.hasErrors = known;
  }

  /**
   * Returns the unit of all times.
   *
   * @return that of the sample of the fit
   */
  public TimeScale timeScale() {
    return timeScale;
  }

  /**
   * Returns the steps.
   *
   * @return the survival just after each time at which someone left, times rising; empty if nobody
   *     of the stratum left
   */
  public List<PredictedSurvival> points() {
    return IntStream.range(0, time.length).mapToObj(i -> point(time[i], i)).toList();
  }

  private PredictedSurvival point(double at, int index) {
    double cumulative = index < 0 ? 0 : hazard[index];
    double itsError = index < 0 ? 0 : error[index];
    return new PredictedSurvival(
        at, cumulative, hasErrors ? OptionalDouble.of(itsError) : OptionalDouble.empty());
  }

  /**
   * Returns the survival at a time.
   *
   * @param at since the start, 0 or more, in the unit of the model
   * @return 1 before the first step; empty after the last time at which anyone of the stratum was
   *     seen, where the model knows nothing
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public Optional<PredictedSurvival> at(double at) {
    if (!(at >= 0) || Double.isInfinite(at)) {
      throw new IllegalArgumentException("at (" + at + ") must be 0 or more, and finite");
    }
    if (at > end) {
      return Optional.empty();
    }
    int found = Arrays.binarySearch(time, at + 0.0);
    return Optional.of(point(at, found >= 0 ? found : -found - 2));
  }

  /**
   * Returns the time at which a share has left.
   *
   * @param share over 0 and under 1; 0.5 asks for the median
   * @return the first time at which survival is at most {@code 1 - share}; empty if not reached
   * @throws IllegalArgumentException if the share is not between 0 and 1
   */
  public OptionalDouble quantile(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share (" + share + ") must be between 0 and 1");
    }
    double wanted = -Math.log1p(-share);
    return IntStream.range(0, time.length)
        .filter(i -> hazard[i] >= wanted)
        .mapToDouble(i -> time[i])
        .findFirst();
  }

  /**
   * Returns the curve as a table.
   *
   * @return a line for each step with survival, standard error and 95 % log-log interval
   */
  public String toText() {
    StringBuilder text = new StringBuilder("time (" + timeScale + ")  survival  error  interval");
    for (PredictedSurvival point : points()) {
      text.append(String.format(Locale.ROOT, "\n%12.4g  %8.4f", point.time(), point.survival()));
      point
          .standardError()
          .ifPresent(value -> text.append(String.format(Locale.ROOT, "  %.4f", value)));
      point.logLogInterval(0.95).ifPresent(interval -> text.append("  ").append(interval));
    }
    return text.toString();
  }

  /**
   * Returns the size.
   *
   * @return the number of steps and the last time seen
   */
  @Override
  public String toString() {
    return time.length + " steps until " + end + " in " + timeScale;
  }
}
