package io.github.retention4j.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Round values for an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param values in ascending order
 * @param digits how many digits after the point tell them apart
 */
record Ticks(List<Double> values, int digits) {

  private static final int[] STEPS = {1, 2, 5};
  private static final double[] YEAR_STEPS = {1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600, 1200};

  /** A relative slack for quotients that should be whole. */
  private static final double SLACK = 1e-9;

  Ticks {
    values = List.copyOf(values);
  }

  /** Returns ticks that reach to or past both ends, at most so many steps between them. */
  static Ticks around(double low, double top, int steps) {
    double room = top > low ? top - low : Math.max(1, Math.abs(low));
    double high = low + room;
    int power = (int) Math.floor(Math.log10(room / steps)) - 1;
    while (true) {
      for (int step : STEPS) {
        long first = (long) Math.floor(low / size(step, power) + SLACK);
        long last = (long) Math.ceil(high / size(step, power) - SLACK);
        if (last - first <= steps) {
          return multiples(first, Math.max(last, first + 1), step, power);
        }
      }
      power++;
    }
  }

  /** Returns whole numbers from 0, the last of them at most a limit. */
  static Ticks whole(double limit, int most) {
    return upTo(limit, most, 0);
  }

  /** Returns values from 0, the last of them at most a limit, which is over 0. */
  static Ticks upTo(double limit, int most) {
    return upTo(limit, most, (int) Math.floor(Math.log10(limit / most)));
  }

  private static Ticks upTo(double limit, int most, int firstPower) {
    for (int power = firstPower; ; power++) {
      for (int step : STEPS) {
        long last = (long) Math.floor(limit / size(step, power) + SLACK);
        if (last < most) {
          return multiples(0, last, step, power);
        }
      }
    }
  }

  /** Returns whole months from 0 in steps that make or divide years. */
  static Ticks months(double limit, int most) {
    for (double step : YEAR_STEPS) {
      if (Math.floor(limit / step) < most) {
        List<Double> values = new ArrayList<>();
        for (double value = 0; value <= limit; value += step) {
          values.add(value);
        }
        return new Ticks(values, 0);
      }
    }
    return whole(limit, most);
  }

  private static Ticks multiples(long first, long last, int step, int power) {
    return new Ticks(
        LongStream.rangeClosed(first, last)
            .mapToObj(k -> power < 0 ? k * step / size(1, -power) : k * size(step, power))
            .toList(),
        Math.max(0, -power));
  }

  private static double size(int step, int power) {
    return step * Math.pow(10, power);
  }

  double first() {
    return values.get(0);
  }

  double last() {
    return values.get(values.size() - 1);
  }
}
