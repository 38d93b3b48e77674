package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of Gray's test, and its formulas summed as they stand. */
class GrayTestProperties {

  /** Two groups, so that the statistic is the square of a score over its variance. */
  @Property(tries = 40)
  void isTheSumOfItsFormulas(
      @ForAll long seed, @ForAll @IntRange(min = 6, max = 14) int rows, @ForAll boolean early) {
    SplittableRandom random = new SplittableRandom(seed);
    LifetimeSample sample =
        twoGroups(RandomReasons.fromStart(random, rows, 3))
            .withWeights(random.ints(rows, 1, 4).asDoubleStream().toArray());
    if (comparable(sample)) {
      GraySums sums = new GraySums(sample, 1, early ? 1.5 : 0);
      double variance = sums.covariances()[0][0];
      double score = sums.scores()[0];
      IncidenceComparison found =
          GrayTest.withDefaults().withRho(early ? 1.5 : 0).test(sample, sample.reasons().get(0));
      if (variance > 1e-9) {
        assertThat(found.test().orElseThrow().statistic())
            .isCloseTo(score * score / variance, within(1e-8));
      }
    }
  }

  @Property(tries = 100)
  void takesRowsInAnyOrderAndAWeightForRowsRepeated(
      @ForAll long seed, @ForAll @IntRange(min = 8, max = 30) int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    LifetimeSample sample = RandomReasons.fromStart(random, rows, 3);
    int[] times = IntStream.range(0, rows).map(row -> 1 + random.nextInt(3)).toArray();
    List<Integer> repeated =
        IntStream.range(0, rows)
            .flatMap(row -> IntStream.generate(() -> row).limit(times[row]))
            .boxed()
            .collect(Collectors.toList());
    Collections.shuffle(repeated, new Random(seed));
    LifetimeSample weighted = sample.withWeights(IntStream.of(times).asDoubleStream().toArray());
    LifetimeSample longer = sample.select(repeated.stream().mapToInt(it -> it).toArray());
    if (comparable(sample)) {
      OptionalDouble expected = statistic(longer);
      OptionalDouble found = statistic(weighted);
      assertThat(found.isPresent()).isEqualTo(expected.isPresent());
      expected.ifPresent(it -> assertThat(found.orElseThrow()).isCloseTo(it, within(1e-8)));
    }
  }

  @Property(tries = 100)
  void expectsAsManyAsWereLostWhateverEnteredLate(
      @ForAll long seed, @ForAll @IntRange(min = 8, max = 40) int rows) {
    LifetimeSample sample = RandomReasons.entering(new SplittableRandom(seed), rows, 2);
    if (comparable(sample)) {
      IncidenceComparison found = GrayTest.withDefaults().test(sample, sample.reasons().get(0));
      double observed = sample.groups().stream().mapToDouble(found::observed).sum();
      double expected = sample.groups().stream().mapToDouble(found::expected).sum();
      assertThat(expected).isCloseTo(observed, within(1e-9));
    }
  }

  private static boolean comparable(LifetimeSample sample) {
    return sample.groups().size() > 1 && !sample.reasons().isEmpty();
  }

  private static LifetimeSample twoGroups(LifetimeSample sample) {
    return sample.withGroups(
        "half", IntStream.range(0, sample.rows()).mapToObj(row -> "h" + row % 2).toList());
  }

  private static OptionalDouble statistic(LifetimeSample sample) {
    return GrayTest.withDefaults()
        .test(sample, sample.reasons().get(0))
        .test()
        .map(it -> OptionalDouble.of(it.statistic()))
        .orElseGet(OptionalDouble::empty);
  }
}
