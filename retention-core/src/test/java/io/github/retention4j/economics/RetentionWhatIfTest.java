package io.github.retention4j.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.clv.DiscountRate;
import io.github.retention4j.clv.LifetimeValueFormula;
import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.economics.MetricChange.Intervals;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.RetentionDefinition;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class RetentionWhatIfTest {

  private static final RetentionWhatIf YEARLY =
      RetentionWhatIf.withDefaults().with(DiscountRate.yearly(0.1));
  private static final RetentionLift FIVE_POINTS = RetentionLift.byPoints(0.05);
  private static final CustomerBase BASE =
      CustomerBase.of(1000, usd(250), new PeriodicMargin(usd(100), Granularity.YEAR));

  private static MonetaryEstimate usd(double amount) {
    return MonetaryEstimate.of("USD", amount);
  }

  private static RetentionRate rate(long kept, long of) {
    return new RetentionRate(
        new Proportion(kept, of), Granularity.YEAR, RetentionDefinition.SAME_CUSTOMERS);
  }

  private static double after(WhatIf whatIf, WhatIfMetric metric) {
    return whatIf.change(metric).after().getAsDouble();
  }

  private static double before(WhatIf whatIf, WhatIfMetric metric) {
    return whatIf.change(metric).before().getAsDouble();
  }

  @Test
  void theWorkedNumbersOfTheDocumentation() {
    MetricChange value = YEARLY.lift(BASE, 0.8, FIVE_POINTS, 3).change(WhatIfMetric.LIFETIME_VALUE);
    assertThat(value.before().getAsDouble()).isCloseTo(266.67, within(0.005));
    assertThat(value.after().getAsDouble()).isCloseTo(340, within(1e-9));
    assertThat(value.relative().getAsDouble()).isCloseTo(0.275, within(1e-12));
    WhatIf share = YEARLY.lift(BASE, 0.8, RetentionLift.byShareOfRetention(0.05), 3);
    assertThat(after(share, WhatIfMetric.LIFETIME_VALUE)).isCloseTo(323.08, within(0.005));
    WhatIf churn = YEARLY.lift(BASE, 0.8, RetentionLift.byShareOfChurn(0.05), 3);
    assertThat(after(churn, WhatIfMetric.LIFETIME_VALUE)).isCloseTo(279.31, within(0.005));
  }

  @Test
  void thoseWhoPayFollowFromTheFormula() {
    WhatIf atEnd = YEARLY.lift(BASE, 0.8, FIVE_POINTS, 2);
    // 800 + 640, then 850 + 722.5.
    assertThat(before(atEnd, WhatIfMetric.REVENUE)).isCloseTo(250 * 1440, within(1e-6));
    assertThat(after(atEnd, WhatIfMetric.REVENUE)).isCloseTo(250 * 1572.5, within(1e-6));
    WhatIf atStart =
        YEARLY.with(LifetimeValueFormula.FIRST_MARGIN_NOW).lift(BASE, 0.8, FIVE_POINTS, 2);
    // 1000 + 800, then 1000 + 850.
    assertThat(before(atStart, WhatIfMetric.MARGIN)).isCloseTo(100 * 1800, within(1e-6));
    assertThat(after(atStart, WhatIfMetric.MARGIN)).isCloseTo(100 * 1850, within(1e-6));
    assertThat(before(atStart, WhatIfMetric.CUSTOMERS)).isCloseTo(640, within(1e-9));
  }

  @Test
  void equityCountsWhomTheScopeNames() {
    CustomerBase growing = BASE.withNew(50, usd(120));
    WhatIf present = YEARLY.lift(growing, 0.8, FIVE_POINTS, 2);
    assertThat(before(present, WhatIfMetric.EQUITY)).isCloseTo(1000 * 800.0 / 3, within(1e-6));
    // A new customer pays at once: 100 * 1.1 / 0.3 - 120 = 246.67, 50 of them after 1 and 2 years.
    double net = 110 / 0.3 - 120;
    WhatIf within = YEARLY.with(EquityScope.NEW_WITHIN_PERIODS).lift(growing, 0.8, FIVE_POINTS, 2);
    assertThat(before(within, WhatIfMetric.EQUITY))
        .isCloseTo(800_000 / 3.0 + 50 * net * (1 / 1.1 + 1 / 1.21), within(1e-6));
    WhatIf endless = YEARLY.with(EquityScope.NEW_WITHOUT_END).lift(growing, 0.8, FIVE_POINTS, 2);
    assertThat(before(endless, WhatIfMetric.EQUITY))
        .isCloseTo(800_000 / 3.0 + 50 * net * 10, within(1e-6));
  }

  @Test
  void withoutDiscountEndlessGroupsHaveNoFiniteEquity() {
    RetentionWhatIf calculator = RetentionWhatIf.withDefaults().with(EquityScope.NEW_WITHOUT_END);
    MetricChange equity =
        calculator.lift(BASE.withNew(1, usd(0)), 0.8, FIVE_POINTS, 2).change(WhatIfMetric.EQUITY);
    assertThat(equity.before()).isEmpty();
    assertThat(equity.change()).isEmpty();
    assertThat(equity.relative()).isEmpty();
    // Without new customers there is nothing to add up.
    assertThat(calculator.lift(BASE, 0.8, FIVE_POINTS, 2).change(WhatIfMetric.EQUITY).before())
        .isPresent();
    MetricChange value =
        calculator
            .lift(BASE, 0.9, RetentionLift.byPoints(0.1), 2)
            .change(WhatIfMetric.LIFETIME_VALUE);
    assertThat(value.before().getAsDouble()).isCloseTo(900, within(1e-9));
    assertThat(value.after()).isEmpty();
    assertThat(calculator.lift(BASE, 0.9, RetentionLift.byPoints(0.1), 2).toText())
        .contains("undefined: nothing is discounted, and customers stay or join without end");
  }

  @Test
  void anObservedRateGivesIntervals() {
    WhatIf whatIf = YEARLY.lift(BASE, rate(800, 1000), FIVE_POINTS, 3);
    ConfidenceInterval rate = new Proportion(800, 1000).interval(0.95);
    MetricChange value = whatIf.change(WhatIfMetric.LIFETIME_VALUE);
    Intervals intervals = value.intervals().orElseThrow();
    assertThat(intervals.before().lower().getAsDouble())
        .isCloseTo(100 * rate.lower() / (1.1 - rate.lower()), within(1e-9));
    assertThat(intervals.after().upper().getAsDouble())
        .isCloseTo(100 * (rate.upper() + 0.05) / (1.05 - rate.upper()), within(1e-9));
    assertThat(intervals.change().contains(value.change().getAsDouble())).isTrue();
    assertThat(intervals.relative().orElseThrow().contains(0.275)).isTrue();
    assertThat(intervals.before().method()).isEqualTo("Wilson, carried through");
  }

  @Test
  void anAssumedRateHasNone() {
    assertThat(YEARLY.lift(BASE, 0.8, FIVE_POINTS, 3).changes())
        .hasSize(5)
        .allSatisfy(change -> assertThat(change.intervals()).isEmpty());
  }

  @Test
  void anIntervalThatReachesEveryoneIsOpen() {
    WhatIf whatIf =
        RetentionWhatIf.withDefaults().lift(BASE, rate(95, 100), RetentionLift.byPoints(0.04), 3);
    Intervals intervals = whatIf.change(WhatIfMetric.LIFETIME_VALUE).intervals().orElseThrow();
    assertThat(intervals.before().upper()).isPresent();
    assertThat(intervals.after().upper()).isEmpty();
    assertThat(intervals.change().upper()).isEmpty();
    assertThat(intervals.change()).asString().contains("unbounded");
  }

  @Test
  void findsTheExtremesInsideTheInterval() {
    // The relative gain by points, 1.1 * 0.05 / (r (1.05 - r)), is least at r = 0.525.
    WhatIf whatIf = YEARLY.lift(BASE, rate(52, 100), FIVE_POINTS, 3);
    OpenInterval relative =
        whatIf
            .change(WhatIfMetric.LIFETIME_VALUE)
            .intervals()
            .orElseThrow()
            .relative()
            .orElseThrow();
    assertThat(relative.lower().getAsDouble())
        .isCloseTo(1.1 * 0.05 / (0.525 * 0.525), within(1e-12));
  }

  @Test
  void takesARateOfAnotherPeriod() {
    RetentionRate quarter =
        new RetentionRate(new Proportion(95, 100), Granularity.QUARTER, RetentionDefinition.COUNTS);
    WhatIf whatIf = YEARLY.lift(BASE, quarter.compoundedTo(Granularity.YEAR), FIVE_POINTS, 3);
    assertThat(whatIf.retentionBefore()).isCloseTo(Math.pow(0.95, 4), within(1e-12));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> YEARLY.lift(BASE, quarter, FIVE_POINTS, 3))
        .withMessageStartingWith("retention.per (QUARTER) must be that of the margin, YEAR");
  }

  @Test
  void showsATable() {
    assertThat(YEARLY.lift(BASE, 0.8, FIVE_POINTS, 2).toText())
        .isEqualTo(
            """
            Retention 80.0 % a year, +5 points: 85.0 %, over 2 periods
                                                    before             after            change    per cent
            customers at the end                    640.00            722.50             82.50     +12.9 %
            revenue of all periods, USD         360,000.00        393,125.00         33,125.00      +9.2 %
            margin of all periods, USD          144,000.00        157,250.00         13,250.00      +9.2 %
            lifetime value, USD                     266.67            340.00             73.33     +27.5 %
            customer equity, USD                266,666.67        340,000.00         73,333.33     +27.5 %
            N(t + 1) = N(t) r + new; customers at the end of a period pay for it
            m * r / (1 + d - r): the first margin comes one period from now, and only if the customer is retained until then; margin and chance of renewal are constant; discount rate 0.1 a year; no horizon; retention 0.8 assumed, so there is no interval
            equity = customers now x value
            """);
    assertThat(YEARLY.lift(BASE, rate(800, 1000), FIVE_POINTS, 2).toText())
        .contains(
            "  change 61.16 to 87.91, or 25.75 % to 29.50 %",
            "Intervals: 95 % Wilson of retention");
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> YEARLY.lift(BASE, 0.75, RetentionLift.byPoints(0.5), 2))
        .withMessage("retention (0.75) by +50 points (1.25) must be from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> YEARLY.lift(BASE, 0.75, FIVE_POINTS, 0))
        .withMessage("periods (0) must be from 1 to 100000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> YEARLY.withLevel(1))
        .withMessage("level (1.0) must be between 0 and 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BASE.withNew(-1, usd(0)))
        .withMessage("newPerPeriod (-1.0) must be from 0 to 1000000000000000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BASE.withNew(1, usd(-5)))
        .withMessage("acquisitionCost (USD -5.00) must be at least 0");
    assertThatExceptionOfType(CurrencyMismatchException.class)
        .isThrownBy(() -> BASE.withNew(1, MonetaryEstimate.of("EUR", 5)));
  }

  @Provide
  Arbitrary<LifetimeValueFormula> discounting() {
    return Arbitraries.of(LifetimeValueFormula.class).filter(LifetimeValueFormula::discounts);
  }

  @Property(tries = 200)
  void aLiftOf0ChangesNothing(
      @ForAll RetentionLift.Kind kind,
      @ForAll("discounting") LifetimeValueFormula formula,
      @ForAll EquityScope scope,
      @ForAll @Scale(3) @DoubleRange(min = 0, max = 1) double retention) {
    WhatIf whatIf =
        YEARLY
            .with(formula)
            .with(scope)
            .lift(BASE.withNew(30, usd(10)), retention, new RetentionLift(kind, 0), 5);
    assertThat(whatIf.changes())
        .allSatisfy(change -> assertThat(change.change().getAsDouble()).isZero());
  }

  @Property(tries = 200)
  void moreRetentionIsMoreOfEverything(
      @ForAll("discounting") LifetimeValueFormula formula,
      @ForAll EquityScope scope,
      @ForAll @Scale(3) @DoubleRange(min = 0.01, max = 0.95) double retention) {
    WhatIf whatIf =
        YEARLY.with(formula).with(scope).lift(BASE.withNew(30, usd(10)), retention, FIVE_POINTS, 5);
    assertThat(whatIf.changes())
        .allSatisfy(change -> assertThat(change.change().getAsDouble()).isPositive());
  }

  /** Equity with all to come is the discounted margin of all whom the projection counts. */
  @Property(tries = 200)
  void equityIsTheDiscountedMarginOfTheProjection(
      @ForAll("discounting") LifetimeValueFormula formula,
      @ForAll @Scale(3) @DoubleRange(min = 0, max = 0.95) double retention,
      @ForAll @Scale(1) @DoubleRange(min = 0, max = 200) double newPerPeriod,
      @ForAll @IntRange(min = 5, max = 40) int percent) {
    WhatIf whatIf =
        RetentionWhatIf.withDefaults()
            .with(DiscountRate.yearly(percent / 100.0))
            .with(formula)
            .with(EquityScope.NEW_WITHOUT_END)
            .lift(BASE.withNew(newPerPeriod, usd(0)), retention, RetentionLift.byPoints(0), 1000);
    double discount = 1 / (1 + percent / 100.0);
    boolean payAtEnd = formula == LifetimeValueFormula.FIRST_MARGIN_AFTER_RENEWAL;
    boolean now = formula == LifetimeValueFormula.FIRST_MARGIN_NOW;
    double expected = 0;
    for (int t = 0; t < 999; t++) {
      double paying = whatIf.before().at(payAtEnd ? t + 1 : t);
      expected += 100 * paying * Math.pow(discount, now ? t : t + 1);
    }
    assertThat(before(whatIf, WhatIfMetric.EQUITY))
        .isCloseTo(expected, within(1e-9 * (1 + expected)));
  }
}
