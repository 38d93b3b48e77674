package io.github.retention4j.activity;

import io.github.retention4j.activity.CustomerTable.KeyedWords;

/** Groups by the first and the last active period of a customer, which are cells of its row. */
final class SpanGrouping implements PartitionGrouping {

  private final CustomerTable spanOf;

  SpanGrouping(int periodBits) {
    this.spanOf = new CustomerTable(periodBits);
  }

  @Override
  public void add(long[] packed, int size) {
    spanOf.extendSpans(packed, size);
  }

  @Override
  public RowPart rows(long high) {
    KeyedWords rows = spanOf.takeInOrder(high);
    int cells = rows.size();
    for (int row = 0; row < rows.size(); row++) {
      long span = rows.words()[row];
      cells += Span.first(span) < Span.last(span) ? 1 : 0;
    }
    return new Part(rows, cells);
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
        target.periods[cell++] = Span.first(span);
        if (Span.first(span) < Span.last(span)) {
          target.periods[cell++] = Span.last(span);
        }
        target.rowStart[firstRow + row + 1] = cell;
      }
    }
  }
}
