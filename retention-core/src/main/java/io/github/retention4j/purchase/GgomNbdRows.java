package io.github.retention4j.purchase;

import io.github.retention4j.internal.mle.RowLikelihood;
import io.github.retention4j.purchase.GgomNbdLikelihood.Rising;
import java.util.Arrays;

/** The likelihood of a sample; each number of purchases meets gamma functions once. */
final class GgomNbdRows implements RowLikelihood {

  private final GroupedHistories histories;
  private final int[] distinctPurchases;
  private final int[] place;

  GgomNbdRows(GroupedHistories histories) {
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

  @Override
  public RowSum at(double[] parameters) {
    double alpha = parameters[1];
    GgomNbdLifetime lifetime = new GgomNbdLifetime(parameters[2], parameters[3], parameters[4]);
    Rising[] risings = risings(parameters[0]);
    return (from, toExclusive, sums) -> {
      for (int row = from; row < toExclusive; row++) {
        GgomNbdLikelihood likelihood =
            new GgomNbdLikelihood(
                rising(risings, row), alpha, lifetime, histories.recency[row], histories.age[row]);
        sums[0] += histories.weight[row] * likelihood.log();
        likelihood.addSlopes(sums, histories.weight[row]);
      }
    };
  }
}
