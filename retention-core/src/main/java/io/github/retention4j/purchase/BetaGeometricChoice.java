package io.github.retention4j.purchase;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which regularities a fitter tries, and how.
 *
 * @param least the least k
 * @param most the most regular k
 * @param options how each is fitted
 */
record BetaGeometricChoice(int least, int most, FitOptions options) {

  /** Regularities that are tried unless told otherwise. */
  private static final int MOST_TRIED = 12;

  BetaGeometricChoice {
    BetaGeometricSimulation.requireRegularity(least);
    BetaGeometricSimulation.requireRegularity(most);
  }

  static BetaGeometricChoice withDefaults() {
    return new BetaGeometricChoice(1, MOST_TRIED, FitOptions.defaults());
  }

  BetaGeometricChoice withK(int k) {
    return new BetaGeometricChoice(k, k, options);
  }

  BetaGeometricChoice withKUpTo(int newMost) {
    return new BetaGeometricChoice(1, newMost, options);
  }

  BetaGeometricChoice with(FitOptions newOptions) {
    return new BetaGeometricChoice(least, most, newOptions);
  }

  /** Makes a model of k and its parameters. */
  interface Maker<M> {
    M make(int k, double[] parameters);
  }

  /** Returns the fit of the highest likelihood, penalty included; of equal ones the least k. */
  <M> Fit<M> best(BetaGeometricEstimation estimation, Maker<M> maker) {
    Optional<Fit<M>> best = Optional.empty();
    @Nullable FitException firstFault = null;
    for (int k = least; k <= most; k++) {
      int regularity = k;
      try {
        Fit<M> fit = estimation.fit(k, options, values -> maker.make(regularity, values));
        best = best.filter(known -> logOf(known) >= logOf(fit)).or(() -> Optional.of(fit));
      } catch (FitException e) {
        firstFault = firstFault == null ? e : firstFault;
      }
    }
    if (best.isEmpty() && firstFault != null) {
      throw firstFault;
    }
    return best.orElseThrow();
  }

  private static double logOf(Fit<?> fit) {
    return fit.report().logLikelihood();
  }
}
