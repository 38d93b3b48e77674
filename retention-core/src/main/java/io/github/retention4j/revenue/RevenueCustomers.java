package io.github.retention4j.revenue;

import io.github.retention4j.customer.CustomerId;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The customers of the rows of a grid, each once: those known by text in the order of the text,
 * those known by number in the order of the numbers.
 */
sealed interface RevenueCustomers {

  int size();

  CustomerId id(int row);

  /** Returns the row of a customer, or a negative number if it has none. */
  int rowOf(CustomerId customer);

  /** Returns the customers of some rows, in ascending order. */
  RevenueCustomers select(int[] rows);

  /** Orders two rows, the second of other customers of the same kind. */
  int compare(int row, RevenueCustomers others, int otherRow);

  default boolean sameKindAs(RevenueCustomers others) {
    return getClass() == others.getClass();
  }

  /** Customers known by number. */
  final class Numbers implements RevenueCustomers {

    private final long[] sorted;

    Numbers(long[] sorted) {
      this.sorted = sorted;
    }

    /** Returns the row of a customer, or a negative number if it has none. */
    int rowOf(long number) {
      return Arrays.binarySearch(sorted, number);
    }

    long number(int row) {
      return sorted[row];
    }

    @Override
    public int size() {
      return sorted.length;
    }

    @Override
    public CustomerId id(int row) {
      return CustomerId.of(sorted[row]);
    }

    @Override
    public int rowOf(CustomerId customer) {
      OptionalLong number = customer.number();
      return number.isPresent() ? rowOf(number.getAsLong()) : -1;
    }

    @Override
    public RevenueCustomers select(int[] rows) {
      return new Numbers(Arrays.stream(rows).mapToLong(row -> sorted[row]).toArray());
    }

    @Override
    public int compare(int row, RevenueCustomers others, int otherRow) {
      return Long.compare(sorted[row], ((Numbers) others).sorted[otherRow]);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Numbers that && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(sorted);
    }
  }

  /** Customers known by text. */
  final class Names implements RevenueCustomers {

    private final CustomerId[] sorted;

    Names(CustomerId[] sorted) {
      this.sorted = sorted;
    }

    @Override
    public int size() {
      return sorted.length;
    }

    @Override
    public CustomerId id(int row) {
      return sorted[row];
    }

    @Override
    public int rowOf(CustomerId customer) {
      return Arrays.binarySearch(sorted, customer);
    }

    @Override
    public RevenueCustomers select(int[] rows) {
      return new Names(Arrays.stream(rows).mapToObj(row -> sorted[row]).toArray(CustomerId[]::new));
    }

    @Override
    public int compare(int row, RevenueCustomers others, int otherRow) {
      return sorted[row].compareTo(((Names) others).sorted[otherRow]);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Names that && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(sorted);
    }
  }
}
