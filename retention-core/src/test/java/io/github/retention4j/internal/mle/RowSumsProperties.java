package io.github.retention4j.internal.mle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.internal.numeric.Workers;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RowSumsProperties {

  /** Counts how often each row is asked for; the value of a row is 1. */
  private static RowLikelihood counting(AtomicIntegerArray asked) {
    return new RowLikelihood() {
      @Override
      public int rows() {
        return asked.length();
      }

      @Override
      public RowSum at(double[] parameters) {
        return (from, toExclusive, sums) -> {
          sums[0] += toExclusive - from;
          IntStream.range(from, toExclusive).forEach(asked::incrementAndGet);
        };
      }
    };
  }

  @Property(tries = 200)
  void aPartTakesOneRowOfEachStretch(
      @ForAll @IntRange(min = 1, max = 2_000) int taken,
      @ForAll @IntRange(min = 0, max = 10_000) int more,
      @ForAll @IntRange(min = 1, max = 3) int threads) {
    AtomicIntegerArray asked = new AtomicIntegerArray(2 * taken + more);
    try (Workers workers = new Workers(threads)) {
      RowSums part = RowSums.ofSome(taken, counting(asked), workers);
      assertThat(part.at(new double[0])[0]).isEqualTo(taken);
      assertThat(part.scale() * taken).isCloseTo(asked.length(), within(1e-9 * asked.length()));
    }
    int[] rows = IntStream.range(0, asked.length()).filter(row -> asked.get(row) > 0).toArray();
    int[] stretches =
        Arrays.stream(rows).map(row -> (int) ((row + 1L) * taken / asked.length())).toArray();
    assertThat(rows).hasSize(taken);
    for (int i = 0; i < taken; i++) {
      assertThat(stretches[i]).isBetween(i, i + 1);
    }
  }

  @Property(tries = 50)
  void allTakesEachRowOnce(
      @ForAll @IntRange(min = 1, max = 10_000) int rows,
      @ForAll @IntRange(min = 1, max = 3) int threads) {
    AtomicIntegerArray asked = new AtomicIntegerArray(rows);
    try (Workers workers = new Workers(threads)) {
      RowSums all = RowSums.ofAll(counting(asked), workers);
      assertThat(all.at(new double[0])[0]).isEqualTo(rows);
      assertThat(all.scale()).isEqualTo(1);
    }
    assertThat(IntStream.range(0, rows).allMatch(row -> asked.get(row) == 1)).isTrue();
  }

  /**
   * Groups come in blocks, such as all ages of one purchase count; no place in them is missed. The
   * least even is a period of 178, twice a Fibonacci number, of which one place has 0.41 of its
   * share; all periods are tried.
   */
  @Example
  void noRhythmOfTheRowsIsMet() {
    AtomicIntegerArray asked = new AtomicIntegerArray(100_000);
    try (Workers workers = new Workers(1)) {
      RowSums.ofSome(10_000, counting(asked), workers).at(new double[0]);
    }
    for (int period = 2; period <= 200; period++) {
      int[] atPlace = new int[period];
      for (int row = 0; row < asked.length(); row++) {
        atPlace[row % period] += asked.get(row);
      }
      double even = 10_000.0 / period;
      int least = Arrays.stream(atPlace).min().orElseThrow();
      int most = Arrays.stream(atPlace).max().orElseThrow();
      assertThat(least / even).as("period %d", period).isGreaterThan(0.4);
      assertThat(most / even).as("period %d", period).isLessThan(1.5);
    }
  }
}
