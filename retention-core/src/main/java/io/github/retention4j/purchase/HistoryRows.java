package io.github.retention4j.purchase;

import io.github.retention4j.internal.mle.RowLikelihood;

/** The likelihood of distinct histories, each as often as there are customers of it. */
final class HistoryRows implements RowLikelihood {

  private final GroupedHistories histories;
  private final HistoryDensity.Model model;
  private final RisingTable risings;

  HistoryRows(GroupedHistories histories, HistoryDensity.Model model) {
    this.histories = histories;
    this.model = model;
    this.risings = new RisingTable(histories.purchases);
  }

  @Override
  public int rows() {
    return histories.size();
  }

  @Override
  public boolean hasLimits() {
    return model.hasLimits();
  }

  @Override
  public RowSum at(double[] parameters) {
    RisingTable.At risingOf = risings.at(parameters[0]);
    double alpha = parameters[1];
    double beta = parameters[model.beta()];
    return (from, toExclusive, sums) -> {
      HistoryDensity density = model.at(parameters);
      double[] own = new double[1 + parameters.length];
      for (int row = from; row < toExclusive; row++) {
        density.write(
            risingOf.row(row), alpha, beta, histories.recency[row], histories.age[row], own);
        for (int i = 0; i < own.length; i++) {
          sums[i] += histories.weight[row] * own[i];
        }
      }
    };
  }
}
