package io.github.retention4j.stats;

import io.github.retention4j.internal.numeric.ChiSquare;
import io.github.retention4j.internal.numeric.CompensatedSum;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Two groups compared within strata, such as two years within each plan, and the comparisons
 * pooled: what remains of a difference once both groups have the same strata.
 *
 * <p>Below a and b are the customers of the first group of a stratum for whom it holds and does
 * not, c and d those of the second, n1 = a + b, n2 = c + d, m1 = a + c, m2 = b + d, N = n1 + n2. A
 * stratum in which one group has no customer tells nothing and is left out by the caller.
 *
 * @param strata for each stratum the first group and the second, at least one
 */
public record CochranMantelHaenszel(List<ProportionDifference> strata) {

  /**
   * Copies the strata.
   *
   * @param strata for each stratum the first group and the second
   * @throws IllegalArgumentException if there is none
   */
  public CochranMantelHaenszel {
    strata = List.copyOf(strata);
    if (strata.isEmpty()) {
      throw new IllegalArgumentException("strata (0) must be at least one");
    }
  }

  /**
   * Tests, two-sided, whether the groups are alike within strata.
   *
   * <pre>{@code X2 = (|sum of (a - n1 m1 / N)|)^2 / sum of n1 n2 m1 m2 / (N^2 (N - 1))}</pre>
   *
   * <p>Chi-square with one degree of freedom. Yates' correction takes 1/2 off the sum, not below 0.
   * It sees differences that go the same way in the strata; those that go opposite ways cancel.
   * Where nobody or everybody is counted in each stratum, X2 = 0 and p = 1. Example: admissions to
   * Berkeley by sex within departments, X2 = 1.5246 uncorrected, p = 0.2169.
   *
   * @param correction whether the sum is corrected for counts being whole
   * @return the result; the statistic is X2
   * @see <a href="https://doi.org/10.1093/jnci/22.4.719">Mantel and Haenszel (1959)</a>
   * @see <a href="https://doi.org/10.2307/3001616">Cochran (1954)</a>
   */
  public TestResult test(ContinuityCorrection correction) {
    double excess = correction.applyTo(sum(cells -> cells.difference() / cells.total()));
    double variance = sum(Cells::variance);
    double statistic = variance == 0 ? 0 : excess / variance * excess;
    return TestResult.ofLog(
        correction.name("Cochran-Mantel-Haenszel"),
        statistic,
        ChiSquare.logUpperTail(statistic, 1));
  }

  /**
   * Returns the odds ratio that the strata have in common, with the interval of Robins, Breslow and
   * Greenland.
   *
   * <pre>{@code
   * OR = R / S,   R = sum of R_i, R_i = a d / N,   S = sum of S_i, S_i = b c / N
   * var(log OR) = sum of P_i R_i / (2 R^2) + sum of (P_i S_i + Q_i R_i) / (2 R S)
   *     + sum of Q_i S_i / (2 S^2),   P_i = (a + d) / N, Q_i = (b + c) / N
   * }</pre>
   *
   * @param level the confidence level, over 0 and under 1
   * @return the estimate; empty where R or S is 0
   * @throws IllegalArgumentException if the level is not between 0 and 1
   * @see <a href="https://doi.org/10.2307/2531052">Robins, Breslow and Greenland (1986)</a>
   */
  public Optional<RatioEstimate> oddsRatio(double level) {
    Checks.level(level);
    double up = sum(Cells::up);
    double down = sum(Cells::down);
    if (up == 0 || down == 0) {
      return Optional.empty();
    }
    double variance =
        sum(cells -> cells.agreeing() * cells.up()) / (2 * up * up)
            + sum(cells -> cells.agreeing() * cells.down() + cells.opposed() * cells.up())
                / (2 * up * down)
            + sum(cells -> cells.opposed() * cells.down()) / (2 * down * down);
    return Optional.of(RatioEstimate.of(up / down, variance, level, "Robins-Breslow-Greenland"));
  }

  private double sum(ToDoubleFunction<Cells> term) {
    return CompensatedSum.of(strata.stream().map(Cells::of).mapToDouble(term).toArray());
  }

  private record Cells(double a, double b, double c, double d, double difference) {

    static Cells of(ProportionDifference stratum) {
      Proportion first = stratum.first();
      Proportion second = stratum.second();
      return new Cells(
          (double) first.count(),
          (double) first.complement().count(),
          (double) second.count(),
          (double) second.complement().count(),
          first.cross(second));
    }

    double total() {
      return a + b + c + d;
    }

    double variance() {
      double total = total();
      return (a + b) / total * ((c + d) / total) * ((a + c) / (total - 1)) * (b + d);
    }

    double up() {
      return a / total() * d;
    }

    double down() {
      return b / total() * c;
    }

    double agreeing() {
      return (a + d) / total();
    }

    double opposed() {
      return (b + c) / total();
    }
  }
}
