package io.github.retention4j.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/** Numbers as people read them: thousands set off, rounded. */
final class Figures {

  private Figures() {}

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
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
    return String.format(Locale.ROOT, "%,." + digits + "f", rounded);
  }
}
