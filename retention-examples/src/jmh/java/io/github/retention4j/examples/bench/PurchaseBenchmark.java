package io.github.retention4j.examples.bench;

import io.github.retention4j.activity.Work;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.purchase.BgNbd;
import io.github.retention4j.purchase.BgNbdFitter;
import io.github.retention4j.purchase.GammaGammaFit;
import io.github.retention4j.purchase.GammaGammaFitter;
import io.github.retention4j.purchase.ParetoNbd;
import io.github.retention4j.purchase.ParetoNbdFitter;
import io.github.retention4j.purchase.PurchaseModel;
import io.github.retention4j.purchase.PurchasePredictions;
import io.github.retention4j.purchase.PurchasePredictor;
import io.github.retention4j.purchase.PurchaseSample;
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
 * Models of purchases fitted to customers like those of CDNOW, and predictions for all of them.
 *
 * <p>What is counted: from a sample that is there to the model and its report with standard errors,
 * putting equal customers together included; predictions of P(alive) and of the purchases of the
 * next 52 weeks. Drawing the customers is not counted. The setup checks that the likelihood found
 * is not below that of the parameters drawn from, up to the noise of the day.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms8g", "-Xmx8g", "-XX:+AlwaysPreTouch"})
public class PurchaseBenchmark {

  /** How many customers; 2,357 are as many as in the sample of CDNOW. */
  @Param({"2357", "1000000"})
  public int customers;

  /** How exactly times are known. */
  @Param({"BY_DAY", "CONTINUOUS"})
  public String times;

  /** How many threads. */
  @Param({"1", "2"})
  public int threads;

  private static final double WEEKS = 52;
  private static final double STANDARD_ERRORS = 6;
  private static final double TRUE_SHAPE = 0.55;
  private static final double DAYS_MERGED = 0.1;

  private PurchaseSample sample;
  private FitOptions options;
  private PurchaseModel bgNbd;
  private PurchaseModel paretoNbd;

  /** Draws the customers and checks a fit. */
  @Setup
  public void drawCustomers() {
    sample = new PurchaseRecipe(customers, PurchaseRecipe.Times.valueOf(times), 1).sample();
    options = FitOptions.defaults().withThreads(threads);
    bgNbd = bgNbdFit().model();
    Fit<ParetoNbd> fit = paretoNbdFit();
    paretoNbd = fit.model();
    requireTruth(fit.report());
  }

  /** Purchases of one day are one, which draws the shape by less than a tenth. */
  private static void requireTruth(FitReport report) {
    double error = report.estimate("r").standardError().orElseThrow();
    double off = Math.abs(report.estimate("r").value() - TRUE_SHAPE);
    if (off > STANDARD_ERRORS * error + DAYS_MERGED) {
      throw new IllegalStateException(report + " must find r near " + TRUE_SHAPE);
    }
  }

  /**
   * Fits BG/NBD.
   *
   * @return the fit
   */
  @Benchmark
  public Fit<BgNbd> bgNbdFit() {
    return BgNbdFitter.withDefaults().with(options).fit(sample);
  }

  /**
   * Fits Pareto/NBD.
   *
   * @return the fit
   */
  @Benchmark
  public Fit<ParetoNbd> paretoNbdFit() {
    return ParetoNbdFitter.withDefaults().with(options).fit(sample);
  }

  /**
   * Fits gamma-gamma.
   *
   * @return the fit
   */
  @Benchmark
  public GammaGammaFit gammaGammaFit() {
    return GammaGammaFitter.withDefaults().with(options).fit(sample);
  }

  /**
   * Predicts by BG/NBD.
   *
   * @return the predictions
   */
  @Benchmark
  public PurchasePredictions bgNbdPredictions() {
    return predictions(bgNbd);
  }

  /**
   * Predicts by Pareto/NBD.
   *
   * @return the predictions
   */
  @Benchmark
  public PurchasePredictions paretoNbdPredictions() {
    return predictions(paretoNbd);
  }

  private PurchasePredictions predictions(PurchaseModel model) {
    return PurchasePredictor.withDefaults()
        .with(Work.onThreads(threads))
        .predict(model, sample, WEEKS);
  }
}
