package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.time.TimeScale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The cumulative hazard of loss up to any time: how many losses a customer would go through who is
 * replaced at once whenever lost. Its slope is the hazard, losses per customer and unit of time.
 * Immutable.
 *
 * <pre>{@code
 * H(t) = sum over t_i <= t of d_i / n_i
 * variance = sum over t_i <= t of d_i / n_i^2
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1214/aos/1176344247">Aalen (1978)</a>
 */
public final class CumulativeHazard {

  private final TimeScale timeScale;
  private final RiskTable table;
  private final double level;
  private final double[] hazard;
  private final double[] variance;

  private CumulativeHazard(
      TimeScale timeScale, RiskTable table, double level, double[] hazard, double[] variance) {
    this.timeScale = timeScale;
    this.table = table;
    this.level = level;
    this.hazard = hazard;
    this.variance = variance;
  }

  static CumulativeHazard of(TimeScale timeScale, RiskTable table, HazardTies ties, double level) {
    double[] hazard = new double[table.size()];
    double[] variance = new double[table.size()];
    CompensatedSum sum = new CompensatedSum();
    CompensatedSum squares = new CompensatedSum();
    for (int i = 0; i < hazard.length; i++) {
      if (table.lost()[i] > 0) {
        // In turn, each of the m lost takes an equal part of their weight away.
        int turns = ties == HazardTies.IN_TURN ? (int) table.lostRows()[i] : 1;
        double part = table.lost()[i] / turns;
        for (int turn = 0; turn < turns; turn++) {
          double atRisk = table.atRisk()[i] - turn * part;
          sum.add(part / atRisk);
          squares.add(part / atRisk / atRisk);
        }
      }
      hazard[i] = sum.value();
      variance[i] = squares.value();
    }
    return new CumulativeHazard(timeScale, table, level, hazard, variance);
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
   * Returns the number of steps: distinct times at which rows end.
   *
   * @return at least 1
   */
  public int size() {
    return hazard.length;
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
   * Returns the cumulative hazard up to a step.
   *
   * @param step from 0
   * @return 0 or more, without bound
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double value(int step) {
    return hazard[step];
  }

  /**
   * Returns its standard error.
   *
   * @param step from 0
   * @return 0 before the first loss
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double standardError(int step) {
    return Math.sqrt(variance[step]);
  }

  /**
   * Returns its interval, symmetric for the logarithm: {@code H exp(+- z se / H)}.
   *
   * @param step from 0
   * @return empty before the first loss
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public Optional<ConfidenceInterval> interval(int step) {
    if (hazard[step] == 0) {
      return Optional.empty();
    }
    double factor = Math.exp(Normal.criticalValue(level) * standardError(step) / hazard[step]);
    return Optional.of(
        new ConfidenceInterval(hazard[step] / factor, hazard[step] * factor, level, "log"));
  }

  /**
   * Returns the share that lasts longer than a step as the hazard has it, {@code exp(-H)}: a little
   * over that of Kaplan and Meier, and never 0. With ties {@link HazardTies#TOGETHER} that is
   * Breslow's estimate, else Fleming and Harrington's.
   *
   * @param step from 0
   * @return in (0, 1]
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public double survival(int step) {
    return Math.exp(-hazard[step]);
  }

  /**
   * Returns the cumulative hazard up to a time.
   *
   * @param time 0 or more
   * @return empty if the time lies beyond the last observed
   * @throws IllegalArgumentException if the time is negative
   */
  public OptionalDouble at(double time) {
    if (!(time >= 0)) {
      throw new IllegalArgumentException("time (" + time + ") must be 0 or more");
    }
    int next = table.firstFrom(time);
    if (next == size()) {
      return OptionalDouble.empty();
    }
    int step = table.time()[next] == time ? next : next - 1;
    return OptionalDouble.of(step < 0 ? 0 : hazard[step]);
  }
}
