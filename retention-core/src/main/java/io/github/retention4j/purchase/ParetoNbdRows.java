package io.github.retention4j.purchase;

import io.github.retention4j.internal.mle.RowLikelihood;
import io.github.retention4j.purchase.ParetoNbdLikelihood.Rising;
import java.util.Arrays;

/** The Pareto/NBD likelihood of a sample; each number of purchases meets gamma functions once. */
final class ParetoNbdRows implements RowLikelihood {

  private final GroupedHistories histories;
  private final int[] distinctPurchases;
  private final int[] place;

  ParetoNbdRows(GroupedHistories histories) {
    this.histories = histories;
    this.distinctPurchases = Arrays.stream(histories.purchases).sorted().distinct().toArray();
    this.place =
        Arrays.stream(histories.purchases)
            .map(x -> Arrays.binarySearch(distinctPurchases, x))
            .toArray();
  }

  @Override
  public int rows() {
    return histories.size();
  }

  /** What depends on the number of purchases and r alone, for each row by its place. */
  Rising[] risings(double r) {
    return Arrays.stream(distinctPurchases).mapToObj(x -> Rising.of(r, x)).toArray(Rising[]::new);
  }

  Rising rising(Rising[] risings, int row) {
    return risings[place[row]];
  }

  /** A history has at most the chance density of a customer with the rates that suit it best. */
  @Override
  public boolean hasLimits() {
    return true;
  }

  @Override
  public RowSum at(double[] parameters) {
    Rising[] risings = risings(parameters[0]);
    return (from, toExclusive, sums) -> {
      ParetoNbdLikelihood likelihood = new ParetoNbdLikelihood();
      for (int row = from; row < toExclusive; row++) {
        likelihood.at(
            rising(risings, row),
            parameters[1],
            parameters[2],
            parameters[3],
            histories.recency[row],
            histories.age[row]);
        double weight = histories.weight[row];
        sums[0] += weight * likelihood.value;
        sums[1] += weight * likelihood.byR;
        sums[2] += weight * likelihood.byAlpha;
        sums[3] += weight * likelihood.byS;
        sums[4] += weight * likelihood.byBeta;
      }
    };
  }
}
