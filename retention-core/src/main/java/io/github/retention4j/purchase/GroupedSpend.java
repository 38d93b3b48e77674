package io.github.retention4j.purchase;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Rows (purchases, mean spend) with their number: what a likelihood of spend asks for. */
final class GroupedSpend {

  /** Over how many purchases the mean is taken, at least 1. */
  final int[] purchases;

  /** The mean spend per purchase, over 0. */
  final double[] mean;

  /** How many customers have this row. */
  final int[] weight;

  private GroupedSpend(int[] purchases, double[] mean, int[] weight) {
    this.purchases = purchases;
    this.mean = mean;
    this.weight = weight;
  }

  /** Groups rows, but for those without purchases; ascending by purchases, then by mean. */
  static GroupedSpend of(int[] purchases, double[] mean) {
    int[] rows = IntStream.range(0, purchases.length).filter(row -> purchases[row] > 0).toArray();
    int[] known = Arrays.stream(rows).map(row -> purchases[row]).toArray();
    double[] knownMean = Arrays.stream(rows).mapToDouble(row -> mean[row]).toArray();
    // Positive doubles are in the order of their bits.
    RowGroups groups =
        RowGroups.of(
            rows.length, known, RowGroups.upperBits(knownMean), RowGroups.lowerBits(knownMean));
    return new GroupedSpend(groups.pick(known), groups.pick(knownMean), groups.weight);
  }

  int size() {
    return weight.length;
  }
}
