package io.github.retention4j.testing;

import io.github.retention4j.benchmark.BenchmarkComparison;

/** Assertions about a {@link BenchmarkComparison}. */
public final class BenchmarkComparisonAssert
    extends MetricAssert<BenchmarkComparisonAssert, BenchmarkComparison> {

  BenchmarkComparisonAssert(BenchmarkComparison actual) {
    super(actual, BenchmarkComparisonAssert.class, "comparison");
  }

  /** Passes if the comparison came to that verdict. */
  public BenchmarkComparisonAssert hasVerdict(BenchmarkComparison.Verdict verdict) {
    isNotNull();
    if (actual.verdict() != verdict) {
      failWithMessage("Expected verdict %s but: %s", verdict, actual.summary());
    }
    return this;
  }

  /** Passes if the own figure is better, worse or not to be told from the benchmark. */
  public BenchmarkComparisonAssert hasStanding(BenchmarkComparison.Standing standing) {
    isNotNull();
    if (actual.standing() != standing) {
      failWithMessage(
          "Expected standing %s but is %s: %s", standing, actual.standing(), actual.summary());
    }
    return this;
  }

  /** Passes if there is nothing that a reader of the verdict should know of. */
  public BenchmarkComparisonAssert hasNoCaveats() {
    isNotNull();
    if (!actual.caveats().isEmpty()) {
      failWithMessage(
          "Expected no caveats but: %s\n  %s",
          actual.summary(), String.join("\n  ", actual.caveats()));
    }
    return this;
  }
}
