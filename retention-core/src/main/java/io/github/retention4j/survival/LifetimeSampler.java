package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.retention.ChurnRule;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes a sample of lifetimes of what customers did or paid, or of the dates of their contracts.
 *
 * <p>Defaults: {@code ChurnRule.noActivityFor(1)}; a lifetime ends in the {@link
 * LifetimeStop#LOSS_PERIOD}; {@link ReturningCustomers#FIRST_LOSS_ENDS}; {@link
 * UnknownStarts#REFUSED}.
 *
 * <p>Time is age: 0 in the first period of activity, 1 in the next. A duration k with a loss says
 * that the customer was lost in the period of age k, and was one at the end of the k periods before
 * it; without, that it still was one at the end of the last complete period, which was that of age
 * k. So the curve at k is the share that is still there k periods after the first. Activity before
 * that of the data is not known: the first activity is taken for the start.
 *
 * <p>Worked table, months January to June, {@code noActivityFor(2)}: A, active in January and
 * February, is lost in April: 3, lost; by {@link LifetimeStop#LAST_ACTIVITY} it was active last at
 * age 1: 2, lost. B, active in March and June, is lost in May: 2, lost. C, active in May, is silent
 * in June alone: 1, not lost; by last activity 0, not lost, as only those silent since May have
 * been so for long enough.
 *
 * <p>Periods of a grid become units: days, weeks, and months, of which a quarter is three and a
 * year twelve. A log is read day by day, with silent days.
 */
public final class LifetimeSampler {

  private final ChurnRule rule;
  private final LifetimeStop stop;
  private final ReturningCustomers returning;
  private final UnknownStarts unknownStarts;

  private LifetimeSampler(
      ChurnRule rule,
      LifetimeStop stop,
      ReturningCustomers returning,
      UnknownStarts unknownStarts) {
    this.rule = requireNonNull(rule, "rule");
    this.stop = requireNonNull(stop, "stop");
    this.returning = requireNonNull(returning, "returning");
    this.unknownStarts = requireNonNull(unknownStarts, "unknownStarts");
  }

  /**
   * Returns the sampler with the defaults listed above.
   *
   * @return the sampler
   */
  public static LifetimeSampler withDefaults() {
    return new LifetimeSampler(
        ChurnRule.noActivityFor(1),
        LifetimeStop.LOSS_PERIOD,
        ReturningCustomers.FIRST_LOSS_ENDS,
        UnknownStarts.REFUSED);
  }

  /**
   * Chooses when a customer counts as lost.
   *
   * @param newRule the rule; of end dates, none of the other choices matters
   * @return a sampler with it
   */
  public LifetimeSampler with(ChurnRule newRule) {
    return new LifetimeSampler(newRule, stop, returning, unknownStarts);
  }

  /**
   * Chooses when the lifetime of a lost customer ends.
   *
   * @param newStop the choice
   * @return a sampler with it
   */
  public LifetimeSampler with(LifetimeStop newStop) {
    return new LifetimeSampler(rule, newStop, returning, unknownStarts);
  }

  /**
   * Chooses what becomes of customers that return.
   *
   * @param newReturning the choice
   * @return a sampler with it
   */
  public LifetimeSampler with(ReturningCustomers newReturning) {
    return new LifetimeSampler(rule, stop, newReturning, unknownStarts);
  }

  /**
   * Chooses what becomes of customers with revenue before the first known opening of a grid of
   * revenue. For grids of activity and logs, which take the first activity for the start, it does
   * not matter.
   *
   * @param newUnknownStarts the choice
   * @return a sampler with it
   */
  public LifetimeSampler with(UnknownStarts newUnknownStarts) {
    return new LifetimeSampler(rule, stop, returning, newUnknownStarts);
  }

  /**
   * Makes the sample of a grid, in periods. Open periods are not looked at.
   *
   * @param grid the activity, not on an axis of own boundaries
   * @return a row for each customer active in a complete period, in the order of the grid, with its
   *     customer
   * @throws IllegalArgumentException if there is none, the axis has own boundaries, or a rule of
   *     end dates names a customer without activity or one whose activity does not lie before its
   *     end
   */
  public LifetimeSample sample(ActivityGrid grid) {
    StayRows rows = new StayRows(grid.completePeriods(), stop, returning);
    if (rule instanceof ChurnRule.EndDates dates) {
      requireActive(new HashSet<>(grid.customers()), dates.endDates());
      for (int row = 0; row < grid.rows(); row++) {
        LocalDate end = dates.endDates().getOrDefault(grid.customer(row), LocalDate.MAX);
        int lastActive = grid.periodAt(grid.endCell(row) - 1);
        requireAfter(end, grid.axis().range(lastActive).start(), grid.customer(row));
        rows.addUntil(
            grid.customer(row),
            grid.periodAt(grid.firstCell(row)),
            grid.axis().completePeriods(end));
      }
    } else {
      int silence = ((ChurnRule.NoActivity) rule).periods();
      for (int row = 0; row < grid.rows(); row++) {
        int first = grid.firstCell(row);
        int cells = grid.endCell(row) - first;
        rows.addActive(grid.customer(row), silence, cells, cell -> grid.periodAt(first + cell));
      }
    }
    Granularity granularity = grid.axis().granularity();
    return rows.toSample(unitOf(granularity), lengthOf(granularity));
  }

  private static TimeScale unitOf(Granularity granularity) {
    return switch (granularity) {
      case DAY -> TimeScale.DAY;
      case WEEK -> TimeScale.WEEK;
      case MONTH, QUARTER, YEAR -> TimeScale.MEAN_MONTH;
      case CUSTOM ->
          throw new IllegalArgumentException(
              "granularity (CUSTOM) must be one of equal periods: make the grid on an axis of days");
    };
  }

  private static double lengthOf(Granularity granularity) {
    return granularity.convertsTo(Granularity.MONTH) ? granularity.lengthIn(Granularity.MONTH) : 1;
  }

  /**
   * Makes the sample of a log, in days: the rule counts silent days.
   *
   * @param log the activity
   * @return a row for each customer, in the order of the log, with its customer
   * @throws IllegalArgumentException if there is none, or a rule of end dates names a customer
   *     without activity or one whose activity does not lie before its end
   */
  public LifetimeSample sample(EventLog log) {
    LocalDate observationEnd = log.observationEndExclusive();
    StayRows rows = new StayRows((int) observationEnd.toEpochDay(), stop, returning);
    if (rule instanceof ChurnRule.EndDates dates) {
      requireActive(new HashSet<>(log.customers()), dates.endDates());
    }
    for (int row = 0; row < log.rows(); row++) {
      int first = log.eventsStart(row);
      int last = log.eventsEnd(row) - 1;
      if (rule instanceof ChurnRule.EndDates dates) {
        LocalDate end = dates.endDates().getOrDefault(log.customer(row), observationEnd);
        requireAfter(end, LocalDate.ofEpochDay(log.epochDayAt(last)), log.customer(row));
        LocalDate known = end.isBefore(observationEnd) ? end : observationEnd;
        rows.addUntil(log.customer(row), log.epochDayAt(first), (int) known.toEpochDay());
      } else {
        rows.addActive(
            log.customer(row),
            ((ChurnRule.NoActivity) rule).periods(),
            last - first + 1,
            event -> log.epochDayAt(first + event));
      }
    }
    return rows.toSample(TimeScale.DAY, 1);
  }

  private static void requireActive(Set<CustomerId> active, Map<CustomerId, LocalDate> endDates) {
    Set<CustomerId> unknown = new TreeSet<>(endDates.keySet());
    unknown.removeAll(active);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "endDates ("
              + unknown.iterator().next()
              + ") must name customers with activity; "
              + unknown.size()
              + " have none");
    }
  }

  private static void requireAfter(LocalDate end, LocalDate lastActivity, CustomerId customer) {
    if (!end.isAfter(lastActivity)) {
      throw new IllegalArgumentException(
          "end date ("
              + end
              + ") of customer "
              + customer
              + " must be after its last activity ("
              + lastActivity
              + ")");
    }
  }

  /**
   * Makes the sample of recurring revenue, such as a ledger of subscriptions gives, in periods:
   * whoever has revenue at the close of a period is a customer then, and is lost in the first
   * period by whose close there is none. Open periods are not looked at; the rule and the stop are
   * not asked.
   *
   * <p>Worked table, months January to June: A pays from January to March and left of its own will:
   * 3, voluntary. B pays from April on: 2, not lost. C paid before January: its start is unknown.
   *
   * @param grid the revenue, not on an axis of own boundaries
   * @return a row for each customer, or each of its stays, in the order of the grid, with its
   *     customer and the {@link io.github.retention4j.revenue.LossReason} of each loss in lower
   *     case
   * @throws IllegalArgumentException if there is none, the axis has own boundaries, or a start is
   *     unknown and such are refused
   */
  public LifetimeSample sample(RevenueGrid grid) {
    Granularity granularity = grid.axis().granularity();
    return RevenueLifetimes.sample(
        grid, returning, unknownStarts, unitOf(granularity), lengthOf(granularity));
  }

  /**
   * Makes the sample of contracts as seen through a window of the calendar, in days: customers who
   * were there before it enter at the age they had then, those who left before it or came after it
   * are not in the sample, and whoever was still there at its end is censored. Estimates of it are
   * of the hazards during the window, and hold for data that begin with it. The rule and the other
   * choices are not asked.
   *
   * <p>Worked table, window 11 to 20 January. Start on the 1st, end on the 15th: entry 9, 14, lost,
   * as the first day on which its loss would have been seen, the 11th, is that of age 10. Start on
   * the 5th, no end, or one on the 21st or later: entry 5, 15, not lost. Start on the 12th, end on
   * the 14th: entry 0, 2, lost.
   *
   * @param stays the contracts
   * @param window the days during which losses were recorded
   * @return a row for each contract that the window tells of, in order, with its customer
   * @throws IllegalArgumentException if there is none
   */
  public LifetimeSample sample(List<CustomerStay> stays, DateRange window) {
    return WindowRows.sample(stays, window);
  }
}
