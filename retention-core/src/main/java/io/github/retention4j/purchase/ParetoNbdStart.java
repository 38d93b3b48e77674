package io.github.retention4j.purchase;

import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.internal.mle.Parameter;
import java.util.List;

/** Where the search for the parameters of a Pareto/NBD model starts, and what is against it. */
final class ParetoNbdStart {

  /** With fewer customers that came back the four parameters are guesses. */
  private static final int FEW_REPEAT_CUSTOMERS = 30;

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

  static void requireRepeats(String model, PurchaseSample sample) {
    if (sample.repeatCustomers() == 0) {
      throw degenerate(model, "none of the " + sample.size() + " customers bought again");
    }
    if (sample.size() == 1) {
      throw degenerate(model, "1 customer cannot tell how customers differ");
    }
  }

  private static FitException degenerate(String model, String message) {
    return new FitException(FitException.Reason.DEGENERATE_SAMPLE, model + ": " + message);
  }

  static List<FitWarning> warnings(PurchaseSample sample) {
    int repeats = sample.repeatCustomers();
    return repeats >= FEW_REPEAT_CUSTOMERS
        ? List.of()
        : List.of(
            new FitWarning(
                FitWarning.Kind.SMALL_SAMPLE,
                "only " + repeats + " of " + sample.size() + " customers bought again"));
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
