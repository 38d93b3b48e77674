package io.github.retention4j.subscription;

import java.util.Arrays;

/**
 * Records of subscriptions as columns of numbers. What a record says beside its day and kind is the
 * number of a plan, a discount, a name or a reason, and up to two more days.
 */
final class LedgerColumns {

  /** No such number, no such day. */
  static final int NONE = Integer.MIN_VALUE;

  private int size;
  private int[] days = new int[16];
  private ChangeKind[] kinds = new ChangeKind[16];
  private int[] items = new int[16];
  private int[] untils = new int[16];
  private int[] signed = new int[16];

  void add(int day, ChangeCode code) {
    if (size == days.length) {
      resize(Math.addExact(size, size >> 1));
    }
    days[size] = day;
    kinds[size] = code.kind();
    items[size] = code.item();
    untils[size] = code.until();
    signed[size] = code.signed();
    size++;
  }

  private void resize(int length) {
    days = Arrays.copyOf(days, length);
    kinds = Arrays.copyOf(kinds, length);
    items = Arrays.copyOf(items, length);
    untils = Arrays.copyOf(untils, length);
    signed = Arrays.copyOf(signed, length);
  }

  int size() {
    return size;
  }

  int dayAt(int event) {
    return days[event];
  }

  ChangeKind kindAt(int event) {
    return kinds[event];
  }

  /** Returns the number of the plan, discount, name or reason, or {@link #NONE}. */
  int itemAt(int event) {
    return items[event];
  }

  /** Returns the day on which a term, a discount or what was paid for ends, or {@link #NONE}. */
  int untilAt(int event) {
    return untils[event];
  }

  /** Returns the day on which a contract was signed, or {@link #NONE}. */
  int signedAt(int event) {
    return signed[event];
  }

  ChangeCode codeAt(int event) {
    return new ChangeCode(kindAt(event), items[event], untils[event], signed[event]);
  }

  /** Tells whether two records say the same of the same day. */
  boolean same(int first, int second) {
    return days[first] == days[second]
        && kinds[first] == kinds[second]
        && items[first] == items[second]
        && untils[first] == untils[second]
        && signed[first] == signed[second];
  }

  /** Returns some of the records, in that order. */
  LedgerColumns select(int[] events) {
    LedgerColumns selected = new LedgerColumns();
    selected.size = events.length;
    selected.days = pick(days, events);
    selected.items = pick(items, events);
    selected.untils = pick(untils, events);
    selected.signed = pick(signed, events);
    selected.kinds = new ChangeKind[events.length];
    for (int i = 0; i < events.length; i++) {
      selected.kinds[i] = kinds[events[i]];
    }
    return selected;
  }

  private static int[] pick(int[] column, int[] events) {
    int[] picked = new int[events.length];
    for (int i = 0; i < events.length; i++) {
      picked[i] = column[events[i]];
    }
    return picked;
  }
}
