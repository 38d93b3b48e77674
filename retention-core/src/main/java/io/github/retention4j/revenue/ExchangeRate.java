package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What a unit of a currency is worth in book currency from a day on, until the next rate of that
 * currency.
 *
 * @param currency the currency that is converted
 * @param from the first day on which the rate holds
 * @param rate units of book currency for one unit of the currency, positive
 */
public record ExchangeRate(Currency currency, LocalDate from, BigDecimal rate) {

  /**
   * Checks the rate.
   *
   * @param currency the currency that is converted
   * @param from the first day on which the rate holds
   * @param rate units of book currency for one unit of the currency
   * @throws IllegalArgumentException if the rate is not positive
   */
  public ExchangeRate {
    requireNonNull(currency, "currency");
    requireNonNull(from, "from");
    requireNonNull(rate, "rate");
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException(
          "rate (" + rate + ") of " + currency + " from " + from + " must be positive");
    }
    rate = rate.stripTrailingZeros();
  }

  /**
   * Returns a rate.
   *
   * @param currencyCode a code of ISO 4217
   * @param from the first day on which it holds
   * @param rate decimal digits with a point, such as {@code "1.0834"}
   * @return the rate
   * @throws IllegalArgumentException if the code is unknown, the digits cannot be read or the rate
   *     is not positive
   */
  public static ExchangeRate of(String currencyCode, LocalDate from, String rate) {
    Money unit = Money.of(currencyCode, rate);
    return new ExchangeRate(unit.currency(), from, unit.amount());
  }
}
