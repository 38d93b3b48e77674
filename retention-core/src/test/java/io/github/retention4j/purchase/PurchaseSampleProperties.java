package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountAccumulator;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.testing.RetentionArbitraries;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PurchaseSampleProperties {

  private static final DateRange RANGE = DateRange.ofDays(LocalDate.of(2023, 12, 20), 40);
  private static final Currency USD = Currency.getInstance("USD");

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

  /** What a sample knows, by customer. */
  private static List<List<Object>> rows(PurchaseSample sample) {
    return IntStream.range(0, sample.size())
        .<List<Object>>mapToObj(
            row ->
                List.of(
                    sample.customers().get(row),
                    sample.history(row),
                    sample.firstPurchase(row),
                    sample.logIntervals(row),
                    sample.spend().map(spend -> spend.purchases(row)),
                    sample.spend().map(spend -> spend.mean(row)),
                    sample.holdout().map(holdout -> holdout.purchases(row)),
                    sample.holdout().map(holdout -> holdout.spend(row))))
        .toList();
  }

  @Provide
  Arbitrary<List<Event>> payments() {
    Arbitrary<Optional<BigDecimal>> amounts =
        Arbitraries.longs().between(1, 9_999).map(cents -> BigDecimal.valueOf(cents, 2)).optional();
    return Combinators.combine(
            RetentionArbitraries.customers(6), RetentionArbitraries.dates(RANGE), amounts)
        .as(
            (customer, date, amount) ->
                amount
                    .map(some -> Event.of(customer, date, new Money(USD, some)))
                    .orElse(Event.of(customer, date)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  @Property(tries = 300)
  void aGridOfAmountsGivesTheSameSample(
      @ForAll("payments") List<Event> events,
      @ForAll @IntRange(min = 1, max = 40) int calibrationDays,
      @ForAll SameDayPurchases sameDay,
      @ForAll SpendScope scope) {
    LocalDate end = RANGE.start().plusDays(calibrationDays);
    EventLog log = EventLog.of(events, RANGE.endExclusive());
    Assume.that(log.observed().start().isBefore(end));
    PurchaseSampler sampler =
        PurchaseSampler.withDefaults().withCalibrationEnd(end).with(sameDay).with(scope);
    AmountAccumulator accumulator =
        AmountAccumulator.on(PeriodAxis.days(RANGE), RANGE.endExclusive(), USD);
    for (Event event : events) {
      event
          .amount()
          .ifPresentOrElse(
              amount -> accumulator.add(event.customer(), event.date(), amount),
              () -> accumulator.add(event.customer(), event.date()));
    }
    PurchaseSample sample = sampler.sample(accumulator.snapshot());
    assertThat(rows(sample)).isEqualTo(rows(sampler.sample(log)));
    assertThat(sample).hasToString(sampler.sample(log).toString());
  }
}
