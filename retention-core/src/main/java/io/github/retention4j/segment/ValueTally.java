package io.github.retention4j.segment;

import io.github.retention4j.stats.EventRate;
import io.github.retention4j.stats.Proportion;
import java.util.Optional;

/** What was counted of customers with one value. Months are 0 where they are not known. */
record ValueTally(long customers, long lost, double months) {

  ValueTally plus(ValueTally other) {
    return new ValueTally(customers + other.customers, lost + other.lost, months + other.months);
  }

  Proportion churn() {
    return new Proportion(lost, customers);
  }

  Optional<EventRate> rate() {
    return months > 0 ? Optional.of(EventRate.of(lost, months)) : Optional.empty();
  }
}
