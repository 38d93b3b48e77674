package io.github.retention4j.activity;

import io.github.retention4j.activity.CustomerTable.KeyedWords;

/** Groups by a bit for each active period of a customer, of which there are at most 64. */
final class PeriodBitsGrouping implements PartitionGrouping {

  private final CustomerTable activeOf;
  private final long mask;

  PeriodBitsGrouping(int periodBits) {
    this.activeOf = new CustomerTable(periodBits);
    this.mask = (1L << periodBits) - 1;
  }

  @Override
  public void add(long[] packed, int size) {
    for (int i = 0; i < size; i++) {
      int at = activeOf.find(packed[i]);
      activeOf.set(at, activeOf.word(at) | 1L << (packed[i] & mask));
    }
  }

  @Override
  public RowPart rows(long high) {
    KeyedWords rows = activeOf.takeInOrder(high);
    int cells = 0;
    for (int row = 0; row < rows.size(); row++) {
      cells += Long.bitCount(rows.words()[row]);
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
        for (long rest = words.words()[row]; rest != 0; rest &= rest - 1) {
          target.periods[cell++] = Long.numberOfTrailingZeros(rest);
        }
        target.rowStart[firstRow + row + 1] = cell;
      }
    }
  }
}
