package io.github.retention4j.testing;

import static io.github.retention4j.testing.RetentionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.feedback.NetPromoterScore;
import io.github.retention4j.money.Money;
import io.github.retention4j.retention.ChurnDenominator;
import io.github.retention4j.retention.ChurnRate;
import io.github.retention4j.retention.CustomerCounts;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.revenue.RevenueMovement;
import io.github.retention4j.revenue.RevenueMovements;
import io.github.retention4j.revenue.RevenueRetention;
import io.github.retention4j.revenue.RevenueRetentionDefinition;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.survival.KaplanMeier;
import io.github.retention4j.survival.LifetimeSample;
import io.github.retention4j.survival.SurvivalCurve;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.TimeScale;
import org.junit.jupiter.api.Test;

class FigureAssertionsTest {

  private static final CustomerCounts COUNTS = CustomerCounts.of(44, 12, 13, 43);
  private static final RetentionRate RATE = COUNTS.retention(Granularity.YEAR).orElseThrow();
  private static final ChurnRate CHURN = ChurnRate.atStart(COUNTS, Granularity.YEAR).orElseThrow();
  private static final ConfidenceInterval HALF = new ConfidenceInterval(0.4, 0.6, 0.95, "Wilson");

  /** 1000 at the opening, of which 930 are kept gross and 1010 net. */
  private static final RevenueMovements MOVEMENTS =
      RevenueMovements.from(Money.of("USD", 1000))
          .with(RevenueMovement.EXPANSION, Money.of("USD", 80))
          .with(RevenueMovement.CONTRACTION, Money.of("USD", 20))
          .with(RevenueMovement.CHURN, Money.of("USD", 50));

  private static final RevenueRetention GROSS =
      RevenueRetention.of(RevenueRetentionDefinition.GROSS_BY_MOVEMENTS, MOVEMENTS).orElseThrow();
  private static final RevenueRetention NET =
      RevenueRetention.of(RevenueRetentionDefinition.NET_BY_MOVEMENTS, MOVEMENTS).orElseThrow();

  private static final NetPromoterScore SCORE = new NetPromoterScore(60, 25, 15);

  /** Two left after 2 and 5 months, two are still there after 3 and 6. */
  private static final SurvivalCurve CURVE =
      KaplanMeier.withDefaults()
          .calculate(
              LifetimeSample.fromStart(
                  TimeScale.MEAN_MONTH,
                  new double[] {2, 5, 3, 6},
                  new boolean[] {true, true, false, false}));

  @Test
  void retentionPassesWhatHolds() {
    assertThat(RATE)
        .isAtLeast(0.7)
        .isAtMost(0.71)
        .hasCounts(31, 44)
        .isPer(Granularity.YEAR)
        .isConsistentWith(0.8)
        .isWithin(new ConfidenceInterval(0.7, 0.8, 0.95, "Wilson"))
        .isWithinIntervalOf(rate(60, 80, Granularity.YEAR));
  }

  private static RetentionRate rate(long retained, long atStart, Granularity per) {
    return CustomerCounts.ofStartAcquiredEnd(atStart, 0, retained).retention(per).orElseThrow();
  }

  @Test
  void retentionFailsWithItsCounts() {
    assertThatThrownBy(() -> assertThat(RATE).isAtLeast(0.8))
        .isInstanceOf(AssertionError.class)
        .hasMessage("Expected retention to be at least 0.8 but was 31/44 (70.45 %) a year");
    assertThatThrownBy(() -> assertThat(RATE).isAtMost(0.7))
        .hasMessage("Expected retention to be at most 0.7 but was 31/44 (70.45 %) a year");
    assertThatThrownBy(() -> assertThat(RATE).hasCounts(30, 44))
        .hasMessage("Expected retention to be 30/44 but was 31/44 (70.45 %) a year");
    assertThatThrownBy(() -> assertThat(RATE).isPer(Granularity.MONTH))
        .hasMessage("Expected retention to be a month but was 31/44 (70.45 %) a year");
    assertThatThrownBy(() -> assertThat(RATE).isConsistentWith(0.83))
        .hasMessage(
            "Expected retention to be consistent with 0.83 but was 31/44 (70.45 %) a year, interval"
                + " [0.5578, 0.8184] 95 % Wilson");
  }

  @Test
  void retentionFailsOutsideAnInterval() {
    assertThatThrownBy(() -> assertThat(RATE).isWithin(HALF))
        .hasMessage(
            "Expected retention to be within [0.4000, 0.6000] 95 % Wilson but was 31/44 (70.45 %)"
                + " a year");
    assertThatThrownBy(() -> assertThat(RATE).isWithinIntervalOf(rate(500, 1000, Granularity.YEAR)))
        .hasMessage(
            "Expected retention to be within the interval [0.46907, 0.53093] 95 % Wilson of"
                + " 500/1000 (50.00 %) a year but was 31/44 (70.45 %) a year");
  }

