package io.github.retention4j.benchmark;

import static io.github.retention4j.benchmark.BenchmarkMetric.CUSTOMER_CHURN;
import static io.github.retention4j.benchmark.BenchmarkMetric.CUSTOMER_RETENTION;
import static io.github.retention4j.benchmark.WhatItTakes.Goal.BETTER;
import static io.github.retention4j.benchmark.WhatItTakes.Goal.NOT_WORSE;
import static io.github.retention4j.benchmark.WhatItTakes.Goal.REACH;
import static io.github.retention4j.time.Granularity.MONTH;
import static io.github.retention4j.time.Granularity.QUARTER;
import static io.github.retention4j.time.Granularity.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.benchmark.BenchmarkValue.Figure;
import io.github.retention4j.benchmark.BenchmarkValue.Statistic;
import io.github.retention4j.benchmark.WhatItTakes.AlreadyThere;
import io.github.retention4j.benchmark.WhatItTakes.Goal;
import io.github.retention4j.benchmark.WhatItTakes.More;
import io.github.retention4j.benchmark.WhatItTakes.OutOfReach;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatItTakesTest {

  private static WhatItTakes yearly(
      BenchmarkMetric metric, long count, long total, double value, Goal goal) {
    return whatItTakes(metric, count, total, YEAR, value, YEAR, goal);
  }

  private static WhatItTakes whatItTakes(
      BenchmarkMetric metric,
      long count,
      long total,
      Granularity per,
      double value,
      Granularity benchmarkPer,
      Goal goal) {
    BenchmarkDefinition definition = BenchmarkDefinition.OF_CUSTOMERS_AT_START;
    return BenchmarkComparator.withDefaults()
        .with(PeriodConversion.COMPOUNDING)
        .whatItTakes(
            OwnMetric.counted(metric, new Proportion(count, total), per, definition),
            Benchmark.of(
                metric,
                "Gyms",
                BenchmarkPeriod.stated(benchmarkPer),
                new Figure(Statistic.AVERAGE, value),
                2024,
                "A study",
                definition,
                Certainty.HIGH),
            goal);
  }

  @Test
  void sixMoreOf44Reach83Percent() {
    assertThat(yearly(CUSTOMER_RETENTION, 31, 44, 0.83, REACH)).isEqualTo(new More(6));
    assertThat(yearly(CUSTOMER_RETENTION, 31, 44, 0.83, NOT_WORSE)).isEqualTo(new More(1));
    assertThat(yearly(CUSTOMER_RETENTION, 31, 44, 0.83, BETTER)).isEqualTo(new More(11));
    assertThat(yearly(CUSTOMER_CHURN, 13, 44, 0.17, REACH)).isEqualTo(new More(6));
    assertThat(yearly(CUSTOMER_CHURN, 13, 44, 0.17, NOT_WORSE)).isEqualTo(new More(1));
    assertThat(yearly(CUSTOMER_CHURN, 13, 44, 0.17, BETTER)).isEqualTo(new More(11));
  }

  @ParameterizedTest
  @CsvSource({
    "70, 100, 0.81, 11", "80, 100, 0.81, 1", "0, 100, 0.29, 29", "0, 1000, 0.001, 1",
    "0, 10, 1, 10", "99, 1000, 0.1, 1", "0, 3, 0.3333333333333333, 1", "56, 100, 0.57, 1",
  })
  void countsInDecimalDigits(long count, long total, double value, long more) {
    assertThat(yearly(CUSTOMER_RETENTION, count, total, value, REACH)).isEqualTo(new More(more));
    assertThat(yearly(CUSTOMER_RETENTION, count + more, total, value, REACH))
        .isEqualTo(AlreadyThere.INSTANCE);
  }

  @ParameterizedTest
  @CsvSource({"30, 100, 0.29, 1", "58, 100, 0.57, 1", "100, 100, 0.07, 93", "5, 10, 0, 5"})
  void countsChurnDown(long count, long total, double value, long more) {
    assertThat(yearly(CUSTOMER_CHURN, count, total, value, REACH)).isEqualTo(new More(more));
    assertThat(yearly(CUSTOMER_CHURN, count - more, total, value, REACH))
        .isEqualTo(AlreadyThere.INSTANCE);
  }

  @Test
  void aPowerDoesNotMoveTheGoal() {
    // 0.9 a month is 0.729 a quarter, whose cube root is a little over 0.9 in doubles.
    assertThat(whatItTakes(CUSTOMER_RETENTION, 5, 10, MONTH, 0.729, QUARTER, REACH))
        .isEqualTo(new More(4));
    assertThat(whatItTakes(CUSTOMER_RETENTION, 80, 100, QUARTER, 0.81450625, YEAR, REACH))
        .isEqualTo(new More(15));
    assertThat(whatItTakes(CUSTOMER_CHURN, 20, 100, QUARTER, 0.18549375, YEAR, REACH))
        .isEqualTo(new More(15));
  }

  @Test
  void worksForABillionCustomers() {
    assertThat(yearly(CUSTOMER_RETENTION, 0, 1_000_000_000, 0.83, REACH))
        .isEqualTo(new More(830_000_000));
  }

  @Test
  void keepsEveryDigitOfABenchmarkThatNeedsNoConversion() {
    assertThat(yearly(CUSTOMER_RETENTION, 0, 3_000_000_000_000_000L, 0.3333333333333333, REACH))
        .isEqualTo(new More(1_000_000_000_000_000L));
  }

  @Test
  void saysIfNothingIsNeeded() {
    assertThat(yearly(CUSTOMER_RETENTION, 81, 100, 0.81, REACH)).isEqualTo(AlreadyThere.INSTANCE);
    assertThat(yearly(CUSTOMER_RETENTION, 31, 44, 0.81, NOT_WORSE))
        .isEqualTo(AlreadyThere.INSTANCE);
    assertThat(yearly(CUSTOMER_RETENTION, 95, 100, 0.81, BETTER)).isEqualTo(AlreadyThere.INSTANCE);
  }

  @Test
  void saysIfAllCustomersAreNotEnough() {
    assertThat(yearly(CUSTOMER_RETENTION, 3, 5, 0.81, BETTER)).isEqualTo(new OutOfReach(5));
    assertThat(yearly(CUSTOMER_RETENTION, 5, 5, 0.81, BETTER)).isEqualTo(new OutOfReach(5));
    assertThat(yearly(CUSTOMER_RETENTION, 900, 1000, 1, BETTER)).isEqualTo(new OutOfReach(1000));
    assertThat(yearly(CUSTOMER_CHURN, 100, 1000, 0, BETTER)).isEqualTo(new OutOfReach(1000));
  }

  @Test
  void refusesWhatCannotBeCompared() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                BenchmarkComparator.withDefaults()
                    .whatItTakes(
                        OwnMetric.counted(
                            CUSTOMER_RETENTION,
                            new Proportion(31, 44),
                            YEAR,
                            BenchmarkDefinition.OF_CUSTOMERS_AT_START),
                        BenchmarkCatalog.bundled().require(CUSTOMER_RETENTION, "media"),
                        REACH))
        .withMessageContaining("ACCEPT_UNSTATED");
  }

  @Test
  void needsAtLeastOneMore() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new More(0))
        .withMessage("customers (0) must be at least 1");
  }
}
