package io.github.retention4j.survival;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.RadixOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * The variance of a mean count by differences between customers, over time, in one sweep.
 *
 * <p>The part of a customer in the error of the mean falls, while it is observed, with each event
 * of anyone in proportion to its weight, and jumps at its own. So only the sums of squares and
 * products of parts and weights are carried on from time to time, and a customer is looked at where
 * its rows begin and end.
 */
final class CustomerSpread {

  /** Below this share of the square of the mean, a variance is the rounding of 0. */
  private static final double ROUNDING = 1e-28;

  private final LifetimeSample sample;
  private final int[] customerOf;
  private final double[] part;
  private final double[] weight;
  private final double[] driftThen;
  private final CompensatedSum squares = new CompensatedSum();
  private final CompensatedSum products = new CompensatedSum();
  private final CompensatedSum weights = new CompensatedSum();
  private double drift;

  CustomerSpread(LifetimeSample sample) {
    this.sample = sample;
    this.customerOf = new int[sample.rows()];
    Map<CustomerId, Integer> numbers = new HashMap<>();
    for (int row = 0; row < customerOf.length; row++) {
      Integer fresh = numbers.size();
      Integer known = numbers.putIfAbsent(sample.customer(row), fresh);
      customerOf[row] = known == null ? fresh : known;
    }
    this.part = new double[numbers.size()];
    this.weight = new double[numbers.size()];
    this.driftThen = new double[numbers.size()];
  }

  /** Returns the variance after each time of the table of the same rows. */
  double[] variances(RiskTable table) {
    int[] entries = order(this::entry);
    int[] ends = order(sample::duration);
    double[] variances = new double[table.size()];
    double mean = 0;
    int entry = 0;
    int end = 0;
    for (int step = 0; step < variances.length; step++) {
      double time = table.time()[step];
      for (; entry < entries.length && entry(entries[entry]) < time; entry++) {
        enter(entries[entry]);
      }
      double rate = table.lost()[step] / table.atRisk()[step];
      mean += rate;
      fall(rate / table.atRisk()[step]);
      for (; end < ends.length && sample.duration(ends[end]) == time; end++) {
        leave(ends[end], table.atRisk()[step]);
      }
      double value = squares.value();
      variances[step] = value > ROUNDING * mean * mean ? value : 0;
    }
    return variances;
  }

  /** Those seen from their start are at risk at time 0 too. */
  private double entry(int row) {
    return sample.hasEntries() ? sample.entry(row) : -1;
  }

  private int[] order(IntToDoubleFunction times) {
    int[] high = new int[sample.rows()];
    int[] low = new int[sample.rows()];
    for (int row = 0; row < high.length; row++) {
      long bits = Double.doubleToRawLongBits(Math.max(0, times.applyAsDouble(row)) + 0.0);
      high[row] = (int) (bits >>> Integer.SIZE);
      low[row] = (int) bits;
    }
    return RadixOrder.of(high.length, high, low);
  }

  private void enter(int row) {
    int customer = customerOf[row];
    if (weight[customer] > 0) {
      throw new IllegalArgumentException(
          "entry ("
              + sample.entry(row)
              + ") of row "
              + (row + 1)
              + " must not be before the end of another row of customer "
              + sample.customer(row));
    }
    change(customer, 0, sample.weight(row));
  }

  private void leave(int row, double atRisk) {
    double jump = sample.left(row) ? sample.weight(row) / atRisk : 0;
    change(customerOf[row], jump, -sample.weight(row));
  }

  /** Lets the parts of all observed fall by as much for each unit of weight. */
  private void fall(double by) {
    squares.add(-2 * by * products.value()).add(by * by * weights.value());
    products.add(-by * weights.value());
    drift += by;
  }

  private void change(int customer, double jump, double weightChange) {
    double now = part[customer] - weight[customer] * (drift - driftThen[customer]);
    addSums(now, weight[customer], -1);
    part[customer] = now + jump;
    weight[customer] += weightChange;
    driftThen[customer] = drift;
    addSums(part[customer], weight[customer], 1);
  }

  private void addSums(double value, double weightNow, int sign) {
    squares.add(sign * value * value);
    products.add(sign * value * weightNow);
    weights.add(sign * weightNow * weightNow);
  }
}
