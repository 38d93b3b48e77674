package io.github.retention4j.internal.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * Gauss-Legendre quadrature: n points integrate polynomials of degree 2n - 1 exactly, and analytic
 * functions to an error that shrinks exponentially in n.
 *
 * <p>Nodes are the roots of the Legendre polynomial P_n, found by Newton's method. Immutable.
 *
 * @see <a href="https://dlmf.nist.gov/3.5#v">DLMF 3.5(v)</a>
 */
public final class GaussLegendre {

  private static final int MAX_NEWTON_STEPS = 20;

  private final double[] nodes;
  private final double[] weights;

  private GaussLegendre(double[] nodes, double[] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  /**
   * Returns the rule with so many points.
   *
   * @param points number of points, at least 1
   * @return the rule
   */
  public static GaussLegendre ofPoints(int points) {
    double[] nodes = new double[points];
    double[] weights = new double[points];
    for (int i = 0; i < points; i++) {
      double x = root(points, Math.cos(Math.PI * (i + 0.75) / (points + 0.5)));
      double slope = polynomialAndSlope(points, x)[1];
      nodes[i] = x;
      weights[i] = 2 / ((1 - x * x) * slope * slope);
    }
    return new GaussLegendre(nodes, weights);
  }

  private static double root(int degree, double start) {
    double x = start;
    for (int step = 0; step < MAX_NEWTON_STEPS; step++) {
      double[] p = polynomialAndSlope(degree, x);
      double next = x - p[0] / p[1];
      if (Math.abs(next - x) < 1e-16) {
        return next;
      }
      x = next;
    }
    return x;
  }

  private static double[] polynomialAndSlope(int degree, double x) {
    double previous = 1;
    double current = x;
    for (int k = 2; k <= degree; k++) {
      double next = ((2 * k - 1) * x * current - (k - 1) * previous) / k;
      previous = current;
      current = next;
    }
    return new double[] {current, degree * (x * current - previous) / (x * x - 1)};
  }

  /**
   * Returns the nodes.
   *
   * @return a copy, within (-1, 1) and descending
   */
  public double[] nodes() {
    return nodes.clone();
  }

  /**
   * Returns the weights.
   *
   * @return a copy, in the order of the nodes; their sum is 2
   */
  public double[] weights() {
    return weights.clone();
  }

  /**
   * Integrates over an interval cut into equal panels, the rule applied to each.
   *
   * @param f what to integrate
   * @param from lower end
   * @param to upper end
   * @param panels number of panels, at least 1
   * @return the integral of f from {@code from} to {@code to}
   */
  public double integrate(DoubleUnaryOperator f, double from, double to, int panels) {
    double half = (to - from) / (2 * panels);
    CompensatedSum sum = new CompensatedSum();
    for (int panel = 0; panel < panels; panel++) {
      double middle = from + (2 * panel + 1) * half;
      for (int i = 0; i < nodes.length; i++) {
        sum.add(weights[i] * f.applyAsDouble(middle + half * nodes[i]));
      }
    }
    return half * sum.value();
  }
}
