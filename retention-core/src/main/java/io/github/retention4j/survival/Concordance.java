package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.Workers;
import java.util.Optional;

/**
 * Tells how well any score, of whatever model, says who leaves first. Defaults: any reason for
 * leaving, one thread. Immutable.
 *
 * <p>Two rows of the same stratum are a pair if one left while the other was at risk and did not
 * leave at that time. A row still active when the other left is later, also where its observation
 * ended at that very time. Rows of one customer are taken together in the standard error. The work
 * grows with n log n.
 *
 * <p>Example: of three customers that left after 2, 5 and 6 months with scores 0.9, 0.3 and 0.5,
 * the pairs with the first are told right and the last pair is not: 2/3.
 *
 * @see <a href="https://doi.org/10.1001/jama.1982.03320430047030">Harrell et al. (1982)</a>
 */
public final class Concordance {

  private static final Concordance DEFAULTS = new Concordance(1);

  private final int threads;

  private Concordance(int threads) {
    this.threads = threads;
  }

  /**
   * Returns the calculator with its defaults.
   *
   * @return the calculator
   */
  public static Concordance withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns this calculator with another number of threads; more than two do not help.
   *
   * @param count at least 1; does not change the answer
   * @return the calculator
   * @throws IllegalArgumentException if under 1
   */
  public Concordance withThreads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count (" + count + ") must be at least 1");
    }
    return new Concordance(count);
  }

  /**
   * Counts pairs.
   *
   * @param sample who left when
   * @param scores for each row, higher for those expected to leave sooner; turn the sign of an
   *     expected lifetime round
   * @return the concordance; empty where no pair tells anything
   * @throws IllegalArgumentException if there is not one score for each row, or one is not finite
   */
  public Optional<ConcordanceIndex> calculate(LifetimeSample sample, double[] scores) {
    if (scores.length != sample.rows()) {
      throw new IllegalArgumentException(
          "scores (" + scores.length + ") must be as many as rows (" + sample.rows() + ")");
    }
    for (int i = 0; i < scores.length; i++) {
      if (!Double.isFinite(scores[i])) {
        throw new IllegalArgumentException(
            "score (" + scores[i] + ") of row " + (i + 1) + " must be finite");
      }
    }
    RiskOrder order = RiskOrder.of(sample, RiskOrder.events(sample, 0));
    double[] scoreOfPlace = new double[order.places()];
    for (int place = 0; place < scoreOfPlace.length; place++) {
      scoreOfPlace[place] = scores[order.row(place)];
    }
    try (Workers workers = new Workers(threads)) {
      return of(sample, order, scoreOfPlace, workers);
    }
  }

  static Optional<ConcordanceIndex> of(
      LifetimeSample sample, RiskOrder order, double[] score, Workers workers) {
    PairCounts counts = PairCounts.of(order, score, workers);
    if (!(counts.concordant() + counts.discordant() + counts.tiedScore() > 0)) {
      return Optional.empty();
    }
    double[] influence = new double[sample.rows()];
    for (int place = 0; place < score.length; place++) {
      influence[order.row(place)] = counts.influence(place);
    }
    CompensatedSum squares = new CompensatedSum();
    for (double moved : Clusters.of(sample).sums(influence)) {
      squares.add(moved * moved);
    }
    return Optional.of(
        new ConcordanceIndex(
            counts.concordant(),
            counts.discordant(),
            counts.tiedScore(),
            counts.tiedTime(),
            counts.tiedBoth(),
            Math.sqrt(squares.value())));
  }
}
