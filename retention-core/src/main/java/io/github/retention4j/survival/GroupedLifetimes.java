package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.RadixOrder;
import java.util.Arrays;

/**
 * What a likelihood asks of a sample, by distinct times. A row contributes ln S at its end less ln
 * S at its entry, and ln h at its end if it left; so each time counts with the weight of the rows
 * that end there less that of those that enter there. A row that left within a unit contributes its
 * interval.
 */
final class GroupedLifetimes {

  /** Distinct times, ascending. */
  final double[] time;

  /** How often ln S counts at each. */
  final double[] survivals;

  /** How often ln h counts at each. */
  final double[] events;

  /** Beginnings and ends of distinct intervals in which customers left, and how many did. */
  final double[] from;

  final double[] to;
  final double[] within;

  private GroupedLifetimes(
      double[] time,
      double[] survivals,
      double[] events,
      double[] from,
      double[] to,
      double[] within) {
    this.time = time;
    this.survivals = survivals;
    this.events = events;
    this.from = from;
    this.to = to;
    this.within = within;
  }

  /** Groups the rows of a sample whose times were checked. */
  static GroupedLifetimes of(LifetimeSample sample, EventTimes eventTimes) {
    Columns points = new Columns(2 * sample.rows());
    Columns intervals = new Columns(sample.rows());
    for (int row = 0; row < sample.rows(); row++) {
      double weight = sample.weight(row);
      if (sample.hasEntries()) {
        points.add(sample.entry(row), 0, -weight, 0);
      }
      if (sample.left(row) && eventTimes == EventTimes.GROUPED_BY_UNIT) {
        intervals.add(intervalStart(sample, row), sample.duration(row), 0, weight);
      } else {
        points.add(sample.duration(row), 0, weight, sample.left(row) ? weight : 0);
      }
    }
    points.group();
    intervals.group();
    return new GroupedLifetimes(
        points.column(0),
        points.column(2),
        points.column(3),
        intervals.column(0),
        intervals.column(1),
        intervals.column(3));
  }

  /** When an interval of a unit begins, in which a row left. */
  static double intervalStart(LifetimeSample sample, int row) {
    return Math.max(sample.entry(row), sample.duration(row) - 1);
  }

  int points() {
    return time.length;
  }

  int size() {
    return time.length + from.length;
  }

  boolean hasEventWithin(double after, double upTo) {
    for (int i = 0; i < time.length; i++) {
      if (events[i] > 0 && time[i] <= upTo && (time[i] > after || (time[i] == 0 && after == 0))) {
        return true;
      }
    }
    for (int i = 0; i < from.length; i++) {
      if (from[i] < upTo && to[i] > after) {
        return true;
      }
    }
    return false;
  }

  /** Whether all who left did so at one time, by the times themselves. */
  boolean hasOneEventTime() {
    return from.length == 0 && Arrays.stream(events).filter(weight -> weight > 0).count() == 1;
  }

  /** Whether somebody was seen beyond the last time when one left. */
  boolean isSeenBeyondEvents() {
    return events[events.length - 1] == 0;
  }

  /** Rows of two keys and two sums, grouped by the keys. */
  private static final class Columns {

    private static final int COLUMNS = 4;

    private final double[][] columns;
    private int size;

    Columns(int capacity) {
      columns = new double[COLUMNS][capacity];
    }

    void add(double first, double second, double sum, double otherSum) {
      columns[0][size] = first;
      columns[1][size] = second;
      columns[2][size] = sum;
      columns[3][size] = otherSum;
      size++;
    }

    double[] column(int number) {
      return Arrays.copyOf(columns[number], size);
    }

    void group() {
      // Doubles of 0 or more are in the order of their bits.
      int[] order =
          RadixOrder.of(
              size,
              bits(columns[0], 32),
              bits(columns[0], 0),
              bits(columns[1], 32),
              bits(columns[1], 0));
      double[][] sorted = new double[COLUMNS][size];
      int groups = 0;
      for (int row : order) {
        boolean isNew =
            groups == 0
                || sorted[0][groups - 1] != columns[0][row]
                || sorted[1][groups - 1] != columns[1][row];
        groups += isNew ? 1 : 0;
        sorted[0][groups - 1] = columns[0][row];
        sorted[1][groups - 1] = columns[1][row];
        sorted[2][groups - 1] += columns[2][row];
        sorted[3][groups - 1] += columns[3][row];
      }
      size = groups;
      System.arraycopy(sorted, 0, columns, 0, COLUMNS);
    }

    private int[] bits(double[] values, int shift) {
      int[] bits = new int[size];
      for (int row = 0; row < size; row++) {
        bits[row] = (int) (Double.doubleToRawLongBits(values[row] + 0.0) >>> shift);
      }
      return bits;
    }
  }
}
