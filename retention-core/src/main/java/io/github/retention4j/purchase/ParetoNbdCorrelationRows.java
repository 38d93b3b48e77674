package io.github.retention4j.purchase;

import io.github.retention4j.internal.mle.RowLikelihood;

/** The likelihood of a sample by r, alpha, s, beta and the association. */
final class ParetoNbdCorrelationRows implements RowLikelihood {

  private final GroupedHistories histories;
  private final RisingTable risings;
  private final double mixingTime;

  ParetoNbdCorrelationRows(GroupedHistories histories, double mixingTime) {
    this.histories = histories;
    this.risings = new RisingTable(histories.purchases);
    this.mixingTime = mixingTime;
  }

  @Override
  public int rows() {
    return histories.size();
  }

  /** As of independent rates; weights are finite and have a mean of 1. */
  @Override
  public boolean hasLimits() {
    return ParetoNbdDensity.MODEL.hasLimits();
  }

  @Override
  public RowSum at(double[] parameters) {
    RisingTable.At risingOf = risings.at(parameters[0]);
    return (from, toExclusive, sums) -> {
      ParetoNbdCorrelationLikelihood likelihood =
          new ParetoNbdCorrelationLikelihood(parameters, mixingTime);
      for (int row = from; row < toExclusive; row++) {
        likelihood.at(risingOf.row(row), histories.recency[row], histories.age[row]);
        double weight = histories.weight[row];
        sums[0] += weight * likelihood.value;
        for (int i = 0; i < likelihood.slopes.length; i++) {
          sums[i + 1] += weight * likelihood.slopes[i];
        }
      }
    };
  }
}
