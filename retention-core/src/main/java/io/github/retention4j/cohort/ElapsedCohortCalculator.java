package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.Work;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.util.Optional;
import java.util.function.Function;

/**
 * Groups customers by when they start and counts how many come back within each window of elapsed
 * time since their own start, such as 24 hours. Immutable. For ages in calendar periods take {@link
 * CohortCalculator}.
 *
 * <p>Defaults: a cohort for each day of a {@link StartEvent#FIRST first event}; windows of {@link
 * ElapsedWindow#HOURS_24 24 hours} from the {@link ElapsedAge#EXACT exact start}; counted if active
 * {@link AgeMeasure#ON_PERIOD in the window itself}, with at least one event; a cell is observed
 * once its window is over for {@link ElapsedObservation#EVERY_MEMBER every member}; all cohorts; in
 * the calling thread.
 *
 * <p>Return events before a start count at no age for it. The start event, if it is a return event
 * too, counts at its own age, which is 0 with exact ages. Example: a starts on 1 June at 09:00, is
 * back on 2 June at 08:00 and 10:00; b starts on 1 June at 23:00 and is back on 2 June at 01:00.
 * Both are of 1 June; 2 June 08:00 is 23 hours after the start of a, 10:00 is 25, and 01:00 is 2
 * after that of b. Observed until 4 June:
 *
 * <pre>{@code
 * cohort       size   age 0   age 1   age 2
 * 2024-06-01   2      2/2     1/2     open, 0 so far
 * }</pre>
 */
public final class ElapsedCohortCalculator {

  private final ElapsedDefinition definition;
  private final Function<EventLog, StartRows> rows;
  private final Optional<DateRange> shown;
  private final Work work;

  private ElapsedCohortCalculator(
      ElapsedDefinition definition,
      Function<EventLog, StartRows> rows,
      Optional<DateRange> shown,
      Work work) {
    this.definition = definition;
    this.rows = rows;
    this.shown = shown;
    this.work = requireNonNull(work, "work");
  }

  /**
   * Returns the calculator with its defaults.
   *
   * @param zone the zone of the business, that of the logs: it says when a day and an hour begin
   *     and when observation ends, at the first instant of {@link
   *     EventLog#observationEndExclusive()}
   * @return the calculator
   */
  public static ElapsedCohortCalculator withDefaults(BusinessZone zone) {
    return new ElapsedCohortCalculator(
        ElapsedDefinition.in(zone),
        starts -> new PeriodRows(PeriodAxis.days(starts.observed())),
        Optional.empty(),
        Work.inThisThread());
  }

  private ElapsedCohortCalculator with(ElapsedDefinition newDefinition) {
    return new ElapsedCohortCalculator(newDefinition, rows, shown, work);
  }

  /**
   * Chooses what makes a customer a member of a cohort.
   *
   * @param rule the rule
   * @return a calculator with that rule
   */
  public ElapsedCohortCalculator with(ElapsedCohortRule rule) {
    return with(definition.with(rule));
  }

  /**
   * Chooses the length of a window of age.
   *
   * @param window the length
   * @return a calculator with that window
   */
  public ElapsedCohortCalculator with(ElapsedWindow window) {
    return with(definition.with(window));
  }

  /**
   * Chooses from which instant windows are counted.
   *
   * @param age from the exact start, or from its hour or day
   * @return a calculator that counts age so
   */
  public ElapsedCohortCalculator with(ElapsedAge age) {
    return with(definition.with(age));
  }

  /**
   * Chooses what it takes for a member to be counted. Where the measure speaks of periods, they are
   * windows.
   *
   * @param measure the measure
   * @return a calculator with that measure
   */
  public ElapsedCohortCalculator with(CohortMeasure measure) {
    return with(definition.with(measure));
  }

  /**
   * Chooses when a cell is observed.
   *
   * @param observation the policy
   * @return a calculator with that policy
   */
  public ElapsedCohortCalculator with(ElapsedObservation observation) {
    return with(definition.with(observation));
  }

