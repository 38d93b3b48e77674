package io.github.retention4j.testing;

import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.RevenueRetention;
import io.github.retention4j.revenue.RevenueRetentionDefinition;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Optional;

/** Assertions about gross or net {@link RevenueRetention}. */
public final class RevenueRetentionAssert
    extends FigureAssert<RevenueRetentionAssert, RevenueRetention> {

  RevenueRetentionAssert(RevenueRetention actual) {
    super(actual, RevenueRetentionAssert.class, "revenue retention");
  }

  @Override
  double valueOf(RevenueRetention figure) {
    return figure.value();
  }

  @Override
  Optional<ConfidenceInterval> intervalOf(RevenueRetention figure) {
    return figure.interval();
  }

  @Override
  Object termsOf(RevenueRetention figure) {
    return figure.definition();
  }

  /** Passes if so much was kept of so much. */
  public RevenueRetentionAssert hasAmounts(Money kept, Money opening) {
    return expect(
        () -> actual.kept().equals(kept) && actual.opening().equals(opening),
        "to be " + kept + " of " + opening);
  }

  /** Passes if that is what is called retained. */
  public RevenueRetentionAssert isOf(RevenueRetentionDefinition definition) {
    return expect(() -> actual.definition() == definition, "to be " + definition.formula());
  }

  /**
   * Passes if this is gross retention and no higher than a net retention of the same days and the
   * same opening.
   */
  public RevenueRetentionAssert isGrossOf(RevenueRetention net) {
    expect(() -> actual.definition().isGross(), "to be gross");
    expect(() -> !net.definition().isGross(), "to be set beside a net one and not " + net);
    expect(
        () -> actual.opening().equals(net.opening()) && actual.days().equals(net.days()),
        "to have the days and the opening of " + net);
    return expect(() -> actual.kept().compareTo(net.kept()) <= 0, "to be at most " + net);
  }
}
