package io.github.retention4j.stats;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The odds of one group over those of another. The odds of a share p are p / (1 - p): 3 of 4 are
 * odds of 3. Where it holds for few, the odds ratio is about the {@link RiskRatio}; else it is
 * farther from 1.
 *
 * @param first the one group
 * @param second the other, with no customer in common
 */
public record OddsRatio(Proportion first, Proportion second) {

  /**
   * Checks that there are two.
   *
   * @param first the one group
   * @param second the other
   */
  public OddsRatio {
    requireNonNull(first, "first");
    requireNonNull(second, "second");
  }

  /**
   * Returns the ratio of the odds as counted.
   *
   * @return 0 or more; empty where the share of the first is 1 or that of the second 0
   */
  public OptionalDouble value() {
    double below = (double) first.complement().count() * second.count();
    return below == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) first.count() * second.complement().count() / below);
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
   * Returns the ratio with the log interval of Woolf.
   *
   * <pre>{@code (a d) / (b c) * exp(-+z sqrt(1/a + 1/b + 1/c + 1/d))}</pre>
   *
   * <p>a and b are the customers of the first group for whom it holds and does not, c and d those
   * of the second; z is the normal quantile of the level. Example: 50 of 100 over 40 of 100, 1.5,
   * at 95 % 0.857 to 2.626.
   *
   * @param rule what becomes of tables with a count of 0
   * @param level the confidence level, over 0 and under 1
   * @return the estimate; empty for a count of 0 that the rule leaves out
   * @throws IllegalArgumentException if the level is not between 0 and 1
   * @see <a href="https://doi.org/10.1111/j.1469-1809.1955.tb01348.x">Woolf (1955)</a>
   */
  public Optional<RatioEstimate> estimate(EmptyCells rule, double level) {
    Checks.level(level);
    return FourCells.of(first, second, rule).map(cells -> estimate(cells, level));
  }

  private static RatioEstimate estimate(FourCells cells, double level) {
    double variance = 1 / cells.a() + 1 / cells.b() + 1 / cells.c() + 1 / cells.d();
    double ratio = (cells.a() / cells.b()) * (cells.d() / cells.c());
    return RatioEstimate.of(ratio, variance, level, cells.name("Woolf log"));
  }
}
