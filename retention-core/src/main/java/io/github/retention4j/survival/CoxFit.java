package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

/**
 * A model of Cox fitted to a sample, and the report of how. Always usable: where no usable model
 * was found there is a {@link io.github.retention4j.estimation.FitException} instead.
 *
 * @param model the model with the estimated coefficients
 * @param report how well the sample tells them
 */
public record CoxFit(CoxModel model, CoxReport report) {

  /**
   * Checks that both are there.
   *
   * @param model the model
   * @param report the report
   */
  public CoxFit {
    requireNonNull(model, "model");
    requireNonNull(report, "report");
  }
}
