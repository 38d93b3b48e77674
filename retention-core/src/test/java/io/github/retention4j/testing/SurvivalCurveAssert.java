package io.github.retention4j.testing;

import io.github.retention4j.survival.SurvivalAnswer;
import io.github.retention4j.survival.SurvivalCurve;

/** Assertions about a {@link SurvivalCurve}. */
public final class SurvivalCurveAssert extends MetricAssert<SurvivalCurveAssert, SurvivalCurve> {

  SurvivalCurveAssert(SurvivalCurve actual) {
    super(actual, SurvivalCurveAssert.class, "survival curve");
  }

  /** Goes on with the share that lasts longer than a time, which must have been observed. */
  public SurvivalEstimateAssert survivalAt(double time) {
    isNotNull();
    SurvivalAnswer.Estimate estimate =
        actual.at(time).estimate().orElseThrow(() -> refused("to be observed at " + time, shown()));
    return new SurvivalEstimateAssert(estimate);
  }

  /** Passes if nobody was observed for so long. */
  public SurvivalCurveAssert isNotObservedAt(double time) {
    return expect(() -> actual.at(time).estimate().isEmpty(), "not to be observed at " + time);
  }

  /** Passes if the curve is of that many rows, of which so many, by weight, were lost. */
  public SurvivalCurveAssert hasCounts(double lost, long rows) {
    return expect(
        () -> actual.lost() == lost && actual.rows() == rows,
        "to have " + lost + " lost of " + rows);
  }

  @Override
  String shown() {
    return actual + ", " + actual.lost() + " lost";
  }
}
