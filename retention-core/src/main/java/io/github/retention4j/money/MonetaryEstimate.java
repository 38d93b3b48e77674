package io.github.retention4j.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money that a model predicts: a double with its currency.
 *
 * <p>Nothing here rounds but {@link #toString()}.
 *
 * @param currency the currency
 * @param amount the amount in units of the currency, finite
 */
public record MonetaryEstimate(Currency currency, double amount)
    implements Comparable<MonetaryEstimate> {

  /**
   * Checks that the amount is a number.
   *
   * @param currency the currency
   * @param amount the amount in units of the currency
   * @throws IllegalArgumentException if the amount is NaN or infinite
   */
  public MonetaryEstimate {
    requireNonNull(currency, "currency");
    if (!Double.isFinite(amount)) {
      throw new IllegalArgumentException("amount (" + amount + ") must be finite");
    }
  }

  /**
   * Returns an estimate.
   *
   * @param currencyCode a code of ISO 4217, such as USD
   * @param amount the amount, finite
   * @return the estimate
   * @throws IllegalArgumentException if the code is unknown or the amount not finite
   */
  public static MonetaryEstimate of(String currencyCode, double amount) {
    return new MonetaryEstimate(Money.currencyOf(currencyCode), amount);
  }

  /**
   * Returns the sum.
   *
   * @param other an estimate of the same currency
   * @return this + other
   * @throws CurrencyMismatchException if the currencies differ
   */
  public MonetaryEstimate plus(MonetaryEstimate other) {
    CurrencyMismatchException.check(currency, other.currency);
    return new MonetaryEstimate(currency, amount + other.amount);
  }

  /**
   * Returns the difference.
   *
   * @param other an estimate of the same currency
   * @return this - other
   * @throws CurrencyMismatchException if the currencies differ
   */
  public MonetaryEstimate minus(MonetaryEstimate other) {
    CurrencyMismatchException.check(currency, other.currency);
    return new MonetaryEstimate(currency, amount - other.amount);
  }

  /**
   * Returns a multiple.
   *
   * @param factor any finite number
   * @return this * factor
   * @throws IllegalArgumentException if the product is not finite
   */
  public MonetaryEstimate times(double factor) {
    return new MonetaryEstimate(currency, amount * factor);
  }

  /**
   * Compares two estimates of one currency.
   *
   * @param other an estimate of the same currency
   * @return negative, zero or positive as this is less than, equal to or more than the other
   * @throws CurrencyMismatchException if the currencies differ
   */
  @Override
  public int compareTo(MonetaryEstimate other) {
    CurrencyMismatchException.check(currency, other.currency);
    return Double.compare(amount, other.amount);
  }

  /**
   * Returns the code and the amount, rounded half to even to the digits that the currency has by
   * ISO 4217.
   *
   * @return for example {@code USD 266.67}
   */
  @Override
  public String toString() {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    return currency.getCurrencyCode()
        + " "
        + BigDecimal.valueOf(amount).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }
}
