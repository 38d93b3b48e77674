package io.github.retention4j.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The slopes between all pairs of values at different times, in ascending order. */
interface OrderedSlopes {

  /** Up to so many slopes are kept. */
  int MOST_KEPT = 1 << 20;

  long count();

  /** Returns a slope by its rank, from 0. */
  double ofRank(long rank);

  static OrderedSlopes of(TimeOrder order) {
    double steepest = steepest(order);
    if (!Double.isFinite(steepest)) {
      throw new IllegalArgumentException(
          "times (nearest by " + leastGap(order) + ") must lie further apart for these values");
    }
    return order.pairs() <= MOST_KEPT ? Kept.of(order) : new Counted(order, steepest);
  }

  /** Returns what no slope exceeds. */
  private static double steepest(TimeOrder order) {
    double[] values = order.values();
    double range =
        DoubleStream.of(values).max().orElseThrow() - DoubleStream.of(values).min().orElseThrow();
    return range / leastGap(order);
  }

  private static double leastGap(TimeOrder order) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < order.size(); i++) {
      if (order.time(i) > order.time(i - 1)) {
        least = Math.min(least, order.time(i) - order.time(i - 1));
      }
    }
    return least;
  }

  /** All slopes, sorted. */
  final class Kept implements OrderedSlopes {

    private final double[] slopes;

    private Kept(double[] slopes) {
      this.slopes = slopes;
    }

    static Kept of(TimeOrder order) {
      double[] slopes = new double[(int) order.pairs()];
      int next = 0;
      for (int i = 0; i < order.size(); i++) {
        for (int j = order.groupEnd(i); j < order.size(); j++) {
          slopes[next] = (order.value(j) - order.value(i)) / (order.time(j) - order.time(i)) + 0.0;
          next++;
        }
      }
      Arrays.sort(slopes);
      return new Kept(slopes);
    }

    @Override
    public long count() {
      return slopes.length;
    }

    @Override
    public double ofRank(long rank) {
      return slopes[(int) rank];
    }
  }

  /**
   * Slopes found by halving: a slope is at most b where, less b times its time, the later value is
   * not the higher.
   */
  final class Counted implements OrderedSlopes {

    private final TimeOrder order;
    private final double steepest;

    Counted(TimeOrder order, double steepest) {
      this.order = order;
      this.steepest = steepest;
    }

    @Override
    public long count() {
      return order.pairs();
    }

    @Override
    public double ofRank(long rank) {
      long low = position(-steepest);
      long high = position(steepest);
      while (low < high) {
        // Half of the sum, which itself may be too large for a long.
        long middle = (low & high) + ((low ^ high) >> 1);
        if (atMost(slopeAt(middle)) > rank) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return slopeAt(high);
    }

    private long atMost(double slope) {
      double[] rest = new double[order.size()];
      double origin = order.time(rest.length / 2);
      for (int i = 0; i < rest.length; i++) {
        rest[i] = Math.fma(slope, order.time(i) - origin, -order.value(i));
      }
      // Of the negatives, those of which the later is the smaller are the rising pairs.
      return count() - order.falling(rest);
    }

    /** Numbers the doubles from the lowest to the highest, 0 in the middle. */
    private static long position(double slope) {
      long bits = Double.doubleToLongBits(Math.abs(slope));
      return slope < 0 ? -bits : bits;
    }

    private static double slopeAt(long position) {
      return Long.signum(position) * Double.longBitsToDouble(Math.abs(position)) + 0.0;
    }
  }
}
