package io.github.retention4j.purchase;

import io.github.retention4j.internal.mle.RowLikelihood;

/**
 * The likelihood of customers whose covariates scale the rates at which they buy and leave: alpha
 * and beta are divided by e to the covariates' terms. Parameters: those of the model, then the
 * coefficients.
 */
final class HistoryCovariateRows implements RowLikelihood {

  private final GroupedHistories histories;
  private final HistoryDensity.Model model;
  private final RisingTable risings;
  private final CovariateTerm purchase;
  private final CovariateTerm attrition;

  HistoryCovariateRows(
      GroupedHistories histories,
      HistoryDensity.Model model,
      CovariateTerm purchase,
      CovariateTerm attrition) {
    this.histories = histories;
    this.model = model;
    this.risings = new RisingTable(histories.purchases);
    this.purchase = purchase;
    this.attrition = attrition;
  }

  @Override
  public int rows() {
    return histories.groupOf.length;
  }

  @Override
  public boolean hasLimits() {
    return model.hasLimits();
  }

  @Override
  public RowSum at(double[] parameters) {
    RisingTable.At risingOf = risings.at(parameters[0]);
    return (from, toExclusive, sums) -> {
      HistoryDensity density = model.at(parameters);
      double[] own = new double[1 + parameters.length];
      for (int customer = from; customer < toExclusive; customer++) {
        add(customer, parameters, risingOf, density, own, sums);
      }
    };
  }

  private void add(
      int customer,
      double[] parameters,
      RisingTable.At risingOf,
      HistoryDensity density,
      double[] own,
      double[] sums) {
    double perAlpha = Math.exp(-purchase.at(customer, parameters));
    double perBeta = Math.exp(-attrition.at(customer, parameters));
    double alpha = parameters[1] * perAlpha;
    double beta = parameters[model.beta()] * perBeta;
    if (!CovariateTerm.isUsable(alpha) || !CovariateTerm.isUsable(beta)) {
      sums[0] = Double.NaN;
      return;
    }
    int group = histories.groupOf[customer];
    density.write(
        risingOf.row(group), alpha, beta, histories.recency[group], histories.age[group], own);
    double byAlpha = own[2];
    double byBeta = own[1 + model.beta()];
    own[2] = byAlpha * perAlpha;
    own[1 + model.beta()] = byBeta * perBeta;
    for (int i = 0; i < own.length; i++) {
      sums[i] += own[i];
    }
    purchase.addSlopes(customer, -byAlpha * alpha, sums);
    attrition.addSlopes(customer, -byBeta * beta, sums);
  }
}
