package io.github.retention4j.testing;

import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.util.Optional;

/** Assertions about a {@link RetentionRate}; intervals are Wilson's. */
public final class RetentionRateAssert extends FigureAssert<RetentionRateAssert, RetentionRate> {

  RetentionRateAssert(RetentionRate actual) {
    super(actual, RetentionRateAssert.class, "retention");
  }

  @Override
  double valueOf(RetentionRate figure) {
    return figure.value();
  }

  @Override
  Optional<ConfidenceInterval> intervalOf(RetentionRate figure) {
    return Optional.of(figure.interval());
  }

  @Override
  Object termsOf(RetentionRate figure) {
    return figure.definition() + " " + figure.per().perUnit();
  }

  /** Passes if that many of that many customers were retained. */
  public RetentionRateAssert hasCounts(long retained, long atStart) {
    return expect(
        () -> actual.retained().equals(new Proportion(retained, atStart)),
        "to be " + retained + "/" + atStart);
  }

  /** Passes if the rate is one over a period of that length. */
  public RetentionRateAssert isPer(Granularity length) {
    return expect(() -> actual.per() == length, "to be " + length.perUnit());
  }
}
