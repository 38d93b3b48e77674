package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.RidgePenalty;
import io.github.retention4j.time.TimeScale;
import org.junit.jupiter.api.Test;

class BetaGeometricFitterTest {

  /** An estimate within four standard errors of the truth: one seed in 4000 would miss. */
  private static final double STANDARD_ERRORS = 4;

  private static final int CUSTOMERS = 3_000;

  private static PurchaseSample drawn(BetaGeometricModel model) {
    return PurchaseSimulator.withDefaults().simulate(model, CUSTOMERS, 60).toSample();
  }

  @Test
  void recoversWhatWasDrawn() {
    BgNbd truth = new BgNbd(0.8, 5, 0.9, 2.5, TimeScale.WEEK);
    check(BgNbdFitter.withDefaults().fit(drawn(truth)).report(), truth);
    MbgNbd modified = new MbgNbd(0.8, 5, 0.9, 2.5, TimeScale.WEEK);
    check(MbgNbdFitter.withDefaults().fit(drawn(modified)).report(), modified);
  }

  @Test
  void recoversTheRegularityThatWasDrawn() {
    BgCnbdK truth = new BgCnbdK(3, 0.8, 2, 0.9, 2.5, TimeScale.WEEK);
    Fit<BgCnbdK> fit = BgCnbdKFitter.withDefaults().withKUpTo(5).fit(drawn(truth));
    assertThat(fit.model().k()).isEqualTo(3);
    check(fit.report(), truth);
    MbgCnbdK modified = new MbgCnbdK(2, 0.8, 2, 0.9, 2.5, TimeScale.WEEK);
    Fit<MbgCnbdK> modifiedFit = MbgCnbdKFitter.withDefaults().withKUpTo(4).fit(drawn(modified));
    assertThat(modifiedFit.model().k()).isEqualTo(2);
    check(modifiedFit.report(), modified);
  }

  private static void check(FitReport report, BetaGeometricModel truth) {
    check(report, "r", truth.r());
    check(report, "alpha", truth.alpha());
    check(report, "a", truth.a());
    check(report, "b", truth.b());
  }

  private static void check(FitReport report, String name, double truth) {
    double error = report.estimate(name).standardError().orElseThrow();
    assertThat(report.estimate(name).value())
        .as(name)
        .isCloseTo(truth, within(STANDARD_ERRORS * error));
  }

  @Test
  void reportsTheLikelihoodOfTheModel() {
    PurchaseSample sample = drawn(new BgCnbdK(2, 0.8, 2, 0.9, 2.5, TimeScale.WEEK));
    Fit<MbgCnbdK> fit = MbgCnbdKFitter.withDefaults().withK(2).fit(sample);
    double sum = 0;
    for (int row = 0; row < sample.size(); row++) {
      sum +=
          sample.logIntervals(row).isPresent()
              ? fit.model()
                  .logLikelihood(sample.history(row), sample.logIntervals(row).orElseThrow())
              : fit.model().logLikelihood(sample.history(row));
    }
    assertThat(fit.report().logLikelihood()).isCloseTo(sum, within(1e-9 * Math.abs(sum)));
  }

  @Test
  void threadsDoNotChangeABit() {
    PurchaseSample sample = drawn(new BgNbd(0.8, 5, 0.9, 2.5, TimeScale.WEEK));
    FitOptions two = FitOptions.defaults().withThreads(2);
    assertThat(BgNbdFitter.withDefaults().with(two).fit(sample).model())
        .isEqualTo(BgNbdFitter.withDefaults().fit(sample).model());
  }

  @Test
  void anotherUnitRescalesTheFit() {
    PurchaseSample weeks = drawn(new BgNbd(0.8, 5, 0.9, 2.5, TimeScale.WEEK));
    BgNbd inWeeks = BgNbdFitter.withDefaults().fit(weeks).model();
    BgNbd inDays = BgNbdFitter.withDefaults().fit(weeks.with(TimeScale.DAY)).model();
    assertThat(inDays.timeScale()).isEqualTo(TimeScale.DAY);
    assertThat(inDays.alpha()).isCloseTo(7 * inWeeks.alpha(), within(1e-5));
    assertThat(inDays.r()).isCloseTo(inWeeks.r(), within(1e-6));
  }

  @Test
  void aPenaltyPullsTowardsOne() {
    PurchaseSample sample = drawn(new BgNbd(0.8, 5, 0.9, 2.5, TimeScale.WEEK));
    FitOptions map = FitOptions.defaults().with(new RidgePenalty(1_000));
    Fit<BgNbd> free = BgNbdFitter.withDefaults().fit(sample);
    Fit<BgNbd> pulled = BgNbdFitter.withDefaults().with(map).fit(sample);
    assertThat(Math.abs(Math.log(pulled.model().alpha())))
        .isLessThan(Math.abs(Math.log(free.model().alpha())));
    assertThat(pulled.report().logLikelihood()).isLessThan(free.report().logLikelihood());
  }

  @Test
  void refusesASampleInWhichNobodyCameBack() {
    PurchaseSample sample =
        PurchaseSample.of(TimeScale.WEEK, new int[2], new double[2], new double[] {3, 4});
    assertThatThrownBy(() -> BgNbdFitter.withDefaults().fit(sample))
        .isInstanceOf(FitException.class)
        .hasMessage("BG/NBD: none of the 2 customers bought again");
  }

  @Test
  void oneCustomerIsNotEnoughToTellHowCustomersDiffer() {
    PurchaseSample one =
        PurchaseSample.of(TimeScale.WEEK, new int[] {3}, new double[] {10}, new double[] {12});
    assertThatThrownBy(() -> BgNbdFitter.withDefaults().fit(one))
        .isInstanceOf(FitException.class)
        .hasMessage("BG/NBD: 1 customer cannot tell how customers differ");
    assertThatThrownBy(() -> MbgCnbdKFitter.withDefaults().withKUpTo(2).fit(one))
        .isInstanceOf(FitException.class);
  }

  @Test
  void warnsOfFewWhoCameBack() {
    BgNbd truth = new BgNbd(0.8, 5, 0.9, 2.5, TimeScale.WEEK);
    PurchaseSample few = PurchaseSimulator.withDefaults().simulate(truth, 25, 60).toSample();
    FitOptions map = FitOptions.defaults().with(new RidgePenalty(1));
    assertThat(BgNbdFitter.withDefaults().with(map).fit(few).report().warnings())
        .extracting(FitWarning::kind)
        .contains(FitWarning.Kind.SMALL_SAMPLE);
  }

  @Test
  void refusesRegularitiesThatAreNone() {
    assertThatThrownBy(() -> BgCnbdKFitter.withDefaults().withK(0))
        .hasMessage("k (0) must be from 1 to 30");
    assertThatThrownBy(() -> MbgCnbdKFitter.withDefaults().withKUpTo(31))
        .hasMessage("k (31) must be from 1 to 30");
  }
}
