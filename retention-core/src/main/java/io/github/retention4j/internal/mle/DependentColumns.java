package io.github.retention4j.internal.mle;

import io.github.retention4j.internal.numeric.Cholesky;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Says of which others the columns of a regression are made that tell nothing new. */
public final class DependentColumns {

  /** A column that makes up less than this of another is not named. */
  private static final double NAMED = 1e-6;

  private DependentColumns() {}

  /**
   * Names a column and what it is made of.
   *
   * @param factor of the information or the correlations of the columns
   * @param column one that depends on those before it
   * @param names of the columns
   * @param unit for each column what 1 in the scale of the matrix is in its own unit, up to a
   *     factor that all share
   * @return for example {@code sum = 1 x + 2 y + constant}
   */
  public static String words(Cholesky factor, int column, List<String> names, double[] unit) {
    double[] combination = factor.combination(column);
    List<String> parts = new ArrayList<>();
    for (int j = 0; j < column; j++) {
      if (Math.abs(combination[j]) > NAMED) {
        double times = combination[j] * unit[column] / unit[j];
        parts.add(digits(times) + " " + names.get(j));
      }
    }
    return names.get(column) + " = " + String.join(" + ", parts) + " + constant";
  }

  /** Four digits, without zeros at their end. */
  private static String digits(double value) {
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }
}
