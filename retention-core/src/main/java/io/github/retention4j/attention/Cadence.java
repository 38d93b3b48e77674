package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.internal.text.CellText;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How often customers buy, and who has been silent for how long, as of a date. Made by {@link
 * CadenceCalculator}. Immutable; held in primitive columns, so that a customer becomes an object
 * when it is asked for.
 */
public final class Cadence {

  private static final Comparator<CustomerCadence> LONGEST_SILENCE_FIRST =
      Comparator.comparingDouble((CustomerCadence row) -> -row.ratioToMedian().orElse(-1))
          .thenComparingInt(row -> -row.daysSinceLast());

  private final LocalDate asOf;
  private final List<CadencePart> parts;
  private final String pooling;

  Cadence(LocalDate asOf, List<CadencePart> parts, String pooling) {
    this.asOf = asOf;
    this.parts = parts;
    this.pooling = pooling;
  }

  /**
   * Returns the day as of whose end silence is measured.
   *
   * @return the date
   */
  public LocalDate asOf() {
    return asOf;
  }

  /**
   * Returns how usual gaps were found.
   *
   * @return for example {@code HF7 of own gaps}
   */
  public String pooling() {
    return pooling;
  }

  /**
   * Returns the number of rows.
   *
   * @return customers, or pairs of a customer and a product that it bought; at least 1
   */
  public int size() {
    return parts.stream().mapToInt(CadencePart::size).sum();
  }

  /**
   * Returns a row.
   *
   * @param row from 0; by product in the order of its name, then in the order of the purchases
   *     given
   * @return the customer
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public CustomerCadence row(int row) {
    int left = Objects.checkIndex(row, size());
    int part = 0;
    while (left >= parts.get(part).size()) {
      left -= parts.get(part++).size();
    }
    return parts.get(part).row(left);
  }

  /**
   * Returns all rows, each made when it comes.
   *
   * @return in order
   */
  public Stream<CustomerCadence> rows() {
    return parts.stream().flatMap(part -> IntStream.range(0, part.size()).mapToObj(part::row));
  }

  /**
   * Returns the rows of a customer.
   *
   * @param customer the customer
   * @return one for each product that it bought, in the order of their names; none if it bought
   *     nothing until the date
   */
  public List<CustomerCadence> of(CustomerId customer) {
    requireNonNull(customer, "customer");
    return parts.stream()
        .flatMap(
            part -> IntStream.of(part.rowOf(customer)).filter(row -> row >= 0).mapToObj(part::row))
        .toList();
  }

  /** Tells whether rows are customers with a product. */
  boolean isByProduct() {
    return parts.get(0).product().isPresent();
  }

  /**
   * Returns the mean gap of the population, as {@link PopulationGaps} weighs it: the average
   * latency that some shops go by.
   *
   * @return days; empty if nobody bought twice, and where rows are by product
   */
  public OptionalDouble populationMeanGap() {
    return isByProduct() ? OptionalDouble.empty() : parts.get(0).populationMeanGap();
  }

  /**
   * Returns the mean gap of the population of a product.
   *
   * @param product its name
   * @return days; empty if nobody bought it twice
   */
  public OptionalDouble populationMeanGap(String product) {
    requireNonNull(product, "product");
    return parts.stream()
        .filter(part -> part.product().filter(product::equals).isPresent())
        .findFirst()
        .map(CadencePart::populationMeanGap)
        .orElseGet(OptionalDouble::empty);
  }

  /**
   * Lists the rows that a rule picks.
   *
   * @param rule the rule
   * @return the list, those first that have been silent for most times their median gap; then those
   *     without a usual gap, the longest silence first
   */
  public AttentionList list(AttentionRule rule) {
    requireNonNull(rule, "rule");
    return new AttentionList(
        rule, asOf, rows().filter(rule::picks).sorted(LONGEST_SILENCE_FIRST).toList(), size());
  }

  /**
   * Returns the number of rows, the rule of the usual gap, and the population's mean gaps, in
   * lines.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    StringBuilder text = new StringBuilder(toString()).append('\n');
    for (CadencePart part : parts) {
      Optional<String> product = part.product();
      text.append("  ").append(product.map(name -> CellText.escaped(name) + ": ").orElse(""));
      text.append(part.size()).append(part.size() == 1 ? " customer, " : " customers, ");
      text.append(meanText(part.populationMeanGap())).append('\n');
    }
    return text.toString();
  }

  private static String meanText(OptionalDouble mean) {
    return mean.isEmpty()
        ? "nobody bought twice"
        : String.format(Locale.ROOT, "mean gap %.1f days", mean.getAsDouble());
  }

  /**
   * Returns the date and the rule of the usual gap.
   *
   * @return for example {@code cadence as of 2024-12-31, HF7 of own gaps}
   */
  @Override
  public String toString() {
    return "cadence as of " + asOf + ", " + pooling;
  }
}
