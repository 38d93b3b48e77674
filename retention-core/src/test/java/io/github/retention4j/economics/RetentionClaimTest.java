package io.github.retention4j.economics;

import static io.github.retention4j.clv.LifetimeValueFormula.FIRST_MARGIN_AFTER_RENEWAL;
import static io.github.retention4j.clv.LifetimeValueFormula.FIRST_MARGIN_AT_PERIOD_END;
import static io.github.retention4j.clv.LifetimeValueFormula.FIRST_MARGIN_NOW;
import static io.github.retention4j.clv.LifetimeValueFormula.MARGIN_OVER_CHURN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.clv.DiscountRate;
import io.github.retention4j.clv.LifetimeValueFormula;
import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.time.Granularity;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class RetentionClaimTest {

  private static final RetentionLift FIVE_POINTS = RetentionLift.byPoints(0.05);
  private static final double ROUNDING = 1e-12;

  private static RetentionClaim claim(LifetimeValueFormula formula) {
    return RetentionClaim.reichheld(FIVE_POINTS, formula);
  }

  @Test
  void fivePointsDoubleTheValueFrom90PercentUndiscounted() {
    assertThat(claim(MARGIN_OVER_CHURN).gain(0.9, 0).getAsDouble()).isCloseTo(1, within(ROUNDING));
    assertThat(claim(MARGIN_OVER_CHURN).gain(0.75, 0).getAsDouble())
        .isCloseTo(0.25, within(ROUNDING));
  }

  @Test
  void undiscountedTheClaimHoldsFrom75ToNear90Percent() {
    // r = 1 - 0.05 - 0.05 / gain.
    assertThat(claim(MARGIN_OVER_CHURN).startingRates(0))
        .singleElement()
        .satisfies(
            range -> {
              assertThat(range.lower()).isCloseTo(0.75, within(ROUNDING));
              assertThat(range.upper().getAsDouble())
                  .isCloseTo(0.95 - 0.05 / 0.95, within(ROUNDING));
            });
  }

  @Test
  void discountedAt10PercentItHoldsFrom85PercentOn() {
    // r = 1.1 - 0.05 - 0.05 / gain is 0.85 and 0.9974; five points more are too much past 0.95.
    assertThat(claim(FIRST_MARGIN_NOW).startingRates(0.1))
        .singleElement()
        .satisfies(
            range -> {
              assertThat(range.lower()).isCloseTo(0.85, within(ROUNDING));
              assertThat(range.upper().getAsDouble()).isCloseTo(0.95, within(ROUNDING));
            });
    // At 30 % the gain is at most 0.05 / 0.3.
    assertThat(claim(FIRST_MARGIN_NOW).startingRates(0.3)).isEmpty();
  }

  @Test
  void withoutTheFirstMarginItAlsoHoldsFromVeryLowRates() {
    List<RateRange> ranges = claim(FIRST_MARGIN_AFTER_RENEWAL).startingRates(0.1);
    assertThat(ranges).hasSize(2);
    // 0.25 r^2 - 0.25 * 1.05 r + 0.055 = 0 has the roots 0.2894 and 0.7606.
    assertThat(ranges.get(0).upper().getAsDouble())
        .isCloseTo((1.05 - Math.sqrt(1.05 * 1.05 - 0.88)) / 2, within(ROUNDING));
    assertThat(ranges.get(1).lower())
        .isCloseTo((1.05 + Math.sqrt(1.05 * 1.05 - 0.88)) / 2, within(ROUNDING));
    assertThat(ranges.get(1).contains(0.8)).isTrue();
    assertThat(ranges.get(1).contains(0.75)).isFalse();
  }

  @Test
  void fivePercentMoreIsLessThanFivePoints() {
    RetentionClaim share =
        RetentionClaim.reichheld(RetentionLift.byShareOfRetention(0.05), MARGIN_OVER_CHURN);
    // r = g / ((1 + g) 1.05 - 1)
    assertThat(share.startingRates(0))
        .singleElement()
        .satisfies(
            range -> {
              assertThat(range.lower()).isCloseTo(0.25 / 0.3125, within(ROUNDING));
              assertThat(range.upper().getAsDouble()).isCloseTo(0.95 / 1.0475, within(ROUNDING));
            });
    RetentionClaim churn =
        RetentionClaim.reichheld(RetentionLift.byShareOfChurn(0.05), MARGIN_OVER_CHURN);
    // The same 1 / 0.95 - 1 = 5.3 % from everywhere.
    assertThat(churn.gain(0.3, 0).getAsDouble()).isCloseTo(1 / 0.95 - 1, within(ROUNDING));
    assertThat(churn.startingRates(0)).isEmpty();
  }

  @Test
  void aFifthLessChurnIsAQuarterMoreFromEverywhere() {
    RetentionClaim churn =
        RetentionClaim.reichheld(RetentionLift.byShareOfChurn(0.2), MARGIN_OVER_CHURN);
    assertThat(churn.startingRates(0)).containsExactly(RateRange.of(0, 1));
  }

  @Test
  void halvingDefectionDoublesLife() {
    RetentionClaim halved =
        new RetentionClaim(RetentionLift.byShareOfChurn(0.5), 1, 1, MARGIN_OVER_CHURN);
    assertThat(halved.gain(0.9, 0).getAsDouble()).isCloseTo(1, within(ROUNDING));
    assertThat(halved.holds(0.9, 0)).isTrue();
  }

  @Test
  void saysUpToWhichDiscountRateItHolds() {
    // From 0.9: d = 0.95 - 1 + 0.05 / gain.
    RateRange rates = claim(FIRST_MARGIN_AT_PERIOD_END).discounts(0.9).orElseThrow();
    assertThat(rates.lower()).isCloseTo(0.05 / 0.95 - 0.05, within(ROUNDING));
    assertThat(rates.upper().getAsDouble()).isCloseTo(0.15, within(ROUNDING));
    assertThat(claim(FIRST_MARGIN_AT_PERIOD_END).discounts(0.6)).isEmpty();
    // From 0.1 even an endless discount leaves 0.05 / 0.1, half as much again for the first
    // renewal.
    RateRange low = claim(FIRST_MARGIN_AFTER_RENEWAL).discounts(0.1).orElseThrow();
    assertThat(low.upper()).isEmpty();
    assertThat(low).hasToString("0.0 % and more");
    // From 0.04 it is 125 %.
    assertThat(claim(FIRST_MARGIN_AFTER_RENEWAL).discounts(0.04)).isEmpty();
  }

  @Test
  void isUndefinedWithoutAFiniteValue() {
    assertThat(claim(MARGIN_OVER_CHURN).gain(0.95, 0)).isEmpty();
    assertThat(claim(FIRST_MARGIN_AFTER_RENEWAL).gain(0, 0.1)).isEmpty();
    assertThat(claim(MARGIN_OVER_CHURN).holds(0.95, 0)).isFalse();
  }

  @Test
  void showsATable() {
    assertThat(claim(FIRST_MARGIN_NOW).toText(List.of(0.75, 0.9, 0.97), List.of(0.0, 0.1)))
        .isEqualTo(
            """
            +5 points gives 25.0 % to 95.0 % more value per customer (m * (1 + d) / (1 + d - r))?
            discount     from 75.0 %   from 90.0 %   from 97.0 %  holds from
            0.0 %          +25.0 % *      +100.0 %    over 100 %  75.0 % to 89.7 %
            10.0 %           +16.7 %     +33.3 % *    over 100 %  85.0 % to 95.0 %
            """);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetentionClaim.reichheld(RetentionLift.byPoints(0), FIRST_MARGIN_NOW))
        .withMessage("lift (+0 points) must be above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetentionClaim(FIVE_POINTS, 0.5, 0.4, FIRST_MARGIN_NOW))
        .withMessage("most (0.4) must not be below least (0.5)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> claim(MARGIN_OVER_CHURN).gain(0.5, 0.1))
        .withMessage("discount (0.1) must be 0 for MARGIN_OVER_CHURN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> claim(FIRST_MARGIN_NOW).gain(0.96, 0.1))
        .withMessageContaining("retention (0.96) by +5 points (1.01")
        .withMessageEndingWith(") must be from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> claim(MARGIN_OVER_CHURN).discounts(0.5))
        .withMessage("formula (MARGIN_OVER_CHURN) must know a discount rate");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> claim(FIRST_MARGIN_NOW).discounts(1))
        .withMessage("retention (1.0) must be above 0 and below 1");
  }

  @Provide
  Arbitrary<RetentionLift> lifts() {
    return Arbitraries.doubles()
        .between(0.001, 0.6)
        .ofScale(3)
        .flatMap(
            amount ->
                Arbitraries.of(
                    RetentionLift.byPoints(amount),
                    RetentionLift.byShareOfRetention(amount),
                    RetentionLift.byShareOfChurn(amount)));
  }

  @Provide
  Arbitrary<LifetimeValueFormula> discounting() {
    return Arbitraries.of(LifetimeValueFormula.class).filter(LifetimeValueFormula::discounts);
  }

  @Property
  void theGainIsThatOfTheLifetimeValues(
      @ForAll("lifts") RetentionLift lift,
      @ForAll("discounting") LifetimeValueFormula formula,
      @ForAll @Scale(3) @DoubleRange(min = 0.01, max = 0.99) double rate,
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 1) double discount) {
    Assume.that(rate < lift.highestStart());
    PeriodicMargin margin = new PeriodicMargin(MonetaryEstimate.of("USD", 70), Granularity.YEAR);
    double before = Values.ofOne(margin, formula, DiscountRate.yearly(discount), rate);
    double after = Values.ofOne(margin, formula, DiscountRate.yearly(discount), lift.applyTo(rate));
    double gain = RetentionClaim.reichheld(lift, formula).gain(rate, discount).getAsDouble();
    assertThat(gain).isCloseTo(after / before - 1, within(1e-9 * (1 + gain)));
  }

  @Property
  void theStretchesHoldExactlyTheRatesForWhichItHolds(
      @ForAll("lifts") RetentionLift lift,
      @ForAll LifetimeValueFormula formula,
      @ForAll @Scale(3) @DoubleRange(min = 0, max = 0.5) double discount,
      @ForAll @Scale(4) @DoubleRange(min = 0.0001, max = 0.9999) double rate) {
    Assume.that(rate < lift.highestStart());
    RetentionClaim claim = RetentionClaim.reichheld(lift, formula);
    double d = formula.discounts() ? discount : 0;
    double gain = claim.gain(rate, d).orElse(Double.MAX_VALUE);
    Assume.that(Math.abs(gain - 0.25) > 1e-9 && Math.abs(gain - 0.95) > 1e-9);
    assertThat(claim.startingRates(d).stream().anyMatch(range -> range.contains(rate)))
        .isEqualTo(gain > 0.25 && gain < 0.95);
  }

  @Property
  void theDiscountRatesAreExactlyThoseUnderWhichItHolds(
      @ForAll("lifts") RetentionLift lift,
      @ForAll("discounting") LifetimeValueFormula formula,
      @ForAll @Scale(3) @DoubleRange(min = 0, max = 2) double discount,
      @ForAll @Scale(4) @DoubleRange(min = 0.0001, max = 0.9999) double rate) {
    Assume.that(rate < lift.highestStart());
    RetentionClaim claim = RetentionClaim.reichheld(lift, formula);
    double gain = claim.gain(rate, discount).orElse(Double.MAX_VALUE);
    Assume.that(Math.abs(gain - 0.25) > 1e-9 && Math.abs(gain - 0.95) > 1e-9);
    Optional<RateRange> range = claim.discounts(rate);
    assertThat(range.isPresent() && range.get().contains(discount))
        .isEqualTo(gain > 0.25 && gain < 0.95);
  }
}
