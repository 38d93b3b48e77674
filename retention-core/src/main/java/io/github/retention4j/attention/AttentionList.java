package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.Proportion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Customers that a rule picked.
 *
 * @param rule the rule
 * @param asOf the day as of whose end it was asked
 * @param rows who, the most urgent first
 * @param of how many were asked about, not fewer
 */
public record AttentionList(
    AttentionRule rule, LocalDate asOf, List<CustomerCadence> rows, int of) {

  /**
   * Copies the list.
   *
   * @param rule the rule
   * @param asOf the day as of whose end it was asked
   * @param rows who
   * @param of how many were asked about
   * @throws IllegalArgumentException if more were picked than asked about, or nobody was asked
   *     about
   */
  public AttentionList {
    requireNonNull(rule, "rule");
    requireNonNull(asOf, "asOf");
    rows = List.copyOf(rows);
    if (of < 1 || rows.size() > of) {
      throw new IllegalArgumentException(
          "rows (" + rows.size() + ") must be at most " + of + ", of at least one");
    }
  }

  /**
   * Returns how many were picked.
   *
   * @return those, of all asked about
   */
  public Proportion share() {
    return new Proportion(rows.size(), of);
  }

  /**
   * Returns the list as a table.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of("customer", "product", "bought", "last", "silent", "usual", "ratio", "expected"));
    rows.forEach(row -> lines.add(line(row)));
    return "As of " + asOf + ", " + rule + ": " + share() + '\n' + TextTable.of(lines);
  }

  private static List<String> line(CustomerCadence row) {
    return List.of(
        row.customer().value(),
        row.product().orElse("-"),
        Long.toString(row.purchases()),
        row.lastPurchase().toString(),
        Integer.toString(row.daysSinceLast()),
        row.usualGap().map(gap -> number("%.1f", OptionalDouble.of(gap.median()))).orElse("-"),
        number("%.2f", row.ratioToMedian()),
        row.expectedNextPurchase().map(LocalDate::toString).orElse("-"));
  }

  private static String number(String format, OptionalDouble value) {
    return value.isEmpty() ? "-" : String.format(Locale.ROOT, format, value.getAsDouble());
  }
}
