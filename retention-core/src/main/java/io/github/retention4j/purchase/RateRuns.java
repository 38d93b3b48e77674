package io.github.retention4j.purchase;

import java.util.Arrays;

/**
 * Stretches of time, one after the other, over each of which the rates of a customer stay as they
 * are: those of the model without covariates, multiplied by a factor of each process.
 */
final class RateRuns {

  /** Beyond, a factor is no number to compute with. */
  static final double LARGEST = 1e60;

  static final double SMALLEST = 1e-60;

  final double[] length;
  final double[] purchase;
  final double[] attrition;

  private RateRuns(double[] length, double[] purchase, double[] attrition) {
    this.length = length;
    this.purchase = purchase;
    this.attrition = attrition;
  }

  /** Returns the runs by the coefficients of their covariates. */
  static RateRuns of(CovariateRuns runs, double[] purchase, double[] attrition) {
    return new RateRuns(
        runs.length,
        factors(runs.size(), runs.purchase, purchase),
        factors(runs.size(), runs.attrition, attrition));
  }

  /** The factors of runs whose values stand in rows, one after the other. */
  private static double[] factors(int runs, double[] values, double[] coefficients) {
    double[] factors = new double[runs];
    for (int run = 0; run < runs; run++) {
      factors[run] = Math.exp(sum(values, run * coefficients.length, coefficients));
    }
    return factors;
  }

  /** Returns the sum of coefficient times value. */
  static double sum(double[] values, double[] coefficients) {
    return sum(values, 0, coefficients);
  }

  private static double sum(double[] values, int from, double[] coefficients) {
    double sum = 0;
    for (int i = 0; i < coefficients.length; i++) {
      sum += coefficients[i] * values[from + i];
    }
    return sum;
  }

  int size() {
    return length.length;
  }

  boolean areUsable() {
    return areUsable(purchase) && areUsable(attrition);
  }

  private static boolean areUsable(double[] factors) {
    for (double factor : factors) {
      if (!(factor < LARGEST && factor > SMALLEST)) {
        return false;
      }
    }
    return true;
  }

  /** How long all runs are. */
  double duration() {
    return Arrays.stream(length).sum();
  }

  /** The time at which a clock of a factor shows so much; the last run goes on for ever. */
  double timeOf(double[] factor, double clock) {
    double rest = clock;
    double time = 0;
    int run = 0;
    while (run < size() - 1 && rest > factor[run] * length[run]) {
      rest -= factor[run] * length[run];
      time += length[run];
      run++;
    }
    return time + rest / factor[run];
  }

  /** The factors of both processes. */
  @Override
  public String toString() {
    return "purchase " + Arrays.toString(purchase) + ", attrition " + Arrays.toString(attrition);
  }
}
