package io.github.retention4j.activity;

import io.github.retention4j.internal.numeric.Workers;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Events that come one by one, gathered into sorted rows. A full buffer becomes a run of rows; two
 * runs are merged when the later has grown to half the earlier, so that each cell is moved a
 * logarithmic number of times.
 */
final class CellRuns {

  private static final int MOST_WAITING = 1 << 18;

  private final int periods;
  private final GridDetail detail;
  private final Deque<CellRows> runs = new ArrayDeque<>();
  private long[] keys = new long[16];
  private int[] periodOf = new int[16];
  private int waiting;

  CellRuns(int periods, GridDetail detail) {
    this.periods = periods;
    this.detail = detail;
  }

  /** Takes one event. */
  void add(long mixedKey, int period) {
    if (waiting == keys.length) {
      grow();
    }
    keys[waiting] = mixedKey;
    periodOf[waiting] = period;
    waiting++;
    if (waiting == MOST_WAITING) {
      flush();
    }
  }

  private void grow() {
    keys = Arrays.copyOf(keys, 2 * waiting);
    periodOf = Arrays.copyOf(periodOf, 2 * waiting);
  }

  /** Takes rows. */
  void add(CellRows rows) {
    CellRows merged = rows;
    while (!runs.isEmpty() && runs.getLast().cells() / 2 <= merged.cells()) {
      merged = runs.removeLast().merge(merged);
    }
    runs.addLast(merged);
  }

  /** Returns all that was taken, as one. */
  CellRows rows() {
    flush();
    CellRows all = runs.isEmpty() ? CellRows.ofSize(0, 0, detail) : runs.removeLast();
    while (!runs.isEmpty()) {
      all = runs.removeLast().merge(all);
    }
    if (all.rows() > 0) {
      runs.addLast(all);
    }
    return all;
  }

  private void flush() {
    if (waiting == 0) {
      return;
    }
    try (Workers alone = new Workers(1)) {
      PartitionGrouping.Kind kind = PartitionGrouping.Kind.of(detail);
      add(CellBuilder.build(new Waiting(), periods, kind, alone, (phase, done, total) -> {}));
    }
    waiting = 0;
  }

  private final class Waiting implements CellSource {

    @Override
    public int size() {
      return waiting;
    }

    @Override
    public void addTo(int from, int to, EventBlocks target) {
      for (int i = from; i < to; i++) {
        target.add(keys[i], periodOf[i]);
      }
    }
  }
}
