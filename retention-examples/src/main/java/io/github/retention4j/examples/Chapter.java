package io.github.retention4j.examples;

import io.github.retention4j.money.Money;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import java.util.Locale;

/** A question as a heading, and the answer in lines. */
final class Chapter {

  private static final int WIDTH = 100;

  private final StringBuilder text = new StringBuilder();

  private Chapter(String question) {
    text.append(question).append('\n').append("-".repeat(question.length())).append('\n');
  }

  static Chapter of(String question) {
    return new Chapter(question);
  }

  Chapter line(String format, Object... values) {
    return text(String.format(Locale.ROOT, format, values));
  }

  /** A table, as wide as it is. */
  Chapter table(String lines) {
    text.append(lines.stripTrailing()).append('\n');
    return this;
  }

  /** Lines of words; what is too long goes on in the next line, a little further in. */
  Chapter text(String lines) {
    lines.lines().forEach(this::wrap);
    return this;
  }

  private void wrap(String line) {
    String rest = line;
    while (rest.length() > WIDTH) {
      int end = rest.lastIndexOf(' ', WIDTH);
      text.append(rest, 0, end).append('\n');
      rest = "    " + rest.substring(end + 1);
    }
    text.append(rest).append('\n');
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  static String percent(Proportion share) {
    return share.count() + " of " + share.total() + ", " + percent(share.value());
  }

  /** To the cent, for a price of a year has no end of decimals when taken for a month. */
  static String amount(Money money) {
    return money.toEstimate().toString();
  }

  static String range(ConfidenceInterval interval) {
    return String.format(
        Locale.ROOT,
        "[%.1f %%, %.1f %%] %s",
        100 * interval.lower(),
        100 * interval.upper(),
        ConfidenceInterval.words(interval.level(), interval.method()));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
