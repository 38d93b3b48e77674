package io.github.retention4j.testing;

import static io.github.retention4j.testing.RetentionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.benchmark.BenchmarkCatalog;
import io.github.retention4j.benchmark.BenchmarkComparator;
import io.github.retention4j.benchmark.BenchmarkComparison;
import io.github.retention4j.benchmark.BenchmarkComparison.Standing;
import io.github.retention4j.benchmark.BenchmarkComparison.Verdict;
import io.github.retention4j.benchmark.BenchmarkDefinition;
import io.github.retention4j.benchmark.BenchmarkMetric;
import io.github.retention4j.benchmark.DefinitionPolicy;
import io.github.retention4j.benchmark.OwnMetric;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortAndBenchmarkAssertionsTest {

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
    assertThat(comparison).hasVerdict(Verdict.BELOW).hasStanding(Standing.WORSE);
    assertThatThrownBy(() -> assertThat(comparison).hasStanding(Standing.BETTER))
        .hasMessage("Expected standing BETTER but is WORSE: " + comparison.summary());
    assertThatThrownBy(() -> assertThat(comparison).hasNoCaveats())
        .hasMessage(
            "Expected no caveats but: "
                + comparison.summary()
                + "\n  "
                + String.join("\n  ", comparison.caveats()));
    assertThatThrownBy(() -> assertThat(comparison).hasVerdict(Verdict.ABOVE))
        .hasMessage("Expected verdict ABOVE but: " + comparison.summary());
  }
}
