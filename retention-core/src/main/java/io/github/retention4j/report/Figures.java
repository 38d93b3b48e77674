package io.github.retention4j.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Numbers as people read them: thousands set off, rounded. */
final class Figures {

  private Figures() {}

  static String count(long count) {
    return grouped(BigDecimal.valueOf(count));
  }

  /** Rounds; what is not zero but would be shown as zero is shown as under the least digit. */
  static String decimals(double value, int digits) {
    return decimals(exact(value), digits);
  }

  static String amount(BigDecimal amount, Currency currency) {
    return decimals(amount, Math.max(0, currency.getDefaultFractionDigits()));
  }

  static BigDecimal exact(double value) {
    return BigDecimal.valueOf(value);
  }

  private static String decimals(BigDecimal value, int digits) {
    BigDecimal rounded = value.setScale(digits, RoundingMode.HALF_EVEN);
    if (rounded.signum() == 0 && value.signum() != 0) {
      BigDecimal least = BigDecimal.ONE.movePointLeft(digits);
      return value.signum() > 0 ? "<" + least.toPlainString() : ">-" + least.toPlainString();
    }
    return grouped(rounded);
  }

  private static String grouped(BigDecimal value) {
    StringBuilder text = new StringBuilder(value.abs().toPlainString());
    int point = text.indexOf(".");
    for (int at = (point < 0 ? text.length() : point) - 3; at > 0; at -= 3) {
      text.insert(at, ',');
    }
    return value.signum() < 0 ? "-" + text : text.toString();
  }
}
