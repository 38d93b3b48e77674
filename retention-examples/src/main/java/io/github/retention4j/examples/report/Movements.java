package io.github.retention4j.examples.report;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.money.Money;
import io.github.retention4j.retention.PeriodMovement;
import io.github.retention4j.retention.RetentionDefinition;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The movements over consecutive complete periods, in order of time.
 *
 * @param per the length of each
 * @param list the movements, possibly none
 */
record Movements(Granularity per, List<PeriodMovement> list) {

  /** The last so many, or all if there are fewer. */
  Movements last(int count) {
    return new Movements(per, list.subList(Math.max(0, list.size() - count), list.size()));
  }

  /** The last periods that make a year, as far as there are as many; not for weeks. */
  Movements lastYear() {
    return last((int) Math.round(Granularity.YEAR.lengthIn(per)));
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  /** The days from the first to the last period; there must be one. */
  DateRange days() {
    return new DateRange(
        list.get(0).days().start(), list.get(list.size() - 1).days().endExclusive());
  }

  /** The rates of those periods that had a customer at their start. */
  List<RetentionRate> rates() {
    return list.stream().map(PeriodMovement::retention).flatMap(Optional::stream).toList();
  }

  /**
   * The rate over all periods together: customer-periods retained of customer-periods begun. Under
   * a constant rate each is a trial of its own, whether by the same customer or another.
   */
  Optional<RetentionRate> pooled() {
    return rates().stream()
        .map(RetentionRate::retained)
        .reduce(Proportion::plus)
        .map(share -> new RetentionRate(share, per, RetentionDefinition.SAME_CUSTOMERS));
  }

  /** The sum over periods of the customers at the end of each. */
  long customerPeriods() {
    return list.stream().mapToLong(movement -> movement.counts().atEnd()).sum();
  }

  /** The sum of all amounts within {@link #days()}. */
  Money revenue(EventLog log, Currency currency) {
    return LogAmounts.of(log, currency, days()).sum();
  }
}
