package io.github.retention4j.testing;

import static io.github.retention4j.testing.RetentionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.benchmark.BenchmarkCatalog;
import io.github.retention4j.benchmark.BenchmarkComparator;
import io.github.retention4j.benchmark.BenchmarkComparison;
import io.github.retention4j.benchmark.BenchmarkComparison.Verdict;
import io.github.retention4j.benchmark.BenchmarkDefinition;
import io.github.retention4j.benchmark.BenchmarkMetric;
import io.github.retention4j.benchmark.DefinitionPolicy;
import io.github.retention4j.benchmark.OwnMetric;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.retention.CustomerCounts;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RetentionAssertionsTest {

  private static final RetentionRate RATE =
      CustomerCounts.of(44, 12, 13, 43).retention(Granularity.YEAR).orElseThrow();

  @Test
  void ratesPassWhatHolds() {
    assertThat(RATE)
        .isAtLeast(0.7)
        .isAtMost(0.71)
        .hasCounts(31, 44)
        .isPer(Granularity.YEAR)
        .isConsistentWith(0.8);
  }

  @Test
  void ratesFailWithTheirCounts() {
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
        .hasMessageStartingWith(
            "Expected retention to be consistent with 0.83 but was 31/44 (70.45 %) a year, interval"
                + " [0.5578, 0.8184]");
  }

  @Test
  void cohortTablesPassWhatHoldsAndFailWithTheCell() {
    EventLog log =
        EventLog.of(
            List.of(
                Event.of(CustomerId.of("a"), LocalDate.of(2024, 1, 3)),
                Event.of(CustomerId.of("b"), LocalDate.of(2024, 1, 9)),
                Event.of(CustomerId.of("a"), LocalDate.of(2024, 2, 9))),
            LocalDate.of(2024, 3, 10));
    CohortTable table =
        CohortCalculator.withDefaults()
            .calculate(ActivityGrid.from(log, PeriodAxis.months(log.observed())));
    assertThat(table)
        .hasCohort("2024-01", 2)
        .hasCell("2024-01", 1, 1)
        .isNotYetObserved("2024-01", 2);
    assertThatThrownBy(() -> assertThat(table).hasCohort("2024-01", 3))
        .hasMessage("Expected cohort 2024-01 to have 3 customers but it has 2");
    assertThatThrownBy(() -> assertThat(table).hasCohort("2024-02", 1))
        .hasMessage("Expected a cohort 2024-02 but there are [2024-01]");
    assertThatThrownBy(() -> assertThat(table).hasCell("2024-01", 1, 2))
        .hasMessage(
            "Expected cohort 2024-01 at age 1 to be 2/2 active but it is Observed[active=1/2"
                + " (50.00 %)]");
    assertThatThrownBy(() -> assertThat(table).hasCell("2024-01", 2, 0))
        .hasMessage(
            "Expected cohort 2024-01 at age 2 to be 0/2 active but it is"
                + " NotYetObserved[activeSoFar=0]");
    assertThatThrownBy(() -> assertThat(table).isNotYetObserved("2024-01", 1))
        .hasMessageStartingWith("Expected cohort 2024-01 at age 1 to be not yet observed but");
    assertThatThrownBy(() -> assertThat(table).hasCell("2024-01", 3, 0))
        .hasMessage("Expected cohort 2024-01 to have an age 3 but it has 0 to 2");
  }

  @Test
  void comparisonsFailWithTheirSummary() {
    BenchmarkComparison comparison =
        BenchmarkComparator.withDefaults()
            .with(DefinitionPolicy.ACCEPT_UNSTATED)
            .compare(
                OwnMetric.counted(
                    BenchmarkMetric.CUSTOMER_RETENTION,
                    new Proportion(31, 44),
                    Granularity.YEAR,
                    BenchmarkDefinition.OF_CUSTOMERS_AT_START),
                BenchmarkCatalog.bundled()
                    .require(BenchmarkMetric.CUSTOMER_RETENTION, "insurance", 2020));
    assertThat(comparison).hasVerdict(Verdict.BELOW);
    assertThatThrownBy(() -> assertThat(comparison).hasVerdict(Verdict.ABOVE))
        .hasMessage("Expected verdict ABOVE but: " + comparison.summary());
  }

  @Provide
  Arbitrary<CustomerCounts> counts() {
    return RetentionArbitraries.customerCounts(1000);
  }

  @Property
  void randomCountsKeepTheIdentity(@ForAll("counts") CustomerCounts counts) {
    org.assertj.core.api.Assertions.assertThat(counts.atStart() + counts.acquired() - counts.lost())
        .isEqualTo(counts.atEnd());
    org.assertj.core.api.Assertions.assertThat(counts.retained() + counts.lostFromStart())
        .isEqualTo(counts.atStart());
  }
}
