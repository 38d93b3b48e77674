package io.github.retention4j.feedback;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.MultipleTesting;
import io.github.retention4j.stats.Proportion;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** How numbers are shown. */
final class Texts {

  private static final double LEAST_SHOWN = 0.0001;

  private Texts() {}

  static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  static String oneDigit(double value) {
    // Rounded to a whole first, so that no rounding below it shows as minus 0.
    return String.format(Locale.ROOT, "%.1f", Math.round(10 * value) / 10.0);
  }

  static String twoDigits(double value) {
    return String.format(Locale.ROOT, "%.2f", Math.round(100 * value) / 100.0);
  }

  static String signed(double value) {
    return String.format(Locale.ROOT, "%+.1f", Math.round(10 * value) / 10.0);
  }

  /** Returns a number with two digits and its sign. */
  static String plusOrMinus(double value) {
    return String.format(Locale.ROOT, "%+.2f", Math.round(100 * value) / 100.0);
  }

  /** Returns the names that the literature uses. */
  static String words(MultipleTesting adjustment) {
    return adjustment == MultipleTesting.BENJAMINI_HOCHBERG
        ? "Benjamini-Hochberg"
        : adjustment == MultipleTesting.HOLM ? "Holm" : "Bonferroni";
  }

  static String percent(double share) {
    return oneDigit(100 * share) + " %";
  }

  static String share(Proportion share, double level) {
    ConfidenceInterval interval = share.interval(level);
    return share + ", " + percent(interval.lower()) + " to " + percent(interval.upper());
  }

  static String mean(ScoreCounts scores, double level) {
    Optional<ConfidenceInterval> interval = scores.meanInterval(level);
    return "mean "
        + twoDigits(scores.mean())
        + interval
            .map(it -> ", " + twoDigits(it.lower()) + " to " + twoDigits(it.upper()))
            .orElse(", no interval without answers that differ");
  }

  static String answers(long count) {
    return count == 1 ? "1 answer" : count + " answers";
  }

  static String customers(long count) {
    return count == 1 ? "1 customer" : count + " customers";
  }

  static String intervals(double level) {
    BigDecimal percent = BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros();
    return "intervals at " + percent.toPlainString() + " %";
  }

  /** Returns a p-value of which no logarithm is known, so that a tiny one does not show as 0. */
  static String pValue(double pValue) {
    return pValue < LEAST_SHOWN ? "p < 0.0001" : String.format(Locale.ROOT, "p = %.4f", pValue);
  }
}
