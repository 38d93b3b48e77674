package io.github.retention4j.testing;

import io.github.retention4j.money.MonetaryEstimate;
import java.util.Optional;
import java.util.function.Predicate;

/** Assertions about what something is worth; another currency fails. */
abstract class WorthAssert<S extends WorthAssert<S, A>, A> extends MetricAssert<S, A> {

  WorthAssert(A actual, Class<S> type, String metric) {
    super(actual, type, metric);
  }

  /** Returns the worth; empty if it has no bound. */
  abstract Optional<MonetaryEstimate> worth();

  /** Passes if it is worth no less. */
  public S isAtLeast(MonetaryEstimate bound) {
    return expectWorth(bound, it -> it.compareTo(bound) >= 0, "to be at least " + bound);
  }

  /** Passes if it is worth no more. */
  public S isAtMost(MonetaryEstimate bound) {
    return expectWorth(bound, it -> it.compareTo(bound) <= 0, "to be at most " + bound);
  }

  /** Passes if it is off by no more than a share of what was expected, such as 0.05. */
  public S isCloseTo(MonetaryEstimate expected, double share) {
    return expectWorth(
        expected,
        it -> Math.abs(it.minus(expected).amount()) <= share * Math.abs(expected.amount()),
        "to be " + expected + " but for a share of " + share);
  }

  private S expectWorth(
      MonetaryEstimate given, Predicate<MonetaryEstimate> holds, String expectation) {
    return expect(
        () ->
            worth().filter(it -> it.currency().equals(given.currency())).filter(holds).isPresent(),
        expectation);
  }
}
