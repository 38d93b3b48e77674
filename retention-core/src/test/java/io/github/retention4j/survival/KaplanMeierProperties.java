package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.time.TimeScale;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Curves against the definition, row by row. */
class KaplanMeierProperties {

  private static final KaplanMeier KM = KaplanMeier.withDefaults();

  @Property(tries = 300)
  void isTheProductOfItsDefinition(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int rows, @ForAll boolean whole) {
    LifetimeSample sample = sample(new SplittableRandom(seed), rows, whole);
    SurvivalCurve curve = KM.calculate(sample);
    double survival = 1;
    for (int step = 0; step < curve.size(); step++) {
      double time = curve.time(step);
      double atRisk = sum(sample, row -> sample.entry(row) < time && time <= sample.duration(row));
      double lost = sum(sample, row -> sample.left(row) && sample.duration(row) == time);
      survival *= Math.abs(atRisk - lost) < 1e-9 ? 0 : 1 - lost / atRisk;
      assertThat(curve.atRisk(step)).isCloseTo(atRisk, within(1e-10));
      assertThat(curve.lost(step)).isCloseTo(lost, within(1e-10));
      assertThat(curve.survival(step)).isCloseTo(survival, within(1e-12));
    }
  }

  @Property(tries = 50)
  void isTheSameForAnyNumberOfThreads(@ForAll long seed, @ForAll boolean whole) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] times = random.doubles(20_000, 0, 40).map(it -> whole ? Math.rint(it) : it).toArray();
    boolean[] left = new boolean[times.length];
    IntStream.range(0, left.length).forEach(row -> left[row] = random.nextInt(3) > 0);
    LifetimeSample sample = LifetimeSample.fromStart(TimeScale.DAY, times, left);
    SurvivalCurve one = KM.calculate(sample);
    SurvivalCurve three = KM.withThreads(3).calculate(sample);
    assertThat(three.size()).isEqualTo(one.size());
    IntStream.range(0, one.size())
        .forEach(
            step -> {
              assertThat(three.time(step)).isEqualTo(one.time(step));
              assertThat(three.survival(step)).isEqualTo(one.survival(step));
            });
  }

  @Property(tries = 100)
  void conditionsByDivision(@ForAll long seed, @ForAll @IntRange(min = 5, max = 40) int rows) {
    SurvivalCurve curve = KM.calculate(sample(new SplittableRandom(seed), rows, true));
    double start = curve.time(curve.size() / 2);
    double survivalThere = curve.survival(curve.size() / 2);
    if (survivalThere > 0 && start < curve.lastObserved()) {
      SurvivalCurve rest = curve.given(start).orElseThrow();
      IntStream.range(0, rest.size())
          .forEach(
              step ->
                  assertThat(rest.survival(step))
                      .isCloseTo(
                          curve.at(start + rest.time(step)).estimate().orElseThrow().survival()
                              / survivalThere,
                          within(1e-12)));
    }
  }

  private static double sum(LifetimeSample sample, java.util.function.IntPredicate condition) {
    return IntStream.range(0, sample.rows()).filter(condition).mapToDouble(sample::weight).sum();
  }

  /** Few distinct times, so that ties abound; late entries; weights of tenths. */
  static LifetimeSample sample(SplittableRandom random, int rows, boolean whole) {
    double unit = whole ? 1 : 0.3;
    double[] entries = new double[rows];
    double[] ends = new double[rows];
    boolean[] left = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      int entry = Math.max(0, random.nextInt(-6, 6));
      entries[row] = unit * entry;
      ends[row] = unit * (entry + 1 + random.nextInt(8));
      left[row] = random.nextBoolean();
    }
    double[] weights =
        DoubleStream.generate(() -> random.nextInt(1, 20) / 10.0).limit(rows).toArray();
    List<String> groups =
        IntStream.range(0, rows).mapToObj(row -> "g" + (row + random.nextInt(2)) % 3).toList();
    return LifetimeSample.entering(TimeScale.DAY, entries, ends, left)
        .withWeights(weights)
        .withGroups("group", groups);
  }
}
