package io.github.retention4j.testing;

import static io.github.retention4j.testing.RetentionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.renewal.GeometricLifetimeFitter;
import io.github.retention4j.renewal.RenewalSample;
import io.github.retention4j.renewal.ShiftedBetaGeometric;
import io.github.retention4j.renewal.ShiftedBetaGeometricFitter;
import io.github.retention4j.stats.Proportion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleContractsTest {

  private static final int CUSTOMERS = 2_000;
  private static final int RENEWALS = 8;

  @Test
  void cohortsAreOfEachAge() {
    RenewalSample sample = SampleContracts.CLUB.simulate(10, 3, 42);
    assertThat(sample.cohorts())
        .allMatch(cohort -> cohort.customers() == 10)
        .extracting(cohort -> cohort.age())
        .containsExactly(1, 2, 3);
    assertThat(SampleContracts.CLUB.simulate(10, 3, 42)).isEqualTo(sample);
    assertThat(SampleContracts.CLUB.simulate(10, 3, 43)).isNotEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("io.github.retention4j.testing.SampleContracts#all")
  void asManyRenewAsTheModelSays(SampleContracts<?> business) {
    RenewalSample sample = business.simulate(CUSTOMERS, RENEWALS, 42);
    long left = sample.cohorts().stream().mapToLong(cohort -> cohort.lost(1)).sum();
    assertThat(new Proportion(left, sample.customers()))
        .isConsistentWith(business.model().churnProbability(1));
  }

  @Test
  void fitsRecoverTheModels() {
    for (SampleContracts<ShiftedBetaGeometric> business :
        List.of(SampleContracts.REGULAR, SampleContracts.HIGH_END)) {
      RenewalSample sample = business.simulate(CUSTOMERS, RENEWALS, 42);
      assertThat(ShiftedBetaGeometricFitter.withDefaults().fit(sample))
          .recovers(
              Map.of("alpha", business.model().alpha(), "beta", business.model().beta()), 0.95);
    }
    assertThat(
            GeometricLifetimeFitter.withDefaults()
                .fit(SampleContracts.CLUB.simulate(CUSTOMERS, RENEWALS, 42)))
        .recovers("theta", SampleContracts.CLUB.model().theta());
  }
}
