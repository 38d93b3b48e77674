package io.github.retention4j.cohort;

import java.util.Arrays;

/** The size of one cohort and its counts by column, of all members and of those it is over for. */
final class ElapsedCounts {

  private static final int[] NONE = {};

  private long size;
  private int[] soFar = NONE;
  private int[] countedOpen = NONE;

  /** Before {@link #finish()} each member is in its last column that is over, then in all. */
  private int[] over = NONE;

  /** Takes a member, as {@link MemberWalk.Member} does. */
  void take(int[] counted, int columns, int columnsOver) {
    size++;
    grow(columns);
    for (int column = 0; column < columns; column++) {
      soFar[column] += counted[column];
    }
    for (int column = columnsOver; column < columns; column++) {
      countedOpen[column] += counted[column];
    }
    if (columnsOver > 0) {
      over[columnsOver - 1]++;
    }
  }

  void add(ElapsedCounts other) {
    size += other.size;
    grow(other.columns());
    CountTable.addTo(soFar, other.soFar);
    CountTable.addTo(countedOpen, other.countedOpen);
    CountTable.addTo(over, other.over);
  }

  private void grow(int columns) {
    if (columns > soFar.length) {
      soFar = Arrays.copyOf(soFar, columns);
      countedOpen = Arrays.copyOf(countedOpen, columns);
      over = Arrays.copyOf(over, columns);
    }
  }

  /** To be called once, after the last member. */
  void finish() {
    Tally.sumFromBehind(over);
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
    return soFar[column] - countedOpen[column];
  }
}
