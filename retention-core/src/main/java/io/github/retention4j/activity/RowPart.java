package io.github.retention4j.activity;

/** The rows of one partition, on their way to a place among those of all partitions. */
interface RowPart {

  int rows();

  int cells();

  /** Writes all rows to a place among others. */
  void copyTo(CellRows target, int firstRow, int firstCell);
}
