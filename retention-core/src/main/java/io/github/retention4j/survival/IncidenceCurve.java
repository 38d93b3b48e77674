package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The share of customers that has left for one reason by any time, by Aalen and Johansen: a step
 * function that rises where customers leave for it. Immutable.
 *
 * <p>It has the steps of the curve of those still active: the times at which rows end. Past the
 * last of them nothing was observed and nothing is said, save where none was left.
 */
public final class IncidenceCurve {

  private final String reason;
  private final SurvivalCurve active;
  private final CurveOptions options;
  private final double[] lost;
  private final double[] incidence;
  private final double[] variance;

  private IncidenceCurve(
      String reason,
      SurvivalCurve active,
      CurveOptions options,
      double[] lost,
      double[] incidence,
      double[] variance) {
    this.reason = reason;
    this.active = active;
    this.options = options;
    this.lost = lost;
    this.incidence = incidence;
    this.variance = variance;
  }

  static IncidenceCurve of(
      String reason, SurvivalCurve active, RiskTable table, double[] lost, CurveOptions options) {
    double[] incidence = new double[table.size()];
    double[] variance = new double[table.size()];
    CompensatedSum left = new CompensatedSum();
    boolean alone = true;
    IncidenceVariance spread = new IncidenceVariance();
    for (int step = 0; step < incidence.length; step++) {
      double before = step == 0 ? 1 : active.survival(step - 1);
      double share = lost[step] / table.atRisk()[step];
      left.add(before * share);
      alone &= before == 0 || lost[step] == table.lost()[step];
      spread.step(before, share, table.lost()[step], table.atRisk()[step], active.survival(step));
      // No other reason and no one left: 1, whatever the rounding.
      incidence[step] = alone && active.survival(step) == 0 ? 1 : Math.min(1, left.value());
      variance[step] = spread.ofIncidence();
    }
    return new IncidenceCurve(reason, active, options, lost, incidence, variance);
  }

  /**
   * Returns the reason.
   *
   * @return for example {@code involuntary}
   */
  public String reason() {
    return reason;
  }

  /**
   * Returns the confidence level of all intervals.
   *
   * @return over 0 and under 1
   */
  public double level() {
    return options.level();
  }

  /**
   * Returns the number of steps: distinct times at which rows end.
   *
   * @return at least 1
   */
  public int size() {
    return incidence.length;
  }

  /**
   * Returns the time of a step.
   *
   * @param step from 0, in the order of time
   * @return in the unit of the sample
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double time(int step) {
    return active.time(step);
  }

  /**
   * Returns the customers at risk at a step, by weight, of leaving for whatever reason.
   *
   * @param step from 0
   * @return over 0
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double atRisk(int step) {
    return active.atRisk(step);
  }

  /**
   * Returns the customers lost for this reason at a step, by weight.
   *
   * @param step from 0
   * @return 0 or more
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double lost(int step) {
    return lost[step];
  }

  /**
   * Returns the share that has left for this reason by the time of a step.
   *
   * @param step from 0
   * @return in [0, 1]
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double incidence(int step) {
    return incidence[step];
  }

  /**
   * Returns the standard error of that share, by the formula of {@link CumulativeIncidence}.
   *
   * @param step from 0
   * @return 0 before the first loss for this reason; empty once all have left for it
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public OptionalDouble standardError(int step) {
    return incidence[step] == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(Math.max(0, variance[step])));
  }

  /**
   * Returns the interval of that share.
   *
   * @param step from 0
   * @return empty where the share is 0 or 1, of whose spread nothing is known
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public Optional<ConfidenceInterval> interval(int step) {
    OptionalDouble error = standardError(step);
    if (error.isEmpty() || incidence[step] == 0) {
      return Optional.empty();
    }
    double relative = options.criticalValue() * error.getAsDouble() / incidence[step];
    return Optional.of(options.interval().interval(incidence[step], relative, options.level()));
  }

  /**
   * Returns the share that has left for this reason by a time.
   *
   * @param time 0 or more
   * @return empty if the time lies beyond the last observed and some were still active then
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public Optional<IncidenceEstimate> at(double time) {
    return active.at(time).estimate().map(it -> estimate(time, it.atRisk()));
  }

  private IncidenceEstimate estimate(double time, double atRisk) {
    int step = -1;
    double lostBefore = 0;
    while (step + 1 < size() && time(step + 1) <= time) {
      step++;
      lostBefore += lost[step];
    }
    return step < 0
        ? new IncidenceEstimate(reason, time, 0, 0, atRisk, OptionalDouble.of(0), Optional.empty())
        : new IncidenceEstimate(
            reason, time, incidence[step], lostBefore, atRisk, standardError(step), interval(step));
  }

  /**
   * Returns the curve as text: a line for each time at which customers leave for this reason, of
   * which as many as fit, with the number at risk, lost, the share and its interval.
   *
   * @return lines of text
   */
  public String toText() {
    StepText lines = new StepText("time", "at risk", "lost", "incidence", "lower", "upper");
    for (int step = 0; step < size(); step++) {
      if (lost[step] > 0) {
        lines.add(time(step), atRisk(step), lost[step], incidence[step], interval(step));
      }
    }
    return "Cumulative incidence of "
        + reason
        + ", "
        + active.timeScale()
        + ", intervals "
        + ConfidenceInterval.words(level(), options.interval().toString())
        + "\n"
        + lines;
  }
}