  /**
   * Chooses on how many threads to count. The table is the same for any number.
   *
   * @param newWork how many threads
   * @return a calculator that works so
   */
  public ElapsedCohortCalculator with(Work newWork) {
    return new ElapsedCohortCalculator(definition, rows, shown, newWork);
  }

  /**
   * Lets a window of return activity count only with several events. What makes a start does not
   * change.
   *
   * @param events how many events it takes, at least 1
   * @return a calculator with that minimum
   * @throws IllegalArgumentException if it is under 1
   */
  public ElapsedCohortCalculator withMinimumOccurrences(int events) {
    return with(definition.withMinimumOccurrences(events));
  }

  /**
   * Groups customers by a calendar period of their start, independent of the window of age.
   *
   * @param axis the periods, which cover every start
   * @return a calculator with a cohort for each of them
   */
  public ElapsedCohortCalculator withCohortsBy(PeriodAxis axis) {
    StartRows periods = new PeriodRows(axis);
    return new ElapsedCohortCalculator(definition, starts -> periods, shown, work);
  }

  /**
   * Groups customers by the hour on the clock of their start, in a half-hour zone the local one.
   * Labels such as {@code 2020-06-10T06:00}; the two of an hour that the clocks show twice say
   * which, such as {@code 2024-10-27T02:00+02:00}. Where clocks change within an hour, it is cut
   * there.
   *
   * @return a calculator with a cohort for each hour
   */
  public ElapsedCohortCalculator withCohortsByHour() {
    return new ElapsedCohortCalculator(
        definition, starts -> HourRows.of(definition.zone(), starts.observed()), shown, work);
  }

  /**
   * Restricts which cohorts are shown, and nothing else: first events are looked for before the
   * range too, and cohorts are followed beyond it to the end of observation.
   *
   * @param range a cohort is shown if the first day of its period lies in it
   * @return a calculator that shows those cohorts
   */
  public ElapsedCohortCalculator withCohortsStartingIn(DateRange range) {
    return new ElapsedCohortCalculator(
        definition, rows, Optional.of(requireNonNull(range, "range")), work);
  }

  /**
   * Computes the table where every event is start and return alike.
   *
   * @param log the events, at instants
   * @return a row for each period in which at least one customer started
   * @throws IllegalArgumentException if the log has no instants or is of another zone, a start is
   *     in no period, or the rule has a history that does not fit
   */
  public ElapsedCohortTable calculate(EventLog log) {
    return calculate(log, log);
  }

  /**
   * Computes the table where some events make a start and others a return. Customers without return
   * events count in the sizes, those without start events do not count.
   *
   * @param starts events that make a start, such as sign-ups, at instants
   * @param returns events that make a return, such as purchases, at instants; same end of
   *     observation
   * @return a row for each period in which at least one customer started
   * @throws IllegalArgumentException if a log has no instants or is of another zone, ends of
   *     observation differ, a start is in no period, or the rule has a history that does not fit
   */
  public ElapsedCohortTable calculate(EventLog starts, EventLog returns) {
    check(starts, returns);
    WindowClock clock = WindowClock.of(definition, starts);
    ElapsedSource source =
        new ElapsedSource(
            definition,
            starts,
            ElapsedStarts.customers(definition.rule(), starts),
            returns,
            rows.apply(starts),
            clock,
            Tally.of(definition.measure(), clock.mostWindows()),
            work);
    return new ElapsedCohortTable(source, shown);
  }

  @SuppressWarnings("ReferenceEquality") // a quick way for the usual case, not a comparison
  private void check(EventLog starts, EventLog returns) {
    LogChecks.instantsIn(definition.zone(), "starts", starts);
    if (returns != starts) {
      LogChecks.instantsIn(definition.zone(), "returns", returns);
      LogChecks.sameEnd("returns", returns, "starts", starts);
    }
    if (definition.rule() instanceof ElapsedCohortRule.FirstEverMatching first) {
      LogChecks.instantsIn(definition.zone(), "history", first.history());
      LogChecks.sameEnd("history", first.history(), "starts", starts);
    }
  }
}
