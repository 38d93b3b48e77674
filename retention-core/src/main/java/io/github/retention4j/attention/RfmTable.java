package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.Proportion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Customers with their scores and segments as of a date. Made by {@link RfmCalculator}. Immutable;
 * held in primitive columns, so that a customer becomes an object when it is asked for.
 */
public final class RfmTable {

  private final LocalDate asOf;
  private final RfmValues values;
  private final RfmMeasures measures;
  private final RfmBins bins;
  private final SegmentRules rules;
  private final int[] recency;
  private final int[] frequency;
  private final int[] monetary;
  private final int[] segment;

  RfmTable(
      LocalDate asOf,
      RfmValues values,
      RfmMeasures measures,
      RfmBins bins,
      SegmentRules rules,
      int[] recency,
      int[] frequency,
      int[] monetary) {
    this.asOf = asOf;
    this.values = values;
    this.measures = measures;
    this.bins = bins;
    this.rules = rules;
    this.recency = recency;
    this.frequency = frequency;
    this.monetary = monetary;
    this.segment = segments();
  }

  /** Rules are asked once for each combination of scores, not for each customer. */
  private int[] segments() {
    Map<Integer, Integer> known = new HashMap<>();
    boolean money = rules.firstThatAsksForMoney().isPresent();
    int scores = rules.scores() + 1;
    int[] segments = new int[size()];
    for (int row = 0; row < segments.length; row++) {
      int r = recency[row];
      int f = frequency[row];
      int m = money ? monetary[row] : 1;
      segments[row] =
          known.computeIfAbsent((r * scores + f) * scores + m, code -> segmentOf(r, f, m));
    }
    return segments;
  }

  private int segmentOf(int recencyScore, int frequencyScore, int monetaryScore) {
    return rules.segments().indexOf(rules.segmentOf(recencyScore, frequencyScore, monetaryScore));
  }

  /**
   * Returns the day as of whose end customers were scored.
   *
   * @return the date
   */
  public LocalDate asOf() {
    return asOf;
  }

  /**
   * Returns the rules of the segments.
   *
   * @return the rules
   */
  public SegmentRules rules() {
    return rules;
  }

  /**
   * Returns what frequency counts.
   *
   * @return the choice
   */
  public FrequencyMeasure frequencyMeasure() {
    return measures.frequency();
  }

  /**
   * Returns which amount is scored.
   *
   * @return the choice
   */
  public MonetaryMeasure monetaryMeasure() {
    return measures.monetary();
  }

  /**
   * Returns what the amounts are.
   *
   * @return as the caller said
   */
  public AmountMeaning amountMeaning() {
    return measures.meaning();
  }

  /**
   * Returns among whom customers were scored.
   *
   * @return the choice
   */
  public ScoreNesting nesting() {
    return bins.nesting();
  }

  /**
   * Returns how values were cut.
   *
   * @param dimension of which score
   * @return the bins
   */
  public ScoreBins bins(RfmDimension dimension) {
    return bins.of(dimension);
  }

  /**
   * Returns where values were cut: days, purchases, or units of the currency.
   *
   * @param dimension of which score
   * @return one cut less than bins, never falling; empty where cuts differ by group, and for money
   *     where no amounts are known
   */
  public List<Double> cuts(RfmDimension dimension) {
    boolean byGroup = nesting() == ScoreNesting.NESTED && dimension != RfmDimension.RECENCY;
    if (byGroup || (dimension == RfmDimension.MONETARY && !values.hasMoney())) {
      return List.of();
    }
    double unit = dimension == RfmDimension.MONETARY ? values.unit() : 1;
    double[] column = values.column(dimension, measures.monetary());
    Arrays.setAll(column, row -> column[row] / unit);
    Arrays.sort(column);
    return DoubleStream.of(bins.of(dimension).cuts(column)).boxed().toList();
  }

  /**
   * Returns the number of customers.
   *
   * @return at least 1
   */
  public int size() {
    return recency.length;
  }

  /**
   * Returns a customer with its values, scores and segment.
   *
   * @param row from 0, in the order of the purchases or values given
   * @return the customer
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public RfmCustomer row(int row) {
    Objects.checkIndex(row, size());
    return new RfmCustomer(
        values.customers().id(row),
        values.recencyDays(row),
        values.frequency(row),
        values.amount(row),
        recency[row],
        frequency[row],
        values.hasMoney() ? OptionalInt.of(monetary[row]) : OptionalInt.empty(),
        segment(row));
  }

  /**
   * Returns a customer with its values, scores and segment.
   *
   * @param customer the customer
   * @return its row; empty if it is not in the table
   */
  public Optional<RfmCustomer> find(CustomerId customer) {
    int row = values.customers().rowOf(requireNonNull(customer, "customer"));
    return row < 0 ? Optional.empty() : Optional.of(row(row));
  }

