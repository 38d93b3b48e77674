package io.github.retention4j.examples.report;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import java.util.List;
import java.util.Locale;

/** How numbers are written: alike everywhere, whatever the language of the machine. */
final class Figures {

  private Figures() {}

  /** A count, such as {@code 12,345}. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A count with its noun, such as {@code 1 row} or {@code 2 rows}. */
  static String count(long count, String one, String many) {
    return count(count) + " " + (count == 1 ? one : many);
  }

  /** A share in percent, such as {@code 70.5 %}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** The limits of a share, such as {@code 55.8 to 81.8 %}. */
  static String interval(ConfidenceInterval interval) {
    return String.format(
        Locale.ROOT, "%.1f to %.1f %%", 100 * interval.lower(), 100 * interval.upper());
  }

  /** A difference of shares in percentage points, such as {@code +1.2 points}. */
  static String points(double difference) {
    return String.format(Locale.ROOT, "%+.2f points", 100 * difference);
  }

  /** The limits of such a difference, such as {@code -0.10 to +0.30 points}. */
  static String pointsInterval(ConfidenceInterval interval) {
    return String.format(
        Locale.ROOT, "%+.2f to %+.2f points", 100 * interval.lower(), 100 * interval.upper());
  }

  /** A p-value, such as {@code p = 0.027} or {@code p < 0.001}. */
  static String pValue(double pValue) {
    return pValue < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", pValue);
  }

  /** A plain number with two decimals. */
  static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** A share with its limits as fields of a file: value, lower, upper, as fractions. */
  static List<String> fields(Proportion share) {
    ConfidenceInterval interval = share.interval();
    return List.of(fraction(share.value()), fraction(interval.lower()), fraction(interval.upper()));
  }

  /** A fraction as a field of a file, with six decimals. */
  static String fraction(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
