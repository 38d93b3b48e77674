package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.activity.Work;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.cohort.CohortRule.SuppliedDates;
import io.github.retention4j.time.DateRange;
import java.util.Optional;

/**
 * Groups customers by when they start and sums what they pay at each age: revenue per customer and
 * cumulative value per cohort. Immutable.
 *
 * <p>Defaults: cohorts by {@link StartEvent#FIRST first event}; the amounts {@link
 * AgeAmount#IN_PERIOD of the period itself}; all cohorts. Starts, ages and open cells are those of
 * {@link CohortCalculator}.
 *
 * <p>Start events need no amounts. Of three customers that sign up in January one buys for USD 30
 * in January, and two for USD 10 and USD 20 in February:
 *
 * <pre>{@code
 * CohortAmountTable table =
 *     CohortAmountCalculator.withDefaults().calculate(signUps, purchases);
 *
 * cohort     size   age 0                    age 1
 * 2024-01    3      USD 30, 10 per member    USD 30, 10 per member, 15 per payer
 * }</pre>
 */
public final class CohortAmountCalculator {

  private final CohortRule rule;
  private final CohortAmountMeasure measure;
  private final Optional<DateRange> shown;

  private CohortAmountCalculator(
      CohortRule rule, CohortAmountMeasure measure, Optional<DateRange> shown) {
    this.rule = requireNonNull(rule, "rule");
    this.measure = requireNonNull(measure, "measure");
    this.shown = shown;
  }

  /**
   * Returns the calculator with its defaults.
   *
   * @return the calculator
   */
  public static CohortAmountCalculator withDefaults() {
    return new CohortAmountCalculator(StartEvent.FIRST, AgeAmount.IN_PERIOD, Optional.empty());
  }

  /**
   * Chooses what makes a customer a member of a cohort.
   *
   * @param newRule the rule
   * @return a calculator with that rule
   */
  public CohortAmountCalculator with(CohortRule newRule) {
    return new CohortAmountCalculator(newRule, measure, shown);
  }

  /**
   * Chooses which amounts count in a column.
   *
   * @param newMeasure the measure
   * @return a calculator with that measure
   */
  public CohortAmountCalculator with(CohortAmountMeasure newMeasure) {
    return new CohortAmountCalculator(rule, newMeasure, shown);
  }

  /**
   * Restricts which cohorts are shown, and nothing else, as {@link
   * CohortCalculator#withCohortsStartingIn} does.
   *
   * @param range a cohort is shown if the first day of its period lies in it
   * @return a calculator that shows those cohorts
   */
  public CohortAmountCalculator withCohortsStartingIn(DateRange range) {
    return new CohortAmountCalculator(rule, measure, Optional.of(requireNonNull(range, "range")));
  }

  /**
   * Computes the table where every event can be a start, with or without an amount. Age 0 has all
   * amounts of the period of the start. With {@link SuppliedDates} the start is the date.
   *
   * @param amounts the activity with its amounts
   * @return a row for each period in which at least one customer started
   * @throws IllegalArgumentException if the rule has a history or dates that do not fit the grid,
   *     or amounts are too large to be summed and squared exactly; the message names the customer
   */
  public CohortAmountTable calculate(AmountGrid amounts) {
    return table(amounts.activity(), amounts);
  }

  /**
   * Computes the table where some events make a start and others have the amounts. Customers
   * without an amount count in the sizes; amounts before the period of the start, or of customers
   * without a start, count at no age. Those in the period of the start count at age 0, before the
   * start event or after it.
   *
   * @param starts events that make a start, such as sign-ups
   * @param amounts events with amounts, such as purchases; same axis and end of observation
   * @return a row for each period in which at least one customer started
   * @throws IllegalArgumentException if axis or end of observation of the grids differ, the rule
   *     has a history that does not fit them, or it has dates and so no place for start events, or
   *     amounts are too large to be summed and squared exactly; the message names the customer
   */
  public CohortAmountTable calculate(ActivityGrid starts, AmountGrid amounts) {
    GridChecks.sameFrame("amounts", amounts.activity(), "starts", starts);
    if (rule instanceof SuppliedDates) {
      throw new IllegalArgumentException(
          "rule (" + rule + ") must be one of events where start events are given");
    }
    return table(starts, amounts);
  }

  private CohortAmountTable table(ActivityGrid starts, AmountGrid amounts) {
    ActivityGrid activity = amounts.activity();
    CohortMeasure columns =
        measure instanceof AgeBrackets brackets ? brackets : AgeMeasure.ON_PERIOD;
    CohortSource source =
        new CohortSource(
            Starts.of(rule, starts),
            new Returns(activity, 1),
            Tally.of(columns, activity.axis().size()),
            Work.inThisThread());
    return new CohortAmountTable(
        new CohortDefinition(rule, columns, shown),
        new CohortAmountSource(source, amounts, measure));
  }
}
