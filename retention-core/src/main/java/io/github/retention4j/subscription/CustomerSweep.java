package io.github.retention4j.subscription;

import io.github.retention4j.revenue.LossReason;
import io.github.retention4j.revenue.RevenueGridBuilder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * Adds the changes of a customer up to what it is worth at the close of each period, in book
 * currency. Mutable, used again for the next customer.
 *
 * <p>What is kept of a currency from one close to the next, min(before, after), gained by the rate
 * as foreign exchange; so what is lost is measured at the rate before and what is gained at the
 * rate after.
 */
final class CustomerSweep {

  private final BookAxis axis;
  private final AxisRates rates;
  private final LedgerCustomers customers;
  private final int begun;
  private final int firstDay;
  private final int[] closeDay;
  private final long[] units;
  private final long[] unitsBefore;
  private final int[] rateBefore;
  private int row;
  private int next;
  private int currenciesHeld;
  private int zeroSince;
  private LossReason reason = LossReason.UNKNOWN;
  private long worth;

  CustomerSweep(BookAxis axis, AxisRates rates, LedgerCustomers customers) {
    this.axis = axis;
    this.rates = rates;
    this.customers = customers;
    this.begun = axis.begunPeriods();
    this.firstDay = ChangeCodes.dayOf(axis.periods().range().start());
    this.closeDay = new int[begun + 1];
    Arrays.setAll(closeDay, i -> ChangeCodes.dayOf(axis.closeOf(i - 1)));
    this.units = new long[rates.currencies()];
    this.unitsBefore = new long[rates.currencies()];
    this.rateBefore = new int[rates.currencies()];
  }

  private void begin(int newRow) {
    row = newRow;
    Arrays.fill(units, 0);
    Arrays.fill(unitsBefore, 0);
    next = 0;
    currenciesHeld = 0;
    zeroSince = LedgerColumns.NONE;
    worth = 0;
  }

  /**
   * Writes the steps of a customer.
   *
   * @throws IllegalArgumentException if a rate is missing or what it is worth does not fit a long
   */
  void write(int customer, CustomerChanges changes, RevenueGridBuilder builder) {
    begin(customer);
    if (customers.areKnownByNumber()) {
      builder.startCustomer(customers.number(customer));
    } else {
      builder.startCustomer(customers.id(customer));
    }
    apply(changes, RevenueGridBuilder.OPENING);
    if (currenciesHeld == 0 && zeroSince != LedgerColumns.NONE) {
      builder.formerCustomer(LocalDate.ofEpochDay(zeroSince));
    }
    for (int period = RevenueGridBuilder.OPENING;
        period < begun;
        period = nextPeriod(changes, period)) {
      apply(changes, period);
      long before = worth;
      long exchange = close(period);
      boolean goesOn = before != 0 && worth != 0;
      LossReason why = currenciesHeld == 0 ? reason : LossReason.UNKNOWN;
      builder.step(period, worth, goesOn ? exchange : 0, why);
    }
  }

  /** Returns what a customer is worth at the close of a period. */
  long unitsAt(int customer, CustomerChanges changes, int period) {
    begin(customer);
    apply(changes, period);
    close(period);
    return worth;
  }

  /** Returns the first rate that is missing for the revenue of a customer. */
  Optional<MissingRate> missingRate(int customer, CustomerChanges changes) {
    begin(customer);
    for (int period = RevenueGridBuilder.OPENING;
        period < begun;
        period = nextPeriod(changes, period)) {
      apply(changes, period);
      for (int currency = 0; currency < units.length; currency++) {
        if (units[currency] != 0 && !rates.has(currency, period)) {
          return Optional.of(rates.missing(currency, period, customers.id(customer)));
        }
      }
    }
    return Optional.empty();
  }

  /** Takes the changes before the close of a period. */
  private void apply(CustomerChanges changes, int period) {
    while (next < changes.size() && changes.day(next) < closeDay[period + 1]) {
      int day = changes.day(next);
      boolean hadAny = currenciesHeld > 0;
      int start = next;
      for (; next < changes.size() && changes.day(next) == day; next++) {
        add(changes.currency(next), changes.amount(next));
      }
      if (hadAny && currenciesHeld == 0) {
        reason = changes.reason(start, next);
        zeroSince = day;
      }
    }
  }

  private void add(int currency, long amount) {
    currenciesHeld -= units[currency] == 0 ? 0 : 1;
    try {
      units[currency] = Math.addExact(units[currency], amount);
    } catch (ArithmeticException overflow) {
      throw tooLarge(overflow);
    }
    currenciesHeld += units[currency] == 0 ? 0 : 1;
  }

  /** Values what is held at the close of a period, and returns the part that is exchange. */
  private long close(int period) {
    long exchange = 0;
    worth = 0;
    for (int currency = 0; currency < units.length; currency++) {
      if (units[currency] != 0 || unitsBefore[currency] != 0) {
        exchange += close(period, currency);
      }
    }
    return exchange;
  }

  private long close(int period, int currency) {
    long now = units[currency];
    long kept = Math.min(now, unitsBefore[currency]);
    unitsBefore[currency] = now;
    if (now == 0) {
      return 0;
    }
    int before = rateBefore[currency];
    int rate = rates.at(currency, period, customers, row);
    rateBefore[currency] = rate;
    try {
      worth = Math.addExact(worth, rates.convert(currency, now, rate));
      return kept == 0 || rate == before
          ? 0
          : rates.convert(currency, kept, rate) - rates.convert(currency, kept, before);
    } catch (ArithmeticException overflow) {
      throw tooLarge(overflow);
    }
  }

  private IllegalArgumentException tooLarge(ArithmeticException overflow) {
    return new IllegalArgumentException(
        "revenue of customer " + customers.id(row) + " must be at most " + axis.most(), overflow);
  }

  /** Returns the next period by whose close something changes, or the number of periods. */
  private int nextPeriod(CustomerChanges changes, int period) {
    int nextPeriod = begun;
    if (next < changes.size() && changes.day(next) < closeDay[begun]) {
      nextPeriod = axis.periods().periodOf(Math.max(changes.day(next), firstDay));
    }
    for (int currency = 0; currency < units.length; currency++) {
      if (units[currency] != 0) {
        nextPeriod = Math.min(nextPeriod, rates.nextChange(currency, period));
      }
    }
    return nextPeriod;
  }
}
