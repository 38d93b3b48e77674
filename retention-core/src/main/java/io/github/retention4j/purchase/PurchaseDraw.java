package io.github.retention4j.purchase;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws the purchases of a customer who buys at random times until it leaves. */
final class PurchaseDraw {

  private PurchaseDraw() {}

  static SimulatedCustomer of(
      double meanInterval, double leavesAt, double duration, RandomGenerator random) {
    double end = Math.min(duration, leavesAt);
    double[] times = new double[4];
    int count = 0;
    double time = next(0, meanInterval, random);
    while (time <= end) {
      times = count == times.length ? Arrays.copyOf(times, 2 * count) : times;
      times[count++] = time;
      time = next(time, meanInterval, random);
    }
    return SimulatedCustomer.of(Arrays.copyOf(times, count), leavesAt);
  }

  private static double next(double time, double meanInterval, RandomGenerator random) {
    return Math.max(Math.nextUp(time), time + random.nextExponential() * meanInterval);
  }
}
