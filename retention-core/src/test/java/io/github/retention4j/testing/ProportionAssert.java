package io.github.retention4j.testing;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import java.util.Optional;

/** Assertions about a {@link Proportion}; intervals are Wilson's. */
public final class ProportionAssert extends FigureAssert<ProportionAssert, Proportion> {

  ProportionAssert(Proportion actual) {
    super(actual, ProportionAssert.class, "share");
  }

  @Override
  double valueOf(Proportion figure) {
    return figure.value();
  }

  @Override
  Optional<ConfidenceInterval> intervalOf(Proportion figure) {
    return Optional.of(figure.interval());
  }

  /** Passes if it holds for that many of that many customers. */
  public ProportionAssert hasCounts(long count, long total) {
    return expect(
        () -> actual.equals(new Proportion(count, total)), "to be " + count + "/" + total);
  }
}
