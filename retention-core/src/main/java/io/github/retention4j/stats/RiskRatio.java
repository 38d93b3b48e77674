package io.github.retention4j.stats;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How many times as often it holds for one group as for another: the share of the first over that
 * of the second. Also called relative risk.
 *
 * @param first the one group
 * @param second the other, with no customer in common
 */
public record RiskRatio(Proportion first, Proportion second) {

  /**
   * Checks that there are two.
   *
   * @param first the one group
   * @param second the other
   */
  public RiskRatio {
    requireNonNull(first, "first");
    requireNonNull(second, "second");
  }

  /**
   * Returns the ratio of the shares as counted.
   *
   * @return 0 or more; empty where the second share is 0
   */
  public OptionalDouble value() {
    return second.count() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(first.value() / second.value());
  }

  /**
   * Returns the ratio with its interval, counts of 0 corrected.
   *
   * @param level the confidence level, over 0 and under 1
   * @return the estimate, see {@link #estimate(EmptyCells, double)} with {@link
   *     EmptyCells#HALDANE_ANSCOMBE}
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public RatioEstimate estimate(double level) {
    return estimate(EmptyCells.HALDANE_ANSCOMBE, level).orElseThrow();
  }

  /**
   * Returns the ratio with the log interval of Katz.
   *
   * <pre>{@code (x1 / n1) / (x2 / n2) * exp(-+z sqrt(1/x1 - 1/n1 + 1/x2 - 1/n2))}</pre>
   *
   * <p>z is the normal quantile of the level. Example: 50 of 100 over 40 of 100, 1.25, at 95 %
   * 0.917 to 1.704.
   *
   * @param rule what becomes of tables with a count of 0
   * @param level the confidence level, over 0 and under 1
   * @return the estimate; empty for a count of 0 that the rule leaves out
   * @throws IllegalArgumentException if the level is not between 0 and 1
   * @see <a href="https://doi.org/10.2307/2530610">Katz, Baptista, Azen and Pike (1978)</a>
   */
  public Optional<RatioEstimate> estimate(EmptyCells rule, double level) {
    Checks.level(level);
    return FourCells.of(first, second, rule).map(cells -> estimate(cells, level));
  }

  private static RatioEstimate estimate(FourCells cells, double level) {
    double n1 = cells.a() + cells.b();
    double n2 = cells.c() + cells.d();
    // 1/x - 1/n, without the cancellation.
    double variance = cells.b() / (cells.a() * n1) + cells.d() / (cells.c() * n2);
    double ratio = (cells.a() / n1) / (cells.c() / n2);
    return RatioEstimate.of(ratio, variance, level, cells.name("Katz log"));
  }
}
