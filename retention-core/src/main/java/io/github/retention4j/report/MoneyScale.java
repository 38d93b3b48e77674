package io.github.retention4j.report;

import io.github.retention4j.money.Money;
import java.util.Comparator;
import java.util.Currency;
import java.util.stream.Stream;

/**
 * Writes amounts of one currency in thousands or more where they are large.
 *
 * @param size how many units of the currency are one
 * @param title the currency with that, such as {@code EUR, thousands}
 */
record MoneyScale(double size, String title) {

  private static final String[] WORDS = {"thousands", "millions", "billions", "trillions"};

  /** The largest amount is at least that many of the next size, so that digits are few. */
  private static final double LEAST = 10;

  /** Returns the scale for amounts, at least one, of one currency. */
  static MoneyScale of(Stream<Money> amounts) {
    Money largest =
        amounts
            .map(amount -> amount.signum() < 0 ? amount.negated() : amount)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return of(largest.currency(), largest.amount().doubleValue());
  }

  /** Returns the scale for amounts up to one. */
  static MoneyScale of(Currency currency, double largest) {
    double size = 1;
    String title = currency.getCurrencyCode();
    for (String word : WORDS) {
      if (largest >= LEAST * 1000 * size) {
        size *= 1000;
        title = currency.getCurrencyCode() + ", " + word;
      }
    }
    return new MoneyScale(size, title);
  }

  double of(Money amount) {
    return amount.amount().doubleValue() / size;
  }

  /**
   * Returns three digits or more of an amount of this scale, such as {@code 412} or {@code 3.14}.
   */
  static String text(double value, Numbers numbers) {
    double whole = Math.abs(value);
    return numbers.shortest(value, whole >= 100 ? 0 : whole >= 10 ? 1 : 2);
  }
}
