package io.github.retention4j.cohort;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.cohort.CohortRule.FirstEverMatching;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.cohort.CohortRule.SuppliedDates;
import io.github.retention4j.customer.CustomerId;

/**
 * Customers, numbered from 0, and the periods in which each starts, in ascending order: numbers of
 * starts run through all customers, as cells do in a grid.
 */
interface Starts {

  int customers();

  CustomerId customer(int index);

  /** Returns the customer's row in a grid of return activity, or -1 if it has none. */
  default int rowIn(ActivityGrid returns, int index) {
    return returns.rowOf(customer(index)).orElse(-1);
  }

  int firstStart(int index);

  int endStart(int index);

  int periodAt(int start);

  static Starts of(CohortRule rule, ActivityGrid startEvents) {
    if (rule instanceof FirstEverMatching first) {
      return FirstEverStarts.of(first.history(), startEvents);
    }
    if (rule instanceof SuppliedDates dates) {
      return DateStarts.of(dates.dates(), startEvents);
    }
    return new GridStarts(startEvents, rule == StartEvent.EVERY_PERIOD);
  }
}
