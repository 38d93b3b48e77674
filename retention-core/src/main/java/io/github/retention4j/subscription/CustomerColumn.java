package io.github.retention4j.subscription;

import io.github.retention4j.customer.CustomerId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The customer of each record, all known by text or all by number; numbers are not boxed. */
final class CustomerColumn {

  private final Map<CustomerId, Integer> indexOf = new HashMap<>();
  private final List<CustomerId> names = new ArrayList<>();
  private int[] index = new int[0];
  private long[] numbers = new long[0];
  private int size;

  /**
   * Takes the customer of the next record.
   *
   * @throws IllegalArgumentException if those before are known by number
   */
  void add(CustomerId customer) {
    requireKind("text", numbers.length > 0, "number");
    if (size == index.length) {
      index = Arrays.copyOf(index, larger(size));
    }
    Integer known = indexOf.putIfAbsent(customer, names.size());
    if (known == null) {
      names.add(customer);
    }
    index[size++] = known == null ? names.size() - 1 : known;
  }

  /**
   * Takes the customer of the next record.
   *
   * @throws IllegalArgumentException if those before are known by text
   */
  void add(long customer) {
    requireKind("number", index.length > 0, "text");
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, larger(size));
    }
    numbers[size++] = customer;
  }

  /** Takes a customer of a ledger. */
  void add(LedgerCustomers customers, int row) {
    if (customers.areKnownByNumber()) {
      add(customers.number(row));
    } else {
      add(customers.id(row));
    }
  }

  private static void requireKind(String own, boolean isOther, String other) {
    if (isOther) {
      throw new IllegalArgumentException(
          "customers known by " + own + " must not join customers known by " + other);
    }
  }

  private static int larger(int length) {
    return Math.addExact(Math.max(length, 16), length >> 1);
  }

  /** Returns the customers of some records, each once. */
  LedgerCustomers distinct(int[] records) {
    if (numbers.length > 0) {
      return LedgerCustomers.ofNumbers(
          Arrays.stream(records)
              .mapToLong(record -> numbers[record])
              .sorted()
              .distinct()
              .toArray());
    }
    boolean[] there = new boolean[names.size()];
    for (int record : records) {
      there[index[record]] = true;
    }
    List<CustomerId> kept = new ArrayList<>();
    for (int name = 0; name < there.length; name++) {
      if (there[name]) {
        kept.add(names.get(name));
      }
    }
    kept.sort(null);
    return LedgerCustomers.ofNames(kept.toArray(CustomerId[]::new));
  }

  /** Returns the row of each of some records among their customers. */
  int[] rowsOf(int[] records, LedgerCustomers customers) {
    int[] rows = new int[records.length];
    if (customers.areKnownByNumber()) {
      Arrays.setAll(rows, i -> customers.rowOf(numbers[records[i]]));
      return rows;
    }
    int[] rowOfName = new int[names.size()];
    Arrays.setAll(rowOfName, name -> customers.rowOf(names.get(name)));
    Arrays.setAll(rows, i -> rowOfName[index[records[i]]]);
    return rows;
  }
}
