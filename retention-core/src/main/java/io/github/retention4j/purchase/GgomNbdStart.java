package io.github.retention4j.purchase;

import io.github.retention4j.internal.mle.Parameter;
import java.util.List;
import java.util.stream.Stream;

/** Where the search for the parameters starts. */
final class GgomNbdStart {

  private GgomNbdStart() {}

  static List<Parameter> parameters() {
    return Stream.of("r", "alpha", "b", "s", "beta").map(Parameter::positive).toList();
  }

  /**
   * Points (r, alpha, b, s, beta) at which the model buys about as often as the sample: the hazard
   * of leaving falls, falls fast, keeps its level, rises, or rises fast.
   */
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
      {0.5, 0.5 * interval / 1.5, 0.1 / age, 0.5, 0.05},
      {0.3, 0.3 * interval / 3, 0.5 / age, 0.3, 0.05},
      {1, interval / 1.5, 1 / age, 0.5, 1},
      {1, interval / 1.5, 2 / age, 1, 5},
      {1.5, 1.5 * interval / 1.2, 5 / age, 1, 100}
    };
  }
}
