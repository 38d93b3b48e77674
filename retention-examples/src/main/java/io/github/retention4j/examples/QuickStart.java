package io.github.retention4j.examples;

// README begins here
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.benchmark.BenchmarkCatalog;
import io.github.retention4j.benchmark.BenchmarkComparator;
import io.github.retention4j.benchmark.BenchmarkComparison;
import io.github.retention4j.benchmark.BenchmarkDefinition;
import io.github.retention4j.benchmark.BenchmarkMetric;
import io.github.retention4j.benchmark.DefinitionPolicy;
import io.github.retention4j.benchmark.OwnMetric;
import io.github.retention4j.clv.DiscountRate;
import io.github.retention4j.clv.LifetimeValue;
import io.github.retention4j.clv.LifetimeValueCalculator;
import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortCurve;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.CustomerCounts;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.List;

/** Retention4J on one screen. */
public final class QuickStart {

  public static void main(String[] args) {
    // A year began with 44 customers, 12 came and 13 left: 31/44 (70.45 %) a year.
    RetentionRate retention =
        CustomerCounts.ofStartAcquiredLost(44, 12, 13).retention(Granularity.YEAR).orElseThrow();
    System.out.println(retention + ", " + retention.interval());

    // Is that good in insurance? Below its 83 %, and not by chance (p = 0.027).
    BenchmarkComparison comparison =
        BenchmarkComparator.withDefaults()
            .with(DefinitionPolicy.ACCEPT_UNSTATED) // this source does not say how it counted
            .compare(
                OwnMetric.counted(
                    BenchmarkMetric.CUSTOMER_RETENTION,
                    retention.retained(),
                    retention.per(),
                    BenchmarkDefinition.OF_CUSTOMERS_AT_START),
                BenchmarkCatalog.bundled()
                    .require(BenchmarkMetric.CUSTOMER_RETENTION, "insurance"));
    System.out.println(comparison.summary());

    // How many of those who started together come back? 2 of 3 after a month, 1 of 2 after two.
    EventLog log =
        EventLog.of(
            List.of(
                Event.of(CustomerId.of("Ada"), LocalDate.of(2024, 1, 5)),
                Event.of(CustomerId.of("Ada"), LocalDate.of(2024, 2, 20)),
                Event.of(CustomerId.of("Ada"), LocalDate.of(2024, 3, 1)),
                Event.of(CustomerId.of("Ben"), LocalDate.of(2024, 1, 31)),
                Event.of(CustomerId.of("Eve"), LocalDate.of(2024, 2, 29)),
                Event.of(CustomerId.of("Eve"), LocalDate.of(2024, 3, 8))),
            LocalDate.of(2024, 4, 1)); // observed until then, so March is complete
    ActivityGrid grid = ActivityGrid.from(log, PeriodAxis.months(log.observed()));
    CohortCurve curve = CohortCalculator.withDefaults().calculate(grid).pooledCurve();
    curve.points().forEach(point -> System.out.println(point.age() + ": " + point.active()));

    // What is a customer worth who brings in 100 a year, at 10 % a year? 178.16, and how sure.
    LifetimeValue value =
        LifetimeValueCalculator.withDefaults()
            .with(DiscountRate.yearly(0.1))
            .calculate(
                new PeriodicMargin(MonetaryEstimate.of("EUR", 100), Granularity.YEAR), retention);
    System.out.println(value.value().orElseThrow() + ", " + value.interval().orElseThrow());
    System.out.println(value.assumptions());
  }
}
// README ends here
