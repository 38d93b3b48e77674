package io.github.retention4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.lifecycle.EngagementWindow.RollingDays;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts daily, weekly and monthly active customers (DAU, WAU, MAU) day by day.
 *
 * <p>Defaults: a week is the 7 days up to and including the day, a month the 28 days. A count is
 * given only where its whole window was observed: from the first day of the axis, which is taken as
 * the first observed one, to the day before the end of observation. Before the seventh day there is
 * no weekly count, rather than one made small by the edge.
 *
 * <p>Worked table, 10 observed days, a month of 8 rolling days: A active on days 1, 2, 8 and 9, B
 * on day 3, C on days 8 and 10.
 *
 * <pre>{@code
 * day             1   2   3   4   5   6   7   8   9  10
 * DAU             1   1   1   0   0   0   0   2   1   1
 * WAU             -   -   -   -   -   -   2   3   3   2
 * MAU (8 days)    -   -   -   -   -   -   -   3   3   3
 * customer-days   -   -   -   -   -   -   -   5   5   5
 * }</pre>
 *
 * <p>On day 10 the stickiness is 5 / 8 / 3 = 0.208, DAU / MAU of the day 1/3, WAU / MAU 2/3.
 */
public final class EngagementCalculator {

  private static final int WEEK = 7;
  private static final int FOUR_WEEKS = 28;

  private final EngagementWindow month;

  private EngagementCalculator(EngagementWindow month) {
    this.month = requireNonNull(month, "month");
  }

  /**
   * Returns the calculator with its defaults.
   *
   * @return weeks of 7 rolling days, months of 28
   */
  public static EngagementCalculator withDefaults() {
    return new EngagementCalculator(EngagementWindow.rollingDays(FOUR_WEEKS));
  }

  /**
   * Chooses what a month is: 28 or 30 rolling days, or the calendar month.
   *
   * @param month the window, of at least 7 days
   * @return a calculator with that month
   * @throws IllegalArgumentException if it is shorter than a week
   */
  public EngagementCalculator withMonth(EngagementWindow month) {
    if (month instanceof RollingDays rolling && rolling.days() < WEEK) {
      throw new IllegalArgumentException(
          "month (" + rolling.days() + " days) must not be shorter than a week");
    }
    return new EngagementCalculator(month);
  }

  /**
   * Returns what a month is.
   *
   * @return the window
   */
  public EngagementWindow month() {
    return month;
  }

  /**
   * Computes the series.
   *
   * @param grid the activity, on an axis of days that begins on the first observed day
   * @return each observed day
   * @throws IllegalArgumentException if the axis is not one of days
   */
  public EngagementSeries calculate(ActivityGrid grid) {
    int observed = EngagementChecks.observedDays(grid);
    PeriodAxis axis = grid.axis();
    LocalDate firstDay = axis.range().start();
    long[] daily = EngagementSweep.daily(grid, observed);
    EngagementWindow week = EngagementWindow.rollingDays(WEEK);
    List<Optional<EngagementCount>> weekly =
        new EngagementSweep(axis, observed, week).byDay(grid, daily);
    List<Optional<EngagementCount>> monthly =
        new EngagementSweep(axis, observed, month).byDay(grid, daily);
    List<EngagementDay> days = new ArrayList<>();
    for (int day = 0; day < observed; day++) {
      days.add(
          new EngagementDay(firstDay.plusDays(day), daily[day], weekly.get(day), monthly.get(day)));
    }
    return new EngagementSeries(days);
  }
}
