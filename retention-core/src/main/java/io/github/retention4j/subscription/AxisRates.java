package io.github.retention4j.subscription;

import io.github.retention4j.customer.CustomerId;
import java.util.Arrays;

/** The rates in force at the close of each period, and of the day before the axis. Immutable. */
final class AxisRates {

  private final BookAxis axis;
  private final BookRates book;
  private final int[][] rateAt;
  private final int[][] nextChange;

  AxisRates(BookAxis axis, BookRates book) {
    this.axis = axis;
    this.book = book;
    this.rateAt = new int[book.tables().size()][];
    this.nextChange = new int[book.tables().size()][];
    for (int currency = 0; currency < rateAt.length; currency++) {
      rateAt[currency] = ratesAt(book.tables().get(currency));
      nextChange[currency] = changes(rateAt[currency]);
    }
  }

  private int[] ratesAt(RateTable table) {
    int[] rates = new int[axis.begunPeriods() + 1];
    Arrays.setAll(rates, i -> table.at(axis.closeOf(i - 1).minusDays(1)));
    return rates;
  }

  private static int[] changes(int[] rates) {
    int[] next = new int[rates.length];
    for (int i = rates.length - 1; i >= 0; i--) {
      boolean last = i == rates.length - 1;
      next[i] = last || rates[i + 1] != rates[i] ? i : next[i + 1];
    }
    return next;
  }

  int currencies() {
    return rateAt.length;
  }

  boolean has(int currency, int period) {
    return rateAt[currency][period + 1] != RateTable.NONE;
  }

  MissingRate missing(int currency, int period, CustomerId customer) {
    return new MissingRate(
        customer, book.tables().get(currency).currency(), axis.closeOf(period).minusDays(1));
  }

  /**
   * Returns the number of the rate at the close of a period.
   *
   * @throws IllegalArgumentException if there is none for the revenue of a customer
   */
  int at(int currency, int period, LedgerCustomers customers, int row) {
    if (!has(currency, period)) {
      throw book.fault(missing(currency, period, customers.id(row)));
    }
    return rateAt[currency][period + 1];
  }

  /** Returns the first period after one at whose close another rate holds, or their number. */
  int nextChange(int currency, int period) {
    return nextChange[currency][period + 1];
  }

  long convert(int currency, long units, int rate) {
    return book.tables().get(currency).convert(units, rate);
  }
}
