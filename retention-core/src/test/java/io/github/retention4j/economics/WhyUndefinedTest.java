package io.github.retention4j.economics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.clv.LifetimeValue;
import io.github.retention4j.clv.LifetimeValueCalculator;
import io.github.retention4j.clv.LifetimeValueFormula;
import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.money.Money;
import io.github.retention4j.retention.RetentionDefinition;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What is empty says why. */
class WhyUndefinedTest {

  private static MonetaryEstimate usd(double amount) {
    return MonetaryEstimate.of("USD", amount);
  }

  private static PeriodicMargin yearly(double amount) {
    return new PeriodicMargin(usd(amount), Granularity.YEAR);
  }

  private static RetentionRate rate(long kept, long of) {
    return new RetentionRate(
        new Proportion(kept, of), Granularity.YEAR, RetentionDefinition.SAME_CUSTOMERS);
  }

  @Test
  void ofAProjection() {
    assertThat(new CustomerProjection(400, 0.95, 20, 12).whyNoSteadyState()).isEmpty();
    assertThat(new CustomerProjection(400, 1, 20, 12).whyNoSteadyState())
        .contains("nobody leaves, so that the number never stops rising");
    assertThat(new CustomerProjection(400, 1, 0, 12).whyNoSteadyState())
        .contains("nobody leaves and nobody joins, so that the number never moves");
  }

  @Test
  void ofAPayback() {
    assertThat(AcquisitionPayback.of(usd(250), yearly(100), 0.8).whyNotContinuous()).isEmpty();
    assertThat(AcquisitionPayback.of(usd(250), yearly(10), 0.8).whyNotContinuous())
        .contains("the cost is never paid back: CAC x churn / margin is 5.000");
    assertThat(AcquisitionPayback.of(usd(250), yearly(0), 0.8).whyNotContinuous())
        .contains("the cost is never paid back: the margin is not above 0");
    assertThat(AcquisitionPayback.of(usd(50), yearly(100), 0).whyNotContinuous())
        .contains("nobody is retained, so that the curve is one step");
  }

  @Test
  void ofWordOfMouthAndReferrals() {
    WordOfMouth silent = WordOfMouth.of(1000, 0.1, 0, 0);
    assertThat(silent.whyNoEqualShare()).contains("nobody tells anybody");
    assertThat(WordOfMouth.of(1000, 0.1, 3, 3).whyNoEqualShare()).isEmpty();
    assertThat(silent.whyNoIntervals()).contains("the unhappy share was assumed");
    WordOfMouth asked = WordOfMouth.of(1000, new Proportion(10, 100), 0.95, 20, 3);
    assertThat(asked.whyNoEqualShare()).isEmpty();
    assertThat(asked.whyNoIntervals()).isEmpty();
    Referrals none = new Referrals(10, 0, 0, 0);
    assertThat(none.whyNoConversion()).contains("nobody was invited");
    assertThat(none.whyNoValueWithReferred(1)).isEmpty();
    Referrals many = new Referrals(10, 5, 20, 15);
    assertThat(many.whyNoConversion()).isEmpty();
    assertThat(many.whyNoValueWithReferred(1))
        .contains("each customer passes on at least its own value (k w is 1.500), without end");
  }

  @Test
  void ofACostOfWinning() {
    AcquisitionSpend organic = new AcquisitionSpend(Money.of("USD", 9), Money.of("USD", 1), 0, 4);
    assertThat(organic.whyNoCostPer(AcquisitionCostBasis.BLENDED)).isEmpty();
    assertThat(organic.whyNoCostPer(AcquisitionCostBasis.PAID))
        .contains("no customer was won through paid channels");
    assertThat(
            new AcquisitionSpend(Money.of("USD", 9), Money.of("USD", 1), 0, 0)
                .whyNoCostPer(AcquisitionCostBasis.BLENDED))
        .contains("no customer was won");
  }

  @Test
  void ofAChange() {
    OptionalDouble none = OptionalDouble.empty();
    assertThat(change(OptionalDouble.of(100), OptionalDouble.of(125)).whyNoRelative()).isEmpty();
    assertThat(change(OptionalDouble.of(100), none).whyNoChange())
        .contains("no finite value after: nobody leaves, or what has no end is not discounted");
    assertThat(change(none, none).whyNoRelative())
        .contains(
            "no finite value before and after: nobody leaves, or what has no end is not"
                + " discounted");
    MetricChange ofLoss = change(OptionalDouble.of(-1), OptionalDouble.of(2));
    assertThat(ofLoss.whyNoChange()).isEmpty();
    assertThat(ofLoss.whyNoRelative())
        .contains(
            "before (-1.00) is not above 0, and a share of nothing or of a loss says nothing");
  }

