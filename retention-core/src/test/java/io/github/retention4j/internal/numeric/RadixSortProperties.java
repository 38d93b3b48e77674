package io.github.retention4j.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RadixSortProperties {

  /** Some bits of the keys only differ, from all to none; against a sort by comparison. */
  @Property(tries = 60)
  void agreesWithASortByComparison(
      @ForAll long seed,
      @ForAll @IntRange(max = 20_000) int size,
      @ForAll long differing,
      @ForAll @IntRange(min = 1, max = 3) int threads) {
    long[] keys = new Random(seed).longs(size).map(key -> key & differing).toArray();
    long[] expected =
        LongStream.of(keys).boxed().sorted(Long::compareUnsigned).mapToLong(key -> key).toArray();
    try (Workers workers = new Workers(threads)) {
      assertThat(RadixSort.sort(keys, workers)).isEqualTo(expected);
    }
  }
}
