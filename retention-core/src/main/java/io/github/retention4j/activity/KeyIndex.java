package io.github.retention4j.activity;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.internal.numeric.KeyMix;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Gives customers known by text a number in the order of their first event; customers known by
 * number are their own.
 */
final class KeyIndex {

  private enum Kind {
    NONE,
    TEXT,
    NUMBER
  }

  private final Map<CustomerId, Integer> indexOf = new HashMap<>();
  private final List<CustomerId> names = new ArrayList<>();
  private Kind kind = Kind.NONE;

  /** Returns the number of a customer known by text. */
  int indexOf(CustomerId customer) {
    use(Kind.TEXT);
    return indexOf.computeIfAbsent(customer, this::register);
  }

  private int register(CustomerId customer) {
    names.add(customer);
    return names.size() - 1;
  }

  /** Returns for each number its place among the names in order. */
  int[] ranks() {
    int[] rankOf = new int[names.size()];
    Integer[] order = order(names.size(), Comparator.comparing(names::get));
    for (int rank = 0; rank < order.length; rank++) {
      rankOf[order[rank]] = rank;
    }
    return rankOf;
  }

  /** Returns the names in order. */
  CustomerKeys names() {
    return new CustomerKeys.Names(names.stream().sorted().toArray(CustomerId[]::new));
  }

  /** Tells whether customers are known by number. */
  boolean knowsNumbers() {
    return kind == Kind.NUMBER;
  }

  /** Says that customers are known by number. */
  void useNumbers() {
    use(Kind.NUMBER);
  }

  /** Checks that customers known by number may come. */
  void requireNumbers() {
    require(Kind.NUMBER);
  }

  private void use(Kind wanted) {
    require(wanted);
    kind = wanted;
  }

  private void require(Kind wanted) {
    if (kind != Kind.NONE && kind != wanted) {
      throw new IllegalArgumentException(
          "customers known by "
              + wanted.name().toLowerCase(Locale.ROOT)
              + " must not join customers known by "
              + kind.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Returns the rows of another index as rows of this one. */
  CellRows adopt(KeyIndex other, CellRows rows) {
    use(other.kind);
    if (kind == Kind.NUMBER) {
      return rows;
    }
    long[] keys = new long[rows.rows()];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = KeyMix.mix(indexOf(other.names.get((int) KeyMix.unmix(rows.keys[row]))));
    }
    return inOrderOfKeys(rows, keys);
  }

  /**
   * Takes the customers of rows in their order, and returns the rows in the order of this index.
   */
  CellRows adopt(CustomerKeys customers, CellRows rows) {
    long[] keys = keysOf(customers);
    return kind == Kind.NUMBER
        ? new CellRows(keys, rows.rowStart, rows.periods, rows.events)
        : inOrderOfKeys(rows, keys);
  }

  /** Takes customers, and returns their mixed keys. */
  long[] keysOf(CustomerKeys customers) {
    if (customers instanceof CustomerKeys.Numbers numbers) {
      useNumbers();
      return numbers.mixed();
    }
    long[] keys = new long[customers.size()];
    Arrays.setAll(keys, row -> KeyMix.mix(indexOf(customers.id(row))));
    return keys;
  }

  /** Returns a grid of rows whose customers this index knows. */
  ActivityGrid grid(PeriodAxis axis, LocalDate observationEndExclusive, CellRows rows) {
    if (kind == Kind.NUMBER) {
      CustomerKeys numbers = new CustomerKeys.Numbers(rows.keys);
      return new ActivityGrid(axis, observationEndExclusive, numbers, rows);
    }
    CustomerId[] nameOf = new CustomerId[rows.rows()];
    for (int row = 0; row < nameOf.length; row++) {
      nameOf[row] = names.get((int) KeyMix.unmix(rows.keys[row]));
    }
    Integer[] order = order(nameOf.length, Comparator.comparing(row -> nameOf[row]));
    CustomerId[] sorted =
        IntStream.range(0, order.length).mapToObj(i -> nameOf[order[i]]).toArray(CustomerId[]::new);
    return new ActivityGrid(
        axis,
        observationEndExclusive,
        new CustomerKeys.Names(sorted),
        reordered(rows, rows.keys, order));
  }

  private static CellRows inOrderOfKeys(CellRows rows, long[] keys) {
    Comparator<Integer> byKey = Comparator.comparing(row -> keys[row], Long::compareUnsigned);
    return reordered(rows, keys, order(keys.length, byKey));
  }

  private static Integer[] order(int rows, Comparator<Integer> comparator) {
    return IntStream.range(0, rows).boxed().sorted(comparator).toArray(Integer[]::new);
  }

  private static CellRows reordered(CellRows rows, long[] keys, Integer[] order) {
    CellRowsWriter target = new CellRowsWriter(rows.rows(), rows.cells(), rows.detail());
    for (int row : order) {
      target.addAll(rows, row);
      target.endRow(keys[row]);
    }
    return target.toRows();
  }
}
