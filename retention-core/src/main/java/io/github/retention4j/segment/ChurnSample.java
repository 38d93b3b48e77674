package io.github.retention4j.segment;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.stats.EventRate;
import io.github.retention4j.stats.Proportion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Customers by row: whether each left, what is known of it, and for how long it was watched.
 * Immutable, in columns.
 *
 * <p>A value may be missing: a blank label, or NaN for a number. Those customers are kept and form
 * a value of their own, {@code (missing)}, the last of its attribute. That name and {@code (other)}
 * are refused as labels.
 */
public final class ChurnSample {

  private static final NumberBands USUAL_BANDS = NumberBands.quantiles(4);

  private final boolean[] left;
  private final double @Nullable [] exposure;
  private final Map<String, AttributeColumn> attributes;

  private ChurnSample(
      boolean[] left, double @Nullable [] exposure, Map<String, AttributeColumn> attributes) {
    this.left = left;
    this.exposure = exposure;
    this.attributes = attributes;
  }

  /**
   * Returns a sample without attributes yet. The array is copied.
   *
   * @param left for each customer whether it left
   * @return the sample
   * @throws IllegalArgumentException if there is no customer
   */
  public static ChurnSample of(boolean[] left) {
    if (left.length == 0) {
      throw new IllegalArgumentException("left (0) must be at least one customer");
    }
    return new ChurnSample(left.clone(), null, Map.of());
  }

  /**
   * Says for how long each customer was watched, so that churn per customer-month is known too. The
   * array is copied.
   *
   * @param customerMonths for each customer its time as one, in months or any other unit, 0 or more
   *     and over 0 for one that left
   * @return the sample with these
   * @throws IllegalArgumentException if there is not one for each row or one is out of range; the
   *     message names the row, from 1
   */
  public ChurnSample withExposure(double[] customerMonths) {
    requireEachRow("exposure", customerMonths.length);
    for (int row = 0; row < rows(); row++) {
      double months = customerMonths[row];
      if (!(months >= 0) || months == Double.POSITIVE_INFINITY || (left[row] && months == 0)) {
        throw new IllegalArgumentException(
            "exposure ("
                + months
                + ") of row "
                + (row + 1)
                + " must be finite, and "
                + (left[row] ? "over 0 as it left" : "0 or more"));
      }
    }
    return new ChurnSample(left, customerMonths.clone(), attributes);
  }

  /**
   * Adds labels without an order. Its values are in the order of their names.
   *
   * @param attribute new to the sample, not blank
   * @param labels for each row its label; blank where missing
   * @return the sample with this attribute
   * @throws IllegalArgumentException if the attribute is blank or taken, there is not one label for
   *     each row, or a label is a reserved name; the message names the row, from 1
   */
  public ChurnSample withLabels(String attribute, List<String> labels) {
    TreeSet<String> values = new TreeSet<>(labels);
    values.removeIf(String::isBlank);
    return withLabels(attribute, AttributeKind.CATEGORICAL, List.copyOf(values), labels);
  }

  /**
   * Adds what is so or not, as the values {@code no} and {@code yes}.
   *
   * @param attribute new to the sample, not blank
   * @param flags for each row whether it is so
   * @return the sample with this attribute
   * @throws IllegalArgumentException if the attribute is blank or taken, or there is not one for
   *     each row
   */
  public ChurnSample withFlags(String attribute, boolean[] flags) {
    return withLabels(
        attribute,
        IntStream.range(0, flags.length).mapToObj(row -> flags[row] ? "yes" : "no").toList());
  }

  /**
   * Adds labels with an order.
   *
   * @param attribute new to the sample, not blank
   * @param order all labels that there may be, from the lowest to the highest
   * @param labels for each row its label; blank where missing
   * @return the sample with this attribute
   * @throws IllegalArgumentException if the attribute is blank or taken, the order names a label
   *     twice, there is not one label for each row, or a label is not in the order; the message
   *     names the row, from 1
   */
  public ChurnSample withOrdered(String attribute, List<String> order, List<String> labels) {
    if (new TreeSet<>(order).size() < order.size()) {
      throw new IllegalArgumentException(
          "order (" + order + ") of " + attribute + " must not name a label twice");
    }
    return withLabels(attribute, AttributeKind.ORDERED, List.copyOf(order), labels);
  }

