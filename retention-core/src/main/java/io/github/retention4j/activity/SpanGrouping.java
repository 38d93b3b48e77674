package io.github.retention4j.activity;

import io.github.retention4j.activity.CustomerTable.KeyedWords;

/** Groups by the first and the last active period of a customer, which are cells of its row. */
final class SpanGrouping implements PartitionGrouping {

  private static final int MOST = Integer.MAX_VALUE;

  private final CustomerTable spanOf;
  private final int mask;

  SpanGrouping(int periodBits) {
    this.spanOf = new CustomerTable(periodBits);
    this.mask = (1 << periodBits) - 1;
  }

  @Override
  public void add(long[] packed, int size) {
    for (int i = 0; i < size; i++) {
      int at = spanOf.find(packed[i]);
      spanOf.set(at, extended(spanOf.word(at), (int) packed[i] & mask));
    }
  }

  @Override
  public RowPart rows(long high) {
    KeyedWords rows = spanOf.takeInOrder(high);
    int cells = rows.size();
    for (int row = 0; row < rows.size(); row++) {
      long span = rows.words()[row];
      cells += first(span) < last(span) ? 1 : 0;
    }
    return new Part(rows, cells);
  }

  /**
   * Extends a span by a period. A span is a word with the first period above, counted back from
   * {@code MOST}, and below the last plus one: both only grow, from the 0 of no span.
   */
  private static long extended(long span, int period) {
    long first = Math.max(span >>> Integer.SIZE, MOST - period);
    long last = Math.max((int) span, period + 1);
    return first << Integer.SIZE | last;
  }

  private static int first(long span) {
    return MOST - (int) (span >>> Integer.SIZE);
  }

  private static int last(long span) {
    return (int) span - 1;
  }

  private record Part(KeyedWords words, int cells) implements RowPart {

    @Override
    public int rows() {
      return words.size();
    }

    @Override
    public void copyTo(CellRows target, int firstRow, int firstCell) {
      System.arraycopy(words.keys(), 0, target.keys, firstRow, rows());
      int cell = firstCell;
      for (int row = 0; row < rows(); row++) {
        long span = words.words()[row];
        target.periods[cell++] = first(span);
        if (first(span) < last(span)) {
          target.periods[cell++] = last(span);
        }
        target.rowStart[firstRow + row + 1] = cell;
      }
    }
  }
}
