package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.Work;
import io.github.retention4j.internal.numeric.Workers;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Tells for all customers of a sample whether they are still there and how much they will buy.
 *
 * <p>Default: in the calling thread. Customers with equal histories are computed once.
 */
public final class PurchasePredictor {

  private static final int CHUNK = 1024;

  private final Work work;

  private PurchasePredictor(Work work) {
    this.work = work;
  }

  /**
   * Returns the predictor with the default above.
   *
   * @return the predictor
   */
  public static PurchasePredictor withDefaults() {
    return new PurchasePredictor(Work.inThisThread());
  }

  /**
   * Chooses the threads; they do not change a prediction by a bit.
   *
   * @param newWork how many threads; predictions take milliseconds, so that the listener is told
   *     nothing
   * @return a predictor that works so
   */
  public PurchasePredictor with(Work newWork) {
    return new PurchasePredictor(requireNonNull(newWork, "newWork"));
  }

  /**
   * Predicts the purchases of each customer after its end of observation.
   *
   * @param model a model; times are turned into its unit
   * @param sample the customers
   * @param duration t, the time from the end of observation on, 0 or more, in the unit of the model
   * @return the predictions, in the order of the sample
   * @throws IllegalArgumentException if the duration is negative, infinite or NaN
   */
  public PurchasePredictions predict(PurchaseModel model, PurchaseSample sample, double duration) {
    PurchaseChecks.amount("duration", duration);
    GroupedHistories histories = sample.with(model.timeScale()).grouped();
    double[] alive = new double[histories.size()];
    double[] expected = new double[histories.size()];
    inChunks(
        histories.size(),
        group -> {
          PurchaseHistory history = histories.history(group);
          alive[group] = model.probabilityAlive(history);
          expected[group] = model.expectedPurchases(history, duration);
        });
    return new PurchasePredictions(sample.customers(), histories, alive, expected);
  }

  private void inChunks(int groups, IntConsumer job) {
    int chunks = (groups - 1) / CHUNK + 1;
    try (Workers workers = new Workers(work.threads())) {
      workers.run(
          worker -> {
            for (int chunk = worker; chunk < chunks; chunk += workers.count()) {
              Workers.checkInterrupted();
              int first = chunk * CHUNK;
              IntStream.range(first, Math.min(groups, first + CHUNK)).forEach(job);
            }
          });
    }
  }
}
