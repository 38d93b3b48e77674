package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.time.BusinessZone;

/** Who is in a cohort, how age is counted, who is counted and when a cell is observed. */
record ElapsedDefinition(
    BusinessZone zone,
    ElapsedCohortRule rule,
    ElapsedWindow window,
    ElapsedAge age,
    CohortMeasure measure,
    int minimumOccurrences,
    ElapsedObservation observation) {

  ElapsedDefinition {
    requireNonNull(zone, "zone");
    requireNonNull(rule, "rule");
    requireNonNull(window, "window");
    requireNonNull(age, "age");
    requireNonNull(measure, "measure");
    requireNonNull(observation, "observation");
    if (minimumOccurrences < 1) {
      throw new IllegalArgumentException("events (" + minimumOccurrences + ") must be at least 1");
    }
  }

  static ElapsedDefinition in(BusinessZone zone) {
    return new ElapsedDefinition(
        zone,
        StartEvent.FIRST,
        ElapsedWindow.HOURS_24,
        ElapsedAge.EXACT,
        AgeMeasure.ON_PERIOD,
        1,
        ElapsedObservation.EVERY_MEMBER);
  }

  ElapsedDefinition with(ElapsedCohortRule newRule) {
    return new ElapsedDefinition(
        zone, newRule, window, age, measure, minimumOccurrences, observation);
  }

  ElapsedDefinition with(ElapsedWindow newWindow) {
    return new ElapsedDefinition(
        zone, rule, newWindow, age, measure, minimumOccurrences, observation);
  }

  ElapsedDefinition with(ElapsedAge newAge) {
    return new ElapsedDefinition(
        zone, rule, window, newAge, measure, minimumOccurrences, observation);
  }

  ElapsedDefinition with(CohortMeasure newMeasure) {
    return new ElapsedDefinition(
        zone, rule, window, age, newMeasure, minimumOccurrences, observation);
  }

  ElapsedDefinition withMinimumOccurrences(int events) {
    return new ElapsedDefinition(zone, rule, window, age, measure, events, observation);
  }

  ElapsedDefinition with(ElapsedObservation newObservation) {
    return new ElapsedDefinition(
        zone, rule, window, age, measure, minimumOccurrences, newObservation);
  }
}
