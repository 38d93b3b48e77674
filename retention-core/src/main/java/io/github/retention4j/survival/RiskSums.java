package io.github.retention4j.survival;

import java.util.Arrays;

/**
 * The sum of the risks of some rows, and of their risks times their covariates, with the digits
 * carried that a plain sum would drop: rows are taken off again, and what is left may be little.
 */
final class RiskSums {

  private final double[] sum;
  private final double[] carry;

  RiskSums(int columns) {
    this.sum = new double[columns + 1];
    this.carry = new double[columns + 1];
  }

  void add(double risk, double[] values, int from) {
    term(0, risk);
    for (int j = 1; j < sum.length; j++) {
      term(j, risk * values[from + j - 1]);
    }
  }

  void add(RiskSums other) {
    for (int j = 0; j < sum.length; j++) {
      term(j, other.sum[j]);
      carry[j] += other.carry[j];
    }
  }

  /** The two-sum of Knuth: exact, without a branch. */
  private void term(int j, double term) {
    double before = sum[j];
    double after = before + term;
    double added = after - before;
    carry[j] += (before - (after - added)) + (term - added);
    sum[j] = after;
  }

  /** Writes the sums: first that of the risks, then those of the columns. */
  void copyTo(double[] target) {
    for (int j = 0; j < sum.length; j++) {
      target[j] = sum[j] + carry[j];
    }
  }

  void clear() {
    Arrays.fill(sum, 0);
    Arrays.fill(carry, 0);
  }
}
