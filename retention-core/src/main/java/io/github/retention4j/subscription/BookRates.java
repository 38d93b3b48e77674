package io.github.retention4j.subscription;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.CurrencyMismatchException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * How the currencies of a ledger become that of the books.
 *
 * @param book the currency of the books
 * @param tables the rates of each currency of the ledger, in their order
 */
record BookRates(Currency book, List<RateTable> tables) {

  static BookRates of(SubscriptionLedger ledger, Optional<ExchangeRates> rates) {
    SortedSet<Currency> currencies = ledger.currencies();
    if (rates.isEmpty() && currencies.size() > 1) {
      throw new CurrencyMismatchException(
          currencies.first(),
          currencies.last(),
          "price" + ledger.whereCharged(currencies.last()) + ", where no rates are given,");
    }
    ExchangeRates all = rates.orElseGet(() -> ExchangeRates.into(currencies.first(), List.of()));
    return new BookRates(all.book(), currencies.stream().map(all::table).toList());
  }

  /**
   * Converts units of a currency at the rate in force on a day.
   *
   * @throws IllegalArgumentException if there is no rate or the result does not fit a long
   */
  long convert(int currency, long units, LocalDate date, CustomerId customer) {
    if (units == 0) {
      return 0;
    }
    RateTable table = tables.get(currency);
    int rate = table.at(date);
    if (rate == RateTable.NONE) {
      throw fault(new MissingRate(customer, table.currency(), date));
    }
    try {
      return table.convert(units, rate);
    } catch (ArithmeticException overflow) {
      throw new IllegalArgumentException(
          "revenue of customer " + customer + " must fit its decimals; fewer decimals hold more",
          overflow);
    }
  }

  MissingRateException fault(MissingRate missing) {
    return new MissingRateException(missing, book);
  }
}
