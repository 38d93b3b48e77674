package io.github.retention4j.purchase;

import io.github.retention4j.internal.mle.Parameter;
import java.util.List;

/** Where the search for the parameters of a Pareto/NBD model starts, and how far it goes. */
final class ParetoNbdStart {

  /** At such a shape of a gamma distribution rates differ by 1 % between customers: not at all. */
  private static final double ALIKE = 1e4;

  private ParetoNbdStart() {}

  /** The parameters r, alpha, s and beta. */
  static List<Parameter> parameters() {
    return List.of(
        Parameter.positive("r").upTo(ALIKE),
        Parameter.positive("alpha"),
        Parameter.positive("s").upTo(ALIKE),
        Parameter.positive("beta"));
  }

  /** Points (r, alpha, s, beta) at which the model buys as often as the sample, or half as more. */
  static double[][] points(GroupedHistories histories) {
    double customers = 0;
    double purchases = 0;
    double time = 0;
    for (int row = 0; row < histories.size(); row++) {
      customers += histories.weight[row];
      purchases += (double) histories.weight[row] * histories.purchases[row];
      time += histories.weight[row] * histories.age[row];
    }
    double interval = time / purchases;
    double age = time / customers;
    return new double[][] {
      {0.5, 0.5 * interval / 1.5, 0.5, 0.5 * age},
      {1, interval / 1.5, 1, 2 * age},
      {1.5, 1.5 * interval, 0.5, 5 * age},
      {0.3, 0.3 * interval / 3, 0.3, 0.1 * age}
    };
  }
}