  private ChurnSample withLabels(
      String attribute, AttributeKind kind, List<String> values, List<String> labels) {
    requireEachRow(attribute, labels.size());
    Map<String, Integer> places = new HashMap<>();
    values.forEach(value -> places.put(value, places.size()));
    int[] placeOfRow = new int[rows()];
    int row = 0;
    for (String label : labels) {
      placeOfRow[row] = label.isBlank() ? -1 : place(attribute, row, label, places);
      row++;
    }
    return with(AttributeColumn.of(attribute, kind, values, placeOfRow, null));
  }

  private static int place(String attribute, int row, String label, Map<String, Integer> places) {
    String of = attribute + " (" + label + ") of row " + (row + 1);
    if (label.equals(AttributeColumn.MISSING) || label.equals(AttributeColumn.OTHER)) {
      throw new IllegalArgumentException(of + " must not be a reserved name");
    }
    Integer place = places.get(label);
    if (place == null) {
      throw new IllegalArgumentException(of + " must be one of its order");
    }
    return place;
  }

  /**
   * Adds numbers, cut at their quartiles.
   *
   * @param attribute new to the sample, not blank
   * @param numbers for each row its number; NaN where missing
   * @return the sample with this attribute
   * @throws IllegalArgumentException see {@link #withNumbers(String, double[], NumberBands)}
   */
  public ChurnSample withNumbers(String attribute, double[] numbers) {
    return withNumbers(attribute, numbers, USUAL_BANDS);
  }

  /**
   * Adds numbers. The array is copied.
   *
   * @param attribute new to the sample, not blank
   * @param numbers for each row its number; NaN where missing
   * @param bands how they are cut
   * @return the sample with this attribute
   * @throws IllegalArgumentException if the attribute is blank or taken, there is not one number
   *     for each row, or one is infinite; the message names the row, from 1
   */
  public ChurnSample withNumbers(String attribute, double[] numbers, NumberBands bands) {
    requireEachRow(attribute, numbers.length);
    double[] copy = numbers.clone();
    for (int row = 0; row < copy.length; row++) {
      if (Double.isInfinite(copy[row])) {
        throw new IllegalArgumentException(
            attribute + " (" + copy[row] + ") of row " + (row + 1) + " must not be infinite");
      }
      copy[row] += 0.0;
    }
    double[] cuts = bands.cuts(copy);
    int[] places = new int[copy.length];
    for (int row = 0; row < copy.length; row++) {
      places[row] = Double.isNaN(copy[row]) ? -1 : NumberBands.bandOf(copy[row], cuts);
    }
    List<String> labels = NumberBands.labels(cuts);
    return with(AttributeColumn.of(attribute, AttributeKind.NUMERIC, labels, places, copy));
  }

  private void requireEachRow(String name, int length) {
    if (length != rows()) {
      throw new IllegalArgumentException(
          name + " (" + length + " values) must be one for each of the " + rows() + " rows");
    }
  }

  private ChurnSample with(AttributeColumn column) {
    if (column.name().isBlank()) {
      throw new IllegalArgumentException("attribute (" + column.name() + ") must not be blank");
    }
    if (attributes.containsKey(column.name())) {
      throw new IllegalArgumentException(
          "attribute (" + column.name() + ") must be new to the sample");
    }
    Map<String, AttributeColumn> more = new LinkedHashMap<>(attributes);
    more.put(column.name(), column);
    return new ChurnSample(left, exposure, Collections.unmodifiableMap(more));
  }

  /**
   * Returns the number of customers.
   *
   * @return at least 1
   */
  public int rows() {
    return left.length;
  }

  /**
   * Returns who left.
   *
   * @return for each row whether it left, a copy
   */
  public boolean[] left() {
    return left.clone();
  }

  /**
   * Returns the attributes.
   *
   * @return their names, in the order in which they were added
   */
  public List<String> attributes() {
    return List.copyOf(attributes.keySet());
  }

