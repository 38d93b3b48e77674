package io.github.retention4j.examples.shop;

import java.util.SplittableRandom;

/**
 * Random draws that are the same to the last bit on every Java release: uniform numbers are made
 * from {@code nextLong()} here, and every transcendental function is of {@link StrictMath}.
 */
final class Draws {

  private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

  private final SplittableRandom random;

  Draws(SplittableRandom random) {
    this.random = random;
  }

  /** An independent source for one customer, so that customers do not shift each other's draws. */
  Draws split() {
    return new Draws(random.split());
  }

  /** Uniform on [0, 1). */
  double uniform() {
    return (random.nextLong() >>> 11) * TWO_TO_MINUS_53;
  }

  /** Exponential with a rate, mean 1 / rate. */
  double exponential(double rate) {
    return -StrictMath.log(1 - uniform()) / rate;
  }

  /**
   * Gamma with a shape and a rate, mean shape / rate.
   *
   * <p>A shape below 1 is drawn at shape + 1 and multiplied by {@code u^(1 / shape)}.
   *
   * @see <a href="https://doi.org/10.1145/358407.358414">Marsaglia and Tsang (2000)</a>
   */
  double gamma(double shape, double rate) {
    if (shape < 1) {
      return gamma(shape + 1, rate) * StrictMath.pow(1 - uniform(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = normal();
      double root = 1 + c * x;
      if (root > 0) {
        double v = root * root * root;
        if (StrictMath.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
          return d * v / rate;
        }
      }
    }
  }

  /** Standard normal, by the polar method of Marsaglia; the second of each pair is not used. */
  double normal() {
    while (true) {
      double u = 2 * uniform() - 1;
      double v = 2 * uniform() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }
}
