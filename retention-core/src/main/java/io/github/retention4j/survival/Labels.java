package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A label for each row of a sample, as the number of the label among all in order. */
final class Labels {

  private final String attribute;
  private final List<String> names;
  private final int[] numberOfRow;

  private Labels(String attribute, List<String> names, int[] numberOfRow) {
    this.attribute = attribute;
    this.names = names;
    this.numberOfRow = numberOfRow;
  }

  static Labels of(String attribute, List<String> labels, int rows) {
    if (requireNonNull(attribute, "attribute").isBlank()) {
      throw new IllegalArgumentException("attribute (" + attribute + ") must not be blank");
    }
    if (labels.size() != rows) {
      throw new IllegalArgumentException(
          attribute + " (" + labels.size() + ") must be as many as lifetimes (" + rows + ")");
    }
    List<String> names = List.copyOf(new TreeSet<>(labels));
    Map<String, Integer> numberOf = new HashMap<>();
    for (String name : names) {
      numberOf.put(name, numberOf.size());
    }
    return new Labels(attribute, names, labels.stream().mapToInt(numberOf::get).toArray());
  }

  /** Returns the labels of some rows, without those that no row has. */
  Labels select(int[] rows) {
    List<String> labels = IntStream.of(rows).mapToObj(row -> names.get(numberOfRow[row])).toList();
    return of(attribute, labels, rows.length);
  }

  String attribute() {
    return attribute;
  }

  List<String> names() {
    return names;
  }

  int numberOf(int row) {
    return numberOfRow[row];
  }
}
