package io.github.retention4j.estimation;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Workers;
import java.util.List;

/**
 * How a fit is made. Defaults: at most 5000 evaluations, one thread, no penalty, no starts but
 * those of the fitter.
 *
 * @param maxEvaluations how often the likelihood and its gradient may be computed, at least 1;
 *     bounds the time
 * @param threads how many threads compute them, at least 1; does not change the answer by a bit
 * @param penalty what is added to the log-likelihood
 * @param extraStarts where the search starts beside the fitter's own points: parameters in the
 *     order and scale of the paper
 */
public record FitOptions(
    int maxEvaluations, int threads, Penalty penalty, List<List<Double>> extraStarts) {

  private static final FitOptions DEFAULTS =
      new FitOptions(5_000, 1, NoPenalty.INSTANCE, List.of());

  /**
   * Checks the numbers and copies the starts.
   *
   * @param maxEvaluations how often the likelihood may be computed
   * @param threads how many threads compute it
   * @param penalty what is added to it
   * @param extraStarts where else the search starts
   * @throws IllegalArgumentException if a count is under 1, threads are over 1,024 or a start is
   *     not finite
   */
  public FitOptions {
    requirePositive("maxEvaluations", maxEvaluations);
    Workers.checked(threads);
    requireNonNull(penalty, "penalty");
    extraStarts = requireNonNull(extraStarts, "extraStarts").stream().map(List::copyOf).toList();
    extraStarts.forEach(FitOptions::requireFinite);
  }

  /**
   * Returns the defaults.
   *
   * @return the options
   */
  public static FitOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Returns these options with another bound on the work.
   *
   * @param evaluations how often the likelihood may be computed, at least 1
   * @return the options
   * @throws IllegalArgumentException if under 1
   */
  public FitOptions withMaxEvaluations(int evaluations) {
    return new FitOptions(evaluations, threads, penalty, extraStarts);
  }

  /**
   * Returns these options with another number of threads.
   *
   * @param count from 1 to 1,024; does not change the answer by a bit
   * @return the options
   * @throws IllegalArgumentException if it is not
   */
  public FitOptions withThreads(int count) {
    return new FitOptions(maxEvaluations, count, penalty, extraStarts);
  }

  /**
   * Returns these options with a penalty; the fit is then of maximum posterior density (MAP).
   *
   * @param added what is added to the log-likelihood
   * @return the options
   */
  public FitOptions with(Penalty added) {
    return new FitOptions(maxEvaluations, threads, added, extraStarts);
  }

  /**
   * Returns these options with more starts.
   *
   * @param starts parameters in the order and scale of the paper
   * @return the options
   */
  public FitOptions withExtraStarts(List<List<Double>> starts) {
    return new FitOptions(maxEvaluations, threads, penalty, starts);
  }

  private static void requireFinite(List<Double> start) {
    for (double value : start) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("extraStarts (" + start + ") must be finite");
      }
    }
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " (" + value + ") must be at least 1");
    }
  }
}
