package io.github.retention4j.activity;

import java.util.Arrays;

/** Writes rows one after another, cell by cell. */
final class CellRowsWriter {

  private final long[] keys;
  private final int[] rowStart;
  private final int[] periods;
  private final GridDetail detail;
  private final int[] events;
  private int row;
  private int cell;

  /** Makes room for the most rows and cells that may come. */
  CellRowsWriter(int mostRows, int mostCells, GridDetail detail) {
    this.detail = detail;
    keys = new long[mostRows];
    rowStart = new int[mostRows + 1];
    periods = new int[mostCells];
    events = new int[detail.counts() ? mostCells : 0];
  }

  /** Adds a cell to the row that is being written. */
  void add(int period, int count) {
    if (detail.counts()) {
      events[cell] = count;
    }
    periods[cell++] = period;
  }

  /** Adds all cells of a row to the row that is being written. */
  void addAll(CellRows from, int fromRow) {
    int start = from.rowStart[fromRow];
    int length = from.rowStart[fromRow + 1] - start;
    System.arraycopy(from.periods, start, periods, cell, length);
    if (detail.counts()) {
      System.arraycopy(from.events, start, events, cell, length);
    }
    cell += length;
  }

  /** Ends the row that is being written. */
  void endRow(long key) {
    keys[row++] = key;
    rowStart[row] = cell;
  }

  /** Returns what was written. */
  CellRows toRows() {
    return new CellRows(
        Arrays.copyOf(keys, row),
        Arrays.copyOf(rowStart, row + 1),
        Arrays.copyOf(periods, cell),
        Arrays.copyOf(events, Math.min(cell, events.length)));
  }
}
