package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Workers;

/**
 * Estimates the curve of Kaplan and Meier with standard errors that hold where Greenwood's do not:
 * for weights that are no counts, such as those that make a sample like the whole, and for
 * customers with several rows, which are not independent.
 *
 * <p>Each customer's influence on the estimate is summed in squares, the infinitesimal jackknife.
 * Rows of one customer are taken together where the sample names customers; else each row is one.
 * The estimates themselves are those of {@link KaplanMeier}.
 *
 * <p>Default: intervals {@link SurvivalInterval#LOG_LOG} of level 0.95.
 *
 * @see <a href="https://doi.org/10.1137/1.9781611970319">Efron (1982)</a>
 */
public final class RobustSurvivalCalculator {

  private final CurveOptions options;

  private RobustSurvivalCalculator(CurveOptions options) {
    this.options = options;
  }

  /**
   * Returns the calculator with the defaults listed above.
   *
   * @return the calculator
   */
  public static RobustSurvivalCalculator withDefaults() {
    return new RobustSurvivalCalculator(
        new CurveOptions(SurvivalInterval.LOG_LOG, 0.95, QuantileRule.FIRST_TIME));
  }

  /**
   * Chooses the scale of the intervals.
   *
   * @param interval the scale
   * @return a calculator with it
   */
  public RobustSurvivalCalculator with(SurvivalInterval interval) {
    requireNonNull(interval, "interval");
    return new RobustSurvivalCalculator(
        new CurveOptions(interval, options.level(), options.quantileRule()));
  }

  /**
   * Chooses the confidence level.
   *
   * @param level over 0 and under 1
   * @return a calculator with it
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public RobustSurvivalCalculator withLevel(double level) {
    return new RobustSurvivalCalculator(
        new CurveOptions(options.interval(), level, options.quantileRule()));
  }

  /**
   * Computes the curve of all rows; groups and strata are not looked at.
   *
   * @param sample the lifetimes
   * @return the curve with robust standard errors
   */
  public RobustSurvival calculate(LifetimeSample sample) {
    RiskTable table;
    try (Workers workers = new Workers(1)) {
      table = RiskTable.of(LifetimeRows.all(sample), workers);
    }
    double[] onLogSurvival = new double[table.size()];
    double[] onHazard = new double[table.size()];
    for (int i = 0; i < onHazard.length; i++) {
      // Where all are lost the curve is 0, of which no spread is told.
      onLogSurvival[i] = table.spared(i) == 0 ? 0 : 1 / table.spared(i);
      onHazard[i] = 1 / table.atRisk()[i];
    }
    return new RobustSurvival(
        SurvivalCurve.of(sample.timeScale(), table, options),
        options,
        RobustSums.of(sample, table, onLogSurvival),
        RobustSums.of(sample, table, onHazard));
  }
}
