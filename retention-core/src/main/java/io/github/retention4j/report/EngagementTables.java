package io.github.retention4j.report;

import static io.github.retention4j.report.Columns.boxed;
import static io.github.retention4j.report.Columns.joined;
import static java.util.Objects.requireNonNull;

import io.github.retention4j.lifecycle.EngagementCount;
import io.github.retention4j.lifecycle.EngagementDay;
import io.github.retention4j.lifecycle.EngagementSeries;
import io.github.retention4j.lifecycle.EngagementState;
import io.github.retention4j.lifecycle.EngagementStates;
import io.github.retention4j.lifecycle.PurchaseGaps;
import io.github.retention4j.lifecycle.PurchaseIntervals;
import io.github.retention4j.lifecycle.StickinessHistogram;
import io.github.retention4j.stats.Proportion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tables of how often customers come, and after how long they come back. */
public final class EngagementTables {

  private static final String NO_WEEK = "the week was not observed whole";
  private static final String NO_MONTH = "the month was not observed whole, or none ends here";
  private static final String NO_RATIO = "a window is not known, or nobody was active in it";
  private static final String NOBODY = "nobody was active";

  private EngagementTables() {}

  /**
   * Returns daily, weekly and monthly active customers, their ratios on the day, and the stickiness
   * averaged over the month.
   *
   * @param series the days
   * @return a row for each observed day
   */
  public static ResultTable activeCustomers(EngagementSeries series) {
    return ResultTable.of(
        "Active customers by day",
        series.days(),
        List.of(
            Column.date("day", EngagementDay::day),
            Column.count("DAU", EngagementDay::dailyActive),
            Column.count("WAU", EngagementCount::activeCustomers)
                .ofOptional(EngagementDay::weekly, NO_WEEK),
            Column.count("MAU", EngagementCount::activeCustomers)
                .ofOptional(EngagementDay::monthly, NO_MONTH),
            Column.share("DAU / WAU", Proportion::value)
                .ofOptional(EngagementDay::dailyOfWeekly, NO_RATIO),
            Column.share("DAU / MAU", Proportion::value)
                .ofOptional(EngagementDay::dailyOfMonthly, NO_RATIO),
            Column.share("WAU / MAU", Proportion::value)
                .ofOptional(EngagementDay::weeklyOfMonthly, NO_RATIO),
            Column.share("stickiness", Double::doubleValue)
                .ofOptional(it -> boxed(it.stickiness()), NO_RATIO)));
  }

  /** How many customers were in each state on a day. */
  private record StateDay(LocalDate day, Map<EngagementState, Long> counts) {

    static StateDay of(EngagementStates states, LocalDate day) {
      Map<EngagementState, Long> counts = new EnumMap<>(EngagementState.class);
      for (EngagementState state : EngagementState.values()) {
        counts.put(state, states.count(day, state));
      }
      return new StateDay(day, counts);
    }

    long count(EngagementState state) {
      return requireNonNull(counts.get(state));
    }
  }

  /**
   * Returns the customers in each state of engagement by day.
   *
   * @param states of the customers
   * @param days observed days, such as the last of each month
   * @return a row for each of the days, in their order
   * @throws IllegalArgumentException if a day was not observed
   */
  public static ResultTable states(EngagementStates states, List<LocalDate> days) {
    List<Column<StateDay>> columns = new ArrayList<>();
    columns.add(Column.date("day", StateDay::day));
    for (EngagementState state : EngagementState.values()) {
      columns.add(Column.count(RetentionTables.words(state), it -> it.count(state)));
    }
    return ResultTable.of(
        "Customers by state of engagement",
        days.stream().map(day -> StateDay.of(states, day)).toList(),
        columns);
  }

  /**
   * Returns in how many periods of a window customers were active: the power-user curve.
   *
   * @param histogram the counts
   * @return a row for each number of periods, from 1 on
   */
  public static ResultTable stickiness(StickinessHistogram histogram) {
    return ResultTable.of(
        "Customers by number of active " + Words.plural(histogram.per()),
        IntStream.rangeClosed(1, histogram.periods()).boxed().toList(),
        List.of(
            Column.count("active " + Words.plural(histogram.per()), Integer::longValue),
            Column.count("exactly", histogram::exactly),
            Column.count("at least", histogram::atLeast),
            Column.share("share exactly", Proportion::value)
                .ofOptional(histogram::shareExactly, NOBODY),
            Column.share("share at least", Proportion::value)
                .ofOptional(histogram::shareAtLeast, NOBODY)));
  }

  /**
   * Returns the share of customers with a second purchase by a number of days after the first, of
   * those observed for so long, with 95 % Wilson intervals.
   *
   * @param intervals the purchases
   * @return a row for each number of days, from 0 on
   */
  public static ResultTable repurchases(PurchaseIntervals intervals) {
    List<Proportion> curve = intervals.repurchaseCurve();
    return ResultTable.of(
        "Second purchase within days of the first",
        Columns.numbers(curve.size()),
        joined(
            List.of(Column.count("days", Integer::longValue)),
            Columns.shareAndLimits("bought again", "observed so long", "share", curve::get)));
  }

  /** Gaps of one length. */
  private record Gap(String kind, long days, long count) {
    static Stream<Gap> all(String kind, PurchaseGaps gaps) {
      return gaps.countByDays().entrySet().stream()
          .map(gap -> new Gap(kind, gap.getKey(), gap.getValue()));
    }
  }

  /**
   * Returns how many gaps between purchases have which length: the complete ones, between two
   * purchases, and the open ones, from each customer's last purchase to the last observed day.
   *
   * @param intervals the purchases
   * @return a row for each length that occurs, complete gaps first
   */
  public static ResultTable purchaseGaps(PurchaseIntervals intervals) {
    return ResultTable.of(
        "Gaps between purchases",
        Stream.concat(
                Gap.all("complete", intervals.completeGaps()),
                Gap.all("open", intervals.openGaps()))
            .toList(),
        List.of(
            Column.text("gap", Gap::kind),
            Column.count("days", Gap::days),
            Column.count("gaps", Gap::count)));
  }
}
