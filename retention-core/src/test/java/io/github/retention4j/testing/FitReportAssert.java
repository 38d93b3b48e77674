package io.github.retention4j.testing;

import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.ParameterEstimate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Assertions about what a fit says of parameters. */
public final class FitReportAssert extends MetricAssert<FitReportAssert, FitReport> {

  private static final double LEVEL = 0.95;

  FitReportAssert(FitReport actual) {
    super(actual, FitReportAssert.class, "fit");
  }

  /** Passes if the 95 % interval of a parameter holds its true value. */
  public FitReportAssert recovers(String parameter, double truth) {
    return recovers(parameter, truth, LEVEL);
  }

  /** Passes if the interval of a parameter, at a level such as 0.99, holds its true value. */
  public FitReportAssert recovers(String parameter, double truth, double level) {
    return recovers(Map.of(parameter, truth), level);
  }

  /**
   * Passes if the interval of each parameter holds its true value, and tells all that do not. Of
   * many intervals at 0.95 some miss the truth: choose a level for all of them.
   */
  public FitReportAssert recovers(Map<String, Double> truths, double level) {
    isNotNull();
    List<String> missed =
        new TreeMap<>(truths)
            .entrySet().stream()
                .filter(truth -> !holds(truth.getKey(), truth.getValue(), level))
                .map(truth -> missed(truth.getKey(), truth.getValue(), level))
                .toList();
    if (!missed.isEmpty()) {
      failWithMessage(
          "Expected %s on %s observations to recover but did not\n  %s",
          actual.model(), actual.observations(), String.join("\n  ", missed));
    }
    return this;
  }

  private boolean holds(String parameter, double truth, double level) {
    return actual
        .estimate(parameter)
        .interval(level)
        .filter(interval -> interval.contains(truth))
        .isPresent();
  }

  private String missed(String parameter, double truth, double level) {
    ParameterEstimate estimate = actual.estimate(parameter);
    String interval =
        estimate.interval(level).map(it -> "interval " + it).orElse("without an interval");
    return parameter + " = " + truth + ": estimate " + estimate.value() + ", " + interval;
  }

  /** Passes if nothing must be known before the fit is relied on. */
  public FitReportAssert hasNoWarnings() {
    return expect(() -> actual.warnings().isEmpty(), "to have no warnings");
  }
}
