package io.github.retention4j.economics;

import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Locale;
import java.util.OptionalDouble;

/** How numbers are shown. */
final class Texts {

  private static final String NONE = "undefined";

  private Texts() {}

  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  static String percent(double share) {
    return format("%.1f %%", tenths(100 * share));
  }

  static String percent(OptionalDouble share) {
    return share.isPresent() ? percent(share.getAsDouble()) : NONE;
  }

  static String signedPercent(OptionalDouble share) {
    return share.isPresent() ? format("%+.1f %%", tenths(100 * share.getAsDouble())) : NONE;
  }

  static String points(double difference) {
    return format("%+.1f points", tenths(100 * difference));
  }

  static String range(ConfidenceInterval interval) {
    return "["
        + percent(interval.lower())
        + ", "
        + percent(interval.upper())
        + "] "
        + ConfidenceInterval.words(interval.level(), interval.method());
  }

  static String amount(OptionalDouble value) {
    return value.isPresent() ? format("%,.2f", value.getAsDouble()) : NONE;
  }

  /** Rounded to a tenth first, so that no rounding below it shows as minus 0. */
  private static double tenths(double value) {
    return Math.round(10 * value) / 10.0;
  }
}
