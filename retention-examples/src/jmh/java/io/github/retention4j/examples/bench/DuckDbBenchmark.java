package io.github.retention4j.examples.bench;

import java.sql.SQLException;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The same triangles from the same events by DuckDB, from its own columns in memory, each by the
 * fastest query known. Loading is not counted; the setup checks the answers.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class DuckDbBenchmark {

  /** How many events. */
  @Param({"1000000", "10000000"})
  public int events;

  /** How many threads. */
  @Param({"1", "2"})
  public int threads;

  private DuckDbEvents table;

  /**
   * Loads the events and checks the answers.
   *
   * @throws SQLException if DuckDB does not do as asked
   */
  @Setup
  public void load() throws SQLException {
    table = new DuckDbEvents(new EventRecipe(events), threads);
    CellSums.require(events, "months", months());
    CellSums.require(events, "daysOrLater", daysOrLater());
    CellSums.require(events, "onDay", onDay());
  }

  /**
   * Closes the table.
   *
   * @throws SQLException if DuckDB does not do as asked
   */
  @TearDown
  public void close() throws SQLException {
    table.close();
  }

  /**
   * Counts months of activity by month of the first event.
   *
   * @return the sums
   * @throws SQLException if DuckDB does not do as asked
   */
  @Benchmark
  public CellSums months() throws SQLException {
    return table.months();
  }

  /**
   * Counts who was seen on day k or later.
   *
   * @return the sums
   * @throws SQLException if DuckDB does not do as asked
   */
  @Benchmark
  public CellSums daysOrLater() throws SQLException {
    return table.daysOrLater();
  }

  /**
   * Counts who was active on day k.
   *
   * @return the sums
   * @throws SQLException if DuckDB does not do as asked
   */
  @Benchmark
  public CellSums onDay() throws SQLException {
    return table.onDay();
  }
}
