package io.github.retention4j.examples;

// README begins here
import static io.github.retention4j.testing.RetentionAssertions.assertThat;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.retention.CustomerCounts;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.testing.RetentionArbitraries;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ShopMetricsTest {

  @Test
  void quarterlyRetentionIsWhatTheBoardWasTold() {
    RetentionRate rate =
        CustomerCounts.of(44, 12, 13, 43).retention(Granularity.QUARTER).orElseThrow();
    assertThat(rate).hasCounts(31, 44).isPer(Granularity.QUARTER).isAtLeast(0.7);
  }

  @Test
  void anOpenMonthIsNoRate() {
    EventLog log =
        EventLog.of(
            List.of(
                Event.of(CustomerId.of("Ada"), LocalDate.of(2024, 1, 5)),
                Event.of(CustomerId.of("Ben"), LocalDate.of(2024, 1, 9)),
                Event.of(CustomerId.of("Ada"), LocalDate.of(2024, 2, 20))),
            LocalDate.of(2024, 3, 10));
    CohortTable table =
        CohortCalculator.withDefaults()
            .calculate(ActivityGrid.from(log, PeriodAxis.months(log.observed())));
    assertThat(table)
        .hasCohort("2024-01", 2)
        .hasCell("2024-01", 1, 1)
        .isNotYetObserved("2024-01", 2);
  }

  @Property
  void nobodyIsRetainedWhoWasNotThere(@ForAll("counts") CustomerCounts counts) {
    counts.retention(Granularity.MONTH).ifPresent(rate -> assertThat(rate).isAtMost(1));
  }

  @Provide
  Arbitrary<CustomerCounts> counts() {
    return RetentionArbitraries.customerCounts(1_000);
  }
}
// README ends here
