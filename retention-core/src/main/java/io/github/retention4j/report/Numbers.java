package io.github.retention4j.report;

import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.money.Money;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** How numbers are written in a picture. For one drawing, by one thread. */
final class Numbers {

  private static final char NO_BREAK_SPACE = '\u00A0';

  private final NumberFormat format;

  Numbers(Locale locale) {
    format = NumberFormat.getNumberInstance(locale);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
  }

  /** Returns a share in per cent without the sign, such as {@code 41.2}. */
  String percentValue(double share, int digits) {
    return decimal(100 * share, digits);
  }

  /** Returns a share such as {@code 41.2 %}. */
  String percent(double share, int digits) {
    return percentValue(share, digits) + NO_BREAK_SPACE + "%";
  }

  /** Returns a whole number such as {@code 12,345}. */
  String count(long count) {
    format.setMinimumFractionDigits(0);
    format.setMaximumFractionDigits(0);
    return format.format(count);
  }

  /** Returns a number with so many digits after the point. */
  String decimal(double value, int digits) {
    return format(value, digits, digits);
  }

  /** Returns a number with at most so many digits after the point. */
  String shortest(double value, int mostDigits) {
    return format(value, 0, mostDigits);
  }

  private String format(double value, int leastDigits, int mostDigits) {
    format.setMinimumFractionDigits(leastDigits);
    format.setMaximumFractionDigits(mostDigits);
    boolean nothing = Math.abs(value) <= 0.5 * Math.pow(10, -mostDigits);
    return format.format(nothing ? 0.0 : value);
  }

  /** Returns an amount to the digits that its currency has, such as {@code EUR 1,234.50}. */
  String money(Money amount) {
    int digits = digits(amount.currency());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return amount.currency().getCurrencyCode() + NO_BREAK_SPACE + format.format(amount.amount());
  }

  /** Returns an estimate to the digits that its currency has, such as {@code EUR 1,234.50}. */
  String money(MonetaryEstimate estimate) {
    return estimate.currency().getCurrencyCode()
        + NO_BREAK_SPACE
        + decimal(estimate.amount(), digits(estimate.currency()));
  }

  private static int digits(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }
}
