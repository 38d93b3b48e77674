package io.github.retention4j.examples.bench;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.time.PeriodAxis;
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
 * From events in memory to the monthly cohort table, in its two steps and as a whole. Making the
 * events is not counted; the setup checks the table.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class GridBenchmark {

  /** How many events. */
  @Param({"1000000", "10000000"})
  public int events;

  private EventLog log;
  private PeriodAxis months;
  private ActivityGrid grid;

  /** Makes the events and checks the answer. */
  @Setup
  public void makeEvents() {
    log = new EventRecipe(events).toLog();
    months = PeriodAxis.months(log.observed());
    grid = eventsToGrid();
    MonthCheck.require(events, gridToCohorts());
  }

  /**
   * Lays out the events by customer and month.
   *
   * @return the grid
   */
  @Benchmark
  public ActivityGrid eventsToGrid() {
    return ActivityGrid.from(log, months);
  }

  /**
   * Counts the cohorts of a grid that is there.
   *
   * @return the table
   */
  @Benchmark
  public CohortTable gridToCohorts() {
    return CohortCalculator.withDefaults().calculate(grid);
  }

  /**
   * Does both.
   *
   * @return the table
   */
  @Benchmark
  public CohortTable eventsToCohorts() {
    return CohortCalculator.withDefaults().calculate(eventsToGrid());
  }
}
