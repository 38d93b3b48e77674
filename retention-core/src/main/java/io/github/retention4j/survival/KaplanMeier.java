package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Workers;
import java.util.Map;
import java.util.TreeMap;

/**
 * Estimates which share of customers lasts longer than any time, from lifetimes of which some are
 * not over.
 *
 * <pre>{@code S(t) = product over t_i <= t of (1 - d_i / n_i)}</pre>
 *
 * <p>d_i customers are lost and n_i are at risk at t_i, those who end then among them: losses come
 * before censorings of the same time. The variance is Greenwood's, {@code S(t)^2 * sum of d_i /
 * (n_i (n_i - d_i))}. Both are sums of weights, so that a row of weight 3 is as three rows ({@link
 * RobustSurvivalCalculator} for weights that are no counts, and for customers with several rows).
 * Reasons of losses are not told apart; to take customers lost for another reason as censored does
 * not give the share lost for one.
 *
 * <p><b>Late entry.</b> A row is at risk after its entry up to and including its end, so that
 * customers who came before the data begin must be in the sample with their entry. Leave it out and
 * those who left before the data began are silently missing: on simulated customers of whom 49.7 %
 * last a year, in a warehouse that begins in month 24, the curve says 49.6 % with entries and 57.6
 * % without. With late entry few may be at risk at early times; if all of them are lost the curve
 * is 0 for good, and {@link SurvivalCurve#given} a later time is the question to ask.
 *
 * <p>Defaults: intervals {@link SurvivalInterval#LOG_LOG} of level 0.95, as these never leave 0 to
 * 1 and hold their level with few customers too (R's default is {@link SurvivalInterval#LOG});
 * quantiles {@link QuantileRule#FIRST_TIME}; one thread.
 *
 * <p>Worked number: of four customers two left after 2 and 5 months and two are still there after 3
 * and 6. S(2) = 3/4, S(5) = 3/4 * 1/2 = 0.375.
 *
 * @see <a href="https://doi.org/10.2307/2281868">Kaplan and Meier (1958)</a>
 */
public final class KaplanMeier {

  private final CurveOptions options;
  private final int threads;

  private KaplanMeier(CurveOptions options, int threads) {
    this.options = options;
    this.threads = threads;
  }

  /**
   * Returns the calculator with the defaults listed above.
   *
   * @return the calculator
   */
  public static KaplanMeier withDefaults() {
    return new KaplanMeier(
        new CurveOptions(SurvivalInterval.LOG_LOG, 0.95, QuantileRule.FIRST_TIME), 1);
  }

  /**
   * Chooses the scale of the intervals.
   *
   * @param interval the scale
   * @return a calculator with it
   */
  public KaplanMeier with(SurvivalInterval interval) {
    requireNonNull(interval, "interval");
    return new KaplanMeier(
        new CurveOptions(interval, options.level(), options.quantileRule()), threads);
  }

  /**
   * Chooses what a quantile is where the curve is flat.
   *
   * @param rule the rule
   * @return a calculator with it
   */
  public KaplanMeier with(QuantileRule rule) {
    requireNonNull(rule, "rule");
    return new KaplanMeier(new CurveOptions(options.interval(), options.level(), rule), threads);
  }

  /**
   * Chooses the confidence level.
   *
   * @param level over 0 and under 1
   * @return a calculator with it
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public KaplanMeier withLevel(double level) {
    return new KaplanMeier(
        new CurveOptions(options.interval(), level, options.quantileRule()), threads);
  }

  /**
   * Chooses how many threads count and sort; the result is the same for any number.
   *
   * @param count from 1 to 1,024
   * @return a calculator with it
   * @throws IllegalArgumentException if it is not
   */
  public KaplanMeier withThreads(int count) {
    Workers.checked(count);
    return new KaplanMeier(options, count);
  }

  /**
   * Computes the curve of all rows; groups and strata are not looked at.
   *
   * @param sample the lifetimes
   * @return the curve
   */
  public SurvivalCurve calculate(LifetimeSample sample) {
    try (Workers workers = new Workers(threads)) {
      return curve(LifetimeRows.all(sample), workers);
    }
  }

  /**
   * Computes the curve of each group.
   *
   * @param sample the lifetimes, divided into groups
   * @return the curves by the name of the group
   * @throws IllegalArgumentException if the sample has no groups
   */
  public SurvivalCurves calculateByGroup(LifetimeSample sample) {
    String attribute = GroupRows.requireGroups(sample);
    Map<String, SurvivalCurve> curves = new TreeMap<>();
    int[][] rows = GroupRows.of(sample);
    try (Workers workers = new Workers(threads)) {
      for (int group = 0; group < rows.length; group++) {
        curves.put(
            sample.groups().get(group), curve(LifetimeRows.of(sample, rows[group]), workers));
      }
    }
    return new SurvivalCurves(attribute, curves);
  }

  private SurvivalCurve curve(LifetimeRows rows, Workers workers) {
    return SurvivalCurve.of(rows.sample().timeScale(), RiskTable.of(rows, workers), options);
  }
}
