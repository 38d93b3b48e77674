package io.github.retention4j.testing;

import io.github.retention4j.cohort.CohortCurve;
import io.github.retention4j.stats.Proportion;

/** Assertions about a {@link CohortCurve}. */
public final class CohortCurveAssert extends MetricAssert<CohortCurveAssert, CohortCurve> {

  CohortCurveAssert(CohortCurve actual) {
    super(actual, CohortCurveAssert.class, "cohort curve");
  }

  @Override
  String shown() {
    return actual.points().stream().map(CohortCurve.Point::active).toList().toString();
  }

  /** Passes if ages from 0 to the one before that were observed. */
  public CohortCurveAssert hasHorizon(int ages) {
    return expect(() -> actual.horizon() == ages, "to have " + ages + " ages");
  }

  /** Goes on with the share at an age, which must have been observed. */
  public ProportionAssert at(int age) {
    isNotNull();
    if (age < 0 || age >= actual.horizon()) {
      throw refused("to be observed at age " + age, shown());
    }
    return new ProportionAssert(actual.points().get(age).active());
  }

  /** Passes if no share is higher than the one before, as with customers who never come back. */
  public CohortCurveAssert neverRises() {
    isNotNull();
    for (int age = 1; age < actual.horizon(); age++) {
      Proportion before = actual.points().get(age - 1).active();
      Proportion now = actual.points().get(age).active();
      if (now.value() > before.value()) {
        throw refused("never to rise", "at age " + age + " " + now + " after " + before);
      }
    }
    return this;
  }
}