  /**
   * Returns the share of customers that left.
   *
   * @return those who left, of all
   */
  public Proportion churn() {
    return new Proportion(IntStream.range(0, rows()).filter(row -> left[row]).count(), rows());
  }

  /**
   * Returns churn per unit of exposure.
   *
   * @return losses per customer-month; empty without exposure, or where it is 0 together
   */
  public Optional<EventRate> churnRate() {
    return tally(row -> 0, 1).get(0).rate();
  }

  /**
   * Returns the share that left by the values of an attribute, none pooled.
   *
   * @param attribute its name
   * @return for each value that some customer has, in order, unmodifiable
   * @throws IllegalArgumentException if there is no such attribute
   */
  public Map<String, Proportion> churnBy(String attribute) {
    AttributeColumn column = column(attribute);
    List<ValueTally> tally = tally(column);
    Map<String, Proportion> churn = new LinkedHashMap<>();
    for (int value = 0; value < tally.size(); value++) {
      churn.put(column.labels().get(value), tally.get(value).churn());
    }
    return Collections.unmodifiableMap(churn);
  }

  /**
   * Returns attributes as columns of numbers, for a regression.
   *
   * <p>A numeric attribute is its number; where some are missing these count as 0, and a further
   * column {@code attribute (missing)} takes up what they differ by. Others are factors: the
   * reference is the first value of an ordered one, and the value of the most customers, among
   * equals the first, of a categorical one; a missing value is a level.
   *
   * @param names the attributes, in the order wanted
   * @return the table, a row for each customer
   * @throws IllegalArgumentException if there is no such attribute, or all customers have one and
   *     the same value of one that is not numeric
   */
  public CovariateTable covariates(List<String> names) {
    CovariateTable table = CovariateTable.ofRows(rows());
    for (String name : names) {
      AttributeColumn column = column(name);
      if (column.kind() == AttributeKind.NUMERIC) {
        table = table.withNumbers(name, column.numbersOr0());
        if (column.hasMissing()) {
          table = table.withFlags(name + " " + AttributeColumn.MISSING, column.missing());
        }
      } else {
        table = table.withFactor(name, column.labelsOfRows(), reference(column));
      }
    }
    return table;
  }

  private String reference(AttributeColumn column) {
    List<ValueTally> tally = tally(column);
    int reference = 0;
    for (int value = 1; value < tally.size() && !column.hasOrder(); value++) {
      boolean larger = tally.get(value).customers() > tally.get(reference).customers();
      reference = larger ? value : reference;
    }
    return column.labels().get(reference);
  }

  List<AttributeColumn> columns() {
    return List.copyOf(attributes.values());
  }

  AttributeColumn column(String attribute) {
    AttributeColumn column = attributes.get(requireNonNull(attribute, "attribute"));
    if (column == null) {
      throw new IllegalArgumentException(
          "attribute (" + attribute + ") must be one of " + attributes());
    }
    return column;
  }

  /** Counts customers by value of an attribute. */
  List<ValueTally> tally(AttributeColumn column) {
    return tally(column::valueOf, column.labels().size());
  }

  private List<ValueTally> tally(IntUnaryOperator valueOf, int values) {
    long[] customers = new long[values];
    long[] lost = new long[values];
    double[] months = new double[values];
    for (int row = 0; row < left.length; row++) {
      int value = valueOf.applyAsInt(row);
      customers[value]++;
      lost[value] += left[row] ? 1 : 0;
      months[value] += exposure == null ? 0 : exposure[row];
    }
    List<ValueTally> tally = new ArrayList<>();
    for (int value = 0; value < values; value++) {
      tally.add(new ValueTally(customers[value], lost[value], months[value]));
    }
    return tally;
  }

  /**
   * Returns the size.
   *
   * @return for example {@code 7043 customers, 1869 left, by contract, tenure}
   */
  @Override
  public String toString() {
    return rows()
        + " customers, "
        + churn().count()
        + " left, by "
        + String.join(", ", attributes.keySet());
  }
}
