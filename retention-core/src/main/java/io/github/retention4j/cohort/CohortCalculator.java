package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.ActivitySpans;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.GridDetail;
import io.github.retention4j.activity.Work;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.cohort.CohortRule.SuppliedDates;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Groups customers by when they start and counts how many come back at each age. Immutable.
 *
 * <p>Defaults: cohorts by {@link StartEvent#FIRST first event}; counted if active {@link
 * AgeMeasure#ON_PERIOD in the period itself}, with at least one event; all cohorts; in the calling
 * thread.
 *
 * <p>Start and return may be different events. Of three customers that sign up in January one buys
 * in January and two in February:
 *
 * <pre>{@code
 * CohortTable table = CohortCalculator.withDefaults().calculate(signUps, purchases);
 *
 * cohort     size   age 0   age 1
 * 2024-01    3      1/3     2/3
 * }</pre>
 */
public final class CohortCalculator {

  private final CohortRule rule;
  private final CohortMeasure measure;
  private final int minimumOccurrences;
  private final Optional<DateRange> shown;
  private final Work work;

  private CohortCalculator(
      CohortRule rule,
      CohortMeasure measure,
      int minimumOccurrences,
      Optional<DateRange> shown,
      Work work) {
    this.rule = requireNonNull(rule, "rule");
    this.measure = requireNonNull(measure, "measure");
    this.minimumOccurrences = minimumOccurrences;
    this.shown = shown;
    this.work = requireNonNull(work, "work");
  }

  /**
   * Returns the calculator with its defaults.
   *
   * @return the calculator
   */
  public static CohortCalculator withDefaults() {
    return new CohortCalculator(
        StartEvent.FIRST, AgeMeasure.ON_PERIOD, 1, Optional.empty(), Work.inThisThread());
  }

  /**
   * Chooses what makes a customer a member of a cohort.
   *
   * @param newRule the rule
   * @return a calculator with that rule
   */
  public CohortCalculator with(CohortRule newRule) {
    return new CohortCalculator(newRule, measure, minimumOccurrences, shown, work);
  }

  /**
   * Chooses what it takes for a member to be counted.
   *
   * @param newMeasure the measure
   * @return a calculator with that measure
   */
  public CohortCalculator with(CohortMeasure newMeasure) {
    return new CohortCalculator(rule, newMeasure, minimumOccurrences, shown, work);
  }

  /**
   * Chooses on how many threads to count. The table is the same for any number. Counting takes
   * milliseconds, so that the listener is told nothing.
   *
   * @param newWork how many threads
   * @return a calculator that works so
   */
  public CohortCalculator with(Work newWork) {
    return new CohortCalculator(rule, measure, minimumOccurrences, shown, newWork);
  }

  /**
   * Lets a period of return activity count only with several events. What makes a start does not
   * change. More than one needs a grid with numbers of events. Example: with at least 2, of 3
   * starters with 1, 2 and 5 events in their second period 2/3 are counted at age 1.
   *
   * @param events how many events it takes, at least 1
   * @return a calculator with that minimum
   * @throws IllegalArgumentException if it is under 1
   */
  public CohortCalculator withMinimumOccurrences(int events) {
    if (events < 1) {
      throw new IllegalArgumentException("events (" + events + ") must be at least 1");
    }
    return new CohortCalculator(rule, measure, events, shown, work);
  }

  /**
   * Restricts which cohorts are shown, and nothing else: first events are looked for before the
   * range too, so that old customers do not pass for new ones, and cohorts are followed beyond it
   * to the end of the axis.
   *
   * @param range a cohort is shown if the first day of its period lies in it, so that ranges that
   *     adjoin show each cohort once
   * @return a calculator that shows those cohorts
   */
  public CohortCalculator withCohortsStartingIn(DateRange range) {
    return new CohortCalculator(
        rule, measure, minimumOccurrences, Optional.of(requireNonNull(range, "range")), work);
  }

  /**
   * Computes the table where every event is start and return alike. With {@link SuppliedDates} the
   * events are the return activity.
   *
   * @param grid the activity
   * @return a row for each period in which at least one customer started
   * @throws IllegalArgumentException if the rule has a history or dates that do not fit the grid,
   *     or several events are asked for and the grid knows presence only
   */
  public CohortTable calculate(ActivityGrid grid) {
    return table(grid, grid);
  }

  /**
   * Computes the table where some events make a start and others a return. Age 0 is then a rate
   * like any other, and may be under 1: members that returned in the period in which they started,
   * before or after that. Customers without return activity count in the sizes; return activity
   * before the period of the start counts at no age.
   *
   * @param starts events that make a start, such as sign-ups
   * @param returns events that make a return, such as purchases; same axis and end of observation
   * @return a row for each period in which at least one customer started
   * @throws IllegalArgumentException if axis or end of observation of the grids differ, the rule
   *     has a history that does not fit them, or it has dates and so no place for start events, or
   *     several events are asked for and the returns know presence only
   */
  public CohortTable calculate(ActivityGrid starts, ActivityGrid returns) {
    GridChecks.sameFrame("returns", returns, "starts", starts);
    requireStartEvents();
    return table(starts, returns);
  }

  /**
   * Computes a table for each value that start events carry, such as each browser, in which only
   * those returns count that carry the same value. A customer is in the table of every value that
   * it starts with.
   *
   * <p>Start events without the attribute make a table of their own, {@link
   * Segmentation#UNASSIGNED}; returns without it count there alone. Example: of two sign-ups with
   * {@code category} clothing, each followed by a purchase without a category, the table of
   * clothing has 2 members and 0 returns. To keep such returns, break the table down by the
   * category at the start instead: {@code log.segmentation("category", AT_START)} and {@link
   * CohortTable#breakdown}.
   *
   * @param starts events that make a start
   * @param returns events that make a return; the same end of observation
   * @param attribute the name of an attribute of events
   * @param axis periods that cover every event
   * @return the values that have a cohort, in their order, unmodifiable
   * @throws IllegalArgumentException if the ends of observation differ, an event lies off the axis,
   *     the rule has a history that does not fit, or it has dates and so no place for start events
   */
  public SortedMap<String, CohortTable> calculateByEventValue(
      EventLog starts, EventLog returns, String attribute, PeriodAxis axis) {
    GridChecks.sameEnd(
        "returns", returns.observationEndExclusive(), "starts", starts.observationEndExclusive());
    requireStartEvents();
    SortedMap<String, EventLog> returnsOf = returns.split(attribute);
    SortedMap<String, CohortTable> tables = new TreeMap<>();
    starts
        .split(attribute)
        .forEach(
            (value, startsOf) -> {
              CohortTable table = table(startsOf, returnsOf.get(value), axis);
              if (!table.cohorts().isEmpty()) {
                tables.put(value, table);
              }
            });
    return Collections.unmodifiableSortedMap(tables);
  }

  private void requireStartEvents() {
    if (rule instanceof SuppliedDates) {
      throw new IllegalArgumentException(
          "rule (" + rule + ") must be one of events where start events are given");
    }
  }

  private CohortTable table(EventLog starts, @Nullable EventLog returns, PeriodAxis axis) {
    ActivityGrid grid = ActivityGrid.from(starts, axis, work);
    return returns == null
        ? table(grid, Returns.none(grid))
        : table(grid, ActivityGrid.from(returns, axis, work));
  }

  /**
   * Computes the table of {@link AgeMeasure#ON_OR_AFTER} by first event, which depends on the first
   * and last active period of each customer alone: the same table as from a grid of all activity.
   *
   * @param spans the first and last active period of each customer
   * @return a row for each period in which at least one customer started
   * @throws IllegalArgumentException if the rule, the measure or the minimum of events is another
   *     one; such tables need an {@link ActivityGrid}
   */
  public CohortTable calculate(ActivitySpans spans) {
    requireForSpans("rule", rule, StartEvent.FIRST);
    requireForSpans("measure", measure, AgeMeasure.ON_OR_AFTER);
    requireForSpans("minimumOccurrences", minimumOccurrences, 1);
    return table(spans.ends(), spans.ends());
  }

  private static void requireForSpans(String name, Object value, Object wanted) {
    if (!value.equals(wanted)) {
      throw new IllegalArgumentException(
          name + " (" + value + ") must be " + wanted + " with spans; others need an ActivityGrid");
    }
  }

  private CohortTable table(ActivityGrid starts, ActivityGrid returns) {
    if (minimumOccurrences > 1 && returns.detail() == GridDetail.PRESENCE) {
      throw new IllegalArgumentException(
          "minimumOccurrences ("
              + minimumOccurrences
              + ") must be 1 where the returns are of presence only");
    }
    return table(starts, new Returns(returns, minimumOccurrences));
  }

  private CohortTable table(ActivityGrid starts, Returns returns) {
    CohortSource source =
        new CohortSource(
            Starts.of(rule, starts),
            returns,
            Tally.of(measure, returns.grid().axis().size()),
            work);
    return new CohortTable(new CohortDefinition(rule, measure, shown), source);
  }
}
