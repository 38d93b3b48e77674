package io.github.retention4j.purchase;

import io.github.retention4j.purchase.CovariateRuns.Names;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * What a likelihood with time-varying covariates asks of a customer. Customers who are equal in it
 * have the same likelihood.
 */
final class CovariateHistory {

  /** x. */
  final int purchases;

  /** For each covariate that acts on purchases the sum of its values on their days. */
  final double[] sums;

  /** The runs from the first purchase to the end of observation, cut at the last purchase. */
  final CovariateRuns runs;

  /** The first run after the last purchase. */
  final int firstOpen;

  private CovariateHistory(int purchases, double[] sums, CovariateRuns runs, int firstOpen) {
    this.purchases = purchases;
    this.sums = sums;
    this.runs = runs;
    this.firstOpen = firstOpen;
  }

  static CovariateHistory of(
      DatedHistory history, CovariatePath path, Names names, TimeScale unit) {
    double[] sums = new double[names.purchase().size()];
    for (LocalDate repeat : history.repeats()) {
      double[] values = path.values(path.periodOf(repeat), names.purchase());
      Arrays.setAll(sums, i -> sums[i] + values[i]);
    }
    CovariateRuns closed = CovariateRuns.of(path, names, history.first(), history.last(), unit);
    CovariateRuns open = CovariateRuns.of(path, names, history.last(), history.end(), unit);
    return new CovariateHistory(history.repeats().size(), sums, closed.then(open), closed.size());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CovariateHistory that
        && purchases == that.purchases
        && firstOpen == that.firstOpen
        && Arrays.equals(sums, that.sums)
        && runs.equals(that.runs);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * purchases + firstOpen) + Arrays.hashCode(sums)) + runs.hashCode();
  }
}
