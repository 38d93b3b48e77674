package io.github.retention4j.examples.bench;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.survival.Concordance;
import io.github.retention4j.survival.ConcordanceIndex;
import io.github.retention4j.survival.CoxFit;
import io.github.retention4j.survival.CoxFitter;
import io.github.retention4j.survival.KaplanMeier;
import io.github.retention4j.survival.LifetimeRegressionFamily;
import io.github.retention4j.survival.LifetimeRegressionFit;
import io.github.retention4j.survival.LifetimeRegressionFitter;
import io.github.retention4j.survival.LifetimeSample;
import io.github.retention4j.survival.LogRankResult;
import io.github.retention4j.survival.LogRankTest;
import io.github.retention4j.survival.SurvivalCurve;
import io.github.retention4j.time.TimeScale;
import java.util.Optional;
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
 * Survival curves, tests and regressions on {@link LifetimeRecipe}.
 *
 * <p>What is counted: Kaplan-Meier from arrays to the curve; all others from a sample that is there
 * to the result, sorting, standard errors and, for Cox, concordance included. The setup checks that
 * Cox finds the coefficients drawn with.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms8g", "-Xmx8g", "-XX:+AlwaysPreTouch"})
public class SurvivalBenchmark {

  /** How many customers. */
  @Param("1000000")
  public int rows;

  /** Whether times are whole months. */
  @Param({"true", "false"})
  public boolean monthly;

  /** How many threads. */
  @Param({"1", "2"})
  public int threads;

  private static final double STANDARD_ERRORS = 6;

  /** A fit of ten times as many would take the memory that the others are given. */
  private static final int MOST_CHECKED = 1_000_000;

  /** Whole months hide a little of each effect. */
  private static final double ROUNDED = 0.02;

  private LifetimeRecipe recipe;
  private LifetimeSample sample;
  private LifetimeSample twoGroups;
  private CovariateTable covariates;
  private double[] risks;

  /** Draws the customers and checks a fit. */
  @Setup
  public void drawCustomers() {
    recipe = new LifetimeRecipe(rows, monthly);
    sample = recipe.sample();
    twoGroups = recipe.inTwoGroups();
    covariates = recipe.covariates();
    risks = recipe.risks();
    if (rows <= MOST_CHECKED) {
      requireTruth(cox());
    }
  }

  private static void requireTruth(CoxFit fit) {
    double[] truth = LifetimeRecipe.coefficients();
    for (int j = 0; j < truth.length; j++) {
      ParameterEstimate found = fit.report().coefficient("x" + (j + 1));
      double error = found.standardError().orElseThrow();
      if (Math.abs(found.value() - truth[j]) > STANDARD_ERRORS * error + ROUNDED) {
        throw new IllegalStateException(found + " must be near " + truth[j]);
      }
    }
  }

  /**
   * The share that stays longer than any time.
   *
   * @return the curve
   */
  @Benchmark
  public SurvivalCurve kaplanMeier() {
    return KaplanMeier.withDefaults()
        .withThreads(threads)
        .calculate(LifetimeSample.fromStart(TimeScale.MEAN_MONTH, recipe.times, recipe.left));
  }

  /**
   * Whether two groups differ.
   *
   * @return the test
   */
  @Benchmark
  public LogRankResult logRank() {
    return LogRankTest.withDefaults().withThreads(threads).test(twoGroups);
  }

  /**
   * Ten coefficients by Efron's method.
   *
   * @return the fit
   */
  @Benchmark
  public CoxFit cox() {
    return CoxFitter.withDefaults().withThreads(threads).fit(sample, covariates);
  }

  /**
   * How often the one with the higher risk left first.
   *
   * @return the index
   */
  @Benchmark
  public Optional<ConcordanceIndex> concordance() {
    return Concordance.withDefaults().withThreads(threads).calculate(sample, risks);
  }

  /**
   * Ten coefficients and a scale.
   *
   * @return the fit
   */
  @Benchmark
  public LifetimeRegressionFit weibullRegression() {
    return LifetimeRegressionFitter.of(LifetimeRegressionFamily.WEIBULL)
        .with(FitOptions.defaults().withThreads(threads))
        .fit(sample, covariates);
  }
}
