package io.github.retention4j.purchase;

/** The likelihood of one history under the Pareto/NBD. Parameters: r, alpha, s, beta. */
final class ParetoNbdDensity implements HistoryDensity {

  static final Model MODEL =
      new Model() {
        @Override
        public int beta() {
          return 3;
        }

        /**
         * A history has at most the chance density of a customer with the rates that suit it best.
         */
        @Override
        public boolean hasLimits() {
          return true;
        }

        @Override
        public HistoryDensity at(double[] parameters) {
          return new ParetoNbdDensity(parameters[2]);
        }
      };

  private final ParetoNbdLikelihood likelihood = new ParetoNbdLikelihood();
  private final double s;

  private ParetoNbdDensity(double s) {
    this.s = s;
  }

  @Override
  public void write(
      Rising rising, double alpha, double beta, double recency, double age, double[] result) {
    likelihood.at(rising, alpha, s, beta, recency, age);
    result[0] = likelihood.value;
    result[1] = likelihood.byR;
    result[2] = likelihood.byAlpha;
    result[3] = likelihood.byS;
    result[4] = likelihood.byBeta;
  }
}
