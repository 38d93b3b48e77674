package io.github.retention4j.survival;

/**
 * Those at risk at the time of one group, and the hazard that the group makes.
 *
 * <p>With d that left, weight W together, S0 the sum of risks of all and E0 that of those that
 * left, f = l / d and {@code S(l) = S0 - f E0} for l from 0 to d - 1, the sums below are of W / d
 * times the named factor over {@code S(l)} or its square. Breslow has one term, with f = 0 and W.
 * Mutable: one is filled again and again during a walk.
 */
final class RiskSet {

  /** The sum of risks of all, then for each column that of risk times value. */
  final double[] all;

  /** The same of those that left, filled where they share the hazard. */
  final double[] tied;

  int group;
  double eventWeight;

  /** The sum of logarithms of S(l), times W / d. */
  double logSum;

  /** Sum of 1 / S(l). */
  double hazard;

  /** Sum of f / S(l): what those that left are spared of the hazard. */
  double spared;

  /** Sum of 1 / S(l)^2. */
  double squares;

  /** Sum of f / S(l)^2. */
  double squaresSpared;

  /** Sum of f^2 / S(l)^2. */
  double squaresTwiceSpared;

  RiskSet(int columns) {
    this.all = new double[columns + 1];
    this.tied = new double[columns + 1];
  }

  void addTied(double risk, double[] values, int from) {
    tied[0] += risk;
    for (int j = 1; j < tied.length; j++) {
      tied[j] += risk * values[from + j - 1];
    }
  }

  /** Makes the hazard of a number of steps, 1 for Breslow. */
  void settle(int steps) {
    logSum = 0;
    hazard = 0;
    spared = 0;
    squares = 0;
    squaresSpared = 0;
    squaresTwiceSpared = 0;
    double weight = eventWeight / steps;
    for (int l = 0; l < steps; l++) {
      double f = (double) l / steps;
      double atRisk = l == 0 ? all[0] : all[0] - f * tied[0];
      double part = weight / atRisk;
      double square = part / atRisk;
      logSum += weight * Math.log(atRisk);
      hazard += part;
      spared += f * part;
      squares += square;
      squaresSpared += f * square;
      squaresTwiceSpared += f * f * square;
    }
  }

  /** The mean of a column over those at risk, averaged over the steps. */
  double mean(int column) {
    return (all[column + 1] * hazard - tied[column + 1] * spared) / eventWeight;
  }

  /** The mean of a column times the hazard. */
  double drift(int column) {
    return all[column + 1] * squares - tied[column + 1] * squaresSpared;
  }

  /** The part of {@link #drift} that those that left are spared. */
  double driftSpared(int column) {
    return all[column + 1] * squaresSpared - tied[column + 1] * squaresTwiceSpared;
  }

  /** Adds a multiple of the outer products of the means, to a lower triangle row by row. */
  void addMeans(double factor, double[] triangle) {
    int at = 0;
    for (int j = 1; j < all.length; j++) {
      double forAll = factor * (all[j] * squares - tied[j] * squaresSpared);
      double forTied = factor * (tied[j] * squaresTwiceSpared - all[j] * squaresSpared);
      if (forTied == 0) {
        for (int k = 1; k <= j; k++) {
          triangle[at++] += forAll * all[k];
        }
      } else {
        for (int k = 1; k <= j; k++) {
          triangle[at++] += forAll * all[k] + forTied * tied[k];
        }
      }
    }
  }
}
