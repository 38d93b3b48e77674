package io.github.retention4j.activity;

import io.github.retention4j.activity.CustomerTable.KeyedWords;

/** Groups by the first and the last active period of a customer, which are cells of its row. */
final class SpanGrouping implements PartitionGrouping {

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
      int period = (int) packed[i] & mask;
      long span = spanOf.word(at);
      spanOf.set(at, span == 0 ? span(period, period) : extended(span, period));
    }
  }

  @Override
  public RowPart rows(long high) {
    KeyedWords rows = spanOf.takeInOrder(high);
    int cells = rows.words().length;
    for (long span : rows.words()) {
      cells += first(span) < last(span) ? 1 : 0;
    }
    return new Part(rows, cells);
  }

  /** Returns a span as a word, which is not 0: the first period above, the last plus one below. */
  private static long span(int first, int last) {
    return (long) first << Integer.SIZE | (last + 1);
  }

  private static long extended(long span, int period) {
    return span(Math.min(first(span), period), Math.max(last(span), period));
  }

  private static int first(long span) {
    return (int) (span >>> Integer.SIZE);
  }

  private static int last(long span) {
    return (int) span - 1;
  }

  private record Part(KeyedWords words, int cells) implements RowPart {

    @Override
    public int rows() {
      return words.keys().length;
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
