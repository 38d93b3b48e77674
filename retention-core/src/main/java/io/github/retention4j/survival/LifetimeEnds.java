package io.github.retention4j.survival;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * How the rows of a sample ended: each has the number of its reason from 1, or 0 if still active.
 */
final class LifetimeEnds {

  private static final String LEFT = "left";

  private final int[] number;
  private final List<String> reasons;

  private LifetimeEnds(int[] number, List<String> reasons) {
    this.number = number;
    this.reasons = reasons;
  }

  static LifetimeEnds of(boolean[] left) {
    int[] number = new int[left.length];
    for (int row = 0; row < left.length; row++) {
      number[row] = left[row] ? 1 : 0;
    }
    return new LifetimeEnds(number, List.of(LEFT));
  }

  /** Numbers the reasons in the order of their names. */
  static LifetimeEnds of(List<LifetimeEnd> ends) {
    TreeSet<String> names = new TreeSet<>();
    for (LifetimeEnd end : ends) {
      if (end instanceof LifetimeEnd.Left left) {
        names.add(left.reason());
      }
    }
    List<String> reasons = List.copyOf(names);
    int[] number =
        ends.stream()
            .mapToInt(
                end ->
                    end instanceof LifetimeEnd.Left left ? reasons.indexOf(left.reason()) + 1 : 0)
            .toArray();
    return new LifetimeEnds(number, reasons);
  }

  LifetimeEnds select(int[] rows) {
    return new LifetimeEnds(IntStream.of(rows).map(row -> number[row]).toArray(), reasons);
  }

  int rows() {
    return number.length;
  }

  int number(int row) {
    return number[row];
  }

  LifetimeEnd end(int row) {
    return number[row] == 0
        ? LifetimeEnd.stillActive()
        : LifetimeEnd.left(reasons.get(number[row] - 1));
  }

  List<String> reasons() {
    return reasons;
  }

  /** Returns how many rows did not end still active. */
  long left() {
    return IntStream.of(number).filter(it -> it > 0).count();
  }
}
