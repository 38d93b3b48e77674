package io.github.retention4j.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.testing.RetentionArbitraries;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class AmountProperties {

  private static final DateRange DAYS = DateRange.ofDays(LocalDate.of(2023, 12, 20), 100);
  private static final LocalDate END = DAYS.endExclusive();
  private static final Currency USD = Currency.getInstance("USD");

  /** Whole dollars to millionths, refunds and events without an amount among them. */
  @Provide
  Arbitrary<List<Event>> events() {
    Arbitrary<BigDecimal> amounts =
        Arbitraries.integers()
            .between(0, 6)
            .flatMap(
                scale ->
                    Arbitraries.longs()
                        .between(-500_000, 500_000)
                        .map(units -> BigDecimal.valueOf(units, scale)));
    return Combinators.combine(
            RetentionArbitraries.customers(8), RetentionArbitraries.dates(DAYS), amounts.optional())
        .as(
            (customer, date, amount) ->
                amount
                    .map(some -> Event.of(customer, date, new Money(USD, some)))
                    .orElse(Event.of(customer, date)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(60)
        .filter(events -> events.stream().anyMatch(event -> event.amount().isPresent()));
  }

  @Provide
  Arbitrary<PeriodAxis> axes() {
    return Arbitraries.of(
        PeriodAxis.days(DAYS), PeriodAxis.isoWeeks(DAYS), PeriodAxis.months(DAYS));
  }

  @Property
  void amountsComeOutAsTheyWentIn(@ForAll("events") List<Event> events) {
    assertThat(EventLog.of(events, END).events())
        .containsExactlyElementsOf(
            events.stream()
                .sorted(Comparator.comparing(Event::customer).thenComparing(Event::date))
                .toList());
  }

  @Property
  void partsOfOtherDecimalsComeTogether(
      @ForAll("events") List<Event> events, @ForAll @IntRange(max = 60) int cut) {
    int at = Math.min(Math.max(1, cut), events.size() - 1);
    if (at > 0) {
      EventLog merged =
          EventLog.merged(
              List.of(
                  EventLog.of(events.subList(0, at), END),
                  EventLog.of(events.subList(at, events.size()), END)));
      assertThat(merged.events())
          .containsExactlyElementsOf(EventLog.of(events, END).events().toList());
    }
  }

  @Property
  void cellsAreTheSumsOfTheirEvents(
      @ForAll("events") List<Event> events, @ForAll("axes") PeriodAxis axis) {
    AmountGrid grid = AmountGrid.from(EventLog.of(events, END), axis);
    ActivityGrid activity = grid.activity();
    for (int row = 0; row < activity.rows(); row++) {
      for (int cell = activity.firstCell(row); cell < activity.endCell(row); cell++) {
        List<Money> paid = amounts(events, axis, activity.customer(row), activity.periodAt(cell));
        assertThat(grid.amountAt(cell)).isEqualTo(sum(paid));
        assertThat(grid.eventsWithAmountAt(cell)).isEqualTo(paid.size());
      }
    }
    assertThat(grid.total())
        .isEqualTo(sum(events.stream().flatMap(event -> event.amount().stream()).toList()));
  }

  private static List<Money> amounts(
      List<Event> events, PeriodAxis axis, CustomerId customer, int period) {
    return events.stream()
        .filter(event -> event.customer().equals(customer))
        .filter(event -> axis.periodOf(event.date()) == period)
        .flatMap(event -> event.amount().stream())
        .toList();
  }

  private static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.zero(USD), Money::plus);
  }

  @Property
  void neitherOrderNorThreadsMatter(
      @ForAll("events") List<Event> events,
      @ForAll("axes") PeriodAxis axis,
      @ForAll @IntRange(min = 1, max = 4) int threads,
      @ForAll Random random) {
    List<Event> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);
    assertThat(AmountGrid.from(EventLog.of(shuffled, END), axis, Work.onThreads(threads)))
        .isEqualTo(AmountGrid.from(EventLog.of(events, END), axis));
  }
}
