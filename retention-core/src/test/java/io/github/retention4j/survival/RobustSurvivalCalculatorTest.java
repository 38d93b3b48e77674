package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RobustSurvivalCalculatorTest {

  /** Running sums of squares lose some digits where a few at risk had a large influence before. */
  private static final double ROUNDING = 1e-9;

  private static final RobustSurvivalCalculator ROBUST = RobustSurvivalCalculator.withDefaults();

  @Test
  void isThatOfAProportionWithoutCensoring() {
    LifetimeSample sample =
        LifetimeSample.fromStart(
            TimeScale.DAY, new double[] {1, 2, 3, 4}, new boolean[] {true, true, true, true});
    RobustSurvival found = ROBUST.calculate(sample);
    // 3/4 of four customers: sqrt(3/4 * 1/4 / 4).
    assertThat(found.standardError(0).orElseThrow()).isCloseTo(Math.sqrt(3.0 / 64), within(1e-15));
    assertThat(found.standardError(3)).isEmpty();
    assertThat(found.interval(3)).isEmpty();
    assertThat(found.size()).isEqualTo(4);
  }

  @Test
  void takesRowsOfOneCustomerTogether() {
    LifetimeSample twice =
        LifetimeSample.fromStart(
                TimeScale.DAY,
                new double[] {1, 1, 2, 2, 3, 3},
                new boolean[] {true, true, true, true, false, false})
            .withCustomers(List.of(id(1), id(1), id(2), id(2), id(3), id(3)));
    LifetimeSample once = twice.select(new int[] {0, 2, 4});
    assertThat(ROBUST.calculate(twice).standardError(0).orElseThrow())
        .isCloseTo(ROBUST.calculate(once).standardError(0).orElseThrow(), within(1e-15));
  }

  private static CustomerId id(long number) {
    return CustomerId.of(number);
  }

  @Property(tries = 100)
  void isTheSumOfSquaredInfluences(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    LifetimeSample sample =
        KaplanMeierProperties.sample(random, rows, true)
            .withCustomers(
                IntStream.range(0, rows)
                    .mapToObj(row -> id(random.nextInt(1 + rows / 2)))
                    .toList());
    RobustSurvival found = ROBUST.calculate(sample);
    SurvivalCurve curve = KaplanMeier.withDefaults().calculate(sample);
    for (int step = 0; step < curve.size() && curve.survival(step) > 0; step++) {
      double squares = 0;
      for (int customer = 0; customer <= rows / 2; customer++) {
        squares += Math.pow(influence(sample, curve, step, id(customer)), 2);
      }
      double error = found.standardError(step).orElseThrow() / curve.survival(step);
      assertThat(error * error).isCloseTo(squares, within(ROUNDING * Math.max(1, squares)));
    }
  }

  /** The derivative of ln S by the weight of each row, times the weight, by definition. */
  private static double influence(
      LifetimeSample sample, SurvivalCurve curve, int step, CustomerId customer) {
    double influence = 0;
    for (int row = 0; row < sample.rows(); row++) {
      for (int i = 0; i <= step && sample.customer(row).equals(customer); i++) {
        double time = curve.time(i);
        boolean atRisk = sample.entry(row) < time && time <= sample.duration(row);
        boolean lost = sample.left(row) && sample.duration(row) == time;
        double excess = (lost ? 1 : 0) - (atRisk ? curve.lost(i) / curve.atRisk(i) : 0);
        influence -= sample.weight(row) * excess / (curve.atRisk(i) - curve.lost(i));
      }
    }
    return influence;
  }
}
