package io.github.retention4j.testing;

import java.util.function.BooleanSupplier;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a metric, whose name and evidence stand in every message. */
abstract class MetricAssert<S extends MetricAssert<S, A>, A> extends AbstractAssert<S, A> {

  private final String metric;

  MetricAssert(A actual, Class<S> type, String metric) {
    super(actual, type);
    this.metric = metric;
  }

  /** Returns the metric with what it rests on, the way it stands in messages. */
  String shown() {
    return actual.toString();
  }

  final S expect(BooleanSupplier holds, String expectation) {
    isNotNull();
    if (!holds.getAsBoolean()) {
      throw refused(expectation, shown());
    }
    return myself;
  }

  final AssertionError refused(String expectation, String found) {
    return failure("Expected %s %s but was %s", metric, expectation, found);
  }

  /** Fails if there is a problem, and tells all of them. */
  final S expectReconciled(Reconciliation reconciliation) {
    if (!reconciliation.problems().isEmpty()) {
      failWithMessage(
          "Expected %s to reconcile but\n  %s",
          metric, String.join("\n  ", reconciliation.problems()));
    }
    return myself;
  }
}
