package io.github.retention4j.attention;

import io.github.retention4j.stats.QuantileType;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the usual gap of a row is found. */
record UsualGaps(double priorGaps, QuantileType type, double usualShare) {

  /** The population is null where nobody has a gap. */
  Optional<UsualGap> of(CadenceRows rows, int row, @Nullable GapPopulation population) {
    if (population == null || (priorGaps == 0 && rows.gapCount(row) == 0)) {
      return Optional.empty();
    }
    double tail = (1 - usualShare) / 2;
    return Optional.of(priorGaps == 0 ? own(rows, row, tail) : pooled(rows, row, population, tail));
  }

  private UsualGap own(CadenceRows rows, int row, double tail) {
    double[] gaps =
        Arrays.stream(rows.gaps, rows.starts[row], rows.starts[row + 1]).asDoubleStream().toArray();
    return new UsualGap(
        type.ofSorted(gaps, tail), type.ofSorted(gaps, 0.5), type.ofSorted(gaps, 1 - tail));
  }

  private UsualGap pooled(CadenceRows rows, int row, GapPopulation population, double tail) {
    return new UsualGap(
        quantile(rows, row, population, tail),
        quantile(rows, row, population, 0.5),
        quantile(rows, row, population, 1 - tail));
  }

  private int quantile(CadenceRows rows, int row, GapPopulation population, double p) {
    return population.quantile(rows.gaps, rows.starts[row], rows.starts[row + 1], priorGaps, p);
  }
}
