package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.testing.RetentionArbitraries;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PurchaseSampleProperties {

  private static final DateRange RANGE = DateRange.ofDays(LocalDate.of(2023, 12, 20), 40);

  @Provide
  Arbitrary<EventLog> logs() {
    return RetentionArbitraries.eventLogs(6, RANGE, 50);
  }

  private static List<LocalDate> days(EventLog log, CustomerId customer) {
    return log.events()
        .filter(event -> event.customer().equals(customer))
        .map(event -> event.date())
        .distinct()
        .sorted()
        .toList();
  }

  @Property(tries = 300)
  void agreesWithAListOfDays(
      @ForAll("logs") EventLog log, @ForAll @IntRange(min = 1, max = 40) int calibrationDays) {
    LocalDate end = RANGE.start().plusDays(calibrationDays);
    Assume.that(log.observed().start().isBefore(end));
    PurchaseSample sample =
        PurchaseSampler.withDefaults().with(TimeScale.DAY).withCalibrationEnd(end).sample(log);
    for (CustomerId customer : log.customers()) {
      List<LocalDate> days = days(log, customer);
      List<LocalDate> known = days.stream().filter(day -> day.isBefore(end)).toList();
      assertThat(sample.rowOf(customer).isPresent()).isEqualTo(!known.isEmpty());
      if (!known.isEmpty()) {
        int row = sample.rowOf(customer).orElseThrow();
        LocalDate first = known.get(0);
        assertThat(sample.history(row))
            .isEqualTo(
                new PurchaseHistory(
                    known.size() - 1,
                    first.until(known.get(known.size() - 1), ChronoUnit.DAYS),
                    first.until(end, ChronoUnit.DAYS) - 1));
        assertThat(sample.holdout().map(holdout -> holdout.purchases(row)).orElse(0))
            .isEqualTo(days.size() - known.size());
      }
    }
  }

  @Property(tries = 200)
  void aGridOfDaysGivesTheSameSample(
      @ForAll("logs") EventLog log, @ForAll SameDayPurchases sameDay) {
    PurchaseSampler sampler = PurchaseSampler.withDefaults().with(sameDay);
    PurchaseSample fromLog = sampler.sample(log);
    PurchaseSample fromGrid = sampler.sample(ActivityGrid.from(log, PeriodAxis.days(RANGE)));
    assertThat(fromGrid.customers()).isEqualTo(fromLog.customers());
    for (int row = 0; row < fromLog.size(); row++) {
      assertThat(fromGrid.history(row)).isEqualTo(fromLog.history(row));
      assertThat(fromGrid.logIntervals(row)).isEqualTo(fromLog.logIntervals(row));
      assertThat(fromGrid.firstPurchase(row)).isEqualTo(fromLog.firstPurchase(row));
    }
  }

  @Property(tries = 200)
  void groupingLosesNothing(@ForAll("logs") EventLog log) {
    PurchaseSample sample = PurchaseSampler.withDefaults().sample(log);
    Map<PurchaseHistory, Integer> counts = new HashMap<>();
    IntStream.range(0, sample.size())
        .forEach(row -> counts.merge(sample.history(row), 1, Integer::sum));
    GroupedHistories grouped = sample.grouped();
    assertThat(grouped.size()).isEqualTo(counts.size());
    for (int group = 0; group < grouped.size(); group++) {
      assertThat(counts).containsEntry(grouped.history(group), grouped.weight[group]);
    }
    GroupedHistories regular = sample.groupedWithLogIntervals();
    for (int row = 0; row < sample.size(); row++) {
      assertThat(grouped.history(grouped.groupOf[row])).isEqualTo(sample.history(row));
      assertThat(regular.logIntervals[regular.groupOf[row]])
          .isEqualTo(sample.logIntervals(row).orElseThrow());
    }
  }
}
