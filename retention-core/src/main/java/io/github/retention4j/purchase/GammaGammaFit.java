package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitReport;
import java.util.Optional;

/**
 * A fitted gamma-gamma model, and what the sample says of its one assumption that can be looked at:
 * that spend does not hang on frequency.
 *
 * @param fit the model and its report
 * @param correlation the correlation of the number of purchases and the mean spend; empty for fewer
 *     than 4 customers, or if all made equally many purchases
 */
public record GammaGammaFit(Fit<GammaGamma> fit, Optional<FrequencySpendCorrelation> correlation) {

  /**
   * Checks that both are there.
   *
   * @param fit the model and its report
   * @param correlation the correlation of the number of purchases and the mean spend
   */
  public GammaGammaFit {
    requireNonNull(fit, "fit");
    requireNonNull(correlation, "correlation");
  }

  /**
   * Returns the model.
   *
   * @return the model of the fit
   */
  public GammaGamma model() {
    return fit.model();
  }

  /**
   * Returns the report.
   *
   * @return the report of the fit
   */
  public FitReport report() {
    return fit.report();
  }
}
