package io.github.retention4j.examples.bench;

import java.sql.SQLException;
import java.util.Map;
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

  private static final Map<Integer, CellSums[]> EXPECTED =
      Map.of(
          1_000_000,
          new CellSums[] {
            new CellSums(666, 503_641, 3_606_432),
            new CellSums(99_645, 7_886_533, 343_705_163),
            new CellSums(86_302, 417_010, 10_790_185)
          },
          10_000_000,
          new CellSums[] {
            new CellSums(666, 5_043_823, 36_200_408),
            new CellSums(99_645, 78_922_648, 3_440_850_601L),
            new CellSums(95_550, 4_164_748, 107_664_654)
          });

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
    CellSums[] expected = EXPECTED.get(events);
    if (expected != null) {
      months().require(expected[0]);
      daysOrLater().require(expected[1]);
      onDay().require(expected[2]);
    }
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
