package io.github.retention4j.purchase;

import java.util.Arrays;

/** The likelihood of one history under the GGom/NBD. Parameters: r, alpha, b, s, beta. */
final class GgomNbdDensity implements HistoryDensity {

  static final Model MODEL =
      new Model() {
        @Override
        public int beta() {
          return 4;
        }

        @Override
        public boolean hasLimits() {
          return false;
        }

        @Override
        public HistoryDensity at(double[] parameters) {
          return new GgomNbdDensity(parameters[2], parameters[3]);
        }
      };

  private final double b;
  private final double s;

  private GgomNbdDensity(double b, double s) {
    this.b = b;
    this.s = s;
  }

  @Override
  public void write(
      Rising rising, double alpha, double beta, double recency, double age, double[] result) {
    GgomNbdLikelihood likelihood =
        new GgomNbdLikelihood(rising, alpha, new GgomNbdLifetime(b, s, beta), recency, age);
    Arrays.fill(result, 0);
    result[0] = likelihood.log();
    likelihood.addSlopes(result, 1);
  }
}
