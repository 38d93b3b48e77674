package io.github.retention4j.testing;

import io.github.retention4j.benchmark.BenchmarkComparison;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.retention.RetentionRate;

/** Where assertions about business metrics begin: import {@code assertThat} from here. */
public final class RetentionAssertions {

  private RetentionAssertions() {}

  /** Begins an assertion about a retention rate. */
  public static RetentionRateAssert assertThat(RetentionRate actual) {
    return new RetentionRateAssert(actual);
  }

  /** Begins an assertion about a cohort table. */
  public static CohortTableAssert assertThat(CohortTable actual) {
    return new CohortTableAssert(actual);
  }

  /** Begins an assertion about a comparison with a benchmark. */
  public static BenchmarkComparisonAssert assertThat(BenchmarkComparison actual) {
    return new BenchmarkComparisonAssert(actual);
  }
}