  /**
   * Returns a score as a plain number, for callers that walk many.
   *
   * @param dimension which score
   * @param row from 0
   * @return the score; empty for money where no amounts are known
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public OptionalInt score(RfmDimension dimension, int row) {
    Objects.checkIndex(row, size());
    return switch (dimension) {
      case RECENCY -> OptionalInt.of(recency[row]);
      case FREQUENCY -> OptionalInt.of(frequency[row]);
      case MONETARY -> values.hasMoney() ? OptionalInt.of(monetary[row]) : OptionalInt.empty();
    };
  }

  /**
   * Returns the segment of a customer.
   *
   * @param row from 0
   * @return its name
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public String segment(int row) {
    return rules.segments().get(segment[row]);
  }

  /** Returns the number of a customer's segment. */
  int segmentIndex(int row) {
    return segment[row];
  }

  RowCustomers customers() {
    return values.customers();
  }

  /**
   * Returns the customers of a segment.
   *
   * @param name one of the rules' segments
   * @return in the order of the rows
   * @throws IllegalArgumentException if the rules have no such segment
   */
  public List<RfmCustomer> inSegment(String name) {
    int wanted = rules.segments().indexOf(requireNonNull(name, "name"));
    if (wanted < 0) {
      throw new IllegalArgumentException(
          "segment (" + name + ") must be one of " + rules.segments());
    }
    return IntStream.range(0, size())
        .filter(row -> segment[row] == wanted)
        .mapToObj(this::row)
        .toList();
  }

  /**
   * Returns what each segment holds.
   *
   * @return all segments of the rules in their order, also those without customers; their customers
   *     and money sum to those of the table
   */
  public List<RfmSegment> summary() {
    int segments = rules.segments().size();
    long[] customers = new long[segments];
    long[] days = new long[segments];
    long[] often = new long[segments];
    for (int row = 0; row < size(); row++) {
      customers[segment[row]]++;
      days[segment[row]] += values.recencyDays(row);
      often[segment[row]] += values.frequency(row);
    }
    Optional<Money[]> sums = values.sums(segment, segments);
    Optional<Money> total = sums.flatMap(all -> Arrays.stream(all).reduce(Money::plus));
    List<RfmSegment> summary = new ArrayList<>();
    for (int at = 0; at < segments; at++) {
      int number = at;
      Optional<Money> amount = sums.map(all -> all[number]);
      summary.add(
          new RfmSegment(
              rules.segments().get(at),
              new Proportion(customers[at], size()),
              amount,
              share(amount, total),
              mean(days[at], customers[at]),
              mean(often[at], customers[at])));
    }
    return List.copyOf(summary);
  }

  private static OptionalDouble share(Optional<Money> part, Optional<Money> total) {
    return part.isPresent() && total.isPresent() && total.get().signum() > 0
        ? OptionalDouble.of(part.get().amount().doubleValue() / total.get().amount().doubleValue())
        : OptionalDouble.empty();
  }

  private static OptionalDouble mean(long sum, long count) {
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / count);
  }

  /**
   * Returns the segments with their customers and money, in lines.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append("RFM as of ").append(asOf).append(", ").append(size()).append(" customers, ");
    text.append(measures).append(", ").append(bins.nesting()).append('\n');
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("segment", "customers", "share", "money", "share", "days", "frequency"));
    summary().forEach(part -> lines.add(line(part)));
    return text.append(TextTable.of(lines)).toString();
  }

  private static List<String> line(RfmSegment part) {
    return List.of(
        part.name(),
        Long.toString(part.customers().count()),
        TextTable.percent(part.customers().value()),
        part.amount().map(Money::toString).orElse("-"),
        text(part.shareOfAmount(), 100, "%.1f %%"),
        text(part.meanRecencyDays(), 1, "%.1f"),
        text(part.meanFrequency(), 1, "%.2f"));
  }

  private static String text(OptionalDouble value, double factor, String format) {
    return value.isEmpty() ? "-" : String.format(Locale.ROOT, format, factor * value.getAsDouble());
  }

  /**
   * Returns the date and the number of customers.
   *
   * @return for example {@code RFM as of 2024-12-31 of 5000 customers}
   */
  @Override
  public String toString() {
    return "RFM as of " + asOf + " of " + size() + " customers";
  }
}
