package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.RadixOrder;
import java.util.Arrays;

/** Rows put together that are equal in all columns, in ascending order of the columns. */
final class RowGroups {

  /** For each group a row of it, the one with the smallest number. */
  final int[] representative;

  /** For each group the number of its rows. */
  final int[] weight;

  /** For each row its group. */
  final int[] groupOf;

  private RowGroups(int[] representative, int[] weight, int[] groupOf) {
    this.representative = representative;
    this.weight = weight;
    this.groupOf = groupOf;
  }

  /** Groups rows by columns of numbers taken as unsigned. */
  static RowGroups of(int rows, int[]... columns) {
    int[] order = RadixOrder.of(rows, columns);
    int[] representative = new int[rows];
    int[] weight = new int[rows];
    int[] groupOf = new int[rows];
    int group = -1;
    for (int row : order) {
      if (group < 0 || !equal(row, representative[group], columns)) {
        representative[++group] = row;
      }
      weight[group]++;
      groupOf[row] = group;
    }
    return new RowGroups(
        Arrays.copyOf(representative, group + 1), Arrays.copyOf(weight, group + 1), groupOf);
  }

  /** Leaves each row in a group of its own, in the order of the rows. */
  static RowGroups ofSingleRows(int rows) {
    int[] each = new int[rows];
    Arrays.setAll(each, row -> row);
    int[] one = new int[rows];
    Arrays.fill(one, 1);
    return new RowGroups(each, one, each);
  }

  private static boolean equal(int row, int other, int[]... columns) {
    for (int[] column : columns) {
      if (column[row] != column[other]) {
        return false;
      }
    }
    return true;
  }

  int size() {
    return weight.length;
  }

  int[] pick(int[] column) {
    return Arrays.stream(representative).map(row -> column[row]).toArray();
  }

  double[] pick(double[] column) {
    return Arrays.stream(representative).mapToDouble(row -> column[row]).toArray();
  }

  /** Returns the upper halves of the bits of numbers: with the lower ones a column that orders. */
  static int[] upperBits(double[] numbers) {
    return Arrays.stream(numbers)
        .mapToLong(Double::doubleToLongBits)
        .mapToInt(bits -> (int) (bits >>> Integer.SIZE))
        .toArray();
  }

  static int[] lowerBits(double[] numbers) {
    return Arrays.stream(numbers)
        .mapToLong(Double::doubleToLongBits)
        .mapToInt(bits -> (int) bits)
        .toArray();
  }
}
