package io.github.retention4j.activity;

import io.github.retention4j.internal.numeric.Workers;

/**
 * Compressed sparse rows: for each customer, by its mixed key in ascending unsigned order, the
 * active periods in ascending order, and with {@link GridDetail#EVENT_COUNTS} the number of events
 * in each.
 */
final class CellRows implements RowPart {

  /** The mixed key of each row. */
  final long[] keys;

  /** Where the cells of each row start, and last, where those of the last row end. */
  final int[] rowStart;

  /** The period of each cell. */
  final int[] periods;

  /** The number of events of each cell; empty if only presence is known. */
  final int[] events;

  CellRows(long[] keys, int[] rowStart, int[] periods, int[] events) {
    this.keys = keys;
    this.rowStart = rowStart;
    this.periods = periods;
    this.events = events;
  }

  /** Returns rows to be filled. */
  static CellRows ofSize(int rows, int cells, GridDetail detail) {
    int[] events = new int[detail.counts() ? cells : 0];
    return new CellRows(new long[rows], new int[rows + 1], new int[cells], events);
  }

  /**
   * Returns rows to be filled; two workers clear the arrays, which takes a while if they are long.
   */
  static CellRows ofSize(int rows, int cells, GridDetail detail, Workers workers) {
    long[][] keys = new long[1][];
    int[][] ofRowsAndCells = new int[3][];
    workers.run(
        worker -> {
          if (worker == 0) {
            keys[0] = new long[rows];
            ofRowsAndCells[0] = new int[rows + 1];
          }
          if (worker == workers.count() - 1) {
            ofRowsAndCells[1] = new int[cells];
            ofRowsAndCells[2] = new int[detail.counts() ? cells : 0];
          }
        });
    return new CellRows(keys[0], ofRowsAndCells[0], ofRowsAndCells[1], ofRowsAndCells[2]);
  }

  /** Returns what is known of each cell; of no cells, anything is known. */
  GridDetail detail() {
    return events.length < periods.length ? GridDetail.PRESENCE : GridDetail.EVENT_COUNTS;
  }

  @Override
  public int rows() {
    return keys.length;
  }

  @Override
  public int cells() {
    return periods.length;
  }

  @Override
  public void copyTo(CellRows target, int firstRow, int firstCell) {
    System.arraycopy(keys, 0, target.keys, firstRow, rows());
    for (int row = 0; row < rows(); row++) {
      target.rowStart[firstRow + row + 1] = firstCell + rowStart[row + 1];
    }
    System.arraycopy(periods, 0, target.periods, firstCell, cells());
    if (events.length > 0) {
      System.arraycopy(events, 0, target.events, firstCell, cells());
    }
  }

  /**
   * Merges two sets of rows of the same detail; the cells of a customer in both are united, their
   * events added.
   */
  CellRows merge(CellRows other) {
    CellRowsWriter target =
        new CellRowsWriter(rows() + other.rows(), Math.addExact(cells(), other.cells()), detail());
    int i = 0;
    int j = 0;
    while (i < rows() || j < other.rows()) {
      int order = order(i, other, j);
      long key = order <= 0 ? keys[i] : other.keys[j];
      if (order < 0) {
        target.addAll(this, i++);
      } else if (order > 0) {
        target.addAll(other, j++);
      } else {
        unite(this, i++, other, j++, target);
      }
      target.endRow(key);
    }
    return target.toRows();
  }

  private int order(int row, CellRows other, int otherRow) {
    if (row == rows()) {
      return 1;
    }
    return otherRow == other.rows() ? -1 : Long.compareUnsigned(keys[row], other.keys[otherRow]);
  }

  /** Adds counts, or says that they exceed what a cell holds. */
  static int addEvents(int one, int other) {
    int sum = one + other;
    if (sum < 0) {
      throw new IllegalArgumentException(
          "events ("
              + ((long) one + other)
              + ") of one customer in one period must be at most "
              + Integer.MAX_VALUE);
    }
    return sum;
  }

  private static void unite(CellRows a, int rowA, CellRows b, int rowB, CellRowsWriter target) {
    int i = a.rowStart[rowA];
    int j = b.rowStart[rowB];
    int endA = a.rowStart[rowA + 1];
    int endB = b.rowStart[rowB + 1];
    while (i < endA || j < endB) {
      int periodA = i < endA ? a.periods[i] : Integer.MAX_VALUE;
      int periodB = j < endB ? b.periods[j] : Integer.MAX_VALUE;
      int fromA = periodA <= periodB ? a.eventsOrNone(i++) : 0;
      int fromB = periodB <= periodA ? b.eventsOrNone(j++) : 0;
      target.add(Math.min(periodA, periodB), addEvents(fromA, fromB));
    }
  }

  private int eventsOrNone(int cell) {
    return events.length > 0 ? events[cell] : 0;
  }

  /** Returns the same rows with the first and the last cell of each only, and without events. */
  CellRows firstAndLast() {
    CellRowsWriter target = new CellRowsWriter(rows(), cells(), GridDetail.PRESENCE);
    for (int row = 0; row < rows(); row++) {
      int first = rowStart[row];
      int last = rowStart[row + 1] - 1;
      target.add(periods[first], 0);
      if (first < last) {
        target.add(periods[last], 0);
      }
      target.endRow(keys[row]);
    }
    return target.toRows();
  }
}
