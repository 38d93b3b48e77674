package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.stats.Proportion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holds what a model says of the customers of a sample against what they did in the holdout.
 *
 * <p>Defaults: 10 groups of customers by prediction; 10 bands of the chance to be alive.
 */
public final class HoldoutEvaluator {

  private final int groups;
  private final int bands;

  private HoldoutEvaluator(int groups, int bands) {
    this.groups = PurchaseChecks.atLeastOne("groups", groups);
    this.bands = PurchaseChecks.atLeastOne("bands", bands);
  }

  /**
   * Returns the evaluator with the defaults listed above.
   *
   * @return the evaluator
   */
  public static HoldoutEvaluator withDefaults() {
    return new HoldoutEvaluator(10, 10);
  }

  /**
   * Chooses the number of groups by prediction.
   *
   * @param newGroups at least 1
   * @return an evaluator with so many
   * @throws IllegalArgumentException if there is not one
   */
  public HoldoutEvaluator withGroups(int newGroups) {
    return new HoldoutEvaluator(newGroups, bands);
  }

  /**
   * Chooses the number of bands, of equal width, of the chance to be alive.
   *
   * @param newBands at least 1
   * @return an evaluator with so many
   * @throws IllegalArgumentException if there is not one
   */
  public HoldoutEvaluator withBands(int newBands) {
    return new HoldoutEvaluator(groups, newBands);
  }

  /**
   * Compares predictions and holdout.
   *
   * @param model a model, best fitted on this sample; times are turned into its unit
   * @param sample customers with a holdout
   * @return the report
   * @throws IllegalArgumentException if the sample has no holdout
   */
  public HoldoutReport evaluate(PurchaseModel model, PurchaseSample sample) {
    PurchaseHoldout holdout = PurchaseChecks.holdout(sample);
    GroupedHistories histories = sample.with(model.timeScale()).grouped();
    double length = holdout.length(model.timeScale());
    Outcome[] outcomes = new Outcome[histories.size()];
    for (int group = 0; group < outcomes.length; group++) {
      outcomes[group] = new Outcome(model, histories.history(group), length);
    }
    for (int row = 0; row < sample.size(); row++) {
      outcomes[histories.groupOf[row]].add(holdout.purchases(row));
    }
    return report(List.of(outcomes), sample.size());
  }

  private HoldoutReport report(List<Outcome> outcomes, int customers) {
    PredictionGroup all = together(outcomes);
    return new HoldoutReport(
        customers,
        all.predicted(),
        all.actual(),
        sum(outcomes.stream().mapToDouble(outcome -> outcome.absoluteErrors).toArray()) / customers,
        Math.sqrt(
            sum(outcomes.stream().mapToDouble(outcome -> outcome.squaredErrors).toArray())
                / customers),
        byPrediction(outcomes, customers),
        byProbabilityAlive(outcomes));
  }

  /** Cuts the customers in order of prediction, leaving equal predictions together. */
  private List<PredictionGroup> byPrediction(List<Outcome> outcomes, int customers) {
    List<Outcome> ascending =
        outcomes.stream().sorted(Comparator.comparingDouble(outcome -> outcome.expected)).toList();
    List<List<Outcome>> cut = lists(groups);
    long before = 0;
    long rank = 0;
    double previous = Double.NaN;
    for (Outcome outcome : ascending) {
      if (outcome.expected != previous) {
        rank = before;
        previous = outcome.expected;
      }
      cut.get((int) (rank * groups / customers)).add(outcome);
      before += outcome.customers;
    }
    return cut.stream().filter(group -> !group.isEmpty()).map(HoldoutEvaluator::together).toList();
  }

  private static PredictionGroup together(List<Outcome> outcomes) {
    return new PredictionGroup(
        outcomes.stream().mapToLong(outcome -> outcome.customers).sum(),
        sum(outcomes.stream().mapToDouble(o -> o.customers * o.expected).toArray()),
        outcomes.stream().mapToLong(outcome -> outcome.purchases).sum());
  }

  private List<AliveBand> byProbabilityAlive(List<Outcome> outcomes) {
    List<List<Outcome>> cut = lists(bands);
    for (Outcome outcome : outcomes) {
      cut.get(Math.min(bands - 1, (int) (outcome.alive * bands))).add(outcome);
    }
    return IntStream.range(0, bands)
        .filter(band -> !cut.get(band).isEmpty())
        .mapToObj(band -> band(band, cut.get(band)))
        .toList();
  }

  private AliveBand band(int band, List<Outcome> outcomes) {
    long customers = outcomes.stream().mapToLong(outcome -> outcome.customers).sum();
    long active = outcomes.stream().mapToLong(outcome -> outcome.activeCustomers).sum();
    double alive = sum(outcomes.stream().mapToDouble(o -> o.customers * o.alive).toArray());
    double buying = sum(outcomes.stream().mapToDouble(o -> o.customers * o.active).toArray());
    return new AliveBand(
        (double) band / bands,
        (band + 1.0) / bands,
        Math.min(1, alive / customers),
        Math.min(1, buying / customers),
        new Proportion(active, customers));
  }

  private static List<List<Outcome>> lists(int count) {
    return IntStream.range(0, count).<List<Outcome>>mapToObj(i -> new ArrayList<>()).toList();
  }

  private static double sum(double[] terms) {
    return CompensatedSum.of(terms);
  }

  /** What was said of the customers of one history, and what they did. */
  private static final class Outcome {

    final double expected;
    final double alive;
    final double active;
    long customers;
    long activeCustomers;
    long purchases;
    double absoluteErrors;
    double squaredErrors;

    Outcome(PurchaseModel model, PurchaseHistory history, double length) {
      expected = model.expectedPurchases(history, length);
      alive = model.probabilityAlive(history);
      active = Math.max(0, 1 - model.probabilityOfPurchases(history, 0, length));
    }

    void add(int actual) {
      customers++;
      purchases += actual;
      activeCustomers += actual > 0 ? 1 : 0;
      absoluteErrors += Math.abs(expected - actual);
      squaredErrors += (expected - actual) * (expected - actual);
    }
  }
}
