package io.github.retention4j.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RenewalSampleTest {

  @Test
  void countsLostAndActive() {
    RenewalSample sample =
        RenewalSample.of(
            RenewalCohort.ofSurvivors(100, 80, 70), RenewalCohort.ofShares(1000, 0.6312));
    assertThat(sample.customers()).isEqualTo(1100);
    assertThat(sample.lost()).isEqualTo(30 + 369);
    assertThat(sample.oldestAge()).isEqualTo(2);
    assertThat(sample.cohorts().get(0).lost(2)).isEqualTo(10);
    assertThat(sample.cohorts().get(1).survivors()).containsExactly(1000L, 631L);
  }

  @Test
  void refusesImpossibleCounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RenewalCohort.ofSurvivors(10, 8, 9))
        .withMessage("survivors (9) after renewal 2 must be from 0 to the 8 before it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RenewalCohort.ofSurvivors(10, -1))
        .withMessage("survivors (-1) after renewal 1 must be from 0 to the 10 before it");
    assertThatIllegalArgumentException()
        .isThrownBy(RenewalCohort::ofSurvivors)
        .withMessage("survivors ([]) must begin with at least one customer");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RenewalCohort.ofShares(1000, 63.1))
        .withMessage("share (63.1) after renewal 1 must be a fraction from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RenewalSample(List.of()))
        .withMessage("cohorts (0) must be at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RenewalCohort.ofSurvivors(10, 8).lost(2))
        .withMessage("period (2) must be from 1 to age (1)");
  }

  @Test
  void drawsTheSameCohortsFromTheSameSeed() {
    RenewalSample design = RenewalSample.of(RenewalCohort.ofSurvivors(500, 400, 300));
    GeometricLifetime model = new GeometricLifetime(0.3);
    RenewalSample drawn = design.drawnFrom(model, new SplittableRandom(42));
    assertThat(drawn).isEqualTo(design.drawnFrom(model, new SplittableRandom(42)));
    assertThat(drawn.cohorts().get(0).customers()).isEqualTo(500);
    assertThat(drawn.oldestAge()).isEqualTo(2);
  }
}
