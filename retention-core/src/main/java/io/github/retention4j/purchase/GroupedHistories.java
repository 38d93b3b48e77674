package io.github.retention4j.purchase;

import io.github.retention4j.time.TimeScale;
import java.util.Arrays;

/**
 * Distinct purchase histories with their number: what a likelihood asks for. Histories in whole
 * days come in ascending order of (x, t_x, T); others are left as they are, one for each customer.
 */
final class GroupedHistories {

  /** x. */
  final int[] purchases;

  /** t_x in the unit of the sample. */
  final double[] recency;

  /** T in the unit of the sample. */
  final double[] age;

  /** t_x in days; empty if times are not whole days. */
  final int[] recencyDays;

  /** T in days; empty if times are not whole days. */
  final int[] ageDays;

  /**
   * The sum of the logarithms of the intervals between purchases, in the unit of the sample; empty
   * where histories are grouped without them.
   */
  final double[] logIntervals;

  /** How many customers have this history. */
  final int[] weight;

  /** For each row of the sample the index of its history here. */
  final int[] groupOf;

  private GroupedHistories(
      Histories histories, TimeScale unit, RowGroups groups, boolean withLogIntervals) {
    int[] rows = groups.representative;
    purchases = groups.pick(histories.purchases);
    recency = Arrays.stream(rows).mapToDouble(row -> histories.recency.in(unit, row)).toArray();
    age = Arrays.stream(rows).mapToDouble(row -> histories.age.in(unit, row)).toArray();
    recencyDays = histories.areWholeDays() ? days(histories.recency, rows) : new int[0];
    ageDays = histories.areWholeDays() ? days(histories.age, rows) : new int[0];
    logIntervals =
        withLogIntervals
            ? Arrays.stream(rows).mapToDouble(row -> histories.logIntervals(unit, row)).toArray()
            : new double[0];
    weight = groups.weight;
    groupOf = groups.groupOf;
  }

  private static int[] days(Durations durations, int[] rows) {
    return Arrays.stream(rows).map(durations::days).toArray();
  }

  /** Groups by (x, t_x, T). */
  static GroupedHistories of(Histories histories, TimeScale unit) {
    RowGroups groups =
        histories.areWholeDays()
            ? RowGroups.of(
                histories.size(),
                histories.purchases,
                histories.recency.allDays(),
                histories.age.allDays())
            : RowGroups.ofSingleRows(histories.size());
    return new GroupedHistories(histories, unit, groups, false);
  }

  /** Groups by T alone; x and t_x are those of any customer of that age. */
  static GroupedHistories byAge(Histories histories, TimeScale unit) {
    RowGroups groups =
        histories.areWholeDays()
            ? RowGroups.of(histories.size(), histories.age.allDays())
            : RowGroups.ofSingleRows(histories.size());
    return new GroupedHistories(histories, unit, groups, false);
  }

  /** Groups by (x, t_x, T, sum of log intervals). */
  static GroupedHistories withLogIntervals(Histories histories, TimeScale unit) {
    double[] sums = histories.logIntervalDays();
    RowGroups groups =
        histories.areWholeDays()
            ? RowGroups.of(
                histories.size(),
                histories.purchases,
                histories.recency.allDays(),
                histories.age.allDays(),
                RowGroups.upperBits(sums),
                RowGroups.lowerBits(sums))
            : RowGroups.ofSingleRows(histories.size());
    return new GroupedHistories(histories, unit, groups, true);
  }

  int size() {
    return weight.length;
  }

  boolean areWholeDays() {
    return ageDays.length > 0;
  }

  PurchaseHistory history(int group) {
    return new PurchaseHistory(purchases[group], recency[group], age[group]);
  }
}
