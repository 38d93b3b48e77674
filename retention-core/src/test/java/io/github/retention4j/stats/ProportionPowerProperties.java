package io.github.retention4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class ProportionPowerProperties {

  private static final ProportionPower POWER = ProportionPower.withDefaults();

  @Property
  void powerRisesWithTheSizes(
      @ForAll @Scale(3) @DoubleRange(min = 0, max = 1) double first,
      @ForAll @Scale(3) @DoubleRange(min = 0, max = 1) double second,
      @ForAll @IntRange(min = 1, max = 5000) int n,
      @ForAll @IntRange(min = 1, max = 9) int ratio) {
    GroupSizes sizes = new GroupSizes(n, (long) n * ratio);
    GroupSizes larger = new GroupSizes(n + 1, (n + 1L) * ratio);
    // Where the shares are equal the power is the same at all sizes, up to rounding.
    assertThat(POWER.power(first, second, larger))
        .isGreaterThanOrEqualTo(POWER.power(first, second, sizes) - 1e-14);
  }

  @Property
  void theSampleSizeIsEnoughAndOneFewerIsNot(
      @ForAll @Scale(3) @DoubleRange(min = 0, max = 1) double first,
      @ForAll @Scale(3) @DoubleRange(min = 0, max = 1) double second,
      @ForAll @Scale(2) @DoubleRange(min = 0.1, max = 0.99) double power,
      @ForAll PowerAlternative alternative,
      @ForAll @IntRange(min = 1, max = 5) int ratio) {
    Assume.that(first != second);
    ProportionPower calculator = POWER.with(alternative);
    GroupSizes sizes = calculator.withAllocation(ratio).sampleSize(first, second, power);
    assertThat(sizes.second()).isEqualTo(ratio * sizes.first());
    assertThat(calculator.power(first, second, sizes)).isGreaterThanOrEqualTo(power);
    if (sizes.first() > 1) {
      GroupSizes fewer = new GroupSizes(sizes.first() - 1, (sizes.first() - 1) * ratio);
      assertThat(calculator.power(first, second, fewer)).isLessThan(power);
    }
  }

  @Property
  void aDetectableRiseHasThePower(
      @ForAll @Scale(3) @DoubleRange(min = 0, max = 1) double baseline,
      @ForAll @IntRange(min = 2, max = 50_000) int n,
      @ForAll @Scale(2) @DoubleRange(min = 0.5, max = 0.99) double power) {
    GroupSizes sizes = new GroupSizes(n, n / 2);
    OptionalDouble rise = POWER.detectableRise(baseline, sizes, power);
    if (rise.isPresent()) {
      double second = Math.min(1, baseline + rise.getAsDouble());
      assertThat(POWER.power(baseline, second, sizes)).isGreaterThanOrEqualTo(power);
      double less = baseline + rise.getAsDouble() * (1 - 1e-6);
      assertThat(POWER.power(baseline, less, sizes)).isLessThan(power);
    } else {
      assertThat(POWER.power(baseline, 1, sizes)).isLessThan(power);
    }
  }

  @Property
  void theGroupsMayChangePlaces(
      @ForAll @Scale(3) @DoubleRange(min = 0, max = 1) double first,
      @ForAll @Scale(3) @DoubleRange(min = 0, max = 1) double second,
      @ForAll @IntRange(min = 1, max = 500) int n1,
      @ForAll @IntRange(min = 1, max = 500) int n2) {
    assertThat(POWER.power(second, first, new GroupSizes(n2, n1)))
        .isCloseTo(POWER.power(first, second, new GroupSizes(n1, n2)), within(1e-12));
  }
}
