package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.CohortRule.StartEvent;

/**
 * What makes a customer a member of a cohort of an {@link ElapsedCohortTable}, and when its clock
 * begins to run: one of {@link StartEvent}, or the first event of a wider history.
 *
 * <p>With {@link StartEvent#FIRST} the clock runs from the first start event. With {@link
 * StartEvent#EVERY_PERIOD} the customer is in the cohort of each row in which it has a start event,
 * and the clock of each runs from the first start event in that row.
 */
public sealed interface ElapsedCohortRule permits StartEvent, ElapsedCohortRule.FirstEverMatching {

  /**
   * The start is the first event of a customer over a wider history, and it must itself be one of
   * the start events; customers whose history began otherwise are in no cohort. Exact to the
   * second: of two events of the same second both were first.
   *
   * @param history events at instants that include all start events, such as all events of any kind
   */
  record FirstEverMatching(EventLog history) implements ElapsedCohortRule {

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
      return "first of " + history.size() + " events of history, if it matches";
    }
  }
}
