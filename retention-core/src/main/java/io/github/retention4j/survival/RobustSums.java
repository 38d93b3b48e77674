package io.github.retention4j.survival;

import io.github.retention4j.customer.CustomerId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The sum over customers of the squares of their influence on an estimate, at each time of a table.
 *
 * <p>The influence of a row at t is {@code w (e j(x) - (G(min(t, x)) - G(entry)))}, e being 1 if it
 * was lost by t, x its end, j the influence of one loss and G the sum of what each loss takes from
 * all at risk. While rows are at risk that of a customer is C + B G(t), so that the sums of C^2, C
 * B and B^2 are all that has to be kept over time.
 */
final class RobustSums {

  private final LifetimeSample sample;
  private final int[] clusterOf;
  private final double[] constant;
  private final double[] slope;
  private double constants;
  private double products;
  private double slopes;

  private RobustSums(LifetimeSample sample) {
    this.sample = sample;
    this.clusterOf = clusters(sample);
    int clusters = IntStream.of(clusterOf).max().orElse(0) + 1;
    this.constant = new double[clusters];
    this.slope = new double[clusters];
  }

  private static int[] clusters(LifetimeSample sample) {
    if (!sample.hasCustomers()) {
      return IntStream.range(0, sample.rows()).toArray();
    }
    Map<CustomerId, Integer> numbers = new HashMap<>();
    return IntStream.range(0, sample.rows())
        .map(row -> numbers.computeIfAbsent(sample.customer(row), it -> numbers.size()))
        .toArray();
  }

  /**
   * Returns the sum of squares at each time.
   *
   * @param lossInfluence the influence j of one loss at each time of the table
   */
  static double[] of(LifetimeSample sample, RiskTable table, double[] lossInfluence) {
    RobustSums sums = new RobustSums(sample);
    int size = table.size();
    int[][] entering =
        GroupRows.split(sample.rows(), size + 1, row -> sums.firstAfterEntry(table, row));
    int[][] ending =
        GroupRows.split(sample.rows(), size, row -> table.firstFrom(sample.duration(row)));
    double[] squares = new double[size];
    double taken = 0;
    for (int i = 0; i < size; i++) {
      for (int row : entering[i]) {
        sums.add(row, sample.weight(row) * taken, -sample.weight(row));
      }
      taken += table.lost()[i] / table.atRisk()[i] * lossInfluence[i];
      for (int row : ending[i]) {
        double own = sample.left(row) ? lossInfluence[i] : 0;
        sums.add(row, sample.weight(row) * (own - taken), sample.weight(row));
      }
      squares[i] = Math.max(0, sums.constants + taken * (2 * sums.products + taken * sums.slopes));
    }
    return squares;
  }

  private int firstAfterEntry(RiskTable table, int row) {
    return sample.hasEntries() ? table.firstFrom(Math.nextUp(sample.entry(row))) : 0;
  }

  private void add(int row, double toConstant, double toSlope) {
    int cluster = clusterOf[row];
    double oldConstant = constant[cluster];
    double oldSlope = slope[cluster];
    double newConstant = oldConstant + toConstant;
    double newSlope = oldSlope + toSlope;
    constants += newConstant * newConstant - oldConstant * oldConstant;
    products += newConstant * newSlope - oldConstant * oldSlope;
    slopes += newSlope * newSlope - oldSlope * oldSlope;
    constant[cluster] = newConstant;
    slope[cluster] = newSlope;
  }
}
