package io.github.retention4j.estimation;

import static java.util.Objects.requireNonNull;

/**
 * A model fitted to a sample, and the report of how. Always usable: where no usable model was found
 * there is a {@link FitException} instead.
 *
 * @param <M> the kind of model
 * @param model the model with the estimated parameters
 * @param report how well the sample tells them
 */
public record Fit<M>(M model, FitReport report) {

  /**
   * Checks that both are there.
   *
   * @param model the model
   * @param report the report
   */
  public Fit {
    requireNonNull(model, "model");
    requireNonNull(report, "report");
  }
}
