package io.github.retention4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.testing.RetentionArbitraries;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EngagementProperties {

  private static final DateRange OBSERVED =
      new DateRange(LocalDate.of(2023, 12, 22), LocalDate.of(2024, 3, 5));

  @Provide
  Arbitrary<List<Event>> events() {
    return RetentionArbitraries.events(6, OBSERVED, 60);
  }

  @Provide
  Arbitrary<EngagementWindow> months() {
    return Arbitraries.of(
        EngagementWindow.rollingDays(7),
        EngagementWindow.rollingDays(28),
        EngagementWindow.rollingDays(30),
        EngagementWindow.calendarMonth());
  }

  private static ActivityGrid grid(List<Event> events) {
    return ActivityGrid.from(
        EventLog.of(events, OBSERVED.endExclusive()), PeriodAxis.days(OBSERVED));
  }

  private static EngagementSeries series(List<Event> events, EngagementWindow month) {
    return EngagementCalculator.withDefaults().withMonth(month).calculate(grid(events));
  }

  @Property(tries = 200)
  void windowsAgreeWithASlowReference(
      @ForAll("events") List<Event> events, @ForAll("months") EngagementWindow month) {
    EngagementSeries series = series(events, month);
    assertThat(series.days()).hasSize((int) OBSERVED.days());
    for (EngagementDay day : series.days()) {
      DateRange only = DateRange.ofDays(day.day(), 1);
      assertThat(day.dailyActive()).isEqualTo(customers(events, only));
      assertThat(day.weekly())
          .isEqualTo(count(events, EngagementWindow.rollingDays(7).endingOn(day.day())));
      assertThat(day.monthly()).isEqualTo(count(events, month.endingOn(day.day())));
    }
  }

  private static Optional<EngagementCount> count(List<Event> events, Optional<DateRange> window) {
    return window
        .filter(days -> OBSERVED.contains(days.start()))
        .map(
            days ->
                new EngagementCount(
                    days,
                    customers(events, days),
                    customers(events, DateRange.ofDays(days.last(), 1)),
                    days.start()
                        .datesUntil(days.endExclusive())
                        .mapToLong(day -> customers(events, DateRange.ofDays(day, 1)))
                        .sum()));
  }

  private static long customers(List<Event> events, DateRange days) {
    return events.stream()
        .filter(event -> days.contains(event.date()))
        .map(Event::customer)
        .distinct()
        .count();
  }

  @Property(tries = 200)
  void widerWindowsHaveNoFewerCustomers(
      @ForAll("events") List<Event> events, @ForAll("months") EngagementWindow month) {
    for (EngagementDay day : series(events, month).days()) {
      day.weekly()
          .ifPresent(
              week ->
                  assertThat(week.activeCustomers())
                      .isNotNegative()
                      .isGreaterThanOrEqualTo(day.dailyActive()));
      day.weeklyOfMonthly().ifPresent(share -> assertThat(share.value()).isLessThanOrEqualTo(1));
      day.stickiness().ifPresent(value -> assertThat(value).isPositive().isLessThanOrEqualTo(1));
    }
  }

  @Property(tries = 100)
  void theOrderOfEventsDoesNotMatter(@ForAll("events") List<Event> events) {
    List<Event> reversed = new ArrayList<>(events);
    Collections.reverse(reversed);
    EngagementWindow month = EngagementWindow.rollingDays(28);
    assertThat(series(reversed, month)).isEqualTo(series(events, month));
  }

  @Property(tries = 200)
  void theHistogramHasEachActiveCustomerOnce(@ForAll("events") List<Event> events) {
    StickinessHistogram histogram =
        StickinessCalculator.withDefaults().calculateLast(grid(events), 28);
    Map<CustomerId, Long> activeDays =
        events.stream()
            .filter(event -> histogram.window().contains(event.date()))
            .distinct()
            .collect(Collectors.groupingBy(Event::customer, Collectors.counting()));
    assertThat(histogram.activeCustomers()).isEqualTo(activeDays.size());
    for (int n = 1; n <= histogram.periods(); n++) {
      long wanted = n;
      assertThat(histogram.exactly(n))
          .isEqualTo(activeDays.values().stream().filter(days -> days == wanted).count());
      assertThat(histogram.atLeast(n))
          .isEqualTo(activeDays.values().stream().filter(days -> days >= wanted).count());
      assertThat(n == 1 || histogram.atLeast(n) <= histogram.atLeast(n - 1)).isTrue();
    }
  }

  /** The mean number of active days / 28 is the stickiness of the same 28 days. */
  @Property(tries = 200)
  void stickinessIsTheMeanOfTheHistogram(@ForAll("events") List<Event> events) {
    StickinessHistogram histogram =
        StickinessCalculator.withDefaults().calculateLast(grid(events), 28);
    EngagementDay last =
        series(events, EngagementWindow.rollingDays(28)).on(OBSERVED.last()).orElseThrow();
    assertThat(last.stickiness().isPresent())
        .isEqualTo(histogram.averageActivePeriods().isPresent());
    histogram
        .averageActivePeriods()
        .ifPresent(
            mean ->
                assertThat(last.stickiness().orElseThrow() * 28).isCloseTo(mean, within(1e-12)));
  }

  @Property(tries = 200)
  void purchasesAgreeWithASlowReference(
      @ForAll("events") List<Event> events, @ForAll PurchaseCounting counting) {
    PurchaseIntervals intervals =
        PurchaseIntervalsCalculator.withDefaults().with(counting).calculate(grid(events));
    List<Event> purchases =
        counting == PurchaseCounting.ONE_A_DAY ? events.stream().distinct().toList() : events;
    Map<CustomerId, List<LocalDate>> dates =
        purchases.stream()
            .collect(
                Collectors.groupingBy(
                    Event::customer,
                    TreeMap::new,
                    Collectors.mapping(
                        Event::date,
                        Collectors.collectingAndThen(
                            Collectors.toList(), list -> list.stream().sorted().toList()))));
    TreeMap<Long, Long> complete = new TreeMap<>();
    TreeMap<Long, Long> open = new TreeMap<>();
    for (List<LocalDate> days : dates.values()) {
      for (int i = 1; i < days.size(); i++) {
        complete.merge(ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)), 1L, Long::sum);
      }
      LocalDate last = days.get(days.size() - 1);
      open.merge(ChronoUnit.DAYS.between(last, OBSERVED.last()), 1L, Long::sum);
    }
    assertThat(intervals.purchases()).isEqualTo(purchases.size());
    assertThat(intervals.completeGaps().countByDays()).isEqualTo(complete);
    assertThat(intervals.openGaps().countByDays()).isEqualTo(open);
    assertThat(intervals.completeGaps().count())
        .isEqualTo(intervals.purchases() - intervals.customers());
    assertThat(intervals.repeatPurchaseRate())
        .isEqualTo(
            new Proportion(
                dates.values().stream().filter(days -> days.size() > 1).count(), dates.size()));
    for (int d = 0; d <= OBSERVED.days(); d++) {
      assertThat(intervals.repurchasedWithin(d)).isEqualTo(repurchasedWithin(dates, d));
    }
  }

  private static Optional<Proportion> repurchasedWithin(
      Map<CustomerId, List<LocalDate>> dates, int d) {
    List<List<LocalDate>> observed =
        dates.values().stream().filter(days -> OBSERVED.contains(days.get(0).plusDays(d))).toList();
    long again =
        observed.stream()
            .filter(days -> days.size() > 1 && !days.get(1).isAfter(days.get(0).plusDays(d)))
            .count();
    return Proportion.ifAny(again, observed.size());
  }
}
