package io.github.retention4j.testing;

import io.github.retention4j.benchmark.BenchmarkComparison;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a {@link BenchmarkComparison}. */
public final class BenchmarkComparisonAssert
    extends AbstractAssert<BenchmarkComparisonAssert, BenchmarkComparison> {

  BenchmarkComparisonAssert(BenchmarkComparison actual) {
    super(actual, BenchmarkComparisonAssert.class);
  }

  /** Passes if the comparison came to that verdict. */
  public BenchmarkComparisonAssert hasVerdict(BenchmarkComparison.Verdict verdict) {
    isNotNull();
    if (actual.verdict() != verdict) {
      failWithMessage("Expected verdict %s but: %s", verdict, actual.summary());
    }
    return this;
  }
}
