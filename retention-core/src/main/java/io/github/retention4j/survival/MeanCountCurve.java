package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.time.TimeScale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How many events a customer has had by any time, on average: a step function that rises where
 * events fall. Immutable. Past the last time observed nothing is said.
 */
public final class MeanCountCurve {

  private final TimeScale timeScale;
  private final RiskTable table;
  private final double level;
  private final double[] mean;
  private final double[] variance;

  private MeanCountCurve(
      TimeScale timeScale, RiskTable table, double level, double[] mean, double[] variance) {
    this.timeScale = timeScale;
    this.table = table;
    this.level = level;
    this.mean = mean;
    this.variance = variance;
  }

  static MeanCountCurve of(LifetimeSample sample, RiskTable table, double level) {
    double[] mean = new double[table.size()];
    CompensatedSum sum = new CompensatedSum();
    for (int step = 0; step < mean.length; step++) {
      mean[step] = sum.add(table.lost()[step] / table.atRisk()[step]).value();
    }
    double[] variance = new CustomerSpread(sample).variances(table);
    return new MeanCountCurve(sample.timeScale(), table, level, mean, variance);
  }

  /**
   * Returns the unit of all times.
   *
   * @return the unit of the sample
   */
  public TimeScale timeScale() {
    return timeScale;
  }

  /**
   * Returns the confidence level of all intervals.
   *
   * @return over 0 and under 1
   */
  public double level() {
    return level;
  }

  /**
   * Returns the number of steps: distinct times at which rows end.
   *
   * @return at least 1
   */
  public int size() {
    return mean.length;
  }

  /**
   * Returns the time of a step.
   *
   * @param step from 0, in the order of time
   * @return in the unit of the sample
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double time(int step) {
    return table.time()[step];
  }

  /**
   * Returns the customers observed at a step, by weight.
   *
   * @param step from 0
   * @return over 0
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double observed(int step) {
    return table.atRisk()[step];
  }

  /**
   * Returns the events at a step, by weight.
   *
   * @param step from 0
   * @return 0 or more
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double events(int step) {
    return table.lost()[step];
  }

  /**
   * Returns the mean count of events up to a step.
   *
   * @param step from 0
   * @return 0 or more
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double mean(int step) {
    return mean[step];
  }

  /**
   * Returns the standard error of the mean count, by differences between customers.
   *
   * @param step from 0
   * @return 0 before the first event, and where all customers had the same
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double standardError(int step) {
    return Math.sqrt(variance[step]);
  }

  /**
   * Returns the interval of the mean count: {@code M exp(+- z se / M)}.
   *
   * @param step from 0
   * @return empty where the standard error is 0: no spread does not mean certainty
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public Optional<ConfidenceInterval> interval(int step) {
    if (variance[step] == 0) {
      return Optional.empty();
    }
    double factor = Math.exp(Normal.criticalValue(level) * standardError(step) / mean[step]);
    return Optional.of(
        new ConfidenceInterval(mean[step] / factor, mean[step] * factor, level, "log"));
  }

  /**
   * Returns the mean count of events up to a time.
   *
   * @param time 0 or more
   * @return empty if the time lies beyond the last observed
   * @throws IllegalArgumentException if the time is negative
   */
  public OptionalDouble at(double time) {
    OptionalDouble none = OptionalDouble.empty();
    return isObserved(time) ? OptionalDouble.of(step(time) < 0 ? 0 : mean[step(time)]) : none;
  }

  /**
   * Returns the interval of the mean count up to a time.
   *
   * @param time 0 or more
   * @return empty if the time lies beyond the last observed, or the standard error is 0
   * @throws IllegalArgumentException if the time is negative
   */
  public Optional<ConfidenceInterval> intervalAt(double time) {
    return isObserved(time) && step(time) >= 0 ? interval(step(time)) : Optional.empty();
  }

  private boolean isObserved(double time) {
    if (!(time >= 0)) {
      throw new IllegalArgumentException("time (" + time + ") must be 0 or more");
    }
    return time <= time(size() - 1);
  }

  /** Returns the last step up to a time, or -1. */
  private int step(double time) {
    int next = table.firstFrom(time);
    return next < size() && time(next) == time ? next : next - 1;
  }

  /**
   * Returns the curve as text: a line for each time with events, of which as many as fit, with the
   * customers observed, the events, the mean count and its interval.
   *
   * @return lines of text
   */
  public String toText() {
    StepText lines = new StepText("time", "observed", "events", "mean count", "lower", "upper");
    for (int step = 0; step < size(); step++) {
      if (events(step) > 0) {
        lines.add(time(step), observed(step), events(step), mean[step], interval(step));
      }
    }
    return "Mean cumulative count, "
        + timeScale
        + ", intervals "
        + ConfidenceInterval.words(level, "log")
        + "\n"
        + lines;
  }
}
