package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.time.TimeScale;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/**
 * The share of customers that lasts longer than any time, by Kaplan and Meier: a step function that
 * falls where customers are lost. Immutable.
 *
 * <p>The curve has a step for each time at which rows end, lost or censored. Past the last of them
 * nothing was observed and nothing is said, save where none was left.
 */
public final class SurvivalCurve {

  /**
   * How far a survival may lie over a height and still count as having come down to it: over the
   * rounding of a product of millions of factors, and under one customer in many billions.
   */
  private static final double ROUNDING = 1e-11;

  private final TimeScale timeScale;
  private final RiskTable table;
  private final CurveOptions options;
  private final double[] survival;
  private final double[] variance;

  private SurvivalCurve(
      TimeScale timeScale,
      RiskTable table,
      CurveOptions options,
      double[] survival,
      double[] variance) {
    this.timeScale = timeScale;
    this.table = table;
    this.options = options;
    this.survival = survival;
    this.variance = variance;
  }

  static SurvivalCurve of(TimeScale timeScale, RiskTable table, CurveOptions options) {
    double[] survival = new double[table.size()];
    double[] variance = new double[table.size()];
    double product = 1;
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < survival.length; i++) {
      if (table.lost()[i] > 0) {
        product *= table.spared(i) / table.atRisk()[i];
        sum.add(product == 0 ? 0 : table.lost()[i] / table.atRisk()[i] / table.spared(i));
      }
      survival[i] = product;
      variance[i] = sum.value();
    }
    return new SurvivalCurve(timeScale, table, options, survival, variance);
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
    return options.level();
  }

  /**
   * Returns the number of rows of the sample or group; {@link #given} leaves it.
   *
   * @return at least 1
   */
  public long rows() {
    return table.rows();
  }

  /**
   * Returns the number of customers lost.
   *
   * @return the sum of their weights
   */
  public double lost() {
    return CompensatedSum.of(table.lost());
  }

  /**
   * Returns the largest number of customers at risk at a step: without late entry, all who lasted
   * to the first.
   *
   * @return a sum of weights
   */
  public double largestAtRisk() {
    return Arrays.stream(table.atRisk()).max().orElse(0);
  }

  /**
   * Returns the longest lifetime seen, over or not.
   *
   * @return in the unit of the curve
   */
  public double lastObserved() {
    return table.time()[size() - 1];
  }

  /**
   * Returns the number of steps: distinct times at which rows end.
   *
   * @return at least 1
   */
  public int size() {
    return table.size();
  }

  /**
   * Returns the time of a step.
   *
   * @param step from 0, in the order of time
   * @return in the unit of the curve
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double time(int step) {
    return table.time()[step];
  }

  /**
   * Returns the customers at risk at a step, by weight: entered before, and not ended before.
   *
   * @param step from 0
   * @return over 0
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double atRisk(int step) {
    return table.atRisk()[step];
  }

  /**
   * Returns the customers lost at a step, by weight.
   *
   * @param step from 0
   * @return 0 or more
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double lost(int step) {
    return table.lost()[step];
  }

  /**
   * Returns the customers last seen at a step and still active, by weight.
   *
   * @param step from 0
   * @return 0 or more
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double censored(int step) {
    return table.censored()[step];
  }

  /**
   * Returns the share that lasts longer than the time of a step.
   *
   * @param step from 0
   * @return in [0, 1]
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double survival(int step) {
    return survival[step];
  }

  /**
   * Returns the standard error of the share at a step, by Greenwood's formula.
   *
   * @param step from 0
   * @return empty where the share is 0
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public OptionalDouble standardError(int step) {
    return survival[step] == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(survival[step] * Math.sqrt(variance[step]));
  }

  /**
   * Returns the interval of the share at a step.
   *
   * @param step from 0
   * @return empty where the share is 0, or 1 as none was lost yet
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public Optional<ConfidenceInterval> interval(int step) {
    return survival[step] == 0 || survival[step] == 1
        ? Optional.empty()
        : Optional.of(
            options.interval().interval(survival[step], halfWidth(step), options.level()));
  }

  /** Returns the half-width of an interval of ln S. */
  private double halfWidth(int step) {
    return options.criticalValue() * Math.sqrt(variance[step]);
  }

  /**
   * Returns the share that lasts longer than a time, with its interval and the number at risk.
   *
   * <p>Past the last observed time the curve is unknown, save where it had come down to 0.
   *
   * @param time 0 or more
   * @return the estimate, or that the time was not observed
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public SurvivalAnswer at(double time) {
    requireTime("time", time);
    if (time > lastObserved() && survival[size() - 1] > 0) {
      return new SurvivalAnswer.NotObserved(time, lastObserved());
    }
    int next = table.firstFrom(time);
    int step = next < size() && table.time()[next] == time ? next : next - 1;
    double atRisk = table.atRisk(time, next);
    return step < 0
        ? new SurvivalAnswer.Estimate(time, 1, atRisk, OptionalDouble.of(0), Optional.empty())
        : new SurvivalAnswer.Estimate(
            time, survival[step], atRisk, standardError(step), interval(step));
  }

  private static void requireTime(String name, double time) {
    if (!(time >= 0) || time == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " (" + time + ") must be 0 or more, and finite");
    }
  }

  /**
   * Returns the median lifetime: the time by which one half is lost.
   *
   * @return the quantile of 0.5
   */
  public LifetimeQuantile median() {
    return quantile(0.5);
  }

  /**
   * Returns the time by which a share of customers is lost: the first t with {@code S(t) <= 1 -
   * share}, or as the rule of quantiles has it.
   *
   * @param share over 0 and under 1
   * @return the time with its interval; each may be not reached
   * @throws IllegalArgumentException if the share is not between 0 and 1
   */
  public LifetimeQuantile quantile(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share (" + share + ") must be between 0 and 1");
    }
    double height = 1 - share;
    SurvivalInterval scale = options.interval();
    return new LifetimeQuantile(
        share,
        firstDownTo(height, size(), step -> survival[step]),
        firstDownTo(height, spread(), step -> scale.cutLimit(survival[step], -halfWidth(step))),
        firstDownTo(height, spread(), step -> scale.cutLimit(survival[step], halfWidth(step))),
        options.level(),
        scale);
  }

  /** Returns the number of steps before the curve is 0 and its limits unknown. */
  private int spread() {
    int steps = size();
    while (steps > 0 && survival[steps - 1] == 0) {
      steps--;
    }
    return steps;
  }

  private LifetimeLimit firstDownTo(double height, int steps, IntToDoubleFunction curve) {
    for (int step = 0; step < steps; step++) {
      double value = curve.applyAsDouble(step);
      if (value <= height + ROUNDING) {
        boolean flat =
            options.quantileRule() == QuantileRule.MIDPOINT && value >= height - ROUNDING;
        return new LifetimeLimit.Reached(
            flat ? (time(step) + time(nextFall(step))) / 2 : time(step));
      }
    }
    return new LifetimeLimit.NotReached(lastObserved());
  }

  /** Returns the next step at which customers are lost, or the last. */
  private int nextFall(int step) {
    int next = step + 1;
    while (next < size() && table.lost()[next] == 0) {
      next++;
    }
    return Math.min(next, size() - 1);
  }

  /**
   * Returns the mean lifetime up to a horizon: what a customer stays, on average, of the first
   * {@code horizon}.
   *
   * <pre>{@code
   * mean = integral of S from 0 to the horizon
   * variance = sum over t_i <= horizon of A_i^2 d_i / (n_i (n_i - d_i))
   * }</pre>
   *
   * <p>A_i is the area under S from t_i to the horizon. Where the curve has come down to 0 the
   * horizon may be any later time, and the mean is that of whole lifetimes.
   *
   * @param horizon over 0
   * @return empty if the horizon lies beyond what was observed
   * @throws IllegalArgumentException if the horizon is not over 0 and finite
   */
  public Optional<RestrictedMean> restrictedMean(double horizon) {
    requireTime("horizon", horizon);
    if (horizon == 0) {
      throw new IllegalArgumentException("horizon (0.0) must be over 0");
    }
    if (horizon > lastObserved() && survival[size() - 1] > 0) {
      return Optional.empty();
    }
    CompensatedSum area = new CompensatedSum();
    CompensatedSum squares = new CompensatedSum();
    double end = horizon;
    for (int step = size() - 1; step >= 0; step--) {
      if (time(step) <= horizon) {
        area.add(survival[step] * (end - time(step)));
        end = time(step);
        squares.add(areaVariance(step, area.value()));
      }
    }
    return Optional.of(
        new RestrictedMean(
            timeScale,
            horizon,
            area.add(end).value(),
            Math.sqrt(squares.value()),
            options.level()));
  }

  private double areaVariance(int step, double area) {
    double spared = table.spared(step);
    return spared == 0 || area == 0
        ? 0
        : area * area * (table.lost()[step] / table.atRisk()[step] / spared);
  }

  /**
   * Returns the curve of those who have lasted so long already, with times counted from there on:
   * their chance to stay 6 more months is its {@code at(6)}, what is left to them its median and
   * its restricted mean.
   *
   * <p>It is {@code S(start + t) / S(start)}, made of those at risk later than {@code start} alone;
   * so is its variance.
   *
   * @param start how long they have been customers, 0 or more
   * @return empty if no one was observed for longer
   * @throws IllegalArgumentException if the start is negative or not finite
   */
  public Optional<SurvivalCurve> given(double start) {
    requireTime("start", start);
    return start >= lastObserved()
        ? Optional.empty()
        : Optional.of(of(timeScale, table.after(start), options));
  }

  /**
   * Returns the cumulative hazard by Nelson and Aalen of the same customers.
   *
   * @return the hazard
   */
  public CumulativeHazard cumulativeHazard() {
    return cumulativeHazard(HazardTies.TOGETHER);
  }

  /**
   * Returns the cumulative hazard of the same customers.
   *
   * @param ties how customers lost at one time count
   * @return the hazard
   */
  public CumulativeHazard cumulativeHazard(HazardTies ties) {
    return CumulativeHazard.of(timeScale, table, Objects.requireNonNull(ties, "ties"), level());
  }

  /**
   * Returns the curve as text: a line for each time at which customers are lost, of which as many
   * as fit, with the number at risk, lost, the share and its interval.
   *
   * @return lines of text
   */
  public String toText() {
    StepText lines = new StepText("time", "at risk", "lost", "survival", "lower", "upper");
    for (int step = 0; step < size(); step++) {
      if (lost(step) > 0) {
        lines.add(time(step), atRisk(step), lost(step), survival[step], interval(step));
      }
    }
    return "Kaplan-Meier, "
        + timeScale
        + ", median "
        + median().estimate().words()
        + ", intervals "
        + ConfidenceInterval.words(level(), options.interval().toString())
        + "\n"
        + lines;
  }

  /**
   * Returns the size.
   *
   * @return for example {@code survival of 228 lifetimes in days, observed up to 1022}
   */
  @Override
  public String toString() {
    return "survival of "
        + rows()
        + " lifetimes in "
        + timeScale
        + ", observed up to "
        + TextTable.number(lastObserved());
  }
}
