package io.github.retention4j.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount of money that changed hands.
 *
 * <p>The scale is normalised: trailing zeros go, down to the digits that the currency has by ISO
 * 4217, so {@code 10.0} USD equals {@code 10.00} USD and prints as {@code USD 10.00}. Digits finer
 * than a cent are kept.
 *
 * @param currency the currency
 * @param amount the amount in units of the currency (dollars, not cents); negative for a refund; of
 *     at most 300 digits before and after the point
 */
public record Money(Currency currency, BigDecimal amount) implements Comparable<Money> {

  private static final int MOST_DIGITS = 300;
  private static final MathContext SHOWN = new MathContext(6);

  /**
   * Normalises the scale.
   *
   * @param currency the currency
   * @param amount the amount in units of the currency
   * @throws IllegalArgumentException if the amount has more than 300 digits before or after the
   *     point
   */
  public Money {
    requireNonNull(currency, "currency");
    requireDigits(requireNonNull(amount, "amount"));
    BigDecimal stripped = amount.stripTrailingZeros();
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    amount =
        stripped.scale() < digits ? stripped.setScale(digits, RoundingMode.UNNECESSARY) : stripped;
  }

  /**
   * Reads an amount such as {@code Money.of("USD", "49.90")}.
   *
   * @param currencyCode a code of ISO 4217
   * @param amount plain decimal digits with a point, such as {@code "-12.5"}; no grouping, no
   *     currency sign
   * @return the amount
   * @throws IllegalArgumentException if the code or the amount cannot be read
   */
  public static Money of(String currencyCode, String amount) {
    return new Money(currencyOf(currencyCode), decimalOf(amount));
  }

  /**
   * Returns a whole number of units, such as {@code Money.of("USD", 100)} for a hundred dollars.
   *
   * @param currencyCode a code of ISO 4217
   * @param units whole units of the currency
   * @return the amount
   * @throws IllegalArgumentException if the code is unknown
   */
  public static Money of(String currencyCode, long units) {
    return new Money(currencyOf(currencyCode), BigDecimal.valueOf(units));
  }

  /**
   * Returns nothing, in a currency: where a sum starts.
   *
   * @param currency the currency
   * @return zero
   */
  public static Money zero(Currency currency) {
    return new Money(currency, BigDecimal.ZERO);
  }

  /**
   * Returns the sum.
   *
   * @param other an amount of the same currency
   * @return this + other, exactly
   * @throws CurrencyMismatchException if the currencies differ
   * @throws IllegalArgumentException if the sum has more than 300 digits before the point
   */
  public Money plus(Money other) {
    CurrencyMismatchException.check(currency, other.currency);
    return new Money(currency, amount.add(other.amount));
  }

  /**
   * Returns the difference.
   *
   * @param other an amount of the same currency
   * @return this - other, exactly
   * @throws CurrencyMismatchException if the currencies differ
   */
  public Money minus(Money other) {
    return plus(other.negated());
  }

  /**
   * Returns a whole multiple.
   *
   * @param factor how many times
   * @return this * factor, exactly
   * @throws IllegalArgumentException if the product has more than 300 digits before the point
   */
  public Money times(long factor) {
    return new Money(currency, amount.multiply(BigDecimal.valueOf(factor)));
  }

  /**
   * Returns the amount with the other sign.
   *
   * @return 0 - this
   */
  public Money negated() {
    return new Money(currency, amount.negate());
  }

  /**
   * Returns the sign.
   *
   * @return -1, 0 or 1 as the amount is negative, zero or positive
   */
  public int signum() {
    return amount.signum();
  }

  /**
   * Crosses from facts to forecasts. There is no way back.
   *
   * @return the nearest double of this amount, in the same currency
   */
  public MonetaryEstimate toEstimate() {
    return new MonetaryEstimate(currency, amount.doubleValue());
  }

  /**
   * Compares two amounts of one currency.
   *
   * @param other an amount of the same currency
   * @return negative, zero or positive as this is less than, equal to or more than the other
   * @throws CurrencyMismatchException if the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    CurrencyMismatchException.check(currency, other.currency);
    return amount.compareTo(other.amount);
  }

  /**
   * Returns the code and the plain digits.
   *
   * @return for example {@code USD 49.90}
   */
  @Override
  public String toString() {
    return currency.getCurrencyCode() + " " + amount.toPlainString();
  }

  /** So many that a double still holds it, and few enough to add up and to write out. */
  private static void requireDigits(BigDecimal amount) {
    long before = (long) amount.precision() - amount.scale();
    if (before > MOST_DIGITS || amount.scale() > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "amount ("
              + amount.round(SHOWN)
              + ") must have at most "
              + MOST_DIGITS
              + " digits before and after the point");
    }
  }

  static Currency currencyOf(String code) {
    requireNonNull(code, "currencyCode");
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "currencyCode (" + code + ") must be a code of ISO 4217 such as USD", e);
    }
  }

  private static BigDecimal decimalOf(String text) {
    requireNonNull(text, "amount");
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "amount (" + text + ") must be decimal digits with a point, such as 1234.50", e);
    }
  }
}
