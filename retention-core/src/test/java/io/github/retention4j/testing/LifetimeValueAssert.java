package io.github.retention4j.testing;

import io.github.retention4j.clv.LifetimeValue;
import io.github.retention4j.clv.MonetaryInterval;
import io.github.retention4j.money.MonetaryEstimate;
import java.util.Optional;

/** Assertions about a {@link LifetimeValue}; messages tell what it assumes. */
public final class LifetimeValueAssert extends WorthAssert<LifetimeValueAssert, LifetimeValue> {

  LifetimeValueAssert(LifetimeValue actual) {
    super(actual, LifetimeValueAssert.class, "lifetime value");
  }

  @Override
  Optional<MonetaryEstimate> worth() {
    return actual.value();
  }

  @Override
  String shown() {
    return worth().map(MonetaryEstimate::toString).orElse("unbounded")
        + " ("
        + actual.assumptions()
        + ")"
        + actual.interval().map(it -> ", interval " + it).orElse("");
  }

  /** Passes if the margins have no finite sum. */
  public LifetimeValueAssert isUnbounded() {
    return expect(() -> worth().isEmpty(), "to be unbounded");
  }

  /** Passes if an amount lies within the interval of the value: its evidence allows it. */
  public LifetimeValueAssert isConsistentWith(MonetaryEstimate amount) {
    return expect(
        () -> actual.interval().filter(it -> holds(it, amount)).isPresent(),
        "to be consistent with " + amount);
  }

  private boolean holds(MonetaryInterval interval, MonetaryEstimate amount) {
    return amount.currency().equals(actual.margin().amount().currency())
        && interval.contains(amount);
  }
}
