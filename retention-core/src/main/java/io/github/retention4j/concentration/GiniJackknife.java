package io.github.retention4j.concentration;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Optional;

/**
 * The Gini index of amounts in order, and of all but one of them in one more walk: with
 *
 * <pre>{@code T = sum of (2 i - n - 1) x(i),   G = T / (n S)}</pre>
 *
 * <p>leaving out x(j) moves the weights of those below it up by 1 and of those above it down by 1.
 * Sums from below and from above are kept apart, so that nothing is lost where one amount dwarfs
 * all others. The idea is that of Ogwang (2000) and of Karagiannis and Kovacevic (2000).
 */
final class GiniJackknife {

  static final String METHOD = "jackknife";

  private final double[] ascending;
  private final GiniDefinition definition;
  private final double sum;
  private final double weighted;

  GiniJackknife(double[] ascending, GiniDefinition definition) {
    this.ascending = ascending;
    this.definition = definition;
    int n = ascending.length;
    CompensatedSum all = new CompensatedSum();
    CompensatedSum ranked = new CompensatedSum();
    for (int i = 0; i < n; i++) {
      all.add(ascending[i]);
      ranked.add(rank(i) * ascending[i]);
    }
    sum = all.value();
    weighted = ranked.value();
  }

  /** 2 i - n - 1 for the amount at a place from 0. */
  private double rank(int place) {
    return 2.0 * place + 1 - ascending.length;
  }

  /** Empty where the definition asks for two customers and there is one. */
  Optional<GiniIndex> index(double level) {
    int n = ascending.length;
    if (n == 1 && definition == GiniDefinition.UNBIASED) {
      return Optional.empty();
    }
    double value = clip(definition.factor(n) * weighted / (n * sum));
    return Optional.of(new GiniIndex(definition, value, interval(value, level)));
  }

  private Optional<ConfidenceInterval> interval(double value, double level) {
    int n = ascending.length;
    if (n < 3 || ascending[n - 2] == 0 || ascending[0] == ascending[n - 1]) {
      return Optional.empty();
    }
    double margin = Normal.criticalValue(level) * standardError();
    return margin == 0
        ? Optional.empty()
        : Optional.of(
            new ConfidenceInterval(clip(value - margin), clip(value + margin), level, METHOD));
  }

  private double standardError() {
    int n = ascending.length;
    double[] without = withoutEach();
    double mean = CompensatedSum.of(without) / n;
    CompensatedSum squares = new CompensatedSum();
    for (double index : without) {
      squares.add((index - mean) * (index - mean));
    }
    return Math.sqrt(squares.value() * (n - 1) / n);
  }

  private double[] withoutEach() {
    int n = ascending.length;
    double[] without = new double[n];
    double[] sumsAbove = new double[n];
    CompensatedSum above = new CompensatedSum();
    CompensatedSum weightedAbove = new CompensatedSum();
    for (int j = n - 1; j >= 0; j--) {
      sumsAbove[j] = above.value();
      without[j] = weightedAbove.value();
      above.add(ascending[j]);
      weightedAbove.add((rank(j) - 1) * ascending[j]);
    }
    CompensatedSum below = new CompensatedSum();
    CompensatedSum weightedBelow = new CompensatedSum();
    for (int j = 0; j < n; j++) {
      double rest = below.value() + sumsAbove[j];
      without[j] =
          definition.factor(n - 1) * (weightedBelow.value() + without[j]) / ((n - 1) * rest);
      below.add(ascending[j]);
      weightedBelow.add((rank(j) + 1) * ascending[j]);
    }
    return without;
  }

  private static double clip(double share) {
    return Math.min(1, Math.max(0, share));
  }
}
