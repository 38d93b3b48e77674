package io.github.retention4j.activity;

import io.github.retention4j.internal.numeric.RadixOrder;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/**
 * Cells that come one by one, in any order: mixed key of the customer, period, number of events,
 * number of those with an amount, and sum of the amounts. Equal cells are added up when there is no
 * more room, so that what is held grows with the distinct cells and not with the events.
 */
final class AmountCells {

  private static final int FIRST_SIZE = 1 << 10;

  private long[] keys;
  private int[] periods;
  private int[] events;
  private int[] paidEvents;
  private long[] units;
  private int size;

  /** Whether the cells are distinct and in order. */
  private boolean settled = true;

  AmountCells() {
    this(FIRST_SIZE);
  }

  private AmountCells(int room) {
    keys = new long[room];
    periods = new int[room];
    events = new int[room];
    paidEvents = new int[room];
    units = new long[room];
  }

  /** Takes the events of a customer in a period, how many of them have an amount, and its sum. */
  void add(long key, int period, int count, int paidCount, long sum) {
    if (size == keys.length) {
      makeRoom();
    }
    keys[size] = key;
    periods[size] = period;
    events[size] = count;
    paidEvents[size] = paidCount;
    units[size] = sum;
    size++;
    settled = false;
  }

  private void makeRoom() {
    settle();
    if (size > keys.length / 2) {
      int room = Math.multiplyExact(2, keys.length);
      keys = Arrays.copyOf(keys, room);
      periods = Arrays.copyOf(periods, room);
      events = Arrays.copyOf(events, room);
      paidEvents = Arrays.copyOf(paidEvents, room);
      units = Arrays.copyOf(units, room);
    }
  }

  /** Adds up equal cells and puts all in ascending order of key, unsigned, then of period. */
  void settle() {
    if (settled) {
      return;
    }
    AmountCells sums = new AmountCells(keys.length);
    for (int cell : order()) {
      sums.addInOrder(this, cell);
    }
    keys = sums.keys;
    periods = sums.periods;
    events = sums.events;
    paidEvents = sums.paidEvents;
    units = sums.units;
    size = sums.size;
    settled = true;
  }

  private int[] order() {
    int[] high = new int[size];
    int[] low = new int[size];
    for (int cell = 0; cell < size; cell++) {
      high[cell] = (int) (keys[cell] >>> Integer.SIZE);
      low[cell] = (int) keys[cell];
    }
    return RadixOrder.of(size, high, low, Arrays.copyOf(periods, size));
  }

  private void addInOrder(AmountCells from, int cell) {
    int last = size - 1;
    if (last < 0 || keys[last] != from.keys[cell] || periods[last] != from.periods[cell]) {
      add(
          from.keys[cell],
          from.periods[cell],
          from.events[cell],
          from.paidEvents[cell],
          from.units[cell]);
      return;
    }
    events[last] = CellRows.addEvents(events[last], from.events[cell]);
    paidEvents[last] += from.paidEvents[cell];
    units[last] += from.units[cell];
  }

  /** Takes all cells of others, each customer by another key. */
  void addAll(AmountCells others, LongUnaryOperator keyOf) {
    for (int cell = 0; cell < others.size; cell++) {
      add(
          keyOf.applyAsLong(others.keys[cell]),
          others.periods[cell],
          others.events[cell],
          others.paidEvents[cell],
          others.units[cell]);
    }
  }

  /** Returns the periods and numbers of events, customer by customer; of settled cells only. */
  CellRows rows() {
    CellRowsWriter writer = new CellRowsWriter(size, size, GridDetail.EVENT_COUNTS);
    for (int cell = 0; cell < size; cell++) {
      writer.add(periods[cell], events[cell]);
      if (cell + 1 == size || keys[cell + 1] != keys[cell]) {
        writer.endRow(keys[cell]);
      }
    }
    return writer.toRows();
  }

  int[] paidEvents() {
    return Arrays.copyOf(paidEvents, size);
  }

  long[] units() {
    return Arrays.copyOf(units, size);
  }

  int size() {
    return size;
  }
}
