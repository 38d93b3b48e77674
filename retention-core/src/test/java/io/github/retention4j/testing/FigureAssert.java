package io.github.retention4j.testing;

import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Optional;

/** Assertions about a figure that was estimated, and so has an interval. */
abstract class FigureAssert<S extends FigureAssert<S, A>, A> extends MetricAssert<S, A> {

  FigureAssert(A actual, Class<S> type, String metric) {
    super(actual, type, metric);
  }

  abstract double valueOf(A figure);

  /** Returns the 95 % interval of a figure, if the evidence gives one. */
  abstract Optional<ConfidenceInterval> intervalOf(A figure);

  /** Returns what two figures must share to be set side by side, such as the length of period. */
  Object termsOf(A figure) {
    return "";
  }

  /** Passes if the figure is no lower than a bound. */
  public S isAtLeast(double bound) {
    return expect(() -> valueOf(actual) >= bound, "to be at least " + bound);
  }

  /** Passes if the figure is no higher than a bound. */
  public S isAtMost(double bound) {
    return expect(() -> valueOf(actual) <= bound, "to be at most " + bound);
  }

  /** Passes if the figure lies within an interval, ends included. */
  public S isWithin(ConfidenceInterval interval) {
    return expect(() -> interval.contains(valueOf(actual)), "to be within " + interval);
  }

  /**
   * Passes if the figure lies within the 95 % interval of another of the same kind, such as that of
   * last year: the other's evidence does not contradict it.
   */
  public S isWithinIntervalOf(A other) {
    expect(
        () -> termsOf(actual).equals(termsOf(other)),
        "to be counted as " + other + " was, by " + termsOf(other));
    ConfidenceInterval interval =
        intervalOf(other)
            .orElseThrow(() -> failure("Expected %s to have an interval but it has none", other));
    return expect(
        () -> interval.contains(valueOf(actual)),
        "to be within the interval " + interval + " of " + other);
  }

  /** Passes if a value lies within the 95 % interval of the figure: its evidence allows it. */
  public S isConsistentWith(double value) {
    isNotNull();
    Optional<ConfidenceInterval> interval = intervalOf(actual);
    if (interval.isEmpty() || !interval.get().contains(value)) {
      throw refused(
          "to be consistent with " + value,
          shown() + interval.map(it -> ", interval " + it).orElse(", without an interval"));
    }
    return myself;
  }
}
