package io.github.retention4j.renewal;

import static io.github.retention4j.renewal.RenewalMoment.ABOUT_TO_RENEW;
import static io.github.retention4j.renewal.RenewalMoment.JUST_RENEWED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class RenewalModelTest {

  private static final Offset<Double> ROUNDING = within(1e-13);

  /** The sums promise 1e-9; they keep 1e-11. */
  private static final Percentage SUM = withinPercentage(1e-9);

  private static final ShiftedBetaGeometric HIGH_END = new ShiftedBetaGeometric(0.668, 3.806);

  @Test
  void retentionOfTheHighEndRises() {
    assertThat(HIGH_END.retentionRate(1)).isCloseTo(3.806 / 4.474, ROUNDING);
    assertThat(HIGH_END.retentionRate(2)).isCloseTo(4.806 / 5.474, ROUNDING);
    assertThat(HIGH_END.survival(0)).isEqualTo(1);
    assertThat(HIGH_END.survival(3)).isCloseTo(0.6698169201804, ROUNDING);
    assertThat(HIGH_END.churnProbability(1)).isCloseTo(0.668 / 4.474, ROUNDING);
    assertThat(HIGH_END.conditionalSurvival(1, 1)).isCloseTo(4.806 / 5.474, ROUNDING);
  }

  @Test
  void aWeibullOfShapeOneIsTheShiftedBetaGeometric() {
    BetaDiscreteWeibull same = new BetaDiscreteWeibull(0.668, 3.806, 1);
    assertThat(same.project(12)).isEqualTo(HIGH_END.project(12));
  }

  @Test
  void discountedLifetimesByBothMoments() {
    assertThat(HIGH_END.discountedLifetime(0.1)).isCloseTo(5.922596407613, SUM);
    assertThat(HIGH_END.discountedResidualLifetime(0, 0.1, JUST_RENEWED))
        .isCloseTo(5.922596407613, SUM);
    assertThat(HIGH_END.discountedResidualLifetime(49, 0.1, ABOUT_TO_RENEW))
        .isCloseTo(9.81144605808, SUM);
  }

  @Test
  void slowSumsAreAccurate() {
    // mpmath 1.2.1 at 30 digits: hyp2f1(1, beta, alpha + beta, 1 / (1 + d)).
    assertThat(new ShiftedBetaGeometric(1e-6, 5).discountedLifetime(1e-6))
        .isCloseTo(999989.2678289, SUM);
    assertThat(new ShiftedBetaGeometric(0.5, 2).discountedLifetime(1e-9))
        .isCloseTo(74506.41214249, SUM);
    assertThat(new ShiftedBetaGeometric(50, 1e6).discountedLifetime(1e-4))
        .isCloseTo(6682.161158972, SUM);
    // The same model by the general road, whose undiscounted mean is (alpha + beta - 1) / (alpha -
    // 1).
    assertThat(new BetaDiscreteWeibull(1.01, 3, 1).expectedLifetime().orElseThrow())
        .isCloseTo(3.01 / 0.01, SUM);
    assertThat(new BetaDiscreteWeibull(2.5, 3, 1).expectedLifetime(7).orElseThrow())
        .isCloseTo(1 + 10 / 1.5, SUM);
    // mpmath nsum of S(t) with Euler-Maclaurin.
    assertThat(new BetaDiscreteWeibull(4, 2, 0.5).expectedLifetime().orElseThrow())
        .isCloseTo(4.180793340482, SUM);
  }

  @Test
  void anEndlessMeanIsSaid() {
    assertThat(HIGH_END.expectedLifetime()).isEmpty();
    assertThat(new ShiftedBetaGeometric(1, 3).expectedLifetime(4)).isEmpty();
    assertThat(new BetaDiscreteWeibull(2, 3, 0.5).expectedLifetime()).isEmpty();
    assertThat(new ShiftedBetaGeometric(3, 4).expectedLifetime()).hasValue(3);
    assertThat(new ShiftedBetaGeometric(3, 4).expectedLifetime(6)).hasValue(6);
  }

  /** mpmath 1.2.1 at 1000 digits: log B(0.5, 2 + t^10) - log B(0.5, 2 + age^10), t = age + 1e40. */
  @Test
  void survivesBeyondThePowersThatADoubleHolds() {
    BetaDiscreteWeibull model = new BetaDiscreteWeibull(0.5, 2, 10);
    assertThat(model.logConditionalSurvival(0, 1e40)).isCloseTo(-460.2323357283362, SUM);
    assertThat(model.logConditionalSurvival(3, 1e40)).isCloseTo(-455.0239423374818, SUM);
    // Where the age itself is so far out, (age / t)^(alpha c) is left.
    BetaDiscreteWeibull steep = new BetaDiscreteWeibull(0.5, 2, 20);
    assertThat(steep.logConditionalSurvival(1_000_000_000_000_000_000L, 1e18))
        .isCloseTo(-10 * Math.log(2), SUM);
  }

  @Test
  void geometricLifetimesDoNotAge() {
    GeometricLifetime model = new GeometricLifetime(0.25);
    assertThat(model.survival(2)).isCloseTo(0.5625, ROUNDING);
    assertThat(model.retentionRate(7)).isCloseTo(0.75, ROUNDING);
    assertThat(model.expectedLifetime(9)).hasValue(4);
    assertThat(model.discountedLifetime(0.1)).isCloseTo(1.1 / 0.35, ROUNDING);
  }

  @Test
  void theSegmentThatStaysGainsShare() {
    TwoSegmentGeometric model = new TwoSegmentGeometric(0.1, 0.5, 0.4);
    assertThat(model.survival(1)).isCloseTo(0.4 * 0.9 + 0.6 * 0.5, ROUNDING);
    assertThat(model.survival(2)).isCloseTo(0.4 * 0.81 + 0.6 * 0.25, ROUNDING);
    assertThat(model.shareAt(1)).isCloseTo(0.36 / 0.66, ROUNDING);
    assertThat(model.expectedLifetime().orElseThrow()).isCloseTo(4 + 1.2, ROUNDING);
    assertThat(model.discountedLifetime(0.1))
        .isCloseTo(0.4 * 1.1 / 0.2 + 0.6 * 1.1 / 0.6, ROUNDING);
    assertThat(model.logConditionalSurvival(0, 10_000))
        .isCloseTo(Math.log(0.4) + 10_000 * Math.log(0.9), withinPercentage(1e-9));
  }

  @Test
  void cohortsAddUp() {
    RenewalSample sample =
        RenewalSample.of(RenewalCohort.ofSurvivors(100, 80, 70), RenewalCohort.ofSurvivors(50, 40));
    GeometricLifetime model = new GeometricLifetime(0.25);
    assertThat(model.expectedSurvivors(sample, 2)).isCloseTo(110 * 0.5625, within(1e-10));
    assertThat(model.discountedResidualLifetime(sample, 0.1, ABOUT_TO_RENEW))
        .isCloseTo(110 * 0.75 * 1.1 / 0.35, within(1e-10));
  }

  @Test
  void refusesWhatIsNoParameter() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShiftedBetaGeometric(0, 1))
        .withMessage("alpha (0.0) must be finite and over 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BetaDiscreteWeibull(1, 1, Double.NaN))
        .withMessage("c (NaN) must be finite and over 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GeometricLifetime(1))
        .withMessage("theta (1.0) must be between 0 and 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HIGH_END.survival(-1))
        .withMessage("period (-1) must be 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HIGH_END.churnProbability(0))
        .withMessage("period (0) must be 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HIGH_END.discountedLifetime(0))
        .withMessage("discount (0.0) must be finite and over 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HIGH_END.logConditionalSurvival(0, -0.5))
        .withMessage("ahead (-0.5) must be finite and 0 or more");
  }
}
