package io.github.retention4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.retention.RetentionTrend.Direction;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RetentionTrendTest {

  private static RetentionTrend trend(long total, long... counts) {
    List<RetentionRate> rates = new ArrayList<>();
    for (long count : counts) {
      rates.add(rate(count, total));
    }
    return RetentionTrend.of(rates);
  }

  private static RetentionRate rate(long count, long total) {
    return new RetentionRate(
        new Proportion(count, total), Granularity.MONTH, RetentionDefinition.SAME_CUSTOMERS);
  }

  @Test
  void isJudgedByTheCountsNotByTheSign() {
    assertThat(trend(20, 15, 16, 17).direction()).isEqualTo(Direction.STANDING_STILL);
    assertThat(trend(2000, 1500, 1600, 1700).direction()).isEqualTo(Direction.IMPROVING);
    assertThat(trend(2000, 1700, 1600, 1500).direction()).isEqualTo(Direction.DECLINING);
    assertThat(trend(2000, 1600, 1600, 1600).direction()).isEqualTo(Direction.STANDING_STILL);
  }

  @Test
  void nothingToTellWhereAllOrNoneStayed() {
    assertThat(trend(50, 50, 50).direction()).isEqualTo(Direction.STANDING_STILL);
    assertThat(trend(50, 0, 0, 0).changePerPeriod()).isZero();
  }

  /**
   * By hand: shares 15/20, 16/20, 17/20, p = 0.8, sum n (t - 1)^2 = 40, b = 20 (0.05 + 0.05) / 40 =
   * 0.05, se = sqrt(0.16 / 40) = 0.063246, z = 0.790569.
   */
  @Test
  void givesTheSlopeAndItsInterval() {
    RetentionTrend trend = trend(20, 15, 16, 17);
    assertThat(trend.changePerPeriod()).isCloseTo(0.05, within(1e-15));
    assertThat(trend.test().statistic()).isCloseTo(0.7905694150420949, within(1e-12));
    assertThat(trend.changeInterval().lower())
        .isCloseTo(0.05 - 1.959963984540054 * Math.sqrt(0.004), within(1e-12));
    assertThat(trend.changeInterval().upper())
        .isCloseTo(0.05 + 1.959963984540054 * Math.sqrt(0.004), within(1e-12));
    assertThat(trend.changeInterval().level()).isEqualTo(0.95);
  }

  /**
   * By hand: shares 8/10, 30/40, 15/50, p = 0.53, mean time 1.4, sum n (t - 1.4)^2 = 19.6 + 6.4 +
   * 18 = 44, b = (-3.78 - 3.52 - 6.9) / 44.
   */
  @Test
  void weighsEachPeriodByItsCustomers() {
    RetentionTrend trend = RetentionTrend.of(List.of(rate(8, 10), rate(30, 40), rate(15, 50)));
    assertThat(trend.changePerPeriod()).isCloseTo(-14.2 / 44, within(1e-14));
    double error = Math.sqrt(0.53 * 0.47 / 44);
    assertThat(trend.test().statistic()).isCloseTo(-14.2 / 44 / error, within(1e-12));
    assertThat(trend.changeInterval().width())
        .isCloseTo(2 * 1.959963984540054 * error, within(1e-12));
  }

  @Test
  void takesAnotherLevel() {
    List<RetentionRate> rates = List.of(rate(150, 200), rate(160, 200), rate(167, 200));
    assertThat(new RetentionTrend(rates, 0.95).direction()).isEqualTo(Direction.IMPROVING);
    assertThat(new RetentionTrend(rates, 0.99).direction()).isEqualTo(Direction.STANDING_STILL);
  }

  @Test
  void refusesWhatDoesNotCompare() {
    RetentionRate month = rate(1, 2);
    RetentionRate year =
        new RetentionRate(
            new Proportion(1, 2), Granularity.YEAR, RetentionDefinition.SAME_CUSTOMERS);
    RetentionRate counted =
        new RetentionRate(new Proportion(1, 2), Granularity.MONTH, RetentionDefinition.COUNTS);
    assertThatThrownBy(() -> RetentionTrend.of(List.of(month)))
        .hasMessage("rates (1) must be at least two");
    assertThatThrownBy(() -> RetentionTrend.of(List.of(month, year)))
        .hasMessage("rates (SAME_CUSTOMERS a year) must all be SAME_CUSTOMERS a month");
    assertThatThrownBy(() -> RetentionTrend.of(List.of(month, counted)))
        .hasMessage("rates (COUNTS a month) must all be SAME_CUSTOMERS a month");
    assertThatThrownBy(() -> new RetentionTrend(List.of(month, month), 1))
        .hasMessage("level (1.0) must be between 0 and 1");
    assertThatThrownBy(() -> new RetentionTrend(List.of(month, month), 0))
        .hasMessage("level (0.0) must be between 0 and 1");
  }

  @Provide
  Arbitrary<List<RetentionRate>> rates() {
    Arbitrary<RetentionRate> rate =
        Combinators.combine(
                Arbitraries.integers().between(0, 300), Arbitraries.integers().between(0, 300))
            .as((kept, lost) -> rate(kept, (long) kept + lost + 1));
    return rate.list().ofMinSize(2).ofMaxSize(8);
  }

  @Property
  void theIntervalLeavesOutZeroExactlyWhenTheVerdictIsATrend(
      @ForAll("rates") List<RetentionRate> rates) {
    RetentionTrend trend = RetentionTrend.of(rates);
    boolean zeroIsOut = !trend.changeInterval().contains(0);
    assertThat(zeroIsOut).isEqualTo(trend.direction() != Direction.STANDING_STILL);
  }

  @Property
  void readBackwardsTheTrendTurns(@ForAll("rates") List<RetentionRate> rates) {
    List<RetentionRate> backwards = new ArrayList<>(rates);
    java.util.Collections.reverse(backwards);
    RetentionTrend forth = RetentionTrend.of(rates);
    RetentionTrend back = RetentionTrend.of(backwards);
    assertThat(back.changePerPeriod()).isCloseTo(-forth.changePerPeriod(), within(1e-12));
    assertThat(back.test().pValue()).isCloseTo(forth.test().pValue(), within(1e-9));
  }
}
