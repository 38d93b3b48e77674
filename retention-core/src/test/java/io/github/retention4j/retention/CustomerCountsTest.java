package io.github.retention4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerCountsTest {

  @ParameterizedTest(name = "{0} at start, {1} acquired, {2} lost, {3} at end: {4} retained")
  @CsvSource({
    "20, 5, 1, 24, 19",
    "44, 12, 13, 43, 31",
    "1000, 200, 100, 1100, 900",
    "7, 0, 7, 0, 0"
  })
  void anyThreeCountsGiveTheFourth(long start, long acquired, long lost, long end, long retained) {
    CustomerCounts counts = CustomerCounts.of(start, acquired, lost, end);
    assertThat(CustomerCounts.ofStartAcquiredLost(start, acquired, lost)).isEqualTo(counts);
    assertThat(CustomerCounts.ofStartAcquiredEnd(start, acquired, end)).isEqualTo(counts);
    assertThat(CustomerCounts.ofStartLostEnd(start, lost, end)).isEqualTo(counts);
    assertThat(CustomerCounts.ofAcquiredLostEnd(acquired, lost, end)).isEqualTo(counts);
    assertThat(counts.retained()).isEqualTo(retained);
    assertThat(counts.lostFromStart()).isEqualTo(lost);
  }

  @ParameterizedTest(name = "{0} at start, {1} acquired, {2} lost: {3}")
  @CsvSource({"20, 5, 1, 0.95", "44, 12, 13, 0.7045454545454546", "1000, 200, 100, 0.9"})
  void retentionIsEndWithoutTheAcquiredOverStart(
      long start, long acquired, long lost, double rate) {
    RetentionRate retention =
        CustomerCounts.ofStartAcquiredLost(start, acquired, lost)
            .retention(Granularity.MONTH)
            .orElseThrow();
    assertThat(retention.value()).isEqualTo(rate);
    assertThat(retention.definition()).isEqualTo(RetentionDefinition.COUNTS);
    assertThat(retention.per()).isEqualTo(Granularity.MONTH);
  }

  @Test
  void countsThatDoNotAgreeAreRefused() {
    assertThatThrownBy(() -> CustomerCounts.of(1000, 200, 100, 1000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "atStart + acquired - lost = atEnd must hold, but 1000 + 200 - 100 = 1100, not 1000");
  }

  @Test
  void negativeCountsAreRefusedByName() {
    assertThatThrownBy(() -> CustomerCounts.of(-1, 0, 0, -1))
        .hasMessage("atStart (-1) must be 0 or more");
    assertThatThrownBy(() -> CustomerCounts.of(1, -1, 0, 0))
        .hasMessage("acquired (-1) must be 0 or more");
    assertThatThrownBy(() -> CustomerCounts.of(1, 0, -1, 2))
        .hasMessage("lost (-1) must be 0 or more");
    assertThatThrownBy(() -> CustomerCounts.of(1, 0, 2, -1))
        .hasMessage("atEnd (-1) must be 0 or more");
    assertThatThrownBy(() -> CustomerCounts.of(1, 0, 0, 1).withShortStays(-1))
        .hasMessage("shortStays (-1) must be 0 or more");
    assertThatThrownBy(() -> CustomerCounts.of(1, 0, 0, 1).plusShortStays(-1))
        .hasMessage("count (-1) must be 0 or more");
  }

  @Test
  void aGivenCountBelowZeroIsNamedBeforeWhatFollowsFromIt() {
    assertThatThrownBy(() -> CustomerCounts.ofStartAcquiredLost(-1, 0, 2))
        .hasMessage("atStart (-1) must be 0 or more");
    assertThatThrownBy(() -> CustomerCounts.ofStartAcquiredEnd(1, -2, 2))
        .hasMessage("acquired (-2) must be 0 or more");
    assertThatThrownBy(() -> CustomerCounts.ofStartLostEnd(3, -4, 2))
        .hasMessage("lost (-4) must be 0 or more");
    assertThatThrownBy(() -> CustomerCounts.ofAcquiredLostEnd(3, 0, -5))
        .hasMessage("atEnd (-5) must be 0 or more");
  }

  @Test
  void aDerivedCountBelowZeroSaysThatItFollows() {
    assertThatThrownBy(() -> CustomerCounts.ofStartAcquiredLost(1, 0, 2))
        .hasMessage("atEnd (-1), which follows from the other three, must be 0 or more");
    assertThatThrownBy(() -> CustomerCounts.ofStartAcquiredEnd(1, 0, 2))
        .hasMessage("lost (-1), which follows from the other three, must be 0 or more");
    assertThatThrownBy(() -> CustomerCounts.ofStartLostEnd(3, 0, 2))
        .hasMessage("acquired (-1), which follows from the other three, must be 0 or more");
    assertThatThrownBy(() -> CustomerCounts.ofAcquiredLostEnd(3, 0, 2))
        .hasMessage("atStart (-1), which follows from the other three, must be 0 or more");
  }

  @Test
  void moreLostThanThereWereNeedsShortStaysToExplainIt() {
    assertThatThrownBy(() -> CustomerCounts.of(10, 20, 15, 15))
        .hasMessage(
            "lost (15) without shortStays (0) must not exceed atStart (10): if customers came and"
                + " went within the period, say how many are counted as both");
    assertThat(new CustomerCounts(10, 20, 15, 15, 5).retained()).isZero();
  }

  @Test
  void shortStaysMendAFormulaThatComesOutTooLow() {
    CustomerCounts counts = CustomerCounts.of(100, 20, 15, 105);
    assertThat(counts.retained()).isEqualTo(85);
    assertThat(counts.withShortStays(5).retained()).isEqualTo(90);
    assertThat(counts.withShortStays(5).lostFromStart()).isEqualTo(10);
    assertThat(CustomerCounts.of(100, 15, 10, 105).plusShortStays(5))
        .isEqualTo(counts.withShortStays(5));
    assertThatThrownBy(() -> counts.withShortStays(16))
        .hasMessage("shortStays (16) must be among the acquired (20) and the lost (15)");
  }

  @Test
  void withNobodyAtTheStartThereIsNoRate() {
    CustomerCounts none = CustomerCounts.of(0, 5, 0, 5);
    assertThat(none.retention(Granularity.MONTH)).isEmpty();
    assertThat(ChurnRate.atStart(none, Granularity.MONTH)).isEmpty();
  }

  @Test
  void aRateCarriesItsEvidence() {
    RetentionRate rate =
        CustomerCounts.of(44, 12, 13, 43).retention(Granularity.QUARTER).orElseThrow();
    assertThat(rate.retained()).isEqualTo(new Proportion(31, 44));
    assertThat(rate).hasToString("31/44 (70.45 %) a quarter");
    assertThat(rate.interval().lower()).isCloseTo(0.5577979987383977, within(1e-12));
    assertThat(rate.interval().upper()).isCloseTo(0.8184447088149512, within(1e-12));
    assertThat(rate.interval(0.9).width()).isLessThan(rate.interval().width());
    assertThat(rate.churn())
        .hasToString("13 lost, 29.55 % a quarter (lost from start / customers at start)");
    assertThat(rate.churn().denominator()).isEqualTo(ChurnDenominator.AT_START);
  }
}
