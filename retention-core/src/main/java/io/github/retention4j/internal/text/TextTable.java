package io.github.retention4j.internal.text;

import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lines of columns, each as wide as its widest text; the first flush left, the others right. Names
 * stand in one row whatever is in them: see {@link CellText}.
 */
public final class TextTable {

  private final List<List<String>> lines = new ArrayList<>();
  private final boolean firstIsLeft;

  /** Creates a table without lines. */
  public TextTable() {
    this(true);
  }

  private TextTable(boolean firstIsLeft) {
    this.firstIsLeft = firstIsLeft;
  }

  /**
   * Creates a table without lines of which the first column is flush right too.
   *
   * @return the table
   */
  public static TextTable flushRight() {
    return new TextTable(false);
  }

  /**
   * Adds a line.
   *
   * @param first the text of the first column
   * @param others those of the other columns
   * @return this table
   */
  public TextTable line(String first, Stream<String> others) {
    lines.add(Stream.concat(Stream.of(first), others).map(CellText::escaped).toList());
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
    int columns = lines.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = IntStream.range(0, columns).map(this::width).toArray();
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int column = 0; column < line.size(); column++) {
        String cell = line.get(column);
        String padding = " ".repeat(widths[column] - CellText.width(cell));
        boolean left = firstIsLeft && column == 0;
        row.append(column == 0 ? "" : "  ").append(left ? cell + padding : padding + cell);
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return lines.stream()
        .filter(line -> column < line.size())
        .mapToInt(line -> CellText.width(line.get(column)))
        .max()
        .orElse(0);
  }
}
