package io.github.retention4j.benchmark;

import static io.github.retention4j.benchmark.BenchmarkMetric.CUSTOMER_CHURN;
import static io.github.retention4j.benchmark.BenchmarkMetric.CUSTOMER_RETENTION;
import static io.github.retention4j.benchmark.BenchmarkMetric.GROSS_DOLLAR_CHURN;
import static io.github.retention4j.benchmark.BenchmarkMetric.GROSS_REVENUE_RETENTION;
import static io.github.retention4j.benchmark.BenchmarkMetric.NET_PROMOTER_SCORE;
import static io.github.retention4j.benchmark.BenchmarkMetric.NET_REVENUE_RETENTION;
import static io.github.retention4j.benchmark.BenchmarkMetric.SATISFACTION_INDEX;
import static io.github.retention4j.benchmark.BenchmarkValue.Statistic.AVERAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.benchmark.BenchmarkMetric.Entity;
import io.github.retention4j.benchmark.BenchmarkMetric.Unit;
import io.github.retention4j.benchmark.BenchmarkPeriod.Basis;
import io.github.retention4j.benchmark.BenchmarkValue.Band;
import io.github.retention4j.benchmark.BenchmarkValue.Figure;
import io.github.retention4j.benchmark.BenchmarkValue.Position;
import io.github.retention4j.benchmark.BenchmarkValue.Quartiles;
import io.github.retention4j.benchmark.BenchmarkValue.Statistic;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.time.Granularity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkTest {

  private static final BenchmarkPeriod YEARLY = BenchmarkPeriod.stated(Granularity.YEAR);
  private static final BenchmarkDefinition DEFINITION = BenchmarkDefinition.OF_CUSTOMERS_AT_START;

  private static Benchmark retention(double value) {
    return of(CUSTOMER_RETENTION, YEARLY, new Figure(AVERAGE, value));
  }

  private static Benchmark of(
      BenchmarkMetric metric, BenchmarkPeriod period, BenchmarkValue value) {
    return Benchmark.of(
        metric, "Insurance", period, value, 2020, "A study", DEFINITION, Certainty.HIGH);
  }

  @Test
  void readsInALine() {
    assertThat(retention(0.83))
        .hasToString("Insurance CUSTOMER_RETENTION 83 % a year, average, 2020, A study");
    assertThat(of(NET_PROMOTER_SCORE, BenchmarkPeriod.none(), new Figure(Statistic.UNNAMED, -13)))
        .hasToString("Insurance NET_PROMOTER_SCORE -13 points by survey, unnamed, 2020, A study");
    assertThat(
            of(
                CUSTOMER_CHURN,
                BenchmarkPeriod.assumed(Granularity.MONTH),
                new Figure(Statistic.BEST_IN_CLASS, 0.0548)))
        .hasToString(
            "Insurance CUSTOMER_CHURN 5.48 % a month (assumed), best in class, 2020, A study");
  }

  @Test
  void keepsWhatItIsMadeOfAndStripsText() {
    Benchmark benchmark =
        new Benchmark(
            CUSTOMER_RETENTION,
            " Insurance ",
            YEARLY,
            new Figure(AVERAGE, 0.83),
            2020,
            " A study ",
            DEFINITION,
            Certainty.LOW,
            " doubt ");
    assertThat(benchmark.industry()).isEqualTo("Insurance");
    assertThat(benchmark.source()).isEqualTo("A study");
    assertThat(benchmark.note()).isEqualTo("doubt");
    assertThat(retention(0.83).note()).isEmpty();
  }

  @Test
  void cannotBeBuiltWithoutSourceYearDefinitionOrIndustry() {
    Figure value = new Figure(AVERAGE, 0.83);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Benchmark.of(
                    CUSTOMER_RETENTION,
                    "Insurance",
                    YEARLY,
                    value,
                    2020,
                    " ",
                    DEFINITION,
                    Certainty.HIGH))
        .withMessage("source ( ) must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Benchmark.of(
                    CUSTOMER_RETENTION, "", YEARLY, value, 2020, "s", DEFINITION, Certainty.HIGH))
        .withMessage("industry () must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BenchmarkDefinition("a", "\t"))
        .withMessage("definition (\t) must not be blank");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 1899, 2101})
  void refusesAYearThatIsNone(int year) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Benchmark.of(
                    CUSTOMER_RETENTION,
                    "Insurance",
                    YEARLY,
                    new Figure(AVERAGE, 0.83),
                    year,
                    "s",
                    DEFINITION,
                    Certainty.HIGH))
        .withMessage("year (" + year + ") must be from 1900 to 2100");
  }

  @ParameterizedTest
  @ValueSource(ints = {1900, 2100})
  void takesTheFirstAndTheLastYear(int year) {
    Figure value = new Figure(AVERAGE, 0.83);
    assertThat(
            Benchmark.of(
                    CUSTOMER_RETENTION, "i", YEARLY, value, year, "s", DEFINITION, Certainty.HIGH)
                .year())
        .isEqualTo(year);
  }

  @Test
  void refusesAPeriodThatDoesNotFitTheMetric() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(CUSTOMER_CHURN, BenchmarkPeriod.none(), new Figure(AVERAGE, 0.1)))
        .withMessage("period (by survey) must have a length, because the metric is CUSTOMER_CHURN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(NET_PROMOTER_SCORE, YEARLY, new Figure(AVERAGE, 40)))
        .withMessage("period (a year) must be none, because the metric is NET_PROMOTER_SCORE");
  }

  @ParameterizedTest
  @CsvSource({
    "CUSTOMER_RETENTION, 1.01, 'value (1.01) must be from 0 to 1 (SHARE)'",
    "CUSTOMER_RETENTION, -0.01, 'value (-0.01) must be from 0 to 1 (SHARE)'",
    "CUSTOMER_RETENTION, NaN, 'reference (NaN) must be a number'",
    "NET_REVENUE_RETENTION, -0.01, 'value (-0.01) must be 0 or more and finite (RATIO)'",
    "NET_REVENUE_RETENTION, Infinity, 'value (Infinity) must be 0 or more and finite (RATIO)'",
  })
  void refusesAValueOutOfRange(BenchmarkMetric metric, double value, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(metric, YEARLY, new Figure(AVERAGE, value)))
        .withMessage(message);
  }

  @Test
  void refusesASurveyValueOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(NET_PROMOTER_SCORE, BenchmarkPeriod.none(), new Figure(AVERAGE, -101)))
        .withMessage("value (-101.0) must be from -100 to 100 (POINTS)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(SATISFACTION_INDEX, BenchmarkPeriod.none(), new Figure(AVERAGE, -1)))
        .withMessage("value (-1.0) must be from 0 to 100 (INDEX)");
  }

  @Test
  void checksEveryQuartile() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(CUSTOMER_RETENTION, YEARLY, new Quartiles(0.8, 0.9, 1.1)))
        .withMessage("value (1.1) must be from 0 to 1 (SHARE)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(CUSTOMER_RETENTION, YEARLY, new Quartiles(-0.8, 0.9, 1)))
        .withMessage("value (-0.8) must be from 0 to 1 (SHARE)");
  }

  @Test
  void theEndsOfTheRangeAreIn() {
    assertThat(retention(0).value().reference()).isZero();
    assertThat(retention(1).value().reference()).isOne();
    assertThat(of(NET_REVENUE_RETENTION, YEARLY, new Figure(AVERAGE, 1.26)).value().reference())
        .isEqualTo(1.26);
  }

  @Test
  void complementIsOneLessInDecimalDigits() {
    Benchmark churn = retention(0.83).complement();
    assertThat(churn.metric()).isEqualTo(CUSTOMER_CHURN);
    assertThat(churn.value()).isEqualTo(new Figure(AVERAGE, 0.17));
    assertThat(churn.complement()).isEqualTo(retention(0.83));
    assertThat(churn.definition()).isEqualTo(DEFINITION);
  }

  @Test
  void complementOfQuartilesChangesEnds() {
    Benchmark kept = of(GROSS_REVENUE_RETENTION, YEARLY, new Quartiles(0.82, 0.91, 0.95));
    assertThat(kept.complement().value()).isEqualTo(new Quartiles(0.05, 0.09, 0.18));
    assertThat(kept.complement().metric()).isEqualTo(GROSS_DOLLAR_CHURN);
    assertThat(kept.complement().complement()).isEqualTo(kept);
  }

  @Test
  void refusesTheComplementOfAMetricThatHasNone() {
    Benchmark net = of(NET_REVENUE_RETENTION, YEARLY, new Figure(AVERAGE, 1.02));
    assertThatIllegalArgumentException()
        .isThrownBy(net::complement)
        .withMessage(
            "metric (NET_REVENUE_RETENTION) must have a complement, such as CUSTOMER_CHURN");
  }

  @Test
  void complementsGoBothWaysAndTurnTheDirection() {
    for (BenchmarkMetric metric : BenchmarkMetric.values()) {
      metric
          .complement()
          .ifPresent(
              other -> {
                assertThat(other.complement()).contains(metric);
                assertThat(other.entity()).isEqualTo(metric.entity());
                assertThat(other.higherIsBetter()).isNotEqualTo(metric.higherIsBetter());
              });
    }
    assertThat(Arrays.stream(BenchmarkMetric.values()).filter(m -> m.complement().isPresent()))
        .containsExactly(
            CUSTOMER_RETENTION, CUSTOMER_CHURN, GROSS_REVENUE_RETENTION, GROSS_DOLLAR_CHURN);
  }

  @ParameterizedTest
  @CsvSource({
    "CUSTOMER_RETENTION, CUSTOMERS, SHARE, true, true, true",
    "CUSTOMER_CHURN, CUSTOMERS, SHARE, false, true, true",
    "SUBSCRIBER_CHURN, CUSTOMERS, SHARE, false, true, true",
    "VOLUNTARY_SUBSCRIBER_CHURN, CUSTOMERS, SHARE, false, true, false",
    "INVOLUNTARY_SUBSCRIBER_CHURN, CUSTOMERS, SHARE, false, true, false",
    "LOGO_CHURN, CUSTOMERS, SHARE, false, true, true",
    "NET_REVENUE_RETENTION, MONEY, RATIO, true, true, true",
    "GROSS_REVENUE_RETENTION, MONEY, SHARE, true, true, true",
    "GROSS_DOLLAR_CHURN, MONEY, SHARE, false, true, true",
    "REPEAT_PURCHASE_RATE, CUSTOMERS, SHARE, true, true, false",
    "NET_PROMOTER_SCORE, ANSWERS, POINTS, true, false, false",
    "SATISFACTION_INDEX, ANSWERS, INDEX, true, false, false",
  })
  void metricsKnowWhatTheyAre(
      BenchmarkMetric metric,
      Entity entity,
      Unit unit,
      boolean higherIsBetter,
      boolean perPeriod,
      boolean compounding) {
    assertThat(metric.entity()).isEqualTo(entity);
    assertThat(metric.unit()).isEqualTo(unit);
    assertThat(metric.higherIsBetter()).isEqualTo(higherIsBetter);
    assertThat(metric.isPerPeriod()).isEqualTo(perPeriod);
    assertThat(metric.isCompounding()).isEqualTo(compounding);
  }

  @Test
  void periodsSayWhoStatesThem() {
    assertThat(YEARLY.basis()).isEqualTo(Basis.STATED);
    assertThat(YEARLY.length()).contains(Granularity.YEAR);
    assertThat(BenchmarkPeriod.assumed(Granularity.YEAR).basis()).isEqualTo(Basis.ASSUMED);
    assertThat(BenchmarkPeriod.none().length()).isEmpty();
  }

  @Test
  void refusesAPeriodAtOddsWithItself() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BenchmarkPeriod(Basis.STATED, Optional.empty()))
        .withMessage(
            "length (none) must be given unless the basis is NONE, and the basis is STATED");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BenchmarkPeriod(Basis.NONE, Optional.of(Granularity.DAY)))
        .withMessage("length (DAY) must be given unless the basis is NONE, and the basis is NONE");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BenchmarkPeriod.stated(Granularity.CUSTOM))
        .withMessage("length (CUSTOM) must be a known length such as MONTH or YEAR");
  }

  @Test
  void definitionsAreComparedByCode() {
    BenchmarkDefinition mine = new BenchmarkDefinition("OF_CUSTOMERS_AT_START", "in my words");
    assertThat(mine.isSameAs(DEFINITION)).isTrue();
    assertThat(mine.isStated()).isTrue();
    assertThat(mine).hasToString("of-customers-at-start: in my words");
    assertThat(mine.isSameAs(BenchmarkDefinition.CHURNED_OF_ACTIVE_AT_START)).isFalse();
  }

  @Test
  void anUnstatedDefinitionIsTheSameAsNone() {
    BenchmarkDefinition unstated = BenchmarkDefinition.unstated("nobody says");
    assertThat(unstated.isStated()).isFalse();
    assertThat(unstated.isSameAs(unstated)).isFalse();
    assertThat(unstated.text()).isEqualTo("nobody says");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "-a", "a-", "a--b", "ä"})
  void refusesAnOddDefinitionCode(String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BenchmarkDefinition(code, "text"))
        .withMessage("definition code (" + code + ") must be letters and digits joined by hyphens");
  }

  @Test
  void aValueOnAQuartileIsInTheBandAboveIt() {
    Quartiles quartiles = new Quartiles(0.82, 0.91, 0.95);
    assertThat(quartiles.bandOf(0.8199)).isEqualTo(Band.BELOW_P25);
    assertThat(quartiles.bandOf(0.82)).isEqualTo(Band.P25_TO_MEDIAN);
    assertThat(quartiles.bandOf(0.91)).isEqualTo(Band.MEDIAN_TO_P75);
    assertThat(quartiles.bandOf(0.95)).isEqualTo(Band.P75_AND_ABOVE);
    assertThat(quartiles.reference()).isEqualTo(0.91);
    assertThat(quartiles.statistic()).isEqualTo(Statistic.MEDIAN);
  }

  @Test
  void locatesAValueWithItsInterval() {
    Quartiles quartiles = new Quartiles(0.82, 0.91, 0.95);
    assertThat(quartiles.locate(0.9, new ConfidenceInterval(0.85, 0.93, 0.95, "Wilson")))
        .isEqualTo(
            new Position(Band.P25_TO_MEDIAN, List.of(Band.P25_TO_MEDIAN, Band.MEDIAN_TO_P75)));
  }

  @Test
  void refusesQuartilesOutOfOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Quartiles(0.5, 0.4, 0.6))
        .withMessage("quartiles (0.5, 0.4, 0.6) must be in ascending order");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Quartiles(0.3, 0.4, 0.39))
        .withMessage("quartiles (0.3, 0.4, 0.39) must be in ascending order");
    assertThat(new Quartiles(0.4, 0.4, 0.4).reference()).isEqualTo(0.4);
  }

  @Test
  void refusesAPositionOutsideItsOwnInterval() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Position(Band.BELOW_P25, List.of(Band.P25_TO_MEDIAN)))
        .withMessage("spanned ([P25_TO_MEDIAN]) must contain the band (BELOW_P25)");
  }

  @Test
  void compoundsWhatIsKeptAndWhatIsLost() {
    // 95 % kept a quarter is 81.45 % a year, and 5 % lost a quarter is 18.55 % a year.
    assertThat(CUSTOMER_RETENTION.compound(0.95, 4)).isCloseTo(0.81450625, within(1e-15));
    assertThat(CUSTOMER_CHURN.compound(0.05, 4)).isCloseTo(0.18549375, within(1e-15));
    assertThat(CUSTOMER_CHURN.compound(1, 12)).isOne();
    assertThat(CUSTOMER_CHURN.compound(0, 12)).isZero();
    // A tiny loss keeps all its digits.
    assertThat(CUSTOMER_CHURN.compound(1e-12, 12)).isCloseTo(1.2e-11, within(1e-22));
  }
}
