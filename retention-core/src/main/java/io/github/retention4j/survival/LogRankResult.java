package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.ChiSquare;
import io.github.retention4j.internal.numeric.SymmetricEigen;
import io.github.retention4j.stats.TestResult;
import java.util.List;
import java.util.Optional;

/** What a test of the log-rank family found: losses seen and expected in each group. Immutable. */
public final class LogRankResult {

  /** Under this share of the largest, an eigenvalue of the correlation is rounding. */
  private static final double RANK_TOLERANCE = 1e-10;

  private static final double LN_10 = Math.log(10);

  private final LogRankWeight weight;
  private final List<String> groups;
  private final List<Long> rows;
  private final double[] observed;
  private final double[] expected;
  private final double[][] variance;
  private final int degreesOfFreedom;
  private final TestResult test;

  private LogRankResult(
      LogRankWeight weight,
      List<String> groups,
      List<Long> rows,
      LogRankSums sums,
      Quadratic form) {
    this.weight = weight;
    this.groups = groups;
    this.rows = rows;
    this.observed = sums.observed();
    this.expected = sums.expected();
    this.variance = sums.variance();
    this.degreesOfFreedom = form.rank();
    this.test = test(weight.words(), form.value(), form.rank());
  }

  /** Returns the result; empty if no losses can be compared. */
  static Optional<LogRankResult> of(
      LogRankWeight weight, List<String> groups, List<Long> rows, LogRankSums sums) {
    double[] excess = sums.observed();
    double[] expected = sums.expected();
    for (int group = 0; group < excess.length; group++) {
      excess[group] -= expected[group];
    }
    Quadratic form = Quadratic.of(excess, sums.variance());
    return form.rank() == 0
        ? Optional.empty()
        : Optional.of(new LogRankResult(weight, groups, rows, sums, form));
  }

  static TestResult test(String name, double chiSquare, int degreesOfFreedom) {
    double log = Math.min(0, ChiSquare.logUpperTail(chiSquare, degreesOfFreedom));
    return new TestResult(name, chiSquare, Math.exp(log), log / LN_10);
  }

  /** The form {@code u' V^- u} and the rank of V, of which a group of no spread has no part. */
  private record Quadratic(double value, int rank) {

    static Quadratic of(double[] u, double[][] v) {
      int size = u.length;
      double[] scaled = new double[size];
      double[][] correlation = new double[size][size];
      for (int g = 0; g < size; g++) {
        scaled[g] = v[g][g] > 0 ? u[g] / Math.sqrt(v[g][g]) : 0;
        for (int h = 0; h < size; h++) {
          double scale = Math.sqrt(v[g][g]) * Math.sqrt(v[h][h]);
          correlation[g][h] = scale > 0 ? v[g][h] / scale : 0;
        }
      }
      return of(scaled, SymmetricEigen.of(correlation));
    }

    private static Quadratic of(double[] u, SymmetricEigen eigen) {
      double[] coordinates = eigen.coordinates(u);
      double value = 0;
      int rank = 0;
      for (int i = 0; i < u.length; i++) {
        if (eigen.value(i) > RANK_TOLERANCE * u.length) {
          value += coordinates[i] * coordinates[i] / eigen.value(i);
          rank++;
        }
      }
      return new Quadratic(value, rank);
    }
  }

  /**
   * Returns the weight of losses over time.
   *
   * @return as chosen
   */
  public LogRankWeight weight() {
    return weight;
  }

  /**
   * Returns the groups compared.
   *
   * @return in the order of their names
   */
  public List<String> groups() {
    return groups;
  }

  /**
   * Returns the number of rows of a group.
   *
   * @param group its name
   * @return at least 1
   * @throws IllegalArgumentException if there is no such group
   */
  public long rows(String group) {
    return rows.get(indexOf(group));
  }

  /**
   * Returns the losses seen in a group.
   *
   * @param group its name
   * @return each times its weight over time
   * @throws IllegalArgumentException if there is no such group
   */
  public double observed(String group) {
    return observed[indexOf(group)];
  }

  /**
   * Returns the losses expected in a group if all were lost at the same rates.
   *
   * @param group its name
   * @return each times its weight over time
   * @throws IllegalArgumentException if there is no such group
   */
  public double expected(String group) {
    return expected[indexOf(group)];
  }

  /**
   * Returns how many more losses were seen in a group than expected.
   *
   * @param group its name
   * @return observed less expected
   * @throws IllegalArgumentException if there is no such group
   */
  public double excess(String group) {
    return observed(group) - expected(group);
  }

  /**
   * Returns the covariance of the excesses of two groups, of one its variance.
   *
   * @param group its name
   * @param other a name, the same or another
   * @return the covariance if all are lost at the same rates
   * @throws IllegalArgumentException if there is no such group
   */
  public double covariance(String group, String other) {
    return variance[indexOf(group)][indexOf(other)];
  }

  private int indexOf(String group) {
    int index = groups.indexOf(requireNonNull(group, "group"));
    if (index < 0) {
      throw new IllegalArgumentException("group (" + group + ") must be one of " + groups);
    }
    return index;
  }

  /**
   * Returns the degrees of freedom: the rank of the covariance, one less than groups unless some
   * were never at risk together with others.
   *
   * @return at least 1
   */
  public int degreesOfFreedom() {
    return degreesOfFreedom;
  }

  /**
   * Returns the test.
   *
   * @return its statistic is the chi-square
   */
  public TestResult test() {
    return test;
  }

  /**
   * Returns a line for each group, and one with the test.
   *
   * @return lines of text
   */
  public String toText() {
    TextTable table = new TextTable().line("group", "rows", "observed", "expected", "excess");
    for (String group : groups) {
      table.line(
          group,
          Long.toString(rows(group)),
          TextTable.number(observed(group)),
          TextTable.number(expected(group)),
          TextTable.number(excess(group)));
    }
    return table
        + test.test()
        + ": chi-square "
        + TextTable.number(test.statistic())
        + ", degrees of freedom "
        + degreesOfFreedom
        + ", "
        + test.pValueText()
        + "\n";
  }
}
