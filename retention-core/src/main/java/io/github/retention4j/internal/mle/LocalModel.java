package io.github.retention4j.internal.mle;

import io.github.retention4j.internal.numeric.SymmetricEigen;
import java.util.BitSet;

/**
 * The objective near a point, as a parabola: value + gradient . step - step . information . step /
 * 2. Parameters at their limit that would climb beyond it are held still.
 */
final class LocalModel {

  private static final int SHIFT_STEPS = 80;

  private final BitSet still;
  private final double[] units;
  private final double[] gradient;
  private final double[][] information;
  private final SymmetricEigen eigen;

  private LocalModel(BitSet still, double[] units, double[] gradient, double[][] information) {
    this.still = still;
    this.units = units;
    this.gradient = gradient;
    this.information = information;
    this.eigen = SymmetricEigen.of(information);
  }

  /** The model in which the parameters {@code still} do not move. */
  static LocalModel of(Objective objective, Point point, double[][] information, BitSet still) {
    double[] position = point.position();
    double[] units = new double[position.length];
    for (int i = 0; i < units.length; i++) {
      units[i] = objective.unit(i, position[i]);
    }
    double[] gradient = moving(point.gradient(), units, still);
    double[][] scaled = new double[units.length][units.length];
    for (int i = 0; i < units.length; i++) {
      for (int j = 0; j < units.length; j++) {
        if (still.get(i) || still.get(j)) {
          scaled[i][j] = i == j ? 1 : 0;
        } else {
          scaled[i][j] = information[i][j] * units[i] * units[j];
        }
      }
    }
    return new LocalModel(still, units, gradient, scaled);
  }

  private static double[] moving(double[] slopes, double[] units, BitSet still) {
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = still.get(i) ? 0 : slopes[i] * units[i];
    }
    return slopes;
  }

  SymmetricEigen eigen() {
    return eigen;
  }

  boolean isPeaked() {
    return eigen.value(0) > 0;
  }

  /**
   * Twice the height that a Newton step would gain, or the squared length of that step counted in
   * standard errors; infinite where there is no peak.
   */
  double decrement() {
    if (!isPeaked()) {
      return Double.POSITIVE_INFINITY;
    }
    return decrement(gradient);
  }

  /** The same for the gradient at another point. */
  double decrementAt(Point point) {
    return decrement(moving(point.gradient(), units, still));
  }

  private double decrement(double[] slopes) {
    double[] coordinates = eigen.coordinates(slopes);
    double sum = 0;
    for (int k = 0; k < coordinates.length; k++) {
      sum += coordinates[k] * coordinates[k] / eigen.value(k);
    }
    return sum;
  }

  /** The step to the highest point of the parabola within the radius, counted in units. */
  double[] step(double radius) {
    double[] coordinates = eigen.coordinates(gradient);
    double floor = Math.max(0, -eigen.value(0));
    if (floor == 0 && isPeaked() && length(coordinates, 0) <= radius) {
      return inUnits(coordinates, 0);
    }
    double low = floor;
    double high = floor + norm(coordinates) / radius;
    if (high == floor) {
      return alongValley(radius);
    }
    for (int i = 0; i < SHIFT_STEPS; i++) {
      double middle = 0.5 * (low + high);
      if (length(coordinates, middle) > radius) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return inUnits(coordinates, high);
  }

  /** On a saddle or a flat the gradient says nothing: follow the least curvature. */
  private double[] alongValley(double radius) {
    double[] step = eigen.vector(0);
    for (int i = 0; i < step.length; i++) {
      step[i] *= radius * units[i];
    }
    return step;
  }

  private double length(double[] coordinates, double shift) {
    double sum = 0;
    for (int k = 0; k < coordinates.length; k++) {
      if (coordinates[k] != 0) {
        double part = coordinates[k] / (eigen.value(k) + shift);
        sum += part * part;
      }
    }
    return Math.sqrt(sum);
  }

  private double[] inUnits(double[] coordinates, double shift) {
    double[] parts = new double[coordinates.length];
    for (int k = 0; k < parts.length; k++) {
      parts[k] = coordinates[k] == 0 ? 0 : coordinates[k] / (eigen.value(k) + shift);
    }
    double[] step = eigen.vectorOf(parts);
    for (int i = 0; i < step.length; i++) {
      step[i] *= units[i];
    }
    return step;
  }

  /** The step to where the parameters that move stand best; none if that is nowhere. */
  double[] stepToPeak() {
    return isPeaked() ? step(Double.POSITIVE_INFINITY) : new double[units.length];
  }

  /** How much the parabola rises by a step. */
  double gain(double[] step) {
    double sum = 0;
    for (int i = 0; i < step.length; i++) {
      double own = step[i] / units[i];
      sum += gradient[i] * own;
      for (int j = 0; j < step.length; j++) {
        sum -= 0.5 * own * information[i][j] * step[j] / units[j];
      }
    }
    return sum;
  }

  /** The length of a step, counted in units. */
  double length(double[] step) {
    double[] scaled = new double[step.length];
    for (int i = 0; i < step.length; i++) {
      scaled[i] = step[i] / units[i];
    }
    return norm(scaled);
  }

  /**
   * How far the gradient at the end of a step is from what the parabola says, against its start.
   */
  double surprise(double[] step, Point end) {
    double[] slopes = moving(end.gradient(), units, still);
    double[] difference = new double[step.length];
    for (int i = 0; i < step.length; i++) {
      difference[i] = slopes[i] - gradient[i];
      for (int j = 0; j < step.length; j++) {
        difference[i] += information[i][j] * step[j] / units[j];
      }
    }
    return norm(difference) / norm(gradient);
  }

  private static double norm(double[] vector) {
    double sum = 0;
    for (double part : vector) {
      sum += part * part;
    }
    return Math.sqrt(sum);
  }
}
