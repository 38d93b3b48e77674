package io.github.retention4j.revenue;

import io.github.retention4j.activity.Work;
import io.github.retention4j.internal.numeric.WideSums;
import io.github.retention4j.internal.numeric.Workers;
import java.math.BigInteger;

/**
 * The amounts and counts of the movements of each period, in 128 bits, so that no sum overflows and
 * none depends on the order of customers.
 */
final class BridgeSums implements MovementWalk.Sink {

  private static final int ROWS_BETWEEN_CHECKS = 1 << 14;

  private final WideSums amounts;
  private final long[] counts;
  private final int opening;

  private BridgeSums(int periods) {
    this.opening = periods * MovementWalk.SLOTS;
    this.amounts = new WideSums(opening + 1);
    this.counts = new long[opening + 1];
  }

  /** Walks all customers of a grid. */
  static BridgeSums of(RevenueGrid grid, MovementWalk walk, int periods, Work work) {
    try (Workers workers = new Workers(Math.min(work.threads(), grid.rows()))) {
      BridgeSums[] parts = new BridgeSums[workers.count()];
      workers.run(
          worker -> {
            parts[worker] = new BridgeSums(periods);
            int from = bound(grid.rows(), worker, workers.count());
            int to = bound(grid.rows(), worker + 1, workers.count());
            parts[worker].addAll(walk, from, to);
          });
      for (int worker = 1; worker < parts.length; worker++) {
        parts[0].addAll(parts[worker]);
      }
      return parts[0];
    }
  }

  private static int bound(int rows, int worker, int workers) {
    return (int) ((long) rows * worker / workers);
  }

  private void addAll(MovementWalk walk, int from, int to) {
    for (int row = from; row < to; row++) {
      walk.walk(row, this);
      if (row % ROWS_BETWEEN_CHECKS == 0) {
        Workers.checkInterrupted();
      }
    }
  }

  private void addAll(BridgeSums other) {
    amounts.addAll(other.amounts);
    for (int sum = 0; sum < counts.length; sum++) {
      counts[sum] += other.counts[sum];
    }
  }

  @Override
  public void opening(long units) {
    amounts.add(opening, units);
    counts[opening]++;
  }

  @Override
  public void move(int period, int slot, long units, int step) {
    int sum = period * MovementWalk.SLOTS + slot;
    amounts.add(sum, units);
    counts[sum]++;
  }

  BigInteger amount(int period, int slot) {
    return amounts.get(period * MovementWalk.SLOTS + slot);
  }

  long count(int period, int slot) {
    return counts[period * MovementWalk.SLOTS + slot];
  }

  BigInteger openingAmount() {
    return amounts.get(opening);
  }

  long openingCount() {
    return counts[opening];
  }
}
