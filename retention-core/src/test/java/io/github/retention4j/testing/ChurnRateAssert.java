package io.github.retention4j.testing;

import io.github.retention4j.retention.ChurnDenominator;
import io.github.retention4j.retention.ChurnRate;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.time.Granularity;
import java.util.Optional;

/** Assertions about a {@link ChurnRate}. */
public final class ChurnRateAssert extends FigureAssert<ChurnRateAssert, ChurnRate> {

  ChurnRateAssert(ChurnRate actual) {
    super(actual, ChurnRateAssert.class, "churn");
  }

  @Override
  double valueOf(ChurnRate figure) {
    return figure.value();
  }

  @Override
  Optional<ConfidenceInterval> intervalOf(ChurnRate figure) {
    return Optional.of(figure.interval());
  }

  @Override
  Object termsOf(ChurnRate figure) {
    return figure.denominator() + " " + figure.per().perUnit();
  }

  /** Passes if that many customers were lost. */
  public ChurnRateAssert hasLost(long customers) {
    return expect(() -> actual.lost() == customers, "to be " + customers + " lost");
  }

  /** Passes if that many of that many customers were lost. */
  public ChurnRateAssert hasCounts(long lost, long total) {
    return expect(
        () -> actual.share().filter(it -> it.count() == lost && it.total() == total).isPresent(),
        "to be " + lost + "/" + total);
  }

  /** Passes if the losses are divided by what that name says. */
  public ChurnRateAssert isOf(ChurnDenominator denominator) {
    return expect(() -> actual.denominator() == denominator, "to be " + denominator.formula());
  }

  /** Passes if the rate is one over a period of that length. */
  public ChurnRateAssert isPer(Granularity length) {
    return expect(() -> actual.per() == length, "to be " + length.perUnit());
  }
}
