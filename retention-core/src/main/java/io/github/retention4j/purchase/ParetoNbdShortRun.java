package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.GaussLegendre;
import java.util.Arrays;

/**
 * The integral of the odds to leave over a run so short that the clocks of both processes hardly
 * move in it,
 *
 * <pre>{@code
 * integral over u from -1 to 1 of (1 + p u)^-m (1 + q u)^-n du
 * }</pre>
 *
 * <p>where p and q are half of what passes on each clock in the run, over what it shows in the
 * middle. A Gauss-Legendre rule of four to eight nodes does, and short series replace the
 * logarithms. Against {@link ParetoNbdDropout}, which serves any run, this takes about a third of
 * the time.
 *
 * <p>Not thread-safe: holds the last result.
 */
final class ParetoNbdShortRun {

  /** Up to here eight terms of the series of the logarithm leave less than 1e-17. */
  private static final double LARGEST_SHARE = 0.1;

  /** Up to these steepnesses m p + n q rules of 4, 6 and 8 nodes err by less than 1e-12. */
  private static final double[] STEEPNESS = {0.1, 0.5, 1.5};

  /** Up to here four nodes do. */
  private static final double SMALL_SHARE = 0.03;

  private static final int MOST_PAIRS = 4;
  private static final double[][] NODES = new double[MOST_PAIRS + 1][];
  private static final double[][] WEIGHTS = new double[MOST_PAIRS + 1][];

  static {
    for (int pairs = 2; pairs <= MOST_PAIRS; pairs++) {
      GaussLegendre rule = GaussLegendre.ofPoints(2 * pairs);
      NODES[pairs] = Arrays.copyOf(rule.nodes(), pairs);
      WEIGHTS[pairs] = Arrays.copyOf(rule.weights(), pairs);
    }
  }

  private double sum;
  private double sumLogP;
  private double sumLogQ;
  private double sumByP;
  private double sumByQ;

  /** Whether a run is short enough. */
  static boolean isShort(double m, double p, double n, double q) {
    return p <= LARGEST_SHARE && q <= LARGEST_SHARE && m * p + n * q <= STEEPNESS[2];
  }

  /** Computes the integral of a short run, and the means below. */
  void at(double m, double p, double n, double q) {
    int pairs = pairs(m * p + n * q, Math.max(p, q));
    sum = 0;
    sumLogP = 0;
    sumLogQ = 0;
    sumByP = 0;
    sumByQ = 0;
    for (int i = 0; i < pairs; i++) {
      addPair(m, p, n, q, NODES[pairs][i], WEIGHTS[pairs][i]);
    }
  }

  private static int pairs(double steepness, double share) {
    if (steepness <= STEEPNESS[0] && share <= SMALL_SHARE) {
      return 2;
    }
    return steepness <= STEEPNESS[1] ? 3 : 4;
  }

  /** The nodes u and -u share the even and the odd part of both logarithms. */
  private void addPair(double m, double p, double n, double q, double u, double weight) {
    double a = p * u;
    double aa = a * a;
    double evenP = evenPartOfLog(aa);
    double oddP = a * oddPartOfLog(aa);
    double b = q * u;
    double bb = b * b;
    double evenQ = evenPartOfLog(bb);
    double oddQ = b * oddPartOfLog(bb);
    double even = weight * Math.exp(-m * evenP - n * evenQ);
    double odd = Math.exp(m * oddP + n * oddQ);
    double above = even / odd;
    double below = even * odd;
    double both = above + below;
    double difference = above - below;
    sum += both;
    sumLogP += both * evenP + difference * oddP;
    sumLogQ += both * evenQ + difference * oddQ;
    sumByP += u * (difference - a * both) / (1 - aa);
    sumByQ += u * (difference - b * both) / (1 - bb);
  }

  /** {@code (ln(1 + x) + ln(1 - x)) / 2} of y = x squared. */
  private static double evenPartOfLog(double y) {
    return -y
        * (1 / 2.0
            + y
                * (1 / 4.0
                    + y
                        * (1 / 6.0
                            + y
                                * (1 / 8.0
                                    + y
                                        * (1 / 10.0
                                            + y * (1 / 12.0 + y * (1 / 14.0 + y / 16.0)))))));
  }

  /** {@code (ln(1 + x) - ln(1 - x)) / 2 / x} of y = x squared. */
  private static double oddPartOfLog(double y) {
    return 1
        + y
            * (1 / 3.0
                + y
                    * (1 / 5.0
                        + y
                            * (1 / 7.0
                                + y * (1 / 9.0 + y * (1 / 11.0 + y * (1 / 13.0 + y / 15.0))))));
  }

  double integral() {
    return sum;
  }

  // Means under the integrand: minus the derivatives of the logarithm of the integral by m and n,
  // and those by p and q over -m and -n.

  /** Of ln(1 + p u). */
  double meanLogP() {
    return sumLogP / sum;
  }

  /** Of ln(1 + q u). */
  double meanLogQ() {
    return sumLogQ / sum;
  }

  /** Of u / (1 + p u). */
  double meanByP() {
    return sumByP / sum;
  }

  /** Of u / (1 + q u). */
  double meanByQ() {
    return sumByQ / sum;
  }
}
