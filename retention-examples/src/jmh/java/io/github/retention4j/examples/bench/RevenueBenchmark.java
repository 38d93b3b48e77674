package io.github.retention4j.examples.bench;

import io.github.retention4j.activity.Work;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueCohortTable;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.revenue.RevenueRetention;
import io.github.retention4j.revenue.RevenueRetentionCalculator;
import java.util.List;
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
 * From a grid of revenue, 36 months of {@link RevenueRecipe}, to the bridge, to trailing years of
 * net retention and to the triangle of cohorts. Making the grid is not counted; the setup checks
 * the bridge against what the recipe made.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms4g", "-Xmx4g"})
public class RevenueBenchmark {

  /** How many customers. */
  @Param({"1000", "1000000"})
  public int customers;

  /** The share of months in which a price changes; at 1 all but every cell is a step. */
  @Param({"0.05", "1"})
  public double change;

  /** How many threads; retention and cohorts take one. */
  @Param({"1", "2"})
  public int threads;

  private RevenueGrid grid;

  /** Makes the grid and checks the answer. */
  @Setup
  public void makeGrid() {
    RevenueRecipe recipe = new RevenueRecipe(change);
    grid = recipe.grid(customers);
    RevenueBridgePeriod total = bridge().total().orElseThrow();
    require("closing", total.revenue().closing(), Money.of("USD", recipe.closing));
    require("lost", total.customers().churned(), recipe.lost);
    require("back", total.customers().reactivated(), recipe.back);
    require("periods", bridge().periods().size(), RevenueRecipe.MONTHS);
  }

  private static void require(String what, Object actual, Object expected) {
    if (!actual.equals(expected)) {
      throw new IllegalStateException(what + " (" + actual + ") must be " + expected);
    }
  }

  /**
   * Bridges all months.
   *
   * @return the bridge
   */
  @Benchmark
  public RevenueBridge bridge() {
    return RevenueBridgeCalculator.withDefaults()
        .calculate(grid, grid.axis(), Work.onThreads(threads));
  }

  /**
   * Net retention of the same customers over every trailing year.
   *
   * @return the shares
   */
  @Benchmark
  public List<RevenueRetention> trailingYears() {
    return RevenueRetentionCalculator.withDefaults().over(12).calculate(grid);
  }

  /**
   * What each start month still pays, with pooled averages.
   *
   * @return the table
   */
  @Benchmark
  public RevenueCohortTable cohorts() {
    return RevenueCohortTable.of(grid);
  }
}
