package io.github.retention4j.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of all customers: the values that some customer has, in order, and the number of
 * the value of each row. The missing value, if any, comes last.
 */
final class AttributeColumn {

  static final String MISSING = "(missing)";
  static final String OTHER = "(other)";

  /** A value of the order or band that it has; the missing one has none. */
  record Value(String label, int place) {}

  private static final int NOWHERE = Integer.MAX_VALUE;

  private final String name;
  private final AttributeKind kind;
  private final List<Value> values;
  private final int[] valueOfRow;
  private final double @Nullable [] numbers;

  private AttributeColumn(
      String name,
      AttributeKind kind,
      List<Value> values,
      int[] valueOfRow,
      double @Nullable [] numbers) {
    this.name = name;
    this.kind = kind;
    this.values = values;
    this.valueOfRow = valueOfRow;
    this.numbers = numbers;
  }

  /** Places are numbers from 0 in the labels, or under 0 for a missing value. */
  static AttributeColumn of(
      String name,
      AttributeKind kind,
      List<String> labels,
      int[] places,
      double @Nullable [] numbers) {
    int[] sorted =
        IntStream.of(places)
            .map(place -> place < 0 ? NOWHERE : place)
            .distinct()
            .sorted()
            .toArray();
    List<Value> values = new ArrayList<>();
    Map<Integer, Integer> numberOf = new HashMap<>();
    for (int place : sorted) {
      numberOf.put(place, values.size());
      values.add(new Value(place == NOWHERE ? MISSING : labels.get(place), place));
    }
    int[] valueOfRow =
        IntStream.of(places).map(place -> numberOf.get(place < 0 ? NOWHERE : place)).toArray();
    return new AttributeColumn(name, kind, List.copyOf(values), valueOfRow, numbers);
  }

  String name() {
    return name;
  }

  AttributeKind kind() {
    return kind;
  }

  List<String> labels() {
    return values.stream().map(Value::label).toList();
  }

  boolean isMissing(int value) {
    return values.get(value).place() == NOWHERE;
  }

  /** Returns where a value stands in the order, counting values that no customer has. */
  double score(int value) {
    return values.get(value).place();
  }

  boolean hasOrder() {
    return kind != AttributeKind.CATEGORICAL;
  }

  int valueOf(int row) {
    return valueOfRow[row];
  }

  List<String> labelsOfRows() {
    List<String> labels = labels();
    return IntStream.of(valueOfRow).mapToObj(labels::get).toList();
  }

  /** Returns the numbers with 0 for those missing. */
  double[] numbersOr0() {
    double[] known = numbers == null ? new double[0] : numbers.clone();
    for (int row = 0; row < known.length; row++) {
      known[row] = Double.isNaN(known[row]) ? 0 : known[row];
    }
    return known;
  }

  /** Tells for each row whether it has no value. */
  boolean[] missing() {
    boolean[] missing = new boolean[valueOfRow.length];
    for (int row = 0; row < missing.length; row++) {
      missing[row] = isMissing(valueOfRow[row]);
    }
    return missing;
  }

  boolean hasMissing() {
    return isMissing(values.size() - 1);
  }
}
