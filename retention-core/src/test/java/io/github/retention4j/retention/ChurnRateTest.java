package io.github.retention4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.stats.EventRate;
import io.github.retention4j.stats.IntervalMethod;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChurnRateTest {

  private static final CustomerCounts COUNTS = CustomerCounts.of(100, 40, 10, 130);

  @Test
  void theDenominatorChangesTheAnswerAndHasAName() {
    ChurnRate atStart = ChurnRate.atStart(COUNTS, Granularity.MONTH).orElseThrow();
    ChurnRate average = ChurnRate.averageOfStartAndEnd(COUNTS, Granularity.MONTH).orElseThrow();
    ChurnRate plus = ChurnRate.startPlusAcquired(COUNTS, Granularity.MONTH).orElseThrow();
    assertThat(atStart.value()).isEqualTo(0.1);
    assertThat(average.value()).isEqualTo(10 / 115.0);
    assertThat(plus.value()).isEqualTo(10 / 140.0);
    assertThat(atStart.denominator()).isEqualTo(ChurnDenominator.AT_START);
    assertThat(average.denominator()).isEqualTo(ChurnDenominator.AVERAGE_OF_START_AND_END);
    assertThat(plus.denominator()).isEqualTo(ChurnDenominator.START_PLUS_ACQUIRED);
    assertThat(List.of(atStart.lost(), average.lost(), plus.lost())).containsOnly(10L);
    assertThat(atStart.share()).contains(new Proportion(10, 100));
    assertThat(average.share()).isEmpty();
    assertThat(average)
        .hasToString("10 lost, 8.70 % a month (lost / mean of customers at start and end)");
    assertThat(average.per()).isEqualTo(Granularity.MONTH);
  }

  @Test
  void shortStaysAreNotLostFromTheStartButAreLostOfAll() {
    CustomerCounts counts = COUNTS.plusShortStays(6);
    assertThat(ChurnRate.atStart(counts, Granularity.MONTH).orElseThrow().value()).isEqualTo(0.1);
    assertThat(ChurnRate.startPlusAcquired(counts, Granularity.MONTH).orElseThrow().value())
        .isEqualTo(16 / 146.0);
    assertThat(ChurnRate.averageOfStartAndEnd(counts, Granularity.MONTH).orElseThrow().lost())
        .isEqualTo(16);
  }

  @Test
  void anEventRateMayExceedOne() {
    CustomerCounts allGone = CustomerCounts.of(10, 0, 10, 0);
    ChurnRate average = ChurnRate.averageOfStartAndEnd(allGone, Granularity.YEAR).orElseThrow();
    assertThat(average.value()).isEqualTo(2);
    assertThat(average.interval()).isEqualTo(EventRate.of(10, 5).interval(0.95));
  }

  @Test
  void dailyRatesAreSummed() {
    List<CustomerCounts> days =
        List.of(
            CustomerCounts.of(100, 0, 2, 98),
            CustomerCounts.of(98, 0, 1, 97),
            CustomerCounts.of(97, 3, 0, 100));
    ChurnRate rate = ChurnRate.sumOfDailyRates(days, Granularity.MONTH).orElseThrow();
    assertThat(rate.value()).isCloseTo(0.02 + 1 / 98.0, within(1e-15));
    assertThat(rate.lost()).isEqualTo(3);
    assertThat(rate.denominator()).isEqualTo(ChurnDenominator.SUM_OF_DAILY_RATES);
    assertThat(rate.interval(0.9))
        .isEqualTo(
            EventRate.sumOfRatios(new long[] {2, 1, 0}, new double[] {100, 98, 97}).interval(0.9));
  }

  @Test
  void daysMustFollowOnEachOther() {
    CustomerCounts day = CustomerCounts.of(100, 0, 2, 98);
    assertThatThrownBy(() -> ChurnRate.sumOfDailyRates(List.of(day, day), Granularity.MONTH))
        .hasMessage("atStart (100) of day 1 must be the atEnd (98) of the day before");
    assertThatThrownBy(() -> ChurnRate.sumOfDailyRates(List.of(), Granularity.MONTH))
        .hasMessage("days (0) must be at least one");
  }

  @Test
  void aDayThatNobodyBeganAddsNothing() {
    CustomerCounts first = CustomerCounts.of(0, 10, 0, 10);
    CustomerCounts second = CustomerCounts.of(10, 0, 1, 9);
    assertThat(
            ChurnRate.sumOfDailyRates(List.of(first, second), Granularity.WEEK)
                .orElseThrow()
                .value())
        .isEqualTo(0.1);
    assertThat(ChurnRate.sumOfDailyRates(List.of(first), Granularity.WEEK)).isEmpty();
  }

  @Test
  void renewalsCountOnlyWhatIsUpForRenewal() {
    ChurnRate churn = ChurnRate.upForRenewal(50, 8, Granularity.MONTH).orElseThrow();
    assertThat(churn.value()).isEqualTo(0.16);
    assertThat(churn.denominator()).isEqualTo(ChurnDenominator.UP_FOR_RENEWAL);
    RetentionRate renewal = RetentionRate.ofRenewals(50, 42, Granularity.MONTH).orElseThrow();
    assertThat(renewal.definition()).isEqualTo(RetentionDefinition.RENEWAL);
    assertThat(renewal.churn()).isEqualTo(churn).hasSameHashCodeAs(churn);
    assertThat(renewal.interval(IntervalMethod.CLOPPER_PEARSON, 0.95).lower())
        .isCloseTo(0.7090, within(1e-3));
    assertThat(ChurnRate.upForRenewal(0, 0, Granularity.MONTH)).isEmpty();
    assertThat(RetentionRate.ofRenewals(0, 0, Granularity.MONTH)).isEmpty();
    assertThatThrownBy(() -> ChurnRate.upForRenewal(5, 6, Granularity.MONTH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nobodyAtAllMeansNoRate() {
    CustomerCounts none = CustomerCounts.of(0, 0, 0, 0);
    assertThat(ChurnRate.averageOfStartAndEnd(none, Granularity.MONTH)).isEmpty();
    assertThat(ChurnRate.startPlusAcquired(none, Granularity.MONTH)).isEmpty();
  }

  @Test
  void hasTheWilsonIntervalOfItsShareByDefault() {
    ChurnRate churn = ChurnRate.atStart(COUNTS, Granularity.MONTH).orElseThrow();
    assertThat(churn.interval()).isEqualTo(new Proportion(10, 100).interval());
  }

  @Test
  void isEqualOnlyToTheSameRateOfTheSameDefinition() {
    ChurnRate churn = ChurnRate.atStart(COUNTS, Granularity.MONTH).orElseThrow();
    assertThat(churn)
        .isNotEqualTo(ChurnRate.atStart(COUNTS, Granularity.YEAR).orElseThrow())
        .isNotEqualTo(ChurnRate.upForRenewal(100, 10, Granularity.MONTH).orElseThrow())
        .isNotEqualTo(ChurnRate.upForRenewal(100, 11, Granularity.MONTH).orElseThrow())
        .isNotEqualTo(ChurnRate.averageOfStartAndEnd(COUNTS, Granularity.MONTH).orElseThrow());
  }

  @Test
  void everyDefinitionSaysItsFormula() {
    assertThat(ChurnDenominator.values())
        .extracting(ChurnDenominator::formula)
        .doesNotHaveDuplicates()
        .allMatch(formula -> formula.contains("/"));
    assertThat(RetentionDefinition.values())
        .extracting(RetentionDefinition::formula)
        .doesNotHaveDuplicates()
        .allMatch(formula -> formula.contains("/"));
  }
}
