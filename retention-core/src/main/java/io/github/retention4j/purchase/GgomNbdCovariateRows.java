package io.github.retention4j.purchase;

import io.github.retention4j.internal.mle.RowLikelihood;
import io.github.retention4j.purchase.GgomNbdLikelihood.Rising;

/**
 * The GGom/NBD likelihood of customers with covariates. Parameters: r, alpha, b, s, beta, then the
 * coefficients.
 */
final class GgomNbdCovariateRows implements RowLikelihood {

  private static final int BASE = 5;

  private final GgomNbdRows rows;
  private final GroupedHistories histories;
  private final int[] groupOf;
  private final CovariateTerm purchase;
  private final CovariateTerm attrition;

  GgomNbdCovariateRows(
      GroupedHistories histories, CovariateTerm purchase, CovariateTerm attrition) {
    this.rows = new GgomNbdRows(histories);
    this.histories = histories;
    this.groupOf = histories.groupOf;
    this.purchase = purchase;
    this.attrition = attrition;
  }

  @Override
  public int rows() {
    return groupOf.length;
  }

  @Override
  public RowSum at(double[] parameters) {
    Rising[] risings = rows.risings(parameters[0]);
    return (from, toExclusive, sums) -> {
      for (int customer = from; customer < toExclusive; customer++) {
        add(customer, parameters, rows.rising(risings, groupOf[customer]), sums);
      }
    };
  }

  private void add(int customer, double[] parameters, Rising rising, double[] sums) {
    double perAlpha = Math.exp(-purchase.at(customer, parameters));
    double perBeta = Math.exp(-attrition.at(customer, parameters));
    double alpha = parameters[1] * perAlpha;
    double beta = parameters[4] * perBeta;
    if (!CovariateTerm.isUsable(alpha) || !CovariateTerm.isUsable(beta)) {
      sums[0] = Double.NaN;
      return;
    }
    int group = groupOf[customer];
    GgomNbdLikelihood likelihood =
        new GgomNbdLikelihood(
            rising,
            alpha,
            new GgomNbdLifetime(parameters[2], parameters[3], beta),
            histories.recency[group],
            histories.age[group]);
    double[] own = new double[1 + BASE];
    likelihood.addSlopes(own, 1);
    sums[0] += likelihood.log();
    sums[1] += own[1];
    sums[2] += own[2] * perAlpha;
    sums[3] += own[3];
    sums[4] += own[4];
    sums[5] += own[5] * perBeta;
    purchase.addSlopes(customer, -own[2] * alpha, sums);
    attrition.addSlopes(customer, -own[5] * beta, sums);
  }
}
