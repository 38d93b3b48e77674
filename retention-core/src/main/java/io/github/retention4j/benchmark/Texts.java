package io.github.retention4j.benchmark;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words and numbers as they appear in summaries and errors, the same in every locale. */
final class Texts {

  private Texts() {}

  static String requireText(String text, String name) {
    requireNonNull(text, name);
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + " (" + text + ") must not be blank");
    }
    return text.strip();
  }

  /** 1 - value in decimal digits, so that one less 0.83 is 0.17 and not 0.17000000000000004. */
  static double oneLess(double value) {
    return BigDecimal.ONE.subtract(BigDecimal.valueOf(value)).doubleValue();
  }

  /** A published figure with the digits it was published with: 83 %, 5.48 %, -13 points. */
  static String published(BenchmarkMetric.Unit unit, double value) {
    return BigDecimal.valueOf(value)
            .multiply(BigDecimal.valueOf(unit.shownPerOne()))
            .stripTrailingZeros()
            .toPlainString()
        + unit.suffix();
  }

  /** A computed figure with one decimal: 70.5 %. */
  static String computed(BenchmarkMetric.Unit unit, double value) {
    return oneDecimal(value * unit.shownPerOne()) + unit.suffix();
  }

  /** A signed difference with one decimal, in points of the unit: -12.5 points. */
  static String points(BenchmarkMetric.Unit unit, double difference) {
    String digits = oneDecimal(difference * unit.shownPerOne());
    return (digits.startsWith("-") || digits.equals("0.0") ? digits : "+" + digits) + " points";
  }

  static String pValue(double p) {
    return p < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
  }

  /** A confidence level: 95 %, 99.9 %. */
  static String level(double level) {
    return published(BenchmarkMetric.Unit.SHARE, level);
  }

  /** {@code BEST_IN_CLASS} as best in class. */
  static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String lines(Stream<?> items) {
    return items.map(item -> "\n  " + item).collect(Collectors.joining());
  }

  private static String oneDecimal(double value) {
    String digits = String.format(Locale.ROOT, "%.1f", value);
    return digits.equals("-0.0") ? "0.0" : digits;
  }
}
