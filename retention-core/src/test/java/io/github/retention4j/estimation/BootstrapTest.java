package io.github.retention4j.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.estimation.FitException.Reason;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On the mean of 1 to 20, whose scatter is known. */
class BootstrapTest {

  private static final int SIZE = 20;

  /** Three standard deviations of a bias-corrected quantile of 2000 replicates, 0.1 each. */
  private static final double CHANCE = 0.3;

  private static Fit<Double> fit(double mean) {
    ParameterEstimate estimate =
        new ParameterEstimate("mu", mean, ParameterRange.REAL, OptionalDouble.of(1), false);
    Covariance covariance = Covariance.copyOf(List.of("mu"), new double[][] {{1}});
    return new Fit<>(
        mean,
        new FitReport(
            "mean",
            SIZE,
            -1,
            NoPenalty.INSTANCE,
            0,
            List.of(estimate),
            covariance,
            1,
            1,
            List.of()));
  }

  private static Fit<Double> resampled(RandomGenerator random) {
    return fit(IntStream.range(0, SIZE).map(i -> 1 + random.nextInt(SIZE)).average().orElseThrow());
  }

  private static Fit<Double> kept(IntPredicate rows) {
    return fit(IntStream.range(0, SIZE).filter(rows).map(i -> i + 1).average().orElseThrow());
  }

  private final BootstrapResult<Double> result =
      Bootstrap.withDefaults()
          .withReplicates(2000)
          .withSeed(42)
          .run(fit(10.5), BootstrapTest::resampled);

  @Test
  void scattersAsTheMeanDoes() {
    // Variance of 1 to 20 is 33.25, of the mean 33.25 / 20.
    double error = Math.sqrt(33.25 / SIZE);
    assertThat(result.standardError(mean -> mean)).isCloseTo(error, within(CHANCE / 4));
    assertThat(result.bias(mean -> mean)).isCloseTo(0, within(CHANCE));
    for (BootstrapInterval method : BootstrapInterval.values()) {
      assertThat(result.interval(mean -> mean, 0.95, method).lower())
          .as("%s", method)
          .isCloseTo(10.5 - 1.96 * error, within(CHANCE));
      assertThat(result.interval(mean -> mean, 0.95, method).upper())
          .as("%s", method)
          .isCloseTo(10.5 + 1.96 * error, within(CHANCE));
    }
  }

  @Test
  void doesNotHangOnThreads() {
    assertThat(
            Bootstrap.withDefaults()
                .withReplicates(2000)
                .withSeed(42)
                .withThreads(3)
                .run(fit(10.5), BootstrapTest::resampled))
        .isEqualTo(result);
  }

  @Test
  void countsFailures() {
    BootstrapResult<Double> half =
        Bootstrap.withDefaults()
            .withReplicates(100)
            .run(
                fit(0),
                random -> {
                  if (random.nextBoolean()) {
                    throw new FitException(Reason.NO_MAXIMUM, "bad luck");
                  }
                  return fit(1);
                });
    assertThat(half.failures() + half.replicates().size()).isEqualTo(100);
    assertThat(half.failures()).isBetween(30, 70);
    assertThat(half.interval(mean -> mean, 0.9, BootstrapInterval.BASIC).lower()).isEqualTo(-1);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                Bootstrap.withDefaults()
                    .run(
                        fit(0),
                        random -> {
                          throw new FitException(Reason.NO_MAXIMUM, "never");
                        }))
        .withMessage("replicates fitted (0) must be at least two of 1000");
  }

  @Test
  void thePlainJackknifeOfAMeanIsItsStandardError() {
    JackknifeResult<Double> jackknife =
        Jackknife.withDefaults().withGroups(SIZE).run(fit(10.5), SIZE, BootstrapTest::kept);
    double error = Math.sqrt(35.0 / SIZE);
    assertThat(jackknife.standardError(mean -> mean)).isCloseTo(error, within(1e-12));
    assertThat(jackknife.bias(mean -> mean)).isCloseTo(0, within(1e-12));
    assertThat(jackknife.acceleration(mean -> mean)).isCloseTo(0, within(1e-12));
    assertThat(jackknife.acceleration(mean -> 1)).isEqualTo(0);
    assertThat(jackknife.interval(mean -> mean, 0.95).upper())
        .isCloseTo(10.5 + 1.959964 * error, within(1e-6));
    assertThat(result.interval(mean -> mean, 0.95, jackknife))
        .satisfies(bca -> assertThat(bca.method()).isEqualTo("bootstrap BCa"))
        .extracting("lower", "upper")
        .containsExactly(
            result.interval(mean -> mean, 0.95, BootstrapInterval.BIAS_CORRECTED).lower(),
            result.interval(mean -> mean, 0.95, BootstrapInterval.BIAS_CORRECTED).upper());
  }

  @Test
  void groupsAreDealtBySeed() {
    Jackknife jackknife = Jackknife.withDefaults().withGroups(4);
    JackknifeResult<Double> once = jackknife.run(fit(10.5), SIZE, BootstrapTest::kept);
    assertThat(once).isEqualTo(jackknife.run(fit(10.5), SIZE, BootstrapTest::kept));
    assertThat(once).isNotEqualTo(jackknife.withSeed(2).run(fit(10.5), SIZE, BootstrapTest::kept));
    // Each row is left out once, so that the means without a group have the mean of all.
    assertThat(once.bias(mean -> mean)).isCloseTo(0, within(1e-12));
  }

  @Test
  void refusesTooLittle() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bootstrap.withDefaults().withReplicates(1))
        .withMessage("count (1) must be at least 2");
    assertThat(
            Bootstrap.withDefaults()
                .withReplicates(2)
                .run(fit(10.5), BootstrapTest::resampled)
                .replicates())
        .hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Jackknife.withDefaults().withGroups(1))
        .withMessage("count (1) must be at least 2");
    assertThat(
            Jackknife.withDefaults()
                .withGroups(2)
                .run(fit(10.5), SIZE, BootstrapTest::kept)
                .withoutGroup())
        .hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Jackknife.withDefaults().run(fit(1), 19, BootstrapTest::kept))
        .withMessage("rows (19) must be at least as many as groups (20)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> result.interval(mean -> mean, 0, BootstrapInterval.BASIC))
        .withMessage("level (0.0) must be between 0 and 1");
  }
}
