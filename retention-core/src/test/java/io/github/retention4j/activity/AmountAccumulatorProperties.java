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
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class AmountAccumulatorProperties {

  private static final DateRange DAYS = DateRange.ofDays(LocalDate.of(2023, 12, 20), 100);
  private static final LocalDate END = DAYS.endExclusive();
  private static final Currency USD = Currency.getInstance("USD");

  @Provide
  Arbitrary<List<Event>> events() {
    Arbitrary<BigDecimal> amounts =
        Arbitraries.longs().between(-99_999, 99_999).map(cents -> BigDecimal.valueOf(cents, 2));
    return Combinators.combine(
            RetentionArbitraries.customers(8), RetentionArbitraries.dates(DAYS), amounts.optional())
        .as(
            (customer, date, amount) ->
                amount
                    .map(some -> Event.of(customer, date, new Money(USD, some)))
                    .orElse(Event.of(customer, date)))
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<PeriodAxis> axes() {
    return Arbitraries.of(
        PeriodAxis.days(DAYS), PeriodAxis.isoWeeks(DAYS), PeriodAxis.months(DAYS));
  }

  private static AmountAccumulator of(PeriodAxis axis, List<Event> events) {
    AmountAccumulator accumulator = AmountAccumulator.on(axis, END, USD);
    for (Event event : events) {
      event
          .amount()
          .ifPresentOrElse(
              amount -> accumulator.add(event.customer(), event.date(), amount),
              () -> accumulator.add(event.customer(), event.date()));
    }
    return accumulator;
  }

  private static AmountAccumulator merged(AmountAccumulator a, AmountAccumulator b) {
    AmountAccumulator sum = AmountAccumulator.fromBytes(a.toBytes());
    sum.merge(b);
    return sum;
  }

  @Property
  void agreesWithTheGridOfTheLog(
      @ForAll("events") List<Event> events, @ForAll("axes") PeriodAxis axis) {
    if (events.stream().anyMatch(event -> event.amount().isPresent())) {
      assertThat(of(axis, events).snapshot())
          .isEqualTo(AmountGrid.from(EventLog.of(events, END), axis));
    }
  }

  @Property
  void mergeIsAssociativeAndCommutative(
      @ForAll("events") List<Event> one,
      @ForAll("events") List<Event> two,
      @ForAll("events") List<Event> three,
      @ForAll("axes") PeriodAxis axis) {
    AmountAccumulator a = of(axis, one);
    AmountAccumulator b = of(axis, two);
    AmountAccumulator c = of(axis, three);
    byte[] expected = merged(merged(a, b), c).toBytes();
    assertThat(merged(a, merged(b, c)).toBytes()).isEqualTo(expected);
    assertThat(merged(c, merged(b, a)).toBytes()).isEqualTo(expected);
  }

  @Property
  void mergeIsTheSameAsOnePassInAnyOrder(
      @ForAll("events") List<Event> events,
      @ForAll("axes") PeriodAxis axis,
      @ForAll @IntRange(max = 60) int cut,
      @ForAll Random random) {
    List<Event> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);
    int at = Math.min(cut, shuffled.size());
    AmountAccumulator parts = of(axis, shuffled.subList(0, at));
    parts.merge(of(axis, shuffled.subList(at, shuffled.size())));
    assertThat(parts.toBytes()).isEqualTo(of(axis, events).toBytes());
  }

  @Property(tries = 200)
  void comesBackAndGoesOn(@ForAll("events") List<Event> events, @ForAll("axes") PeriodAxis axis)
      throws Exception {
    AmountAccumulator accumulator = of(axis, events);
    AmountAccumulator back = AmountAccumulatorTest.thereAndBack(accumulator);
    assertThat(back.toBytes()).isEqualTo(accumulator.toBytes());
    back.merge(accumulator);
    back.add(CustomerId.of("new"), DAYS.start());
    accumulator.merge(accumulator);
    accumulator.add(CustomerId.of("new"), DAYS.start());
    assertThat(back.snapshot()).isEqualTo(accumulator.snapshot());
  }

  /** More events than cells have room at first, so that cells are added up on the way. */
  @Property(tries = 20)
  void manyEventsAddUpOnTheWay(@ForAll long seed) {
    PeriodAxis weeks = PeriodAxis.isoWeeks(DAYS);
    SplittableRandom random = new SplittableRandom(seed);
    int customers = random.nextInt(1, 600);
    AmountAccumulator accumulator = AmountAccumulator.on(weeks, END, USD);
    long[][] cents = new long[customers][weeks.size()];
    for (int i = 0; i < 20_000; i++) {
      int customer = random.nextInt(customers);
      LocalDate day = DAYS.start().plusDays(random.nextInt(100));
      long amount = random.nextLong(-50, 100);
      cents[customer][weeks.periodOf(day)] += amount;
      accumulator.add(customer, day, new Money(USD, BigDecimal.valueOf(amount, 2)));
    }
    AmountGrid grid = accumulator.snapshot();
    long events = 0;
    for (int row = 0; row < grid.activity().rows(); row++) {
      int customer = Integer.parseInt(grid.activity().customer(row).value());
      for (int cell = grid.activity().firstCell(row); cell < grid.activity().endCell(row); cell++) {
        events += grid.activity().eventsAt(cell);
        assertThat(grid.unitsAt(cell)).isEqualTo(cents[customer][grid.activity().periodAt(cell)]);
      }
    }
    assertThat(events).isEqualTo(20_000);
  }

  /** Any one byte changed gives an accumulator or a clear refusal, never another failure. */
  @Property(tries = 2_000)
  void damagedBytesDoNoHarm(@ForAll("events") List<Event> events, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = of(PeriodAxis.months(DAYS), events).toBytes();
    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    try {
      AmountAccumulator back = AmountAccumulator.fromBytes(bytes);
      assertThat(back.toBytes()).isNotEmpty();
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
