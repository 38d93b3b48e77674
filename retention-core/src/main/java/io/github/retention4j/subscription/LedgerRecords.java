package io.github.retention4j.subscription;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Records in the order of arrival, as a ledger is made of them. */
final class LedgerRecords {

  private static final int POSITION_BITS = 31;

  private final CustomerColumn customers = new CustomerColumn();
  private final ValuePool<String> names = new ValuePool<>();
  private final ChangeCodes codes = new ChangeCodes();
  private final LedgerColumns columns = new LedgerColumns();
  private int[] nameOf = new int[16];

  CustomerColumn customers() {
    return customers;
  }

  int size() {
    return columns.size();
  }

  /** Takes the rest of a record whose customer was taken. */
  void add(String subscription, int day, SubscriptionChange change) {
    if (columns.size() == nameOf.length) {
      nameOf = Arrays.copyOf(nameOf, Math.addExact(nameOf.length, nameOf.length >> 1));
    }
    nameOf[columns.size()] = names.numberOf(subscription);
    columns.add(day, codes.encode(change));
  }

  /** Lays all records out. */
  SubscriptionLedger ledger(LocalDate observationEndExclusive) {
    return ledger(allRecords(), observationEndExclusive);
  }

  /** Returns all records in the order of arrival. */
  int[] allRecords() {
    return IntStream.range(0, size()).toArray();
  }

  /**
   * Lays some of the records out by customer, subscription, day and arrival.
   *
   * @param records which ones, in the order of arrival; afterwards in the order of the ledger
   */
  SubscriptionLedger ledger(int[] records, LocalDate observationEndExclusive) {
    LedgerCustomers own = customers.distinct(records);
    int[] rowStart = sortByCustomer(records, own);
    int[] rankOf = names.ranks(Comparator.naturalOrder());
    LedgerRows.Builder rows = new LedgerRows.Builder();
    long[] scratch = new long[records.length];
    for (int row = 0; row < own.size(); row++) {
      int start = rowStart[row];
      int end = rowStart[row + 1];
      sort(records, start, end, scratch, columns::dayAt);
      sort(records, start, end, scratch, record -> rankOf[nameOf[record]]);
      for (int i = start; i < end; i++) {
        if (i == start || nameOf[records[i]] != nameOf[records[i - 1]]) {
          rows.startSubscription(nameOf[records[i]], i);
        }
      }
      rows.endCustomer();
    }
    return new SubscriptionLedger(
        own,
        rows.build(records.length),
        names,
        codes,
        columns.select(records),
        observationEndExclusive);
  }

  private int[] sortByCustomer(int[] records, LedgerCustomers own) {
    int[] rowOf = customers.rowsOf(records, own);
    int[] rowStart = new int[own.size() + 1];
    for (int row : rowOf) {
      rowStart[row + 1]++;
    }
    Arrays.parallelPrefix(rowStart, Integer::sum);
    int[] next = rowStart.clone();
    int[] arrived = records.clone();
    for (int i = 0; i < arrived.length; i++) {
      records[next[rowOf[i]]++] = arrived[i];
    }
    return rowStart;
  }

  private interface RecordKey {
    int of(int record);
  }

  /** Stable: the low bits carry the place before. */
  private static void sort(int[] records, int start, int end, long[] scratch, RecordKey key) {
    if (isSorted(records, start, end, key)) {
      return;
    }
    for (int i = start; i < end; i++) {
      scratch[i] = ((long) key.of(records[i]) << POSITION_BITS) | (i - start);
    }
    Arrays.sort(scratch, start, end);
    int[] before = Arrays.copyOfRange(records, start, end);
    for (int i = start; i < end; i++) {
      records[i] = before[(int) (scratch[i] & Integer.MAX_VALUE)];
    }
  }

  private static boolean isSorted(int[] records, int start, int end, RecordKey key) {
    for (int i = start + 1; i < end; i++) {
      if (key.of(records[i - 1]) > key.of(records[i])) {
        return false;
      }
    }
    return true;
  }
}
