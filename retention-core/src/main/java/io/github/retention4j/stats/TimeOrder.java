package io.github.retention4j.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Values in the order of their times; values at one time form a group. */
final class TimeOrder {

  private final double[] times;
  private final double[] values;

  /** Where each group starts, and at last the number of values. */
  private final int[] groupStart;

  private TimeOrder(double[] times, double[] values) {
    this.times = times;
    this.values = values;
    this.groupStart =
        IntStream.rangeClosed(0, times.length)
            .filter(i -> i == 0 || i == times.length || times[i] != times[i - 1])
            .toArray();
  }

  static TimeOrder of(double[] times, double[] values) {
    if (times.length != values.length) {
      throw new IllegalArgumentException(
          "times (" + times.length + ") must be as many as values (" + values.length + ")");
    }
    if (values.length < 2) {
      throw new IllegalArgumentException("values (" + values.length + ") must be two or more");
    }
    requireFinite("times", times);
    requireFinite("values", values);
    int[] order =
        IntStream.range(0, times.length)
            .boxed()
            .sorted((a, b) -> Double.compare(times[a] + 0.0, times[b] + 0.0))
            .mapToInt(Integer::intValue)
            .toArray();
    return new TimeOrder(pick(times, order), pick(values, order));
  }

  static TimeOrder of(double[] values) {
    return of(IntStream.range(0, values.length).asDoubleStream().toArray(), values);
  }

  private static void requireFinite(String name, double[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isFinite(numbers[i])) {
        throw new IllegalArgumentException(
            name + "[" + i + "] (" + numbers[i] + ") must be finite");
      }
    }
  }

  private static double[] pick(double[] numbers, int[] order) {
    return Arrays.stream(order).mapToDouble(i -> numbers[i] + 0.0).toArray();
  }

  int size() {
    return values.length;
  }

  double time(int i) {
    return times[i];
  }

  double value(int i) {
    return values[i];
  }

  double[] times() {
    return times.clone();
  }

  double[] values() {
    return values.clone();
  }

  /** Returns where the group after the one of a value starts. */
  int groupEnd(int i) {
    int found = Arrays.binarySearch(groupStart, i);
    return groupStart[found >= 0 ? found + 1 : -found - 1];
  }

  /** Returns the number of values at each time. */
  int[] timeTies() {
    return sizes(groupStart);
  }

  /** Returns how often each value occurs. */
  int[] valueTies() {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new TimeOrder(sorted, sorted).timeTies();
  }

  private static int[] sizes(int[] starts) {
    return IntStream.range(1, starts.length).map(i -> starts[i] - starts[i - 1]).toArray();
  }

  /** Returns the number of pairs of values at different times. */
  long pairs() {
    return pairs(size()) - IntStream.of(timeTies()).mapToLong(TimeOrder::pairs).sum();
  }

  private static long pairs(int size) {
    return (long) size * (size - 1) / 2;
  }

  /**
   * Counts the pairs at different times of which the later number is the smaller, by merge sort.
   *
   * @param numbers one for each value, in their order; sorted when done
   */
  long falling(double[] numbers) {
    return falling(numbers, new double[numbers.length], 0, groupStart.length - 1);
  }

  private long falling(double[] numbers, double[] spare, int firstGroup, int endGroup) {
    int start = groupStart[firstGroup];
    int end = groupStart[endGroup];
    if (endGroup - firstGroup == 1) {
      Arrays.sort(numbers, start, end);
      return 0;
    }
    int middleGroup = (firstGroup + endGroup) >>> 1;
    return falling(numbers, spare, firstGroup, middleGroup)
        + falling(numbers, spare, middleGroup, endGroup)
        + merge(numbers, spare, start, groupStart[middleGroup], end);
  }

  private static long merge(double[] numbers, double[] spare, int start, int middle, int end) {
    System.arraycopy(numbers, start, spare, start, end - start);
    long falling = 0;
    int left = start;
    int right = middle;
    for (int to = start; to < end; to++) {
      if (right == end || (left < middle && spare[left] <= spare[right])) {
        numbers[to] = spare[left];
        left++;
      } else {
        numbers[to] = spare[right];
        right++;
        falling += middle - left;
      }
    }
    return falling;
  }
}
