package io.github.retention4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class StatsProperties {

  /** Limits closer than this to a value may fall on either side of it by rounding. */
  private static final double ROUNDING = 1e-12;

  @Provide
  Arbitrary<Proportion> proportions() {
    return Arbitraries.oneOf(
            Arbitraries.longs().between(1, 50), Arbitraries.longs().between(1, 1_000_000_000))
        .flatMap(n -> Arbitraries.longs().between(0, n).map(x -> new Proportion(x, n)));
  }

  @Property
  void intervalsHoldTheShareAndStayWithin0To1(
      @ForAll("proportions") Proportion share,
      @ForAll IntervalMethod method,
      @ForAll @Scale(6) @DoubleRange(min = 0.5, max = 0.9999) double level) {
    ConfidenceInterval interval = share.interval(method, level);
    assertThat(interval.contains(share.value())).isTrue();
    assertThat(interval.lower()).isBetween(0.0, 1.0);
    assertThat(interval.upper()).isBetween(0.0, 1.0);
  }

  @Property
  void intervalsWidenWithTheLevel(
      @ForAll("proportions") Proportion share,
      @ForAll IntervalMethod method,
      @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 0.99) double level) {
    ConfidenceInterval narrow = share.interval(method, level);
    ConfidenceInterval wide = share.interval(method, level + 0.005);
    assertThat(wide.lower()).isLessThanOrEqualTo(narrow.lower());
    assertThat(wide.upper()).isGreaterThanOrEqualTo(narrow.upper());
  }

  @Property
  void theComplementMirrors(
      @ForAll("proportions") Proportion share,
      @ForAll IntervalMethod method,
      @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 0.999) double level,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double hypothesised) {
    ConfidenceInterval interval = share.interval(method, level);
    ConfidenceInterval mirrored = share.complement().interval(method, level).map(p -> 1 - p);
    assertThat(mirrored.lower()).isCloseTo(interval.lower(), within(1e-14));
    assertThat(mirrored.upper()).isCloseTo(interval.upper(), within(1e-14));
    double p = share.testAgainst(hypothesised, method).pValue();
    assertThat(share.complement().testAgainst(1 - hypothesised, method).pValue())
        .isCloseTo(p, within(1e-6));
  }

  @Property(tries = 3000)
  void aPValueIsUnder1MinusLevelExactlyWhenTheIntervalExcludes(
      @ForAll("proportions") Proportion share,
      @ForAll IntervalMethod method,
      @ForAll @Scale(6) @DoubleRange(min = 0.05, max = 0.9999) double level,
      @ForAll @Scale(6) @DoubleRange(min = -1.3, max = 1.3) double where) {
    ConfidenceInterval interval = share.interval(method, level);
    // Near a limit on either side, and beyond.
    double middle = (interval.lower() + interval.upper()) / 2;
    double hypothesised =
        Math.max(0, Math.min(1, middle + where * Math.max(interval.width() / 2, 1e-3)));
    Assume.that(Math.abs(hypothesised - interval.lower()) > ROUNDING);
    Assume.that(Math.abs(hypothesised - interval.upper()) > ROUNDING);
    boolean excluded = !interval.contains(hypothesised);
    assertThat(share.testAgainst(hypothesised, method).pValue() < 1 - level).isEqualTo(excluded);
  }

  @Property
  void atALimitThePValueIs1MinusLevel(
      @ForAll("proportions") Proportion share,
      @ForAll IntervalMethod method,
      @ForAll @Scale(6) @DoubleRange(min = 0.5, max = 0.999) double level) {
    ConfidenceInterval interval = share.interval(method, level);
    for (double limit : new double[] {interval.lower(), interval.upper()}) {
      if (limit > 0 && limit < 1 && interval.width() > 0) {
        assertThat(share.testAgainst(limit, method).pValue()).isCloseTo(1 - level, within(1e-6));
      }
    }
  }

  @Property
  void theLogarithmAgreesWithThePValue(
      @ForAll("proportions") Proportion first,
      @ForAll("proportions") Proportion second,
      @ForAll IntervalMethod method) {
    ProportionDifference difference = new ProportionDifference(first, second);
    for (TestResult result :
        List.of(
            first.testAgainst(second.value(), method),
            difference.test(),
            ProportionTests.homogeneity(List.of(first, second)))) {
      if (result.pValue() > 1e-300) {
        assertThat(result.log10PValue()).isCloseTo(Math.log10(result.pValue()), within(1e-12));
      } else {
        assertThat(result.log10PValue()).isLessThan(-299);
      }
    }
  }

  @Property
  void homogeneityAndTrendOfTwoGroupsAreTheZTest(
      @ForAll("proportions") Proportion first, @ForAll("proportions") Proportion second) {
    TestResult z = new ProportionDifference(first, second).test();
    double square = z.statistic() * z.statistic();
    TestResult chiSquare = ProportionTests.homogeneity(List.of(first, second));
    assertThat(chiSquare.statistic()).isCloseTo(square, within(1e-12 * square));
    assertThat(chiSquare.log10PValue()).isCloseTo(z.log10PValue(), within(1e-12 * (1 + square)));
    TestResult trend = ProportionTests.trend(List.of(second, first));
    assertThat(trend.statistic()).isCloseTo(z.statistic(), within(1e-12 * Math.abs(z.statistic())));
  }

  @Property
  void aDifferenceLiesInItsIntervalAndSwapsItsSign(
      @ForAll("proportions") Proportion first,
      @ForAll("proportions") Proportion second,
      @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 0.999) double level) {
    ProportionDifference difference = new ProportionDifference(first, second);
    ConfidenceInterval interval = difference.interval(level);
    assertThat(interval.contains(difference.difference())).isTrue();
    assertThat(interval.lower()).isGreaterThanOrEqualTo(-1);
    assertThat(interval.upper()).isLessThanOrEqualTo(1);
    ConfidenceInterval swapped = new ProportionDifference(second, first).interval(level);
    assertThat(swapped.map(d -> -d)).isEqualTo(interval);
  }

  @Property
  void fisherDoesNotMindWhichGroupIsFirst(
      @ForAll("proportions") Proportion first, @ForAll("proportions") Proportion second) {
    Assume.that(first.total() + second.total() < 10_000_000);
    double p = new ProportionDifference(first, second).exactTest().log10PValue();
    assertThat(new ProportionDifference(second, first).exactTest().log10PValue())
        .isCloseTo(p, within(1e-9 * (1 - p)));
  }

  @Property
  void adjustedPValuesKeepTheOrderAndAreNotSmaller(
      @ForAll @Size(max = 20) List<@Scale(6) @DoubleRange(min = 0, max = 1) Double> pValues,
      @ForAll MultipleTesting method) {
    List<Double> adjusted = method.adjust(pValues);
    for (int i = 0; i < pValues.size(); i++) {
      assertThat(adjusted.get(i)).isBetween(pValues.get(i), 1.0);
      for (int j = 0; j < pValues.size(); j++) {
        if (pValues.get(i) <= pValues.get(j)) {
          assertThat(adjusted.get(i)).isLessThanOrEqualTo(adjusted.get(j));
        }
      }
    }
    List<Double> strict = MultipleTesting.BONFERRONI.adjust(pValues);
    assertThat(IntStream.range(0, pValues.size())).allMatch(i -> adjusted.get(i) <= strict.get(i));
  }

  @Property
  void aRateLiesInItsIntervalAndOneStratumIsASum(
      @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 1e6) double exposure,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 9) double log10Events,
      @ForAll @Scale(6) @DoubleRange(min = 0.5, max = 0.999) double level) {
    long events = (long) Math.pow(10, log10Events) - 1;
    ConfidenceInterval interval = EventRate.of(events, exposure).interval(level);
    assertThat(interval.contains(events / exposure)).isTrue();
    // A second stratum of the same weight and without events adds nothing.
    ConfidenceInterval split =
        EventRate.sumOfRatios(new long[] {events, 0}, new double[] {exposure, exposure})
            .interval(level);
    assertThat(split.lower()).isEqualTo(interval.lower());
    assertThat(split.upper()).isEqualTo(interval.upper());
  }
}
