package io.github.retention4j.activity;

import io.github.retention4j.activity.CustomerTable.KeyedWords;
import java.util.Arrays;

/** Groups by putting the periods of each customer together, then sorting and counting those. */
final class ManyPeriodsGrouping implements PartitionGrouping {

  private static final int FEW = 16;

  private final CustomerTable numberOf;
  private final int mask;
  private final GridDetail detail;
  private final int[] eventsOf;
  private int[] eventsOfNumber = new int[1 << 10];
  private int[] numberOfEvent = new int[1 << 10];
  private int[] periodOfEvent = new int[1 << 10];
  private int[] together = new int[1 << 10];
  private int size;

  ManyPeriodsGrouping(int periodBits, int periods, GridDetail detail) {
    this.numberOf = new CustomerTable(periodBits);
    this.mask = (int) ((1L << periodBits) - 1);
    this.detail = detail;
    this.eventsOf = new int[periods];
  }

  @Override
  public void add(long[] packed, int more) {
    ensureRoom(size + more);
    for (int i = 0; i < more; i++) {
      int number = numberOf.number(packed[i]);
      if (number == eventsOfNumber.length) {
        eventsOfNumber = Arrays.copyOf(eventsOfNumber, 2 * number);
      }
      eventsOfNumber[number]++;
      numberOfEvent[size] = number;
      periodOfEvent[size++] = (int) packed[i] & mask;
    }
  }

  private void ensureRoom(int events) {
    if (numberOfEvent.length < events) {
      int room = Math.max(events, 2 * size);
      numberOfEvent = Arrays.copyOf(numberOfEvent, room);
      periodOfEvent = Arrays.copyOf(periodOfEvent, room);
      together = new int[room];
    }
  }

  @Override
  public RowPart rows(long high) {
    KeyedWords customers = numberOf.takeInOrder(high);
    putTogether(customers);
    int rows = customers.size();
    CellRowsWriter target = new CellRowsWriter(rows, size, detail);
    int start = 0;
    for (int row = 0; row < rows; row++) {
      int end = start + eventsOfNumber[customers.number(row)];
      count(start, end, target);
      target.endRow(customers.keys()[row]);
      start = end;
    }
    Arrays.fill(eventsOfNumber, 0, rows, 0);
    size = 0;
    return target.toRows();
  }

  private void putTogether(KeyedWords customers) {
    int[] next = new int[customers.size()];
    int start = 0;
    for (int row = 0; row < next.length; row++) {
      next[customers.number(row)] = start;
      start += eventsOfNumber[customers.number(row)];
    }
    for (int i = 0; i < size; i++) {
      together[next[numberOfEvent[i]]++] = periodOfEvent[i];
    }
  }

  /** Sorts few periods by insertion, many by counting, and those between as the JDK does. */
  private void count(int start, int end, CellRowsWriter target) {
    int length = end - start;
    if (length > eventsOf.length / FEW) {
      countAll(start, end, target);
      return;
    }
    if (length <= FEW) {
      insert(start, end);
    } else {
      Arrays.sort(together, start, end);
    }
    int run = start;
    for (int i = start + 1; i <= end; i++) {
      if (i == end || together[i] != together[run]) {
        target.add(together[run], i - run);
        run = i;
      }
    }
  }

  private void countAll(int start, int end, CellRowsWriter target) {
    for (int i = start; i < end; i++) {
      eventsOf[together[i]]++;
    }
    for (int period = 0; period < eventsOf.length; period++) {
      if (eventsOf[period] > 0) {
        target.add(period, eventsOf[period]);
        eventsOf[period] = 0;
      }
    }
  }

  private void insert(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      int period = together[i];
      int j = i - 1;
      while (j >= start && together[j] > period) {
        together[j + 1] = together[j];
        j--;
      }
      together[j + 1] = period;
    }
  }
}
