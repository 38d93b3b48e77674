package io.github.retention4j.stats;

import io.github.retention4j.internal.numeric.ChiSquare;
import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.NoncentralChiSquare;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many customers have each pair of two attributes: one by row, the other by column. Immutable.
 *
 * <p>Below O is a count, N their sum and E = row total * column total / N what is expected where
 * the attributes have nothing to do with each other. Rows and columns without a customer say
 * nothing and are passed over: r and c are the numbers of the others. With r or c below 2 there is
 * nothing to test: X2 = 0 and p = 1.
 */
public final class ContingencyTable {

  private final long[][] counts;
  private final long[] rowTotals;
  private final long[] columnTotals;
  private final long total;

  private ContingencyTable(long[][] counts) {
    this.counts = counts;
    this.rowTotals = Arrays.stream(counts).mapToLong(ContingencyTable::sum).toArray();
    this.columnTotals =
        IntStream.range(0, counts[0].length)
            .mapToLong(j -> sum(Arrays.stream(counts).mapToLong(row -> row[j]).toArray()))
            .toArray();
    this.total = sum(rowTotals);
  }

  /**
   * Copies a table.
   *
   * @param counts by row, then by column; all rows of one length
   * @return the table
   * @throws IllegalArgumentException if it has no cell, its rows differ in length, a count is
   *     negative, or all are 0
   * @throws ArithmeticException if the counts together exceed a long
   */
  public static ContingencyTable copyOf(long[][] counts) {
    if (counts.length == 0 || counts[0].length == 0) {
      throw new IllegalArgumentException("counts (" + counts.length + " rows) must have a cell");
    }
    for (int row = 0; row < counts.length; row++) {
      checkRow(row, counts[row], counts[0].length);
    }
    ContingencyTable table =
        new ContingencyTable(Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new));
    if (table.total == 0) {
      throw new IllegalArgumentException("counts (all 0) must have a customer");
    }
    return table;
  }

  private static void checkRow(int row, long[] counts, int columns) {
    if (counts.length != columns) {
      throw new IllegalArgumentException(
          "counts of row "
              + row
              + " ("
              + counts.length
              + ") must be as many as of row 0 ("
              + columns
              + ")");
    }
    for (long count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException(
            "count (" + count + ") of row " + row + " must not be negative");
      }
    }
  }

  /**
   * Returns a table with a row for each group and two columns: for whom it holds, and for whom not.
   *
   * @param groups one or more groups with no customer in common
   * @return the table
   * @throws IllegalArgumentException if there is no group
   * @throws ArithmeticException if the counts together exceed a long
   */
  public static ContingencyTable of(List<Proportion> groups) {
    return copyOf(
        groups.stream()
            .map(group -> new long[] {group.count(), group.complement().count()})
            .toArray(long[][]::new));
  }

  private static long sum(long[] terms) {
    return LongStream.of(terms).reduce(0, Math::addExact);
  }

  /**
   * Returns the number of rows.
   *
   * @return at least 1, those without a customer included
   */
  public int rows() {
    return rowTotals.length;
  }

  /**
   * Returns the number of columns.
   *
   * @return at least 1, those without a customer included
   */
  public int columns() {
    return columnTotals.length;
  }

  /**
   * Returns a count.
   *
   * @param row from 0
   * @param column from 0
   * @return 0 or more
   * @throws IndexOutOfBoundsException if there is no such cell
   */
  public long count(int row, int column) {
    return counts[row][column];
  }

  /**
   * Returns the sum of all counts.
   *
   * @return at least 1
   */
  public long total() {
    return total;
  }

  /**
   * Returns the count expected where rows and columns have nothing to do with each other.
   *
   * @param row from 0
   * @param column from 0
   * @return 0 or more
   * @throws IndexOutOfBoundsException if there is no such cell
   */
  public double expected(int row, int column) {
    return (double) rowTotals[row] * columnTotals[column] / total;
  }

  /**
   * Returns the smallest count expected. Chi-square is an approximation that wants about 5.
   *
   * @return over 0: rows and columns without a customer are passed over
   */
  public double leastExpected() {
    return (double) leastOver0(rowTotals) * leastOver0(columnTotals) / total;
  }

  private static long leastOver0(long[] totals) {
    return LongStream.of(totals).filter(sum -> sum > 0).min().orElseThrow();
  }

  /**
   * Returns the degrees of freedom.
   *
   * @return (r - 1) (c - 1), 0 or more
   */
  public int degreesOfFreedom() {
    return (present(rowTotals) - 1) * (present(columnTotals) - 1);
  }

  private static int present(long[] totals) {
    return (int) LongStream.of(totals).filter(sum -> sum > 0).count();
  }

  /**
   * Tests whether rows and columns have nothing to do with each other, by Pearson's chi-square
   * without a correction.
   *
   * @return the result, see {@link #chiSquare(ContinuityCorrection)}
   */
  public TestResult chiSquare() {
    return chiSquare(ContinuityCorrection.NONE);
  }

  /**
   * Tests whether rows and columns have nothing to do with each other, by Pearson's chi-square.
   *
   * <pre>{@code X2 = sum of (O - E)^2 / E}</pre>
   *
   * <p>Chi-square with (r - 1) (c - 1) degrees of freedom. A correction is made where r = c = 2 and
   * nowhere else, as R does; the name of the test says whether. Example: 762, 327, 468 over 484,
   * 239, 477, X2 = 30.07 with 2 degrees of freedom.
   *
   * @param correction whether four counts are corrected for being whole
   * @return the result; the statistic is X2
   * @see <a href="https://doi.org/10.1080/14786440009463897">Pearson (1900)</a>
   */
  public TestResult chiSquare(ContinuityCorrection correction) {
    boolean four = present(rowTotals) == 2 && present(columnTotals) == 2;
    ContinuityCorrection made = four ? correction : ContinuityCorrection.NONE;
    String name = made.name("Chi-square");
    if (degreesOfFreedom() == 0) {
      return TestResult.ofLog(name, 0, 0);
    }
    double statistic = statistic(made);
    return TestResult.ofLog(name, statistic, ChiSquare.logUpperTail(statistic, degreesOfFreedom()));
  }

  private double statistic(ContinuityCorrection correction) {
    int columns = columns();
    return sum(
        cell -> {
          double expected = expected(cell / columns, cell % columns);
          double distance = counts[cell / columns][cell % columns] - expected;
          double corrected = correction.applyTo(distance);
          return expected == 0 ? 0 : corrected / expected * corrected;
        },
        rows() * columns);
  }

  private static double sum(IntToDoubleFunction term, int terms) {
    return CompensatedSum.of(IntStream.range(0, terms).mapToDouble(term).toArray());
  }

  /**
   * Returns how strongly rows and columns hang together, by Cramer's V.
   *
   * <pre>{@code V = sqrt(X2 / (N (min(r, c) - 1)))}</pre>
   *
   * <p>Does not grow with N, as X2 does. By chance alone V is over 0, and the more so the more
   * cells and the fewer customers there are: see {@link #cramersVCorrected()}.
   *
   * @return from 0, not at all, to 1, one tells the other; 0 where r or c is below 2
   */
  public double cramersV() {
    return degreesOfFreedom() == 0 ? 0 : cramersV(statistic(ContinuityCorrection.NONE));
  }

  private double cramersV(double statistic) {
    int smaller = Math.min(present(rowTotals), present(columnTotals)) - 1;
    return Math.min(1, Math.sqrt(statistic / total / smaller));
  }

  /**
   * Returns Cramer's V less what chance alone brings, by Bergsma. For comparing tables of different
   * shapes.
   *
   * <pre>{@code
   * phi2 = max(0, X2 / N - (r - 1) (c - 1) / (N - 1))
   * r'   = r - (r - 1)^2 / (N - 1),   c' = c - (c - 1)^2 / (N - 1)
   * V    = sqrt(phi2 / (min(r', c') - 1))
   * }</pre>
   *
   * @return from 0 to 1; 0 where r or c is below 2, or where the table has fewer customers than it
   *     takes to tell
   * @see <a href="https://doi.org/10.1016/j.jkss.2012.10.002">Bergsma (2013)</a>
   */
  public double cramersVCorrected() {
    double least = Math.min(shrunk(present(rowTotals)), shrunk(present(columnTotals))) - 1;
    if (degreesOfFreedom() == 0 || !(least > 0)) {
      return 0;
    }
    double square =
        statistic(ContinuityCorrection.NONE) / total - degreesOfFreedom() / (total - 1.0);
    return Math.min(1, Math.sqrt(Math.max(0, square) / least));
  }

  /**
   * Returns the interval of Cramer's V among customers at large, of whom the table is a sample.
   *
   * <pre>{@code
   * P(X >= X2) = (1 - level) / 2 at lambda_l,   P(X <= X2) = (1 - level) / 2 at lambda_u
   * V = sqrt(lambda / (N (min(r, c) - 1)))
   * }</pre>
   *
   * <p>X is noncentral chi-square with (r - 1) (c - 1) degrees of freedom and noncentrality lambda.
   * Above, an X2 under its mean by chance alone counts as that mean, so that counts that happen to
   * fit too well do not make the interval a point. {@link #cramersVCorrected()} estimates the same
   * V; {@link #cramersV()} has what chance brings on top, and may lie above the interval. Example:
   * 762, 327, 468 over 484, 239, 477, V = 0.1044 with 0.0649 to 0.1403.
   *
   * @param level the confidence level, over 0 and under 1, such as 0.95
   * @return from 0 to 1; empty where r or c is below 2
   * @throws IllegalArgumentException if the level is not between 0 and 1
   * @see <a href="https://doi.org/10.4135/9781412983761">Smithson (2003), Confidence Intervals</a>
   */
  public Optional<ConfidenceInterval> cramersVInterval(double level) {
    double tail = (1 - Checks.level(level)) / 2;
    int df = degreesOfFreedom();
    if (df == 0) {
      return Optional.empty();
    }
    double statistic = statistic(ContinuityCorrection.NONE);
    return Optional.of(
        new ConfidenceInterval(
            cramersV(NoncentralChiSquare.noncentralityByUpper(tail, statistic, df)),
            cramersV(NoncentralChiSquare.noncentralityByLower(tail, Math.max(df, statistic), df)),
            level,
            "noncentral chi-square"));
  }

  private double shrunk(int present) {
    return present - (present - 1.0) * (present - 1.0) / (total - 1.0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContingencyTable that && Arrays.deepEquals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(counts);
  }

  /**
   * Returns the counts by row.
   *
   * @return for example {@code [[50, 50], [40, 60]]}
   */
  @Override
  public String toString() {
    return Arrays.deepToString(counts);
  }
}
