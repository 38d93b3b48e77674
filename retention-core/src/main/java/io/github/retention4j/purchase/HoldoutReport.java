package io.github.retention4j.purchase;

import java.util.List;
import java.util.Locale;

/**
 * How far a model was from what customers did in the holdout. Made by {@link HoldoutEvaluator}.
 *
 * @param customers how many
 * @param predicted the purchases that the model expected of them all in the holdout
 * @param actual the purchases that they made in it
 * @param meanAbsoluteError the mean over customers of |predicted - actual|
 * @param rootMeanSquaredError the root of the mean over customers of (predicted - actual)^2
 * @param byPrediction groups of about equal size, from the smallest prediction to the largest;
 *     customers of equal prediction are in one group, so that some may be larger or missing
 * @param byProbabilityAlive bands of the chance to be alive, from the lowest to the highest; those
 *     without customers are missing
 */
public record HoldoutReport(
    long customers,
    double predicted,
    long actual,
    double meanAbsoluteError,
    double rootMeanSquaredError,
    List<PredictionGroup> byPrediction,
    List<AliveBand> byProbabilityAlive) {

  /**
   * Copies the lists and checks the numbers.
   *
   * @param customers how many
   * @param predicted the purchases that the model expected
   * @param actual the purchases that they made
   * @param meanAbsoluteError the mean of |predicted - actual|
   * @param rootMeanSquaredError the root of the mean of (predicted - actual)^2
   * @param byPrediction groups by prediction
   * @param byProbabilityAlive bands of the chance to be alive
   * @throws IllegalArgumentException if there is no customer, or a number is negative or not finite
   */
  public HoldoutReport {
    PurchaseChecks.positive("customers", customers);
    PurchaseChecks.amount("predicted", predicted);
    PurchaseChecks.count("actual", actual);
    PurchaseChecks.amount("meanAbsoluteError", meanAbsoluteError);
    PurchaseChecks.amount("rootMeanSquaredError", rootMeanSquaredError);
    byPrediction = List.copyOf(byPrediction);
    byProbabilityAlive = List.copyOf(byProbabilityAlive);
  }

  /**
   * Returns the mean over customers of predicted - actual.
   *
   * @return purchases per customer, negative if the model expected too few
   */
  public double bias() {
    return (predicted - actual) / customers;
  }

  /**
   * Returns the report as text.
   *
   * @return the errors, then a line for each group and band
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d customers: %.1f purchases predicted, %d made%n"
                + "MAE %.4f, RMSE %.4f, bias %+.4f purchases per customer%n"
                + "by prediction: customers, mean predicted, mean made%n",
            customers,
            predicted,
            actual,
            meanAbsoluteError,
            rootMeanSquaredError,
            bias()));
    for (PredictionGroup group : byPrediction) {
      text.append(
          String.format(
              Locale.ROOT,
              "%8d %9.4f %9.4f%n",
              group.customers(),
              group.meanPredicted(),
              group.meanActual()));
    }
    text.append(
        String.format(
            "by P(alive): band, customers, mean P(alive), mean P(active), share active%n"));
    for (AliveBand band : byProbabilityAlive) {
      text.append(
          String.format(
              Locale.ROOT,
              "%.2f-%.2f %8d %7.4f %7.4f %7.4f%n",
              band.lower(),
              band.upper(),
              band.active().total(),
              band.meanProbabilityAlive(),
              band.meanProbabilityActive(),
              band.active().value()));
    }
    return text.toString();
  }
}
