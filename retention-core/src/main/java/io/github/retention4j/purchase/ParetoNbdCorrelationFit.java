package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.ParameterEstimate;

/**
 * A fitted Pareto/NBD model with correlation, and how well the sample tells the correlation.
 *
 * @param fit the model and its report, in which the association has an interval inside its bounds
 * @param omega how the rates hang together; its interval may reach beyond the bounds of omega
 * @param correlation of the rates of purchase and of leaving between customers
 */
public record ParetoNbdCorrelationFit(
    Fit<ParetoNbdWithCorrelation> fit, ParameterEstimate omega, ParameterEstimate correlation) {

  /**
   * Checks that all are there.
   *
   * @param fit the model and its report
   * @param omega how the rates hang together
   * @param correlation of the rates
   */
  public ParetoNbdCorrelationFit {
    requireNonNull(fit, "fit");
    requireNonNull(omega, "omega");
    requireNonNull(correlation, "correlation");
  }

  /**
   * Returns the model.
   *
   * @return the model of the fit
   */
  public ParetoNbdWithCorrelation model() {
    return fit.model();
  }

  /**
   * Returns the report, which has r, alpha, s, beta and the association.
   *
   * @return the report of the fit
   */
  public FitReport report() {
    return fit.report();
  }
}
