package io.github.retention4j.internal.text;

import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Lines of columns, each as wide as its widest text; the first flush left, the others right. Widths
 * are those of a terminal, see {@link TextWidth}.
 */
public final class TextTable {

  private final List<List<String>> lines = new ArrayList<>();

  /** Creates a table without lines. */
  public TextTable() {}

  /**
   * Adds a line.
   *
   * @param first the text of the first column
   * @param others those of the other columns
   * @return this table
   */
  public TextTable line(String first, Stream<String> others) {
    lines.add(Stream.concat(Stream.of(first), others).toList());
    return this;
  }

  /**
   * Returns an amount without its currency, rounded to the digits that people use.
   *
   * @param amount the amount
   * @return for example {@code 12.50}
   */
  public static String plain(Money amount) {
    int digits = Math.max(0, amount.currency().getDefaultFractionDigits());
    BigDecimal rounded = amount.amount().setScale(digits, RoundingMode.HALF_EVEN);
    return rounded.toPlainString();
  }

  /**
   * Returns an amount with its currency, rounded to the digits that people use.
   *
   * @param amount the amount
   * @return for example {@code EUR 12.50}
   */
  public static String amount(Money amount) {
    return amount.currency().getCurrencyCode() + " " + plain(amount);
  }

  /**
   * Returns a share in per cent.
   *
   * @param share as a fraction
   * @return for example {@code 81.45 %}
   */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  /**
   * Returns the lines.
   *
   * @return each with a line feed at its end
   */
  @Override
  public String toString() {
    int[] widths = widths();
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int column = 0; column < line.size(); column++) {
        String padding = " ".repeat(widths[column] - TextWidth.of(line.get(column)));
        row.append(column == 0 ? line.get(0) + padding : "  " + padding + line.get(column));
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int[] widths() {
    int[] widths = new int[lines.stream().mapToInt(List::size).max().orElse(0)];
    for (List<String> line : lines) {
      for (int column = 0; column < line.size(); column++) {
        widths[column] = Math.max(widths[column], TextWidth.of(line.get(column)));
      }
    }
    return widths;
  }
}
