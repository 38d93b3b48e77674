package io.github.retention4j.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.stats.ConfidenceInterval;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * On nine replicates and five groups written down, whose figures were computed by the formulas in
 * Python 3.11 with {@code statistics.NormalDist}.
 */
class ResamplingTest {

  private static final double LEVEL = 0.5;
  private static final Offset<Double> EXACT = within(1e-12);

  /** The two normal quantiles differ in their last digits. */
  private static final Offset<Double> CLOSE = within(1e-9);

  private final BootstrapResult<Double> bootstrap =
      new BootstrapResult<>(5.0, List.of(19.0, 1.0, 2.0, 11.0, 2.5, 7.0, 3.0, 4.0, 5.0), 0);
  private final JackknifeResult<Double> jackknife =
      new JackknifeResult<>(5.0, List.of(3.1, 3.6, 4.0, 4.2, 5.6));

  private static void assertLimits(ConfidenceInterval interval, double lower, double upper) {
    assertThat(interval.lower()).isCloseTo(lower, CLOSE);
    assertThat(interval.upper()).isCloseTo(upper, CLOSE);
    assertThat(interval.level()).isEqualTo(LEVEL);
  }

  @Test
  void scatterAndBiasAreThoseOfTheReplicates() {
    assertThat(bootstrap.standardError(Double::doubleValue)).isCloseTo(5.725188012439223, EXACT);
    assertThat(bootstrap.bias(Double::doubleValue)).isCloseTo(1.0555555555555554, EXACT);
  }

  @Test
  void intervalsReadTheReplicatesBetweenTheirOrderStatistics() {
    assertLimits(
        bootstrap.interval(Double::doubleValue, LEVEL, BootstrapInterval.PERCENTILE), 2.25, 9);
    assertLimits(bootstrap.interval(Double::doubleValue, LEVEL, BootstrapInterval.BASIC), 1, 7.75);
    assertThat(bootstrap.interval(Double::doubleValue, 0.7, BootstrapInterval.PERCENTILE).lower())
        .isCloseTo(1.5, EXACT);
    assertThat(bootstrap.interval(Double::doubleValue, 0.7, BootstrapInterval.PERCENTILE).upper())
        .isCloseTo(15, EXACT);
  }

  @Test
  void thePlacesAreShiftedByTheBiasAndStretchedByTheAcceleration() {
    assertLimits(
        bootstrap.interval(Double::doubleValue, LEVEL, BootstrapInterval.BIAS_CORRECTED),
        3.56181904131048,
        18.385025238202516);
    assertLimits(
        bootstrap.interval(Double::doubleValue, LEVEL, jackknife),
        3.5263998236864813,
        17.63228488769154);
  }

  @Test
  void replicatesAllBelowTheEstimateLeaveItFinite() {
    BootstrapResult<Double> below = new BootstrapResult<>(9.0, List.of(1.0, 2.0, 3.0), 0);
    ConfidenceInterval interval =
        below.interval(Double::doubleValue, LEVEL, BootstrapInterval.BIAS_CORRECTED);
    assertThat(interval.lower()).isGreaterThan(2);
    assertThat(interval.upper()).isEqualTo(3);
  }

  @Test
  void theJackknifeLooksAtTheValuesWithoutEachGroup() {
    assertThat(jackknife.standardError(Double::doubleValue)).isCloseTo(1.678094157072242, EXACT);
    assertThat(jackknife.bias(Double::doubleValue)).isCloseTo(4 * (4.1 - 5), EXACT);
    assertThat(jackknife.acceleration(Double::doubleValue)).isCloseTo(-0.05678286124527984, EXACT);
    assertLimits(
        jackknife.interval(Double::doubleValue, LEVEL), 3.8681426911908394, 6.131857308809161);
  }

  @Test
  void twoAreEnoughAndOneIsNot() {
    assertThat(new BootstrapResult<>(1.0, List.of(1.0, 3.0), 0).standardError(Double::doubleValue))
        .isCloseTo(Math.sqrt(2), EXACT);
    assertThat(new JackknifeResult<>(1.0, List.of(1.0, 3.0)).standardError(Double::doubleValue))
        .isCloseTo(1, EXACT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BootstrapResult<>(1.0, List.of(1.0), 0))
        .withMessage("replicates (1) must be at least two");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BootstrapResult<>(1.0, List.of(1.0, 3.0), -1))
        .withMessage("failures (-1) must be 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JackknifeResult<>(1.0, List.of(1.0)))
        .withMessage("withoutGroup (1) must be at least two");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> jackknife.interval(Double::doubleValue, 1))
        .withMessage("level (1.0) must be between 0 and 1");
  }
}
