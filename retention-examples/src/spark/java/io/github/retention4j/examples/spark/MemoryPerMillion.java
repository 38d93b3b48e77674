package io.github.retention4j.examples.spark;

import io.github.retention4j.activity.ActivityAccumulator;
import io.github.retention4j.activity.AmountAccumulator;
import io.github.retention4j.activity.GridDetail;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.lang.ref.Reference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Prints what a million customers take, with ten million events on random days of three years: in
 * the heap of an executor, as bytes that are sent, and in the heap of the driver.
 */
public final class MemoryPerMillion {

  private static final int CUSTOMERS = 1_000_000;
  private static final int EVENTS = 10 * CUSTOMERS;
  private static final DateRange DAYS = DateRange.ofDays(LocalDate.of(2021, 1, 1), 1095);
  private static final Currency EURO = Currency.getInstance("EUR");

  private MemoryPerMillion() {}

  /**
   * Measures, in a few minutes and 4 GB.
   *
   * @param args not read
   */
  public static void main(String[] args) {
    PeriodAxis months = PeriodAxis.months(DAYS);
    System.out.println("MB of                     accumulator   sent   grid");
    activity("activity, by number", () -> activityByNumber(months));
    activity("activity, by text", () -> activityByText(months));
    amounts("amounts, by number", () -> amountsByNumber(months));
    amounts("amounts, by text", () -> amountsByText(months));
    amounts("amounts a day, by number", () -> amountsByNumber(PeriodAxis.days(DAYS)));
    amounts("amounts a day, by text", () -> amountsByText(PeriodAxis.days(DAYS)));
  }

  private static ActivityAccumulator activityByNumber(PeriodAxis axis) {
    ActivityAccumulator sum =
        ActivityAccumulator.on(axis, DAYS.endExclusive(), GridDetail.PRESENCE);
    forEachEvent((customer, date) -> sum.add(customer, date));
    return sum;
  }

  private static ActivityAccumulator activityByText(PeriodAxis axis) {
    ActivityAccumulator sum =
        ActivityAccumulator.on(axis, DAYS.endExclusive(), GridDetail.PRESENCE);
    forEachEvent((customer, date) -> sum.add(text(customer), date));
    return sum;
  }

  private static AmountAccumulator amountsByNumber(PeriodAxis axis) {
    AmountAccumulator sum = AmountAccumulator.on(axis, DAYS.endExclusive(), EURO);
    forEachEvent((customer, date) -> sum.add(customer, date, amount(customer, date)));
    return sum;
  }

  private static AmountAccumulator amountsByText(PeriodAxis axis) {
    AmountAccumulator sum = AmountAccumulator.on(axis, DAYS.endExclusive(), EURO);
    forEachEvent((customer, date) -> sum.add(text(customer), date, amount(customer, date)));
    return sum;
  }

  private static void forEachEvent(EventHandler handler) {
    SplittableRandom random = new SplittableRandom(42);
    for (int event = 0; event < EVENTS; event++) {
      handler.take(random.nextInt(CUSTOMERS), DAYS.start().plusDays(random.nextInt(1095)));
    }
  }

  /** Takes an event. */
  private interface EventHandler {
    void take(long customer, LocalDate date);
  }

  private static CustomerId text(long customer) {
    return CustomerId.of("customer-" + (100_000_000 + customer));
  }

  private static Money amount(long customer, LocalDate date) {
    return new Money(EURO, BigDecimal.valueOf(1_000 + (customer + date.toEpochDay()) % 9_000, 2));
  }

  private static void activity(String name, Supplier<ActivityAccumulator> events) {
    print(name, events, ActivityAccumulator::toBytes, ActivityAccumulator::snapshot);
  }

  private static void amounts(String name, Supplier<AmountAccumulator> events) {
    print(name, events, AmountAccumulator::toBytes, AmountAccumulator::snapshot);
  }

  private static <A> void print(
      String name, Supplier<A> events, Function<A, byte[]> toBytes, Function<A, Object> snapshot) {
    long before = usedBytes();
    A accumulator = events.get();
    long held = usedBytes(accumulator) - before;
    long sent = toBytes.apply(accumulator).length;
    Object grid = snapshot.apply(accumulator);
    accumulator = null; // what is left is the grid
    long kept = usedBytes(grid) - before;
    System.out.printf(
        Locale.ROOT, "%-25s %11d %6d %6d%n", name, held >> 20, sent >> 20, kept >> 20);
  }

  private static long usedBytes(Object... held) {
    try {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      return runtime.totalMemory() - runtime.freeMemory();
    } finally {
      Reference.reachabilityFence(held);
    }
  }
}
