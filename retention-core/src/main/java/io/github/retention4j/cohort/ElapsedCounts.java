package io.github.retention4j.cohort;

import java.util.Arrays;

/** The size of one cohort and its counts by column, of all members and of those it is over for. */
final class ElapsedCounts {

  private static final int[] NONE = {};

  private long size;
  private int[] soFar = NONE;
  private int[] over = NONE;
  private int[] countedOver = NONE;

  /** Takes a member, as {@link MemberWalk.Member} does. */
  void take(int[] counted, int columnsOver) {
    size++;
    grow(counted.length);
    CountTable.addTo(soFar, counted);
    for (int column = 0; column < columnsOver; column++) {
      over[column]++;
      countedOver[column] += counted[column];
    }
  }

  void add(ElapsedCounts other) {
    size += other.size;
    grow(other.columns());
    CountTable.addTo(soFar, other.soFar);
    CountTable.addTo(over, other.over);
    CountTable.addTo(countedOver, other.countedOver);
  }

  private void grow(int columns) {
    if (columns > soFar.length) {
      soFar = Arrays.copyOf(soFar, columns);
      over = Arrays.copyOf(over, columns);
      countedOver = Arrays.copyOf(countedOver, columns);
    }
  }

  long size() {
    return size;
  }

  int columns() {
    return soFar.length;
  }

  /** Returns the members counted by what was observed. */
  int soFar(int column) {
    return soFar[column];
  }

  /** Returns the members for whom the whole column is over. */
  int over(int column) {
    return over[column];
  }

  /** Returns those of them that were counted. */
  int countedOver(int column) {
    return countedOver[column];
  }
}
