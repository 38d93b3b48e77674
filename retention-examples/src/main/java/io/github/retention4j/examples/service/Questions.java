package io.github.retention4j.examples.service;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.benchmark.Benchmark;
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
import io.github.retention4j.clv.LifetimeValueFormula;
import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.cohort.Cohort;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortCell;
import io.github.retention4j.cohort.CohortCurve;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.ChurnRate;
import io.github.retention4j.retention.CustomerCounts;
import io.github.retention4j.retention.RetentionDefinition;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the service is asked and what it answers. Nothing is kept from one question to the next. */
final class Questions {

  private Questions() {}

  /** The customers of a period. */
  record OfRetention(long atStart, long acquired, long lost, Granularity per) {

    Retention answer() {
      CustomerCounts counts = CustomerCounts.ofStartAcquiredLost(atStart, acquired, lost);
      return new Retention(counts, counts.retention(per), ChurnRate.atStart(counts, per));
    }
  }

  /** No rates where nobody was there at the start. */
  record Retention(
      CustomerCounts counts, Optional<RetentionRate> retention, Optional<ChurnRate> churn) {}

  /** Who was active when, up to the day on which observation ends. */
  record OfCohorts(LocalDate observedUntil, Granularity granularity, List<Activity> events) {

    /** More would make answers of many megabytes. */
    private static final int MOST_PERIODS = 400;

    record Activity(String customer, LocalDate date) {}

    Cohorts answer() {
      EventLog log =
          EventLog.of(
              events.stream().map(it -> Event.of(CustomerId.of(it.customer), it.date)),
              observedUntil);
      PeriodAxis axis = axis(log.observed());
      if (axis.size() > MOST_PERIODS) {
        throw new IllegalArgumentException(
            "periods (" + axis.size() + ") must be at most " + MOST_PERIODS);
      }
      CohortTable table = CohortCalculator.withDefaults().calculate(ActivityGrid.from(log, axis));
      return new Cohorts(granularity, rows(table), table.pooledCurve());
    }

    private PeriodAxis axis(DateRange days) {
      return switch (granularity) {
        case DAY -> PeriodAxis.days(days);
        case WEEK -> PeriodAxis.isoWeeks(days);
        case MONTH -> PeriodAxis.months(days);
        case QUARTER -> PeriodAxis.quarters(days);
        case YEAR -> PeriodAxis.years(days);
        case CUSTOM ->
            throw new IllegalArgumentException("granularity (CUSTOM) must be one of a calendar");
      };
    }

    private static List<Row> rows(CohortTable table) {
      return IntStream.range(0, table.cohorts().size())
          .mapToObj(row -> new Row(table.cohorts().get(row), cells(table, row)))
          .toList();
    }

    private static List<CohortCell> cells(CohortTable table, int row) {
      return IntStream.range(0, table.ages(row)).mapToObj(age -> table.cell(row, age)).toList();
    }
  }

  /** A cohort table, which is no list of its own: it would have to hold every cell. */
  record Cohorts(Granularity granularity, List<Row> cohorts, CohortCurve pooled) {}

  /** A cohort with its cells by age; one that is not yet observed has no share. */
  record Row(Cohort cohort, List<CohortCell> cells) {}

  /** Retention and margin of customers; the discount is 0 and the horizon endless if not told. */
  record OfLifetimeValue(
      String currency,
      double margin,
      long retained,
      long atStart,
      Granularity per,
      LifetimeValueFormula formula,
      Optional<Double> yearlyDiscount,
      Optional<Integer> horizon) {

    LifetimeValue answer() {
      LifetimeValueCalculator calculator =
          LifetimeValueCalculator.withDefaults()
              .with(formula)
              .with(yearlyDiscount.map(DiscountRate::yearly).orElse(DiscountRate.NONE));
      return horizon
          .map(calculator::withHorizon)
          .orElseGet(calculator::withoutHorizon)
          .calculate(
              new PeriodicMargin(MonetaryEstimate.of(currency, margin), per),
              new RetentionRate(
                  new Proportion(retained, atStart), per, RetentionDefinition.SAME_CUSTOMERS));
    }
  }

  /** The bundled benchmarks of a metric, in one industry or in all. */
  record OfBenchmarks(BenchmarkMetric metric, Optional<String> industry) {

    List<Benchmark> answer() {
      BenchmarkCatalog catalog = BenchmarkCatalog.bundled().forMetric(metric);
      return industry.map(catalog::find).orElseGet(catalog::benchmarks);
    }
  }

  /** Own counts beside a bundled benchmark; caveats tell where it was counted otherwise. */
  record OfComparison(
      BenchmarkMetric metric, String industry, int year, long count, long total, Granularity per) {

    BenchmarkComparison answer() {
      return BenchmarkComparator.withDefaults()
          .with(DefinitionPolicy.ACCEPT_UNSTATED)
          .compare(
              OwnMetric.counted(
                  metric,
                  new Proportion(count, total),
                  per,
                  BenchmarkDefinition.OF_CUSTOMERS_AT_START),
              BenchmarkCatalog.bundled().require(metric, industry, year));
    }
  }
}
