package io.github.retention4j.purchase;

import java.util.List;
import java.util.function.ToIntFunction;

/** The sum of coefficient times value by which one process hangs on the covariates of customers. */
final class CovariateTerm {

  /** Beyond, a parameter of a customer is no number to compute with. */
  private static final double LARGEST = 1e100;

  private final double[][] values;
  private final int[] places;

  /**
   * Keeps the arrays.
   *
   * @param values for each customer those of the covariates that act on the process
   * @param places for each of these covariates the place of its coefficient among the parameters
   */
  CovariateTerm(double[][] values, int[] places) {
    this.values = values;
    this.places = places;
  }

  static CovariateTerm of(
      PurchaseSample sample,
      CustomerCovariates covariates,
      List<String> names,
      ToIntFunction<String> place) {
    return new CovariateTerm(
        covariates.rows(sample.customers(), names), names.stream().mapToInt(place).toArray());
  }

  double at(int customer, double[] parameters) {
    double sum = 0;
    for (int i = 0; i < places.length; i++) {
      sum += parameters[places[i]] * values[customer][i];
    }
    return sum;
  }

  /** Adds the slopes in the coefficients, given the slope of the likelihood in the term. */
  void addSlopes(int customer, double slope, double[] sums) {
    for (int i = 0; i < places.length; i++) {
      sums[1 + places[i]] += slope * values[customer][i];
    }
  }

  /** Whether a parameter of a customer is a number to compute with. */
  static boolean isUsable(double parameter) {
    return parameter < LARGEST && parameter > 1 / LARGEST;
  }
}
