package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.customer.CustomerId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What makes a customer a member of a cohort. The cohort of a customer is the period of its start,
 * looked for over all history and never over a window.
 *
 * <p>The examples below are of one customer: a visit in January, a sign-up in February, a visit and
 * a sign-up in April. "All" is a grid of every event, "sign-ups" one that holds sign-ups only.
 *
 * <pre>{@code
 * rule                      start events   cohorts of the customer
 * FIRST                     all            January
 * FIRST                     sign-ups       February
 * FirstEverMatching(all)    sign-ups       none, the first event of all was a visit
 * EVERY_PERIOD              sign-ups       February and April
 * SuppliedDates(3 March)    -              March
 * }</pre>
 */
public sealed interface CohortRule {

  /** The start is an event of the grid of start events. */
  enum StartEvent implements CohortRule, ElapsedCohortRule {
    /**
     * The first one. Each customer is in one cohort. With a grid that holds matching events only,
     * such as purchases, this is the first matching event.
     */
    FIRST,

    /**
     * Every period in which there is one: such a customer is in several cohorts, with ages counted
     * from each. Sizes then sum to more than the number of customers, and a pooled share counts a
     * customer once for each of its cohorts, so that its interval is too narrow.
     */
    EVERY_PERIOD
  }

  /**
   * The start is the first event of a customer over a wider history, and it must itself be one of
   * the start events; customers whose history began otherwise are in no cohort. {@link
   * StartEvent#FIRST} instead takes the first start event, whatever came before it.
   *
   * <p>Exact to the period, for a grid knows no finer time: the first period of the history must be
   * one with a start event. Where the order within a day or month matters, take a finer axis, or
   * leave out of the start events those that were not the first.
   *
   * @param history events that include all start events, such as all events of any kind
   */
  record FirstEverMatching(ActivityGrid history) implements CohortRule {

    /**
     * Checks that there is a history.
     *
     * @param history events that include all start events
     */
    public FirstEverMatching {
      requireNonNull(history, "history");
    }

    @Override
    public String toString() {
      return "first event of (" + history + "), if it matches";
    }
  }

  /**
   * The start is a day known from elsewhere, such as of the sign-up or the contract. Activity
   * before it counts at no age. Customers without activity count in the size of their cohort,
   * customers without a date are in none.
   *
   * @param dates the day of each customer; copied in the order of the customers
   */
  record SuppliedDates(Map<CustomerId, LocalDate> dates) implements CohortRule {

    /**
     * Copies the days.
     *
     * @param dates the day of each customer
     * @throws IllegalArgumentException if there is none
     */
    public SuppliedDates {
      dates = Collections.unmodifiableMap(new TreeMap<>(dates));
      if (dates.isEmpty()) {
        throw new IllegalArgumentException("dates ({}) must be of at least one customer");
      }
      dates.forEach((customer, date) -> requireNonNull(date, () -> "date of customer " + customer));
    }

    @Override
    public String toString() {
      return "supplied dates of " + dates.size() + " customers";
    }
  }
}