  private static MetricChange change(OptionalDouble before, OptionalDouble after) {
    return new MetricChange(WhatIfMetric.EQUITY, "USD", before, after, Optional.empty());
  }

  @Test
  void ofABreakEven() {
    AcquireOrRetain harm = AcquireOrRetain.of(0.8, 0.7, usd(400), usd(400), usd(100));
    assertThat(harm.whyNoBreakEven()).contains("it keeps nobody");
    assertThat(harm.whyNoIntervals()).contains("the lift was assumed");
    assertThat(AcquireOrRetain.of(0.7, 0.8, usd(400), usd(400), usd(100)).whyNoBreakEven())
        .isEmpty();
    assertThat(AcquireOrRetain.of(0, 1e-308, usd(1e-9), usd(400), usd(100)).whyNoBreakEven())
        .contains("the lift is too small for a finite ratio");
  }

  @Test
  void ofAClaim() {
    RetentionClaim claim =
        RetentionClaim.reichheld(
            RetentionLift.byPoints(0.05), LifetimeValueFormula.FIRST_MARGIN_NOW);
    assertThat(claim.whyNoGain(0.8, 0.1)).isEmpty();
    assertThat(claim.whyNoGain(0.95, 0))
        .contains("the value after has no finite value: everyone stays, and nothing is discounted");
    assertThat(
            RetentionClaim.reichheld(
                    RetentionLift.byPoints(0.05), LifetimeValueFormula.FIRST_MARGIN_AFTER_RENEWAL)
                .whyNoGain(0, 0.1))
        .contains("the value before is 0: nobody stays, and the first margin wants a renewal");
    assertThat(claim.discounts(0.8)).isPresent();
    assertThat(claim.whyNoDiscounts(0.8)).isEmpty();
    assertThat(claim.whyNoDiscounts(0.5)).contains("even undiscounted the gain is below 25.0 %");
  }

  @Test
  void ofAProgramme() {
    NumberNeededToTreat doubtful = number(0.05, -0.02, 0.12);
    assertThat(doubtful.whyNoneKept()).isEmpty();
    assertThat(doubtful.whyOpen())
        .contains("the interval of the lift holds 0, so that no effect cannot be ruled out");
    NumberNeededToTreat harm = number(-0.05, -0.09, -0.01);
    assertThat(harm.whyNoneKept()).contains("the lift is not above 0");
    assertThat(harm.whyOpen())
        .contains("the whole interval of the lift is not above 0, so that any effect is harm");
    assertThat(number(0.05, 0.01, 0.09).whyOpen()).isEmpty();
    ProgrammeEffect effect =
        new ProgrammeEffect(Assignment.RANDOMISED, rate(80, 100), rate(85, 100));
    assertThat(new PauseEffect(effect, new Proportion(4, 6)).whyNoPostponedShare())
        .contains("there was no lift");
    ProgrammeReturn dear = new ProgrammeReturn(effect, usd(10), usd(20), 30);
    assertThat(dear.whyNoBreakEven())
        .contains("a member costs more than a customer kept is worth, so that no lift is enough");
    assertThat(dear.whyNoInterval(ReturnIntervalMethod.FIELLER, 0.95))
        .contains("the cost cannot be told from 0");
    assertThat(dear.whyNoInterval(ReturnIntervalMethod.DELTA, 0.95)).isEmpty();
    assertThat(new ProgrammeReturn(effect, usd(20), usd(10), 0).whyNoBreakEven()).isEmpty();
  }

  private static NumberNeededToTreat number(double lift, double lower, double upper) {
    return new NumberNeededToTreat(lift, new ConfidenceInterval(lower, upper, 0.95, "Newcombe"));
  }

  @Test
  void ofElasticities() {
    LifetimeValueCalculator calculator = LifetimeValueCalculator.withDefaults();
    LifetimeValue value = calculator.calculate(yearly(100), 0.8);
    assertThat(ValueElasticities.of(value).whyUndefined()).isEmpty();
    assertThat(ValueElasticities.of(value).whyNoInterval()).contains("the retention was assumed");
    assertThat(ValueElasticities.of(calculator.calculate(yearly(100), 1)).whyUndefined())
        .contains("the value has no finite value");
    LifetimeValue half = calculator.calculate(yearly(100), 0.5);
    assertThat(new ValueElasticities(half, half.value().orElseThrow()).whyUndefined())
        .contains("the value less the acquisition cost is 0, or as good as 0");
    LifetimeValue observed = calculator.calculate(yearly(100), rate(60, 100));
    assertThat(ValueElasticities.of(observed).whyNoInterval()).isEmpty();
    assertThat(
            new ValueElasticities(observed, observed.value().orElseThrow().times(1.001))
                .whyNoInterval())
        .contains(
            "within the interval of the rate the value less the acquisition cost passes 0, or has"
                + " no finite value");
  }
}
