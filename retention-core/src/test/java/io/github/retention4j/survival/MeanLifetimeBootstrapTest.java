package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.estimation.Bootstrap;
import io.github.retention4j.estimation.BootstrapResult;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.time.TimeScale;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The interval of a mean lifetime by samples drawn anew. */
class MeanLifetimeBootstrapTest {

  private static final int CUSTOMERS = 200;

  private static final LifetimeSample SAMPLE = exponential(new SplittableRandom(7));

  /** Mean 10, seen for 15 at most. */
  private static LifetimeSample exponential(SplittableRandom random) {
    double[] times =
        IntStream.range(0, CUSTOMERS)
            .mapToDouble(row -> Math.min(15, -10 * Math.log1p(-random.nextDouble())))
            .toArray();
    boolean[] left = new boolean[CUSTOMERS];
    for (int row = 0; row < CUSTOMERS; row++) {
      left[row] = times[row] < 15;
    }
    return LifetimeSample.fromStart(TimeScale.MEAN_MONTH, times, left);
  }

  private static BootstrapResult<Exponential> replicates(int threads) {
    LifetimeFitter<Exponential> fitter = LifetimeFitter.exponential();
    return Bootstrap.withDefaults()
        .withReplicates(400)
        .withThreads(threads)
        .withSeed(42)
        .run(fitter.fit(SAMPLE), random -> fitter.fit(SAMPLE.resample(random)));
  }

  /** The mean is exposure over losses: its log has about the error of one over the root of 155. */
  @Test
  void isCloseToTheDeltaMethodWhereThatHolds() {
    Fit<Exponential> fit = LifetimeFitter.exponential().fit(SAMPLE);
    ConfidenceInterval wald = MeanLifetimeEstimate.of(fit, SAMPLE).interval(0.9).orElseThrow();
    ConfidenceInterval drawn = MeanLifetimeEstimate.interval(replicates(1), 0.9).orElseThrow();
    assertThat(drawn.lower()).isCloseTo(wald.lower(), within(0.05 * wald.lower()));
    assertThat(drawn.upper()).isCloseTo(wald.upper(), within(0.05 * wald.upper()));
    assertThat(drawn.method()).isEqualTo("bootstrap percentile");
    assertThat(MeanLifetimeEstimate.interval(replicates(2), 0.9)).contains(drawn);
  }

  @Test
  void isEmptyWhereTheUpperLimitIsInfinite() {
    Gompertz finite = new Gompertz(0.1, 0.05, TimeScale.MEAN_MONTH);
    Gompertz infinite = new Gompertz(-0.1, 0.05, TimeScale.MEAN_MONTH);
    BootstrapResult<Gompertz> mixed =
        new BootstrapResult<>(finite, List.of(finite, finite, infinite), 0);
    assertThat(MeanLifetimeEstimate.interval(mixed, 0.9)).isEmpty();
    BootstrapResult<Gompertz> all = new BootstrapResult<>(finite, List.of(finite, finite), 0);
    double mean = finite.meanLifetime().finite().orElseThrow();
    assertThat(MeanLifetimeEstimate.interval(all, 0.9).orElseThrow().upper()).isEqualTo(mean);
  }

  @Test
  void drawsAllRowsOfACustomerTogether() {
    LifetimeSample stretches =
        LifetimeSample.entering(
                TimeScale.DAY,
                new double[] {0, 3, 0, 0},
                new double[] {3, 5, 8, 9},
                new boolean[] {false, true, true, false})
            .withCustomers(
                List.of(CustomerId.of(1), CustomerId.of(1), CustomerId.of(2), CustomerId.of(3)));
    for (int seed = 0; seed < 50; seed++) {
      LifetimeSample drawn = stretches.resample(new SplittableRandom(seed));
      assertThat(IntStream.range(0, drawn.rows()).mapToObj(drawn::customer).distinct()).hasSize(3);
      long first = IntStream.range(0, drawn.rows()).filter(it -> drawn.duration(it) == 3).count();
      long second = IntStream.range(0, drawn.rows()).filter(it -> drawn.duration(it) == 5).count();
      assertThat(first).isEqualTo(second);
      assertThat(drawn.rows()).isEqualTo(3 + (int) first);
    }
  }

  @Test
  void drawsAsOftenAsChanceHasIt() {
    SplittableRandom random = new SplittableRandom(1);
    double sum = 0;
    for (int i = 0; i < 200; i++) {
      LifetimeSample drawn = SAMPLE.resample(random);
      assertThat(drawn.rows()).isEqualTo(CUSTOMERS);
      sum += IntStream.range(0, CUSTOMERS).mapToDouble(drawn::duration).sum();
    }
    double mean = IntStream.range(0, CUSTOMERS).mapToDouble(SAMPLE::duration).sum();
    // The standard error of the mean of 200 draws is under 0.4 %.
    assertThat(sum / 200).isCloseTo(mean, within(0.02 * mean));
  }

  @Test
  void refusesRowsThatStandForMany() {
    double[] weights = new double[CUSTOMERS];
    Arrays.fill(weights, 2);
    assertThatThrownBy(() -> SAMPLE.withWeights(weights).resample(new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("sample (200 lifetimes in mean months, ")
        .hasMessageEndingWith("must have no weights: a row may stand for many customers");
  }
}
