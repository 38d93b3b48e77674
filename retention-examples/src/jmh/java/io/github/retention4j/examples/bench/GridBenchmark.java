package io.github.retention4j.examples.bench;

import io.github.retention4j.activity.ActivityAccumulator;
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Work;
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
 * From two columns in memory, customer numbers and seconds of the epoch, to the monthly cohort
 * table, in its two steps and as a whole. Making the columns is not counted; the setup checks the
 * table.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 7, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
public class GridBenchmark {

  /** How many events. */
  @Param({"1000000", "10000000"})
  public int events;

  /** How many threads. */
  @Param({"1", "2"})
  public int threads;

  private final BusinessZone utc = BusinessZone.of("UTC");
  private final PeriodAxis months =
      PeriodAxis.months(new DateRange(LocalDate.of(2021, 1, 1), EventRecipe.END));
  private final PeriodAxis days = PeriodAxis.days(months.range());
  private long[] customers;
  private long[] epochSeconds;
  private ActivityGrid grid;

  /** Makes the events and checks the answer. */
  @Setup
  public void makeEvents() {
    EventRecipe recipe = new EventRecipe(events);
    customers = recipe.customers();
    epochSeconds = recipe.epochSeconds();
    grid = eventsToMonths();
    MonthCheck.require(events, monthsToCohorts());
  }

  /**
   * Lays out the events by customer and month.
   *
   * @return the grid
   */
  @Benchmark
  public ActivityGrid eventsToMonths() {
    return eventsTo(months);
  }

  /**
   * Lays out the events by customer and day.
   *
   * @return the grid
   */
  @Benchmark
  public ActivityGrid eventsToDays() {
    return eventsTo(days);
  }

  /**
   * Counts the cohorts of a grid that is there.
   *
   * @return the table
   */
  @Benchmark
  public CohortTable monthsToCohorts() {
    return CohortCalculator.withDefaults().calculate(grid);
  }

  /**
   * Does both.
   *
   * @return the table
   */
  @Benchmark
  public CohortTable eventsToCohorts() {
    return CohortCalculator.withDefaults().calculate(eventsToMonths());
  }

  private ActivityGrid eventsTo(PeriodAxis axis) {
    ActivityAccumulator accumulator = ActivityAccumulator.on(axis, EventRecipe.END);
    accumulator.addAll(customers, epochSeconds, utc, Work.onThreads(threads));
    return accumulator.snapshot();
  }
}
