package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Workers;
import java.util.Map;
import java.util.TreeMap;

/**
 * Estimates for each reason which share of customers has left for it by any time, when a customer
 * that left for one can no longer leave for another: competing risks, by Aalen and Johansen.
 *
 * <pre>{@code
 * F_k(t) = sum over t_i <= t of S(t_i-) d_ki / n_i
 * }</pre>
 *
 * <p>d_ki customers leave for reason k and n_i are at risk at t_i, those who end then among them; S
 * is the share still active by {@link KaplanMeier}, whatever the reason. At any time the shares of
 * all reasons and of those still active add up to 1. Ties need no trick: all who leave at one time
 * are taken from the same customers at risk. Late entry and weights count as for Kaplan and Meier.
 *
 * <p><b>The trap.</b> To take those who left for another reason as censored and to report 1 less
 * Kaplan-Meier is wrong: it is the share that would leave for the reason in a world where no one
 * leaves for another, and always too large here. Worked number: of four customers one left by
 * choice after 1 month, one for an expired card after 2, one by choice after 3, and one is still
 * there after 4. By choice have left by month 3 {@code 1/4 + 1/2 * 1/2 = 0.5}, for the card 0.25,
 * and 0.25 are active. 1 less Kaplan-Meier says {@code 1 - 3/4 * 1/2 = 0.625} and {@code 1 - 2/3 =
 * 0.333}: with the 0.25 still active, 121 % of all customers.
 *
 * <p><b>Variance.</b> That of the delta method, of Greenwood's kind: the losses at each time are
 * multinomial given those at risk, and the covariance of F_k and S is carried on from time to time.
 * With L_k = d_k / n and L that of all reasons:
 *
 * <pre>{@code
 * var F_k    <-  var F_k + 2 L_k cov + L_k^2 var S + S^2 L_k (1 - L_k) / n
 * cov F_k, S <-  (1 - L) (cov + L_k var S - S^2 L_k / n)
 * var S      <-  (1 - L)^2 var S + S^2 L (1 - L) / n
 * }</pre>
 *
 * <p>With a single reason it is Greenwood's own. With all seen from their start and weights 1 it is
 * the same as the infinitesimal jackknife of R's {@code survfit} for several states. Weights count
 * customers, as if rows were repeated; with weights or late entry that jackknife, which takes a row
 * for one customer of any weight, has other errors and is not offered.
 *
 * <p>Defaults: intervals {@link SurvivalInterval#LOG_LOG} of level 0.95, of the share that has
 * left; one thread.
 *
 * @see <a href="https://www.jstor.org/stable/4615704">Aalen and Johansen (1978)</a>
 * @see <a href="https://doi.org/10.1007/978-1-4612-4348-9">Andersen, Borgan, Gill and Keiding
 *     (1993), IV.4</a>
 */
public final class CumulativeIncidence {

  private final CurveOptions options;
  private final int threads;

  private CumulativeIncidence(CurveOptions options, int threads) {
    this.options = options;
    this.threads = threads;
  }

  /**
   * Returns the calculator with the defaults listed above.
   *
   * @return the calculator
   */
  public static CumulativeIncidence withDefaults() {
    return new CumulativeIncidence(
        new CurveOptions(SurvivalInterval.LOG_LOG, 0.95, QuantileRule.FIRST_TIME), 1);
  }

  /**
   * Chooses the scale of the intervals, of the share that has left and of that still active.
   *
   * @param interval the scale
   * @return a calculator with it
   */
  public CumulativeIncidence with(SurvivalInterval interval) {
    requireNonNull(interval, "interval");
    return new CumulativeIncidence(
        new CurveOptions(interval, options.level(), options.quantileRule()), threads);
  }

  /**
   * Chooses the confidence level.
   *
   * @param level over 0 and under 1
   * @return a calculator with it
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public CumulativeIncidence withLevel(double level) {
    return new CumulativeIncidence(
        new CurveOptions(options.interval(), level, options.quantileRule()), threads);
  }

  /**
   * Chooses how many threads count and sort; the result is the same for any number.
   *
   * @param count from 1 to 1,024
   * @return a calculator with it
   * @throws IllegalArgumentException if it is not
   */
  public CumulativeIncidence withThreads(int count) {
    Workers.checked(count);
    return new CumulativeIncidence(options, count);
  }

  /**
   * Computes the curve of each reason over all rows; groups and strata are not looked at.
   *
   * @param sample the lifetimes with the reasons of their ends
   * @return the curves by reason, and that of those still active
   */
  public IncidenceCurves calculate(LifetimeSample sample) {
    try (Workers workers = new Workers(threads)) {
      return curves(LifetimeRows.all(sample), workers);
    }
  }

  /**
   * Computes the curves of each group.
   *
   * @param sample the lifetimes, divided into groups
   * @return the curves by the name of the group and the reason
   * @throws IllegalArgumentException if the sample has no groups
   */
  public GroupIncidenceCurves calculateByGroup(LifetimeSample sample) {
    String attribute = GroupRows.requireGroups(sample);
    Map<String, IncidenceCurves> curves = new TreeMap<>();
    int[][] rows = GroupRows.of(sample);
    try (Workers workers = new Workers(threads)) {
      for (int group = 0; group < rows.length; group++) {
        curves.put(
            sample.groups().get(group), curves(LifetimeRows.of(sample, rows[group]), workers));
      }
    }
    return new GroupIncidenceCurves(attribute, curves);
  }

  private IncidenceCurves curves(LifetimeRows rows, Workers workers) {
    return IncidenceCurves.of(rows, RiskTable.of(rows, workers), options);
  }
}
