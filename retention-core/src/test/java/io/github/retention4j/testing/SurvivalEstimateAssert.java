package io.github.retention4j.testing;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.survival.SurvivalAnswer;
import java.util.Optional;

/** Assertions about the share of customers that lasts longer than a time. */
public final class SurvivalEstimateAssert
    extends FigureAssert<SurvivalEstimateAssert, SurvivalAnswer.Estimate> {

  SurvivalEstimateAssert(SurvivalAnswer.Estimate actual) {
    super(actual, SurvivalEstimateAssert.class, "survival at " + actual.time());
  }

  @Override
  double valueOf(SurvivalAnswer.Estimate figure) {
    return figure.survival();
  }

  @Override
  Optional<ConfidenceInterval> intervalOf(SurvivalAnswer.Estimate figure) {
    return figure.interval();
  }

  @Override
  String shown() {
    return actual.survival() + " (" + actual.atRisk() + " at risk)";
  }

  /** Passes if that many customers, by weight, were at risk. */
  public SurvivalEstimateAssert hasAtRisk(double customers) {
    return expect(() -> actual.atRisk() == customers, "to have " + customers + " at risk");
  }
}
