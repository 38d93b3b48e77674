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
        runs.length, factors(runs.purchase, purchase), factors(runs.attrition, attrition));
  }

  private static double[] factors(double[][] values, double[] coefficients) {
    return Arrays.stream(values).mapToDouble(row -> Math.exp(sum(row, coefficients))).toArray();
  }

  /** Returns the sum of coefficient times value. */
  static double sum(double[] values, double[] coefficients) {
    double sum = 0;
    for (int i = 0; i < coefficients.length; i++) {
      sum += coefficients[i] * values[i];
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
    return Arrays.stream(factors).allMatch(factor -> factor < LARGEST && factor > SMALLEST);
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
