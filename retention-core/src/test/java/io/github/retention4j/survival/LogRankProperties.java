package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.time.TimeScale;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Tests of curves against their definition, row by row. */
class LogRankProperties {

  @Property(tries = 200)
  void sumsWhatItsDefinitionSays(
      @ForAll long seed, @ForAll @IntRange(min = 6, max = 40) int rows, @ForAll boolean whole) {
    SplittableRandom random = new SplittableRandom(seed);
    LifetimeSample sample =
        KaplanMeierProperties.sample(random, rows, whole)
            .withStrata(
                "stratum",
                IntStream.range(0, rows).mapToObj(row -> "s" + random.nextInt(2)).toList());
    double[][] sums = sums(sample);
    Assume.that(DoubleStream.of(sums[2]).sum() > 1e-9);
    LogRankResult found =
        LogRankTest.withDefaults().with(LogRankWeight.Named.GEHAN_WILCOXON).test(sample);
    for (int group = 0; group < found.groups().size(); group++) {
      String name = found.groups().get(group);
      assertThat(found.observed(name)).isCloseTo(sums[0][group], within(1e-8));
      assertThat(found.expected(name)).isCloseTo(sums[1][group], within(1e-8));
      assertThat(found.covariance(name, name)).isCloseTo(sums[2][group], within(1e-7));
    }
  }

  /** Weights of tenths that sum to 1 may come out a trifle above it. */
  @Example
  void aloneAtRiskTellsNothingAlsoInParts() {
    LifetimeSample sample =
        LifetimeSample.fromStart(
                TimeScale.DAY,
                new double[] {1, 1, 2, 2, 2},
                new boolean[] {true, true, true, false, false})
            .withWeights(new double[] {3, 2, 0.7, 0.1, 0.2 + 1e-16})
            .withGroups("plan", List.of("a", "b", "a", "b", "b"));
    LogRankResult found = LogRankTest.withDefaults().test(sample);
    // Day 1 alone: 5 of 6 leave, 3.7 of 6 at risk are of group a.
    double expected = 5 * (6 - 5) / (6 - 1.0) * (3.7 / 6) * (2.3 / 6);
    assertThat(found.covariance("a", "a")).isCloseTo(expected, within(1e-9));
  }

  /** Observed, expected and variance of each group with the weight of Gehan. */
  private static double[][] sums(LifetimeSample sample) {
    double[][] sums = new double[3][sample.groups().size()];
    double[] times =
        IntStream.range(0, sample.rows()).mapToDouble(sample::duration).distinct().toArray();
    for (int stratum = 0; stratum < sample.strata().size(); stratum++) {
      for (double time : times) {
        addTime(sample, stratum, time, sums);
      }
    }
    return sums;
  }

  private static void addTime(LifetimeSample sample, int stratum, double time, double[][] sums) {
    IntPredicate atRisk =
        row ->
            sample.stratumOf(row) == stratum
                && sample.entry(row) < time
                && time <= sample.duration(row);
    IntPredicate lost =
        row -> sample.stratumOf(row) == stratum && sample.left(row) && sample.duration(row) == time;
    double n = sum(sample, atRisk);
    double d = sum(sample, lost);
    int groups = d > 0 ? sums[0].length : 0;
    for (int g = 0; g < groups; g++) {
      int group = g;
      double ofGroup = sum(sample, row -> atRisk.test(row) && sample.groupOf(row) == group);
      double share = ofGroup / n;
      sums[0][g] += n * sum(sample, row -> lost.test(row) && sample.groupOf(row) == group);
      sums[1][g] += n * d * share;
      sums[2][g] += n > 1 + 1e-9 ? n * n * d * (n - d) / (n - 1) * share * (1 - share) : 0;
    }
  }

  private static double sum(LifetimeSample sample, IntPredicate condition) {
    return IntStream.range(0, sample.rows()).filter(condition).mapToDouble(sample::weight).sum();
  }

  @Property(tries = 100)
  void doesNotHangOnTheOrderOfRows(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LifetimeSample sample = KaplanMeierProperties.sample(random, 30, true);
    Assume.that(IntStream.range(0, 30).filter(sample::left).count() > 10);
    LogRankTest test = LogRankTest.withDefaults();
    LifetimeSample turned = sample.select(IntStream.range(0, 30).map(row -> 29 - row).toArray());
    assertThat(test.test(turned).test().statistic())
        .isCloseTo(test.test(sample).test().statistic(), within(1e-9));
  }
}
