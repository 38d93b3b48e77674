package io.github.retention4j.purchase;

import io.github.retention4j.internal.mle.RowLikelihood;
import io.github.retention4j.purchase.CovariateRuns.Names;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Pareto/NBD likelihood of customers with time-varying covariates; equal ones are counted.
 * Parameters: r, alpha, s, beta, then the coefficients.
 */
final class ParetoNbdTimeVaryingRows implements RowLikelihood {

  private final CovariateHistory[] histories;
  private final int[] weight;
  private final RisingTable risings;
  private final int[] purchasePlaces;
  private final int[] attritionPlaces;

  ParetoNbdTimeVaryingRows(
      DatedPurchases purchases, TimeVaryingCovariates covariates, CoefficientLayout layout) {
    Map<CovariateHistory, Integer> counts = counts(purchases, covariates, layout);
    histories = counts.keySet().toArray(new CovariateHistory[0]);
    weight = counts.values().stream().mapToInt(count -> count).toArray();
    risings = new RisingTable(Arrays.stream(histories).mapToInt(h -> h.purchases).toArray());
    purchasePlaces = layout.purchase().stream().mapToInt(layout::purchasePlace).toArray();
    attritionPlaces = layout.attrition().stream().mapToInt(layout::attritionPlace).toArray();
  }

  private static Map<CovariateHistory, Integer> counts(
      DatedPurchases purchases, TimeVaryingCovariates covariates, CoefficientLayout layout) {
    Names names = new Names(layout.purchase(), layout.attrition());
    Map<CovariateHistory, Integer> counts = new LinkedHashMap<>();
    for (int row = 0; row < purchases.sample().size(); row++) {
      counts.merge(history(purchases, row, covariates, names), 1, Integer::sum);
    }
    return counts;
  }

  private static CovariateHistory history(
      DatedPurchases purchases, int row, TimeVaryingCovariates covariates, Names names) {
    PurchaseSample sample = purchases.sample();
    CovariatePath path = covariates.path(sample.customers().get(row));
    try {
      return CovariateHistory.of(purchases.history(row), path, names, sample.timeScale());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "customer " + sample.customers().get(row) + ": " + e.getMessage(), e);
    }
  }

  @Override
  public int rows() {
    return histories.length;
  }

  /**
   * A history has at most the chance density of a customer with the rates that suit it best, but
   * for a covariate that acts on its last day alone.
   */
  @Override
  public boolean hasLimits() {
    return true;
  }

  /** A customer has as many integrals as its covariates change. */
  @Override
  public int rowsAtOnce() {
    return 64;
  }

  @Override
  public RowSum at(double[] parameters) {
    RisingTable.At risingOf = risings.at(parameters[0]);
    double[] purchase = pick(purchasePlaces, parameters);
    double[] attrition = pick(attritionPlaces, parameters);
    return (from, toExclusive, sums) -> {
      for (int row = from; row < toExclusive; row++) {
        CovariateHistory history = histories[row];
        RateRuns rates = RateRuns.of(history.runs, purchase, attrition);
        if (!rates.areUsable()) {
          sums[0] = Double.NaN;
          return;
        }
        ParetoNbdRunsLikelihood likelihood =
            new ParetoNbdRunsLikelihood(
                risingOf.row(row),
                parameters[1],
                parameters[2],
                parameters[3],
                rates,
                history.firstOpen);
        sums[0] += weight[row] * (likelihood.value() + RateRuns.sum(history.sums, purchase));
        addSlopes(history, weight[row], likelihood, sums);
      }
    };
  }

  private static double[] pick(int[] places, double[] parameters) {
    return Arrays.stream(places).mapToDouble(place -> parameters[place]).toArray();
  }

  private void addSlopes(
      CovariateHistory history, int weight, ParetoNbdRunsLikelihood likelihood, double[] sums) {
    sums[1] += weight * likelihood.byR();
    sums[2] += weight * likelihood.byAlpha();
    sums[3] += weight * likelihood.byS();
    sums[4] += weight * likelihood.byBeta();
    CovariateRuns runs = history.runs;
    double[] byPurchase = slopes(history.sums.clone(), runs.purchase, likelihood.byPurchase());
    double[] byAttrition =
        slopes(new double[attritionPlaces.length], runs.attrition, likelihood.byAttrition());
    addSlopes(purchasePlaces, byPurchase, weight, sums);
    addSlopes(attritionPlaces, byAttrition, weight, sums);
  }

  /** Adds to the slopes by coefficients those of the runs, by the values that stand in rows. */
  private static double[] slopes(double[] slopes, double[] values, double[] byLogFactor) {
    int next = 0;
    for (double slope : byLogFactor) {
      for (int i = 0; i < slopes.length; i++) {
        slopes[i] += slope * values[next++];
      }
    }
    return slopes;
  }

  private static void addSlopes(int[] places, double[] slopes, int weight, double[] sums) {
    for (int i = 0; i < places.length; i++) {
      sums[1 + places[i]] += weight * slopes[i];
    }
  }
}
