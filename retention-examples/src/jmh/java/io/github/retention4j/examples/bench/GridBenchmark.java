package io.github.retention4j.examples.bench;

import io.github.retention4j.activity.ActivityAccumulator;
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.ActivitySpans;
import io.github.retention4j.activity.GridDetail;
import io.github.retention4j.activity.Work;
import io.github.retention4j.cohort.AgeMeasure;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From two columns in memory, customer numbers and seconds of the epoch, to the triangles of months
 * and days, in steps and as a whole. Making the columns is not counted; the setup checks the
 * answers.
 *
 * <p>What is counted is what {@link DuckDbBenchmark} counts. {@code months} and {@code onDay}: from
 * the columns through a new grid to the table, noting in which periods a customer was active but
 * not how often, for the query does not ask. {@code daysOrLater}: from the columns through the
 * first and last active day of each customer to the table. {@code monthGridToCohorts} begins with
 * the grid. {@code eventsTo...} end with it, {@code eventsToMonthCounts} with the number of events
 * in each period.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 7, time = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms8g", "-Xmx8g", "-XX:+AlwaysPreTouch"})
public class GridBenchmark {

  /** How many events. */
  @Param({"1000000", "10000000"})
  public int events;

  /** How many threads. */
  @Param({"1", "2"})
  public int threads;

  private static final int LAST_DAY = 90;

  private final BusinessZone utc = BusinessZone.of("UTC");
  private final PeriodAxis months =
      PeriodAxis.months(new DateRange(LocalDate.of(2021, 1, 1), EventRecipe.END));
  private final PeriodAxis days = PeriodAxis.days(months.range());
  private long[] customers;
  private long[] epochSeconds;
  private ActivityGrid monthGrid;

  /** Makes the events and checks the answer. */
  @Setup
  public void makeEvents() {
    EventRecipe recipe = new EventRecipe(events);
    customers = recipe.customers();
    epochSeconds = recipe.epochSeconds();
    monthGrid = eventsToMonths();
    CellSums.require(events, "months", CellSums.nonEmpty(months(), Integer.MAX_VALUE));
    CellSums.require(events, "onDay", CellSums.nonEmpty(onDay(), LAST_DAY));
    CellSums.require(events, "daysOrLater", CellSums.allCells(daysOrLater(), LAST_DAY));
  }

  /**
   * Lays out the events by customer and month.
   *
   * @return the grid
   */
  @Benchmark
  public ActivityGrid eventsToMonths() {
    return eventsTo(months, GridDetail.PRESENCE);
  }

  /**
   * Lays out the events by customer and month, with the number of events in each month.
   *
   * @return the grid
   */
  @Benchmark
  public ActivityGrid eventsToMonthCounts() {
    return eventsTo(months, GridDetail.EVENT_COUNTS);
  }

  /**
   * Lays out the events by customer and day.
   *
   * @return the grid
   */
  @Benchmark
  public ActivityGrid eventsToDays() {
    return eventsTo(days, GridDetail.PRESENCE);
  }

  /**
   * Finds the first and last active day of each customer.
   *
   * @return the spans
   */
  @Benchmark
  public ActivitySpans eventsToDaySpans() {
    return ActivitySpans.ofInstants(
        customers, epochSeconds, utc, days, EventRecipe.END, Work.onThreads(threads));
  }

  /**
   * Counts the cohorts of a grid that is there.
   *
   * @return the table
   */
  @Benchmark
  public CohortTable monthGridToCohorts() {
    return cohorts(monthGrid);
  }

  /**
   * Months of activity by month of the first event.
   *
   * @return the table
   */
  @Benchmark
  public CohortTable months() {
    return cohorts(eventsToMonths());
  }

  /**
   * Who was active on day k after the first, by day of the first event; all k that there are.
   *
   * @return the table
   */
  @Benchmark
  public CohortTable onDay() {
    return cohorts(eventsToDays());
  }

  /**
   * Who was seen on day k after the first or later, by day of the first event; all k.
   *
   * @return the table
   */
  @Benchmark
  public CohortTable daysOrLater() {
    return CohortCalculator.withDefaults()
        .with(AgeMeasure.ON_OR_AFTER)
        .with(Work.onThreads(threads))
        .calculate(eventsToDaySpans());
  }

  private CohortTable cohorts(ActivityGrid grid) {
    return CohortCalculator.withDefaults().with(Work.onThreads(threads)).calculate(grid);
  }

  private ActivityGrid eventsTo(PeriodAxis axis, GridDetail detail) {
    ActivityAccumulator accumulator = ActivityAccumulator.on(axis, EventRecipe.END, detail);
    accumulator.addAll(customers, epochSeconds, utc, Work.onThreads(threads));
    return accumulator.snapshot();
  }
}
