package io.github.retention4j.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.retention4j.estimation.Bootstrap;
import io.github.retention4j.estimation.BootstrapInterval;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitReport;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RenewalProperties {

  /** Sums of up to some thousand terms, added without compensation by the slow reference. */
  private static final double SUM = 1e-9;

  @Property
  void survivalIsWhatChurnLeaves(
      @ForAll @DoubleRange(min = 0.01, max = 100) double alpha,
      @ForAll @DoubleRange(min = 0.01, max = 100) double beta,
      @ForAll @DoubleRange(min = 0.2, max = 3) double c,
      @ForAll @IntRange(min = 1, max = 60) int periods) {
    RenewalModel model = new BetaDiscreteWeibull(alpha, beta, c);
    double lost = 0;
    double kept = 1;
    for (RenewalPeriod period : model.project(periods)) {
      lost += period.churnProbability();
      kept *= period.retentionRate();
      assertThat(period.survival()).isCloseTo(1 - lost, within(1e-12));
      assertThat(period.survival()).isCloseTo(kept, withinPercentage(1e-9));
    }
  }

  @Property
  void discountedLifetimeIsTheSumOfItsTerms(
      @ForAll @DoubleRange(min = 0.01, max = 100) double alpha,
      @ForAll @DoubleRange(min = 0.01, max = 100) double beta,
      @ForAll @DoubleRange(min = 0.2, max = 3) double c,
      @ForAll @IntRange(max = 20) int age) {
    RenewalModel model = new BetaDiscreteWeibull(alpha, beta, c);
    double discount = 0.005;
    double sum = 0;
    for (int k = 0; k < 8000; k++) {
      sum += model.conditionalSurvival(age, k) * Math.pow(1 + discount, -k);
    }
    assertThat(model.discountedLifetime(age, discount)).isCloseTo(sum, within(SUM * sum));
  }

  @Property(tries = 50)
  void segmentsAndGeometricAgreeWithTheirTerms(
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double theta1,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double theta2,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double share,
      @ForAll @IntRange(max = 20) int age) {
    RenewalModel model = new TwoSegmentGeometric(theta1, theta2, share);
    double sum = 0;
    for (int k = 0; k < 4000; k++) {
      sum += model.conditionalSurvival(age, k);
    }
    assertThat(model.expectedLifetime(age).orElseThrow()).isCloseTo(sum, within(SUM * sum));
  }

  @Property(tries = 10)
  void fittersRecoverWhatWasSimulated(
      @ForAll @DoubleRange(min = 0.4, max = 2) double alpha,
      @ForAll @DoubleRange(min = 0.5, max = 5) double beta,
      @ForAll long seed) {
    ShiftedBetaGeometric truth = new ShiftedBetaGeometric(alpha, beta);
    RenewalSample design = RenewalSample.of(RenewalCohort.ofShares(20_000, new double[10]));
    FitReport report =
        ShiftedBetaGeometricFitter.withDefaults()
            .fit(design.drawnFrom(truth, new SplittableRandom(seed)))
            .report();
    // Five standard errors: once in a million.
    for (String name : new String[] {"alpha", "beta"}) {
      assertThat(
              report
                  .estimate(name)
                  .interval(1 - 1e-6)
                  .orElseThrow()
                  .contains("alpha".equals(name) ? alpha : beta))
          .isTrue();
    }
  }

  @Example
  void theParametricBootstrapAgreesWithTheHessian() {
    RenewalSample sample =
        RenewalSample.of(RenewalCohort.ofShares(1000, 0.631, 0.468, 0.382, 0.326, 0.289, 0.262));
    ShiftedBetaGeometricFitter fitter = ShiftedBetaGeometricFitter.withDefaults();
    Fit<ShiftedBetaGeometric> fit = fitter.fit(sample);
    var replicates =
        Bootstrap.withDefaults()
            .withReplicates(200)
            .withSeed(42)
            .run(fit, random -> fitter.fit(sample.drawnFrom(fit.model(), random)));
    // Of 200 replicates a standard deviation is known to 5 %; three of those.
    assertThat(replicates.standardError(ShiftedBetaGeometric::alpha))
        .isCloseTo(
            fit.report().estimate("alpha").standardError().orElseThrow(), withinPercentage(15));
    assertThat(
            replicates
                .interval(model -> model.survival(12), 0.95, BootstrapInterval.PERCENTILE)
                .contains(fit.model().survival(12)))
        .isTrue();
  }
}
