package io.github.retention4j.survival;

import io.github.retention4j.time.TimeScale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small samples with reasons, full of ties. */
final class RandomReasons {

  private RandomReasons() {}

  /** Of groups a to c, which leave for one of some reasons or stay; from the start, weights 1. */
  static LifetimeSample fromStart(SplittableRandom random, int rows, int reasons) {
    double[] ends = random.doubles(rows, 1, 10).map(Math::floor).toArray();
    return with(random, LifetimeSample.fromStart(TimeScale.DAY, ends, ends(random, rows, reasons)));
  }

  /** The same with late entries, times of tenths, and weights. */
  static LifetimeSample entering(SplittableRandom random, int rows, int reasons) {
    double[] entries = new double[rows];
    double[] ends = new double[rows];
    for (int row = 0; row < rows; row++) {
      int entry = Math.max(0, random.nextInt(-6, 6));
      entries[row] = 0.1 * entry;
      ends[row] = 0.1 * (entry + 1 + random.nextInt(8));
    }
    return with(
            random,
            LifetimeSample.entering(TimeScale.DAY, entries, ends, ends(random, rows, reasons)))
        .withWeights(random.ints(rows, 1, 20).mapToDouble(it -> it / 10.0).toArray());
  }

  private static java.util.List<LifetimeEnd> ends(SplittableRandom random, int rows, int reasons) {
    return IntStream.range(0, rows)
        .mapToObj(row -> random.nextInt(reasons + 1))
        .map(it -> it == 0 ? LifetimeEnd.stillActive() : LifetimeEnd.left("r" + it))
        .toList();
  }

  private static LifetimeSample with(SplittableRandom random, LifetimeSample sample) {
    return sample.withGroups(
        "group",
        IntStream.range(0, sample.rows())
            .mapToObj(row -> String.valueOf((char) ('a' + random.nextInt(3))))
            .toList());
  }
}
