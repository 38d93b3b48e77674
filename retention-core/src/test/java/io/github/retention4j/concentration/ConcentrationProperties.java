package io.github.retention4j.concentration;

import static io.github.retention4j.concentration.Values.dollars;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ConcentrationProperties {

  /** Roundings of sums of some dozen amounts over their total. */
  private static final double ROUNDING = 1e-11;

  private static final ConcentrationCalculator KEPT =
      ConcentrationCalculator.withDefaults().with(NegativeAmounts.KEPT);

  private static Optional<Concentration> of(long... values) {
    return KEPT.calculate(dollars(values));
  }

  @Property
  void giniIsTheMeanDifferenceAndKnowsNoUnit(
      @ForAll @Size(min = 1, max = 40) List<@LongRange(max = 500) Long> list,
      @ForAll @IntRange(min = 2, max = 9) int factor) {
    long[] values = list.stream().mapToLong(v -> v).toArray();
    of(values)
        .ifPresent(
            concentration -> {
              double gini = concentration.gini().orElseThrow().value();
              assertThat(gini).isBetween(0.0, 1 - 1.0 / values.length + ROUNDING);
              assertThat(gini).isCloseTo(slowGini(values), within(ROUNDING));
              long[] scaled = LongStream.of(values).map(v -> factor * v).toArray();
              assertThat(of(scaled).orElseThrow().gini().orElseThrow().value())
                  .isCloseTo(gini, within(ROUNDING));
            });
  }

  private static double slowGini(long[] values) {
    double differences = 0;
    for (long a : values) {
      for (long b : values) {
        differences += Math.abs(a - b);
      }
    }
    return differences / (2.0 * values.length * LongStream.of(values).sum());
  }

  @Property
  void lorenzCurveIsConvexAndEndsAtOne(
      @ForAll @Size(min = 1, max = 40) List<@LongRange(min = -50, max = 500) Long> list,
      @ForAll @IntRange(min = 2, max = 60) int steps) {
    long[] values = list.stream().mapToLong(v -> v).toArray();
    of(values)
        .ifPresent(
            concentration -> {
              List<LorenzPoint> curve = concentration.lorenzCurve(steps);
              assertThat(curve.get(0)).isEqualTo(new LorenzPoint(0, 0));
              assertThat(curve.get(steps)).isEqualTo(new LorenzPoint(1, 1));
              for (int i = 1; i < steps; i++) {
                double before = curve.get(i - 1).shareOfTotal();
                double after = curve.get(i + 1).shareOfTotal();
                assertThat(curve.get(i).shareOfTotal())
                    .isLessThanOrEqualTo((before + after) / 2 + ROUNDING);
                assertThat(curve.get(i).shareOfTotal())
                    .isLessThanOrEqualTo(curve.get(i).shareOfCustomers() + ROUNDING);
              }
            });
  }

  @Property
  void largestCustomersMakeMoreTheMoreTheyAre(
      @ForAll @Size(min = 1, max = 40) List<@LongRange(max = 500) Long> list) {
    long[] values = list.stream().mapToLong(v -> v).toArray();
    of(values)
        .ifPresent(
            concentration -> {
              long[] ascending = values.clone();
              Arrays.sort(ascending);
              double sum = 0;
              for (int k = 1; k <= values.length; k++) {
                sum += ascending[values.length - k];
                assertThat(concentration.shareOfLargest(k))
                    .isGreaterThanOrEqualTo(concentration.shareOfLargest(k - 1))
                    .isCloseTo(sum / LongStream.of(values).sum(), within(ROUNDING));
              }
            });
  }

  @Property
  void paretoPointLiesOnTheCurve(
      @ForAll @Size(min = 1, max = 40) List<@LongRange(min = -50, max = 500) Long> list) {
    long[] values = list.stream().mapToLong(v -> v).toArray();
    of(values)
        .ifPresent(
            concentration -> {
              ParetoPoint point = concentration.paretoPoint();
              assertThat(concentration.shareOfTop(point.shareOfCustomers()))
                  .isCloseTo(point.shareOfTotal(), within(1e-9));
            });
  }

  @Property
  void coreIsTheSmallestSet(
      @ForAll @Size(min = 1, max = 40) List<@LongRange(min = -50, max = 500) Long> list,
      @ForAll @IntRange(min = 1, max = 100) int percent) {
    long[] values = list.stream().mapToLong(v -> v).toArray();
    double share = percent / 100.0;
    of(values)
        .ifPresent(
            concentration -> {
              CoreCustomers core = concentration.core(share);
              int count = core.customers().size();
              assertThat(core.customers().stream().map(CustomerAmount::customer).distinct())
                  .hasSize(count);
              assertThat(
                      core.customers().stream()
                          .map(CustomerAmount::amount)
                          .reduce((a, b) -> a.plus(b)))
                  .contains(core.amount());
              assertThat(concentration.shareOfLargest(count))
                  .isGreaterThanOrEqualTo(share - ROUNDING);
              assertThat(concentration.shareOfLargest(count - 1)).isLessThan(share + ROUNDING);
            });
  }
}
