package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.Variates;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws customers of a {@link BetaGeometricModel}. */
final class BetaGeometricSimulation {

  /** More regular than any purchases; powers of this order stay within a double. */
  private static final int MOST_REGULAR = 30;

  private BetaGeometricSimulation() {}

  static void requireRegularity(int k) {
    if (k < 1 || k > MOST_REGULAR) {
      throw new IllegalArgumentException("k (" + k + ") must be from 1 to " + MOST_REGULAR);
    }
  }

  static SimulatedCustomer draw(BetaGeometricModel model, double duration, RandomGenerator random) {
    double scale = model.alpha() / Math.exp(Variates.logGamma(model.r(), random));
    long stays = Variates.geometric(Variates.beta(model.a(), model.b(), random), random);
    // The purchase with which it leaves, 0 being its first one.
    double last = (double) stays + (model.mayLeaveAtFirst() ? 0 : 1);
    double[] times = new double[8];
    int made = 0;
    double time = 0;
    while (made < last) {
      double next = after(time, Variates.gamma(model.k(), random) * scale);
      if (next > duration) {
        return SimulatedCustomer.of(
            Arrays.copyOf(times, made),
            last - made == 1
                ? next
                : next + Variates.gamma(model.k() * (last - made - 1), random) * scale);
      }
      times = made == times.length ? Arrays.copyOf(times, 2 * made) : times;
      times[made] = next;
      time = next;
      made++;
    }
    return SimulatedCustomer.of(Arrays.copyOf(times, made), time);
  }

  private static double after(double time, double interval) {
    return Math.max(time + interval, Math.nextUp(time));
  }
}
