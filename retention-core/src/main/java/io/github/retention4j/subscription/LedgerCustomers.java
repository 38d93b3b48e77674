package io.github.retention4j.subscription;

import io.github.retention4j.customer.CustomerId;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The customers of the rows of a ledger, each once: all known by text, in the order of the text, or
 * all by number, in the order of the numbers.
 */
final class LedgerCustomers {

  private final boolean byNumber;
  private final long[] numbers;
  private final CustomerId[] names;

  private LedgerCustomers(boolean byNumber, long[] numbers, CustomerId[] names) {
    this.byNumber = byNumber;
    this.numbers = numbers;
    this.names = names;
  }

  static LedgerCustomers ofNumbers(long[] sorted) {
    return new LedgerCustomers(true, sorted, new CustomerId[0]);
  }

  static LedgerCustomers ofNames(CustomerId[] sorted) {
    return new LedgerCustomers(false, new long[0], sorted);
  }

  boolean areKnownByNumber() {
    return byNumber;
  }

  int size() {
    return byNumber ? numbers.length : names.length;
  }

  CustomerId id(int row) {
    return byNumber ? CustomerId.of(numbers[row]) : names[row];
  }

  /** Returns the number of a customer known by number. */
  long number(int row) {
    return numbers[row];
  }

  /** Returns the row of a customer known by number, or a negative number if it has none. */
  int rowOf(long number) {
    return Arrays.binarySearch(numbers, number);
  }

  /** Returns the row of a customer, or a negative number if it has none. */
  int rowOf(CustomerId customer) {
    if (!byNumber) {
      return Arrays.binarySearch(names, customer);
    }
    OptionalLong number = customer.number();
    return number.isPresent() ? rowOf(number.getAsLong()) : -1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LedgerCustomers that
        && byNumber == that.byNumber
        && Arrays.equals(numbers, that.numbers)
        && Arrays.equals(names, that.names);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(numbers) + Arrays.hashCode(names);
  }
}
