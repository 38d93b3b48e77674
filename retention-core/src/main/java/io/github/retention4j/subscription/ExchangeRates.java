package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.Rejection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The rates at which a business converts other currencies into the one of its books. Immutable.
 *
 * <p>A rate holds from its day until the next one of its currency; before the first there is none.
 */
public final class ExchangeRates {

  private final Currency book;
  private final Map<Currency, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();

  private ExchangeRates(Currency book) {
    this.book = requireNonNull(book, "book");
  }

  /**
   * Returns rates into a currency.
   *
   * @param book the currency of the books
   * @param rates the rates of others, in any order
   * @return the rates
   * @throws IllegalArgumentException if a rate is of the book currency, or two are of one currency
   *     and day
   */
  public static ExchangeRates into(Currency book, Collection<ExchangeRate> rates) {
    ExchangeRates all = new ExchangeRates(book);
    rates.forEach(all::add);
    return all;
  }

  /**
   * Returns rates into a currency without those that cannot be used: of two of one currency and day
   * the first holds.
   *
   * @param book the currency of the books
   * @param rates the rates of others
   * @param refused is told each rate that is left out, with its number in the order of the rates,
   *     from 1, and what is wrong with it
   * @return the other rates
   */
  public static ExchangeRates into(
      Currency book, Collection<ExchangeRate> rates, Consumer<Rejection> refused) {
    requireNonNull(refused, "refused");
    ExchangeRates all = new ExchangeRates(book);
    long number = 0;
    for (ExchangeRate rate : rates) {
      number++;
      try {
        all.add(rate);
      } catch (IllegalArgumentException fault) {
        refused.accept(new Rejection(number, String.valueOf(fault.getMessage())));
      }
    }
    return all;
  }

  private void add(ExchangeRate rate) {
    if (rate.currency().equals(book)) {
      throw new IllegalArgumentException(
          "currency (" + rate.currency() + ") of a rate must not be the book currency");
    }
    BigDecimal other =
        rates
            .computeIfAbsent(rate.currency(), none -> new TreeMap<>())
            .putIfAbsent(rate.from(), rate.rate());
    if (other != null) {
      throw new IllegalArgumentException(
          "rate ("
              + rate.rate()
              + ") of "
              + rate.currency()
              + " from "
              + rate.from()
              + " must be the only one, but there is also "
              + other);
    }
  }

  /**
   * Returns the currency of the books.
   *
   * @return the currency that others are converted into
   */
  public Currency book() {
    return book;
  }

  /**
   * Returns the rate in force on a day.
   *
   * @param currency the currency that is converted
   * @param date the day
   * @return units of book currency for one unit, 1 for the book currency itself; empty if none
   *     holds yet
   */
  public Optional<BigDecimal> rate(Currency currency, LocalDate date) {
    return currency.equals(book)
        ? Optional.of(BigDecimal.ONE)
        : Optional.ofNullable(of(currency).floorEntry(date)).map(Map.Entry::getValue);
  }

  private NavigableMap<LocalDate, BigDecimal> of(Currency currency) {
    NavigableMap<LocalDate, BigDecimal> own = rates.get(requireNonNull(currency, "currency"));
    return own == null ? new TreeMap<>() : own;
  }

  /** Returns the rates of a currency as a table for many conversions. */
  RateTable table(Currency currency) {
    NavigableMap<LocalDate, BigDecimal> own = new TreeMap<>(of(currency));
    if (currency.equals(book)) {
      own.put(LocalDate.MIN, BigDecimal.ONE);
    }
    return new RateTable(currency, new ArrayList<>(own.keySet()), new ArrayList<>(own.values()));
  }
}
