package io.github.retention4j.testing;

import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a {@link RetentionRate}. */
public final class RetentionRateAssert extends AbstractAssert<RetentionRateAssert, RetentionRate> {

  RetentionRateAssert(RetentionRate actual) {
    super(actual, RetentionRateAssert.class);
  }

  /** Passes if the rate is no lower than a fraction such as 0.9. */
  public RetentionRateAssert isAtLeast(double rate) {
    isNotNull();
    if (actual.value() < rate) {
      failWithMessage("Expected retention to be at least %s but was %s", rate, actual);
    }
    return this;
  }

  /** Passes if the rate is no higher than a fraction such as 0.9. */
  public RetentionRateAssert isAtMost(double rate) {
    isNotNull();
    if (actual.value() > rate) {
      failWithMessage("Expected retention to be at most %s but was %s", rate, actual);
    }
    return this;
  }

  /** Passes if a fraction lies within the Wilson 95 % interval: the counts do not contradict it. */
  public RetentionRateAssert isConsistentWith(double rate) {
    isNotNull();
    ConfidenceInterval interval = actual.interval();
    if (!interval.contains(rate)) {
      failWithMessage(
          "Expected retention to be consistent with %s but was %s, interval %s",
          rate, actual, interval);
    }
    return this;
  }

  /** Passes if that many of that many customers were retained. */
  public RetentionRateAssert hasCounts(long retained, long atStart) {
    isNotNull();
    if (!actual.retained().equals(new Proportion(retained, atStart))) {
      failWithMessage("Expected retention to be %s/%s but was %s", retained, atStart, actual);
    }
    return this;
  }

  /** Passes if the rate is one over a period of that length. */
  public RetentionRateAssert isPer(Granularity length) {
    isNotNull();
    if (actual.per() != length) {
      failWithMessage("Expected retention to be %s but was %s", length.perUnit(), actual);
    }
    return this;
  }
}
