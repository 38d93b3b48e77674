package io.github.retention4j.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PackedSortProperties {

  @Property
  void sortsByUnsignedOrderAndNothingElse(
      @ForAll long[] values, @ForAll @IntRange(max = 5) int before) {
    int from = Math.min(before, values.length);
    long[] sorted = values.clone();
    new PackedSort().sort(sorted, from, sorted.length);
    assertThat(sorted).isEqualTo(expected(values, from));
  }

  /**
   * Few customers, many equal values, one of them with most events: what a busy shop looks like.
   */
  @Property(tries = 100)
  void sortsManyEventsOfFewCustomers(
      @ForAll @IntRange(min = 1, max = 40) int customers, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] values =
        LongStream.range(0, 30_000)
            .map(
                i -> {
                  long customer = random.nextInt(3) == 0 ? random.nextInt(customers) : 7;
                  return ((customer * 0x9E3779B97F4A7C15L) << 11) | random.nextInt(1096);
                })
            .toArray();
    long[] sorted = values.clone();
    new PackedSort().sort(sorted, 0, sorted.length);
    assertThat(sorted).isEqualTo(expected(values, 0));
  }

  @Test
  void leavesEqualValuesAlone() {
    long[] values = new long[100];
    Arrays.fill(values, -3);
    new PackedSort().sort(values, 0, 100);
    assertThat(values).containsOnly(-3);
  }

  private static long[] expected(long[] values, int from) {
    long[] flipped = Arrays.stream(values).map(value -> value ^ Long.MIN_VALUE).toArray();
    Arrays.sort(flipped, from, flipped.length);
    return Arrays.stream(flipped).map(value -> value ^ Long.MIN_VALUE).toArray();
  }
}
