package io.github.retention4j.cohort;

import io.github.retention4j.time.DateRange;
import java.util.Optional;

/** What a table shows: who is in a cohort, who is counted, which cohorts. */
record CohortDefinition(CohortRule rule, CohortMeasure measure, Optional<DateRange> shown) {

  boolean shows(DateRange period) {
    return shown.isEmpty() || shown.get().contains(period.start());
  }
}
