package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Scores against the definition row by row, and the law of their weights. */
class BrierScoreProperties {

  @Property(tries = 200)
  void isTheMeanOfItsDefinition(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int rows, @ForAll boolean weighted) {
    SplittableRandom random = new SplittableRandom(seed);
    LifetimeSample sample = RandomReasons.fromStart(random, rows, 2);
    if (weighted) {
      sample = sample.withWeights(random.ints(rows, 1, 20).mapToDouble(it -> it / 10.0).toArray());
    }
    double[] forecasts = random.doubles(rows).toArray();
    double longest = longest(sample);
    double[] times =
        random.doubles(3, 0.5, 10).sorted().filter(it -> it < longest).distinct().toArray();
    if (times.length > 0) {
      BrierScores scores =
          BrierScore.withDefaults().calculate(sample, (row, time) -> forecasts[row], times);
      for (int i = 0; i < times.length; i++) {
        check(sample, forecasts, times[i], scores.score(i));
      }
    }
  }

  private static double longest(LifetimeSample sample) {
    return IntStream.range(0, sample.rows()).mapToDouble(sample::duration).max().orElseThrow();
  }

  private static void check(LifetimeSample sample, double[] forecasts, double time, double score) {
    double errors = 0;
    double weights = 0;
    double size = 0;
    for (int row = 0; row < sample.rows(); row++) {
      double duration = sample.duration(row);
      boolean known = duration > time || sample.left(row);
      // All times are whole: those up to one are those before the next half.
      double weight =
          known ? 1 / seen(sample, duration > time ? Math.floor(time) + 0.5 : duration) : 0;
      double miss = forecasts[row] - (duration > time ? 1 : 0);
      weights += sample.weight(row) * weight;
      errors += sample.weight(row) * weight * miss * miss;
      size += sample.weight(row);
    }
    assertThat(weights).isCloseTo(size, within(1e-9));
    assertThat(score).isCloseTo(errors / size, within(1e-12));
  }

  /** The product over whole times before another, those lost at a time no longer at risk. */
  private static double seen(LifetimeSample sample, double before) {
    double seen = 1;
    for (int time = 1; time < before && time <= 10; time++) {
      double ended = 0;
      double atRisk = 0;
      for (int row = 0; row < sample.rows(); row++) {
        boolean lostThen = sample.left(row) && sample.duration(row) == time;
        atRisk += sample.duration(row) >= time && !lostThen ? sample.weight(row) : 0;
        ended += sample.duration(row) == time && !lostThen ? sample.weight(row) : 0;
      }
      seen *= atRisk == 0 ? 1 : 1 - ended / atRisk;
    }
    return seen;
  }
}
