package io.github.retention4j.purchase;

import io.github.retention4j.internal.mle.RowLikelihood;
import io.github.retention4j.purchase.ParetoNbdLikelihood.Rising;

/**
 * The Pareto/NBD likelihood of customers with covariates. Parameters: r, alpha, s, beta, then the
 * coefficients.
 */
final class ParetoNbdCovariateRows implements RowLikelihood {

  private final ParetoNbdRows rows;
  private final GroupedHistories histories;
  private final int[] groupOf;
  private final CovariateTerm purchase;
  private final CovariateTerm attrition;

  ParetoNbdCovariateRows(
      GroupedHistories histories, CovariateTerm purchase, CovariateTerm attrition) {
    this.rows = new ParetoNbdRows(histories);
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
  public boolean hasLimits() {
    return rows.hasLimits();
  }

  @Override
  public RowSum at(double[] parameters) {
    Rising[] risings = rows.risings(parameters[0]);
    return (from, toExclusive, sums) -> {
      ParetoNbdLikelihood likelihood = new ParetoNbdLikelihood();
      for (int customer = from; customer < toExclusive; customer++) {
        add(customer, parameters, rows.rising(risings, groupOf[customer]), likelihood, sums);
      }
    };
  }

  private void add(
      int customer,
      double[] parameters,
      Rising rising,
      ParetoNbdLikelihood likelihood,
      double[] sums) {
    double perAlpha = Math.exp(-purchase.at(customer, parameters));
    double perBeta = Math.exp(-attrition.at(customer, parameters));
    double alpha = parameters[1] * perAlpha;
    double beta = parameters[3] * perBeta;
    if (!CovariateTerm.isUsable(alpha) || !CovariateTerm.isUsable(beta)) {
      sums[0] = Double.NaN;
      return;
    }
    int group = groupOf[customer];
    likelihood.at(
        rising, alpha, parameters[2], beta, histories.recency[group], histories.age[group]);
    sums[0] += likelihood.value;
    sums[1] += likelihood.byR;
    sums[2] += likelihood.byAlpha * perAlpha;
    sums[3] += likelihood.byS;
    sums[4] += likelihood.byBeta * perBeta;
    purchase.addSlopes(customer, -likelihood.byAlpha * alpha, sums);
    attrition.addSlopes(customer, -likelihood.byBeta * beta, sums);
  }
}
