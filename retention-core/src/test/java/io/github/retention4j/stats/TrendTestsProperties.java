package io.github.retention4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws, and slow obvious forms of the same. */
class TrendTestsProperties {

  private static final double ROUNDING = 1e-12;

  private static final class Series {

    final double[] times;
    final double[] values;

    Series(double[] times, double[] values) {
      this.times = times;
      this.values = values;
    }

    @Override
    public String toString() {
      return Arrays.toString(times) + " " + Arrays.toString(values);
    }
  }

  @Provide
  Arbitrary<Series> series() {
    return Arbitraries.integers().between(2, 40).flatMap(n -> series(n, 30, 10));
  }

  @Provide
  Arbitrary<Series> shortSeries() {
    return Arbitraries.integers().between(2, 7).flatMap(n -> series(n, 9, 4));
  }

  private static Arbitrary<Series> series(int n, int times, int values) {
    return Combinators.combine(numbers(n, times), numbers(n, values)).as(Series::new);
  }

  private static Arbitrary<double[]> numbers(int n, int most) {
    return Arbitraries.integers()
        .between(0, most)
        .list()
        .ofSize(n)
        .map(list -> list.stream().mapToDouble(Integer::doubleValue).toArray());
  }

  private static long slowS(Series series) {
    long s = 0;
    for (int i = 0; i < series.times.length; i++) {
      for (int j = 0; j < i; j++) {
        s +=
            (long)
                (Math.signum(series.times[i] - series.times[j])
                    * Math.signum(series.values[i] - series.values[j]));
      }
    }
    return s;
  }

  @Property
  void sIsTheSumOfTheSignsOfAllPairs(@ForAll("series") Series series) {
    assertThat(MannKendallTest.of(series.times, series.values).s()).isEqualTo(slowS(series));
  }

  @Property(tries = 300)
  void theExactPValueIsTheShareOfAllOrders(@ForAll("shortSeries") Series series) {
    TestResult result = MannKendallTest.of(series.times, series.values).test();
    Assume.that(result.test().equals("Mann-Kendall exact"));
    long least = Math.abs(slowS(series));
    long[] counts = new long[2];
    permute(series, 0, least, counts);
    double share = (double) counts[1] / counts[0];
    assertThat(result.pValue()).isCloseTo(share, within(ROUNDING));
  }

  /** Counts all orders, and those at least as far from 0. */
  private static void permute(Series series, int from, long least, long[] counts) {
    if (from == series.values.length) {
      counts[0]++;
      counts[1] += Math.abs(slowS(series)) >= least ? 1 : 0;
      return;
    }
    for (int i = from; i < series.values.length; i++) {
      double[] values = series.values.clone();
      values[from] = series.values[i];
      values[i] = series.values[from];
      permute(new Series(series.times, values), from + 1, least, counts);
    }
  }

  @Property
  void aRisingFunctionOfTheValuesChangesNothing(@ForAll("series") Series series) {
    MannKendallTest plain = MannKendallTest.of(series.times, series.values);
    double[] moved = Arrays.stream(series.values).map(v -> Math.exp(v) - 100).toArray();
    double[] later = Arrays.stream(series.times).map(t -> t * t * t + 5).toArray();
    MannKendallTest changed = MannKendallTest.of(later, moved);
    assertThat(changed.s()).isEqualTo(plain.s());
    assertThat(changed.test()).isEqualTo(plain.test());
  }

  @Property
  void timeTurnedRoundTurnsTheSign(@ForAll("series") Series series) {
    double[] back = Arrays.stream(series.times).map(t -> -t).toArray();
    MannKendallTest plain = MannKendallTest.of(series.times, series.values);
    MannKendallTest turned = MannKendallTest.of(back, series.values);
    assertThat(turned.s()).isEqualTo(-plain.s());
    assertThat(turned.test().pValue()).isEqualTo(plain.test().pValue());
  }

  private static double[] slowSlopes(Series series) {
    List<Double> slopes = new ArrayList<>();
    for (int i = 0; i < series.times.length; i++) {
      for (int j = 0; j < i; j++) {
        double step = series.times[i] - series.times[j];
        if (step != 0) {
          slopes.add((series.values[i] - series.values[j]) / step + 0.0);
        }
      }
    }
    return slopes.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  @Property
  void theSlopeIsTheMedianOfAll(@ForAll("series") Series series) {
    double[] slopes = slowSlopes(series);
    Assume.that(slopes.length > 0);
    int middle = slopes.length / 2;
    double median =
        slopes.length % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
    assertThat(TheilSenSlope.of(series.times, series.values).value()).isEqualTo(median);
  }

  @Property
  void countingFindsTheSlopesThatSortingDoes(
      @ForAll("series") Series series, @ForAll @IntRange(max = 1000) int where) {
    double[] slopes = slowSlopes(series);
    Assume.that(slopes.length > 0);
    TimeOrder order = TimeOrder.of(series.times, series.values);
    OrderedSlopes counted = new OrderedSlopes.Counted(order, 10);
    long rank = Math.round(where / 1000.0 * (slopes.length - 1));
    assertThat(counted.ofRank(rank)).isCloseTo(slopes[(int) rank], within(ROUNDING));
  }

  @Property
  void theSlopeGoesAlongWithTheData(
      @ForAll("series") Series series,
      @ForAll @IntRange(min = -5, max = 5) int tilt,
      @ForAll @IntRange(min = 1, max = 8) int stretch) {
    Assume.that(slowSlopes(series).length > 0);
    TheilSenSlope plain = TheilSenSlope.of(series.times, series.values);
    double[] values = new double[series.values.length];
    Arrays.setAll(values, i -> stretch * series.values[i] + tilt * series.times[i] + 3);
    TheilSenSlope changed = TheilSenSlope.of(series.times, values);
    assertThat(changed.value()).isCloseTo(stretch * plain.value() + tilt, within(1e-10));
    plain
        .interval(0.8)
        .ifPresent(
            old -> {
              ConfidenceInterval now = changed.interval(0.8).orElseThrow();
              assertThat(now.lower()).isCloseTo(stretch * old.lower() + tilt, within(1e-10));
              assertThat(now.upper()).isCloseTo(stretch * old.upper() + tilt, within(1e-10));
            });
  }

  /** Between two neighbouring slopes, rest values without a trend by the test are in. */
  @Property(tries = 300)
  void sensIntervalHoldsTheSlopesThatTheTestDoesNotRejectOnValuesWithoutTies(
      @ForAll("series") Series series) {
    double[] slopes = slowSlopes(series);
    Assume.that(slopes.length > 1);
    double level = 0.9;
    TheilSenSlope slope = TheilSenSlope.of(series.times, series.values);
    for (int i = 1; i < slopes.length; i++) {
      double between = (slopes[i - 1] + slopes[i]) / 2;
      if (slopes[i] - slopes[i - 1] > 1e-6) {
        double[] rest = new double[series.values.length];
        // Values at one time, and no others, may still be equal; they are told apart by a little.
        Arrays.setAll(rest, j -> series.values[j] - between * series.times[j] + j * 1e-12);
        boolean rejected = MannKendallTest.of(series.times, rest).test().isSignificantAt(1 - level);
        slope
            .interval(level)
            .ifPresentOrElse(
                interval -> assertThat(interval.contains(between)).isEqualTo(!rejected),
                () -> assertThat(rejected).isFalse());
      }
    }
  }
}
