package io.github.retention4j.purchase;

import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitException.Reason;
import io.github.retention4j.estimation.FitWarning;
import java.util.List;

/** Whether a sample has customers enough to fit a model to, and what is said if it hardly has. */
final class RepeatCustomers {

  /** With fewer customers that came back four parameters are guesses. */
  private static final int FEW = 30;

  private RepeatCustomers() {}

  /** Refuses a sample from which nothing can be learnt. */
  static void require(String model, PurchaseSample sample) {
    if (sample.repeatCustomers() == 0) {
      throw degenerate(model, "none of the " + sample.size() + " customers bought again");
    }
    if (sample.size() == 1) {
      throw degenerate(model, "1 customer cannot tell how customers differ");
    }
  }

  private static FitException degenerate(String model, String message) {
    return new FitException(Reason.DEGENERATE_SAMPLE, model + ": " + message);
  }

  /** Warns where few customers came back. */
  static List<FitWarning> warnings(PurchaseSample sample) {
    int repeats = sample.repeatCustomers();
    return repeats >= FEW
        ? List.of()
        : List.of(
            new FitWarning(
                FitWarning.Kind.SMALL_SAMPLE,
                "only " + repeats + " of " + sample.size() + " customers bought again"));
  }
}
