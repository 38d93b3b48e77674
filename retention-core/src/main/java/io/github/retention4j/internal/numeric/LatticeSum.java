package io.github.retention4j.internal.numeric;

import static java.lang.Math.exp;

import java.util.function.DoubleUnaryOperator;

/**
 * Sums a positive function, given by its logarithm, over the whole numbers from 0 on.
 *
 * <p>The first terms are added one by one. Beyond them stretches that double in length away from
 * the peak are summed by the 16-point Gauss rule of their points, which is exact for polynomials up
 * to degree 31, and cut in half until both halves agree with the whole. So 1e12 terms cost little
 * more than a hundred. Beyond the first terms the function must be smooth with one peak, and must
 * be defined between whole numbers.
 *
 * @see <a href="https://dlmf.nist.gov/18.19">DLMF 18.19, Hahn polynomials</a>
 */
public final class LatticeSum {

  /** Points of the rule; a stretch of that length is summed term by term. */
  private static final int POINTS = 16;

  /** Terms that are added one by one before any rule is used. */
  private static final int FIRST_TERMS = 64;

  /** The longest stretch is {@code POINTS * 2^MAX_DOUBLINGS}. */
  private static final int MAX_DOUBLINGS = 56;

  /** Disagreement of a stretch and its halves, as a share of the sum, that is let stand. */
  private static final double AGREEMENT = 1e-13;

  private static final double NEGLIGIBLE = 1e-17;
  private static final double GOLDEN = 0.6180339887498949;

  private static final Rule[] RULES = rules();

  /** Offsets of the points within a stretch, and their weights. */
  static final class Rule {

    final double[] offsets = new double[POINTS];
    final double[] weights = new double[POINTS];

    /** A stretch of so many whole numbers. */
    Rule(double length) {
      for (int i = 0; i < POINTS; i++) {
        double root = root(i, length);
        offsets[i] = (length * (root + 1) - 1) / 2;
        weights[i] = length / squares(root, length);
      }
    }

    /** The i-th root of the last orthogonal polynomial on (-1, 1), by bisection. */
    private static double root(int i, double length) {
      double low = -1;
      double high = 1;
      for (int step = 0; step < 60; step++) {
        double middle = (low + high) / 2;
        if (rootsBelow(middle, length) > i) {
          high = middle;
        } else {
          low = middle;
        }
      }
      return (low + high) / 2;
    }

    /** Sturm's count, by the ratios of one polynomial to the one before. */
    private static int rootsBelow(double x, double length) {
      int count = 0;
      double ratio = 1;
      for (int n = 0; n < POINTS; n++) {
        ratio = x - (n == 0 ? 0 : squaredNorm(n, length) / ratio);
        if (ratio == 0) {
          ratio = -1e-300;
        }
        count += ratio < 0 ? 1 : 0;
      }
      return POINTS - count;
    }

    /** The sum of the squares of the normalised polynomials, which is length over the weight. */
    private static double squares(double x, double length) {
      double before = 0;
      double current = 1;
      double sum = 1;
      double normBefore = 0;
      for (int n = 1; n < POINTS; n++) {
        double norm = Math.sqrt(squaredNorm(n, length));
        double next = (x * current - normBefore * before) / norm;
        before = current;
        current = next;
        normBefore = norm;
        sum += current * current;
      }
      return sum;
    }

    /** The coefficient of Legendre's recurrence, corrected for a finite number of points. */
    private static double squaredNorm(int n, double length) {
      double share = n / length;
      return n * n / (4.0 * n * n - 1) * (1 - share * share);
    }
  }

  private final DoubleUnaryOperator logTerm;
  private double top;
  private double sum;

  private LatticeSum(DoubleUnaryOperator logTerm) {
    this.logTerm = logTerm;
  }

  private static double length(int doublings) {
    return Math.scalb((double) POINTS, doublings);
  }

  private static Rule[] rules() {
    Rule[] rules = new Rule[MAX_DOUBLINGS + 1];
    for (int i = 1; i < rules.length; i++) {
      rules[i] = new Rule(length(i));
    }
    return rules;
  }

  /**
   * Sums over n = 0, 1, 2 and so on without end.
   *
   * @param logTerm maps n to the logarithm of the term, minus infinity where it is 0; asked between
   *     whole numbers from 64 on
   * @param reach a number beyond which the terms only fall
   * @return the natural logarithm of the sum; minus infinity if all terms are 0
   */
  public static double log(DoubleUnaryOperator logTerm, double reach) {
    LatticeSum lattice = new LatticeSum(logTerm);
    double peak = lattice.peak(FIRST_TERMS, Math.max(FIRST_TERMS, Math.ceil(reach)));
    lattice.findTop(peak);
    if (lattice.top == Double.NEGATIVE_INFINITY) {
      return lattice.top;
    }
    for (int n = 0; n < FIRST_TERMS; n++) {
      lattice.sum += lattice.term(n);
    }
    lattice.addUpFrom(peak);
    lattice.addDownFrom(peak);
    return lattice.top + Math.log(lattice.sum);
  }

  /** Golden-section search over whole numbers. */
  private double peak(double from, double to) {
    double low = from;
    double high = to;
    while (high - low > POINTS) {
      double step = Math.floor((high - low) * GOLDEN);
      double left = high - step;
      double right = low + step;
      if (logTerm.applyAsDouble(left) < logTerm.applyAsDouble(right)) {
        low = left;
      } else {
        high = right;
      }
    }
    return low;
  }

  private void findTop(double peak) {
    top = logTerm.applyAsDouble(peak);
    for (int n = 0; n < FIRST_TERMS; n++) {
      top = Math.max(top, logTerm.applyAsDouble(n));
    }
  }

  private double term(double n) {
    return exp(logTerm.applyAsDouble(n) - top);
  }

  private void addUpFrom(double peak) {
    double from = peak;
    double part = 1;
    for (int i = 0; i <= MAX_DOUBLINGS && part > NEGLIGIBLE * sum; i++) {
      part = stretch(from, i);
      sum += part;
      from += length(i);
    }
  }

  private void addDownFrom(double peak) {
    double to = peak;
    double part = 1;
    int i = 0;
    while (to - POINTS >= FIRST_TERMS && part > NEGLIGIBLE * sum) {
      while (to - length(i) < FIRST_TERMS) {
        i--;
      }
      to -= length(i);
      part = stretch(to, i);
      sum += part;
      i++;
    }
    for (double n = FIRST_TERMS; n < to && part > NEGLIGIBLE * sum; n++) {
      sum += term(n);
    }
  }

  private double stretch(double from, int i) {
    return cut(from, i, byRule(from, i));
  }

  private double cut(double from, int i, double whole) {
    if (i == 0) {
      return whole;
    }
    double middle = from + length(i - 1);
    double left = byRule(from, i - 1);
    double right = byRule(middle, i - 1);
    if (Math.abs(left + right - whole) <= AGREEMENT * (sum + left + right)) {
      return left + right;
    }
    return cut(from, i - 1, left) + cut(middle, i - 1, right);
  }

  private double byRule(double from, int i) {
    double total = 0;
    for (int point = 0; point < POINTS; point++) {
      total +=
          i == 0
              ? term(from + point)
              : RULES[i].weights[point] * term(from + RULES[i].offsets[point]);
    }
    return total;
  }
}