  @Test
  void figuresOfOtherTermsAreNotSetSideBySide() {
    assertThatThrownBy(() -> assertThat(RATE).isWithinIntervalOf(rate(60, 80, Granularity.MONTH)))
        .hasMessageStartingWith("Expected retention to be counted as 60/80 (75.00 %) a month was")
        .hasMessageEndingWith("but was 31/44 (70.45 %) a year");
  }

  @Test
  @SuppressWarnings("NullAway") // what a test without null checks may do
  void nothingIsNoFigure() {
    assertThatThrownBy(() -> assertThat((Proportion) null).isAtLeast(0))
        .hasMessageContaining("Expecting actual not to be null");
  }

  @Test
  void churnPassesWhatHolds() {
    assertThat(CHURN)
        .isAtMost(0.3)
        .hasLost(13)
        .hasCounts(13, 44)
        .isOf(ChurnDenominator.AT_START)
        .isPer(Granularity.YEAR)
        .isConsistentWith(0.3)
        .isWithinIntervalOf(rate(60, 80, Granularity.YEAR).churn());
  }

  @Test
  void churnFailsWithWhatWasLost() {
    String was = " but was 13 lost, 29.55 % a year (lost from start / customers at start)";
    assertThatThrownBy(() -> assertThat(CHURN).isAtMost(0.2))
        .hasMessage("Expected churn to be at most 0.2" + was);
    assertThatThrownBy(() -> assertThat(CHURN).hasLost(12))
        .hasMessage("Expected churn to be 12 lost" + was);
    assertThatThrownBy(() -> assertThat(CHURN).hasCounts(13, 45))
        .hasMessage("Expected churn to be 13/45" + was);
    assertThatThrownBy(() -> assertThat(CHURN).isOf(ChurnDenominator.START_PLUS_ACQUIRED))
        .hasMessage("Expected churn to be " + ChurnDenominator.START_PLUS_ACQUIRED.formula() + was);
    assertThatThrownBy(() -> assertThat(CHURN).isPer(Granularity.WEEK))
        .hasMessage("Expected churn to be a week" + was);
  }

  @Test
  void churnThatIsNoShareHasNoTotal() {
    ChurnRate mean = ChurnRate.averageOfStartAndEnd(COUNTS, Granularity.YEAR).orElseThrow();
    assertThatThrownBy(() -> assertThat(mean).hasCounts(13, 44))
        .hasMessageStartingWith("Expected churn to be 13/44 but was 13 lost, 29.89 % a year");
    assertThatThrownBy(() -> assertThat(CHURN).isWithinIntervalOf(mean))
        .hasMessageContaining("by AVERAGE_OF_START_AND_END a year but was");
  }

  @Test
  void proportionsPassAndFail() {
    Proportion share = new Proportion(81, 100);
    assertThat(share).hasCounts(81, 100).isWithinIntervalOf(new Proportion(8, 10)).isAtLeast(0.8);
    assertThatThrownBy(() -> assertThat(share).hasCounts(80, 100))
        .hasMessage("Expected share to be 80/100 but was 81/100 (81.00 %)");
    assertThatThrownBy(() -> assertThat(share).isWithinIntervalOf(new Proportion(5, 100)))
        .hasMessageEndingWith("95 % Wilson of 5/100 (5.00 %) but was 81/100 (81.00 %)");
  }

  @Test
  void revenueRetentionPassesWhatHolds() {
    assertThat(GROSS)
        .hasAmounts(Money.of("USD", 930), Money.of("USD", 1000))
        .isOf(RevenueRetentionDefinition.GROSS_BY_MOVEMENTS)
        .isGrossOf(NET)
        .isAtLeast(0.93)
        .isAtMost(0.93);
    assertThat(NET).isAtLeast(1.01);
  }

