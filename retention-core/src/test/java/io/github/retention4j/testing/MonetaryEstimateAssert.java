package io.github.retention4j.testing;

import io.github.retention4j.clv.MonetaryInterval;
import io.github.retention4j.money.MonetaryEstimate;
import java.util.Optional;

/** Assertions about a {@link MonetaryEstimate}, such as what a model says of a customer. */
public final class MonetaryEstimateAssert
    extends WorthAssert<MonetaryEstimateAssert, MonetaryEstimate> {

  MonetaryEstimateAssert(MonetaryEstimate actual) {
    super(actual, MonetaryEstimateAssert.class, "estimate");
  }

  @Override
  Optional<MonetaryEstimate> worth() {
    return Optional.of(actual);
  }

  /** Passes if the amount lies within an interval, ends included. */
  public MonetaryEstimateAssert isWithin(MonetaryInterval interval) {
    return expect(() -> interval.contains(actual), "to be within " + interval);
  }
}