  @Test
  void revenueRetentionFailsWithItsAmounts() {
    String was =
        " but was 93.00 %, USD 930.00 of USD 1000.00 ((opening - contraction - churn) / opening)";
    assertThatThrownBy(() -> assertThat(GROSS).isAtLeast(0.95))
        .hasMessage("Expected revenue retention to be at least 0.95" + was);
    assertThatThrownBy(
            () -> assertThat(GROSS).hasAmounts(Money.of("USD", 930), Money.of("EUR", 1000)))
        .hasMessage("Expected revenue retention to be USD 930.00 of EUR 1000.00" + was);
    assertThatThrownBy(() -> assertThat(GROSS).isOf(NET.definition()))
        .hasMessage(
            "Expected revenue retention to be (opening + expansion - contraction - churn) /"
                + " opening"
                + was);
    assertThatThrownBy(() -> assertThat(GROSS).isConsistentWith(0.93))
        .hasMessage(
            "Expected revenue retention to be consistent with 0.93"
                + was
                + ", without an"
                + " interval");
    assertThatThrownBy(() -> assertThat(GROSS).isWithinIntervalOf(GROSS))
        .hasMessageStartingWith("Expected 93.00 %, USD 930.00 of USD 1000.00")
        .hasMessageEndingWith("to have an interval but it has none");
  }

  @Test
  void grossIsGrossOfItsOwnNetOnly() {
    assertThatThrownBy(() -> assertThat(NET).isGrossOf(NET))
        .hasMessageStartingWith("Expected revenue retention to be gross but was 101.00 %");
    assertThatThrownBy(() -> assertThat(GROSS).isGrossOf(GROSS))
        .hasMessageStartingWith(
            "Expected revenue retention to be set beside a net one and not 93.00 %");
    assertThatThrownBy(() -> assertThat(GROSS).isGrossOf(totals(900, 900)))
        .hasMessageStartingWith(
            "Expected revenue retention to have the days and the opening of 100.00 %");
    assertThatThrownBy(() -> assertThat(GROSS).isGrossOf(totals(1000, 900)))
        .hasMessageStartingWith(
            "Expected revenue retention to be at most 90.00 %, USD 900.00 of USD 1000.00 (");
  }

  private static RevenueRetention totals(long then, long now) {
    return RevenueRetention.ofTotals(
            RevenueRetentionDefinition.NET_SAME_CUSTOMERS,
            Money.of("USD", then),
            Money.of("USD", now))
        .orElseThrow();
  }

  @Test
  void scoresPassAndFailWithTheirAnswers() {
    String was = " but was NPS +45.0 (100 answers), 60 promoters, 25 passives, 15 detractors";
    assertThat(SCORE)
        .isAtLeast(45)
        .hasAnswers(60, 25, 15)
        .isConsistentWith(40)
        .isWithinIntervalOf(new NetPromoterScore(6, 3, 1));
    assertThatThrownBy(() -> assertThat(SCORE).isAtLeast(50))
        .hasMessage("Expected net promoter score to be at least 50.0" + was);
    assertThatThrownBy(() -> assertThat(SCORE).hasAnswers(60, 24, 16))
        .hasMessage(
            "Expected net promoter score to be of 60 promoters, 24 passives, 16 detractors" + was);
    assertThatThrownBy(() -> assertThat(SCORE).isConsistentWith(70))
        .hasMessageStartingWith(
            "Expected net promoter score to be consistent with 70.0" + was + ", interval [");
  }

  @Test
  void survivalPassesWhatHolds() {
    assertThat(CURVE).hasCounts(2, 4).isNotObservedAt(7);
    assertThat(CURVE).survivalAt(5).isAtLeast(0.375).isAtMost(0.375).hasAtRisk(2);
    assertThat(CURVE).survivalAt(2).isConsistentWith(0.9);
  }

  @Test
  void survivalFailsWithThoseAtRisk() {
    assertThatThrownBy(() -> assertThat(CURVE).survivalAt(5).isAtLeast(0.4))
        .hasMessage("Expected survival at 5.0 to be at least 0.4 but was 0.375 (2.0 at risk)");
    assertThatThrownBy(() -> assertThat(CURVE).survivalAt(5).hasAtRisk(3))
        .hasMessage("Expected survival at 5.0 to have 3.0 at risk but was 0.375 (2.0 at risk)");
    assertThatThrownBy(() -> assertThat(CURVE).survivalAt(1).isConsistentWith(0.9))
        .hasMessage(
            "Expected survival at 1.0 to be consistent with 0.9 but was 1.0 (4.0 at risk), without"
                + " an interval");
    String was = " but was survival of 4 lifetimes in mean months, observed up to 6, 2.0 lost";
    assertThatThrownBy(() -> assertThat(CURVE).survivalAt(7))
        .hasMessage("Expected survival curve to be observed at 7.0" + was);
    assertThatThrownBy(() -> assertThat(CURVE).isNotObservedAt(6))
        .hasMessage("Expected survival curve not to be observed at 6.0" + was);
    assertThatThrownBy(() -> assertThat(CURVE).hasCounts(3, 4))
        .hasMessage("Expected survival curve to have 3.0 lost of 4" + was);
  }
}
