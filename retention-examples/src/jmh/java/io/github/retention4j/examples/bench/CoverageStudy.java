package io.github.retention4j.examples.bench;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.purchase.BgBb;
import io.github.retention4j.purchase.BgBbFitter;
import io.github.retention4j.purchase.BgCnbdK;
import io.github.retention4j.purchase.BgCnbdKFitter;
import io.github.retention4j.purchase.BgNbd;
import io.github.retention4j.purchase.BgNbdFitter;
import io.github.retention4j.purchase.GammaGamma;
import io.github.retention4j.purchase.GammaGammaFitter;
import io.github.retention4j.purchase.GgomNbd;
import io.github.retention4j.purchase.GgomNbdFitter;
import io.github.retention4j.purchase.MbgCnbdK;
import io.github.retention4j.purchase.MbgCnbdKFitter;
import io.github.retention4j.purchase.MbgNbd;
import io.github.retention4j.purchase.MbgNbdFitter;
import io.github.retention4j.purchase.OpportunityHistory;
import io.github.retention4j.purchase.OpportunitySample;
import io.github.retention4j.purchase.ParetoNbd;
import io.github.retention4j.purchase.ParetoNbdFitter;
import io.github.retention4j.purchase.PurchaseProcess;
import io.github.retention4j.purchase.PurchaseSample;
import io.github.retention4j.purchase.PurchaseSimulator;
import io.github.retention4j.renewal.BetaDiscreteWeibull;
import io.github.retention4j.renewal.BetaDiscreteWeibullFitter;
import io.github.retention4j.renewal.GeometricLifetime;
import io.github.retention4j.renewal.GeometricLifetimeFitter;
import io.github.retention4j.renewal.RenewalCohort;
import io.github.retention4j.renewal.RenewalModel;
import io.github.retention4j.renewal.RenewalSample;
import io.github.retention4j.renewal.ShiftedBetaGeometric;
import io.github.retention4j.renewal.ShiftedBetaGeometricFitter;
import io.github.retention4j.renewal.TwoSegmentGeometric;
import io.github.retention4j.renewal.TwoSegmentGeometricFitter;
import io.github.retention4j.time.TimeScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How often 95 % intervals of parameters hold the truth: each model is drawn from many times,
 * fitted and asked. Prints a line for each parameter. Not a benchmark of speed, and too long for a
 * test.
 *
 * <pre>{@code mvn -q -Pbench test-compile exec:exec@coverage "-Dcoverage.args=1000 5000 BG/NBD"}
 * </pre>
 *
 * <p>Arguments: how many runs, how many customers in each, and optionally the names of the models.
 * Run k draws by the seed k. Runs whose fit has no interval for a parameter, such as one at a
 * boundary, are told apart and not counted as held or missed.
 */
final class CoverageStudy {

  private static final double LEVEL = 0.95;
  private static final double WEEKS = 39;
  private static final int OPPORTUNITIES = 6;
  private static final int COHORTS = 4;

  private final int runs;
  private final int customers;

  private CoverageStudy(int runs, int customers) {
    this.runs = runs;
    this.customers = customers;
  }

  /**
   * Runs the study.
   *
   * @param args runs, customers, names of models
   */
  public static void main(String[] args) {
    CoverageStudy study = new CoverageStudy(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    List<String> wanted = Arrays.asList(args).subList(2, args.length);
    study
        .models()
        .forEach(
            (name, model) -> {
              if (wanted.isEmpty() || wanted.contains(name)) {
                study.print(name, model);
              }
            });
  }

  /** A model with known parameters, in the order of its report, and a fit to a sample of it. */
  private record Known(List<Double> truth, LongFunction<FitReport> fit) {}

  private Map<String, Known> models() {
    Map<String, Known> models = new LinkedHashMap<>();
    BgNbd bgNbd = new BgNbd(0.55, 6, 0.8, 2.5, TimeScale.WEEK);
    models.put(
        "BG/NBD",
        known(seed -> BgNbdFitter.withDefaults().fit(drawn(bgNbd, seed)), 0.55, 6, 0.8, 2.5));
    MbgNbd mbgNbd = new MbgNbd(0.55, 6, 0.8, 2.5, TimeScale.WEEK);
    models.put(
        "MBG/NBD",
        known(seed -> MbgNbdFitter.withDefaults().fit(drawn(mbgNbd, seed)), 0.55, 6, 0.8, 2.5));
    BgCnbdK bgCnbd = new BgCnbdK(2, 0.8, 2, 0.9, 2.5, TimeScale.WEEK);
    models.put(
        "BG/CNBD-2",
        known(
            seed -> BgCnbdKFitter.withDefaults().withK(2).fit(drawn(bgCnbd, seed)),
            0.8,
            2,
            0.9,
            2.5));
    MbgCnbdK mbgCnbd = new MbgCnbdK(2, 0.8, 2, 0.9, 2.5, TimeScale.WEEK);
    models.put(
        "MBG/CNBD-2",
        known(
            seed -> MbgCnbdKFitter.withDefaults().withK(2).fit(drawn(mbgCnbd, seed)),
            0.8,
            2,
            0.9,
            2.5));
    ParetoNbd pareto = new ParetoNbd(0.55, 5, 0.6, 12, TimeScale.WEEK);
    models.put(
        "Pareto/NBD",
        known(seed -> ParetoNbdFitter.withDefaults().fit(drawn(pareto, seed)), 0.55, 5, 0.6, 12));
    GgomNbd ggom = new GgomNbd(0.9, 3, 0.15, 0.7, 2, TimeScale.WEEK);
    models.put(
        "GGom/NBD",
        known(seed -> GgomNbdFitter.withDefaults().fit(drawn(ggom, seed)), 0.9, 3, 0.15, 0.7, 2));
    models.put(
        "BG/BB",
        known(
            seed -> BgBbFitter.withDefaults().fit(donors(new BgBb(1.2, 0.75, 0.66, 2.8), seed)),
            1.2,
            0.75,
            0.66,
            2.8));
    GammaGamma spend = new GammaGamma(6.25, 3.74, 15.44);
    models.put(
        "Gamma-Gamma",
        known(
            seed -> GammaGammaFitter.withDefaults().fit(buyers(pareto, spend, seed)).fit(),
            6.25,
            3.74,
            15.44));
    models.putAll(renewals());
    return models;
  }

  private Map<String, Known> renewals() {
    Map<String, Known> models = new LinkedHashMap<>();
    RenewalModel geometric = new GeometricLifetime(0.2);
    models.put(
        "geometric",
        known(seed -> GeometricLifetimeFitter.withDefaults().fit(contracts(geometric, seed)), 0.2));
    RenewalModel sbg = new ShiftedBetaGeometric(0.668, 3.806);
    models.put(
        "sBG",
        known(
            seed -> ShiftedBetaGeometricFitter.withDefaults().fit(contracts(sbg, seed)),
            0.668,
            3.806));
    RenewalModel bdw = new BetaDiscreteWeibull(0.5, 1.5, 1.3);
    models.put(
        "BdW",
        known(
            seed -> BetaDiscreteWeibullFitter.withDefaults().fit(contracts(bdw, seed)),
            0.5,
            1.5,
            1.3));
    RenewalModel segments = new TwoSegmentGeometric(0.05, 0.4, 0.6);
    models.put(
        "two segments",
        known(
            seed -> TwoSegmentGeometricFitter.withDefaults().fit(contracts(segments, seed)),
            0.05,
            0.4,
            0.6));
    return models;
  }

  private static Known known(LongFunction<Fit<?>> fit, double... truth) {
    return new Known(Arrays.stream(truth).boxed().toList(), seed -> fit.apply(seed).report());
  }

  private PurchaseSample drawn(PurchaseProcess process, long seed) {
    return PurchaseSimulator.withDefaults()
        .withSeed(seed)
        .simulate(process, customers, WEEKS)
        .toSample();
  }

  private PurchaseSample buyers(PurchaseProcess process, GammaGamma spend, long seed) {
    return PurchaseSimulator.withDefaults()
        .withSeed(seed)
        .withSpend(spend, PurchaseRecipe.USD)
        .simulate(process, customers, WEEKS)
        .toSample();
  }

  private OpportunitySample donors(BgBb model, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<OpportunityHistory> histories = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      int[] at = model.simulate(OPPORTUNITIES, random);
      histories.add(OpportunityHistory.of(at, OPPORTUNITIES));
    }
    return OpportunitySample.of(
        histories.stream().mapToInt(OpportunityHistory::purchases).toArray(),
        histories.stream().mapToInt(OpportunityHistory::recency).toArray(),
        histories.stream().mapToInt(OpportunityHistory::opportunities).toArray(),
        histories.stream().mapToInt(history -> 1).toArray());
  }

  /** Cohorts of 5 to 8 renewals, all of one size. */
  private RenewalSample contracts(RenewalModel model, long seed) {
    RenewalCohort[] cohorts =
        IntStream.range(0, COHORTS)
            .mapToObj(cohort -> new long[COHORTS + 2 + cohort])
            .peek(survivors -> Arrays.fill(survivors, customers / COHORTS))
            .map(RenewalCohort::ofSurvivors)
            .toArray(RenewalCohort[]::new);
    return RenewalSample.of(cohorts).drawnFrom(model, new SplittableRandom(seed));
  }

  private void print(String name, Known model) {
    List<Optional<FitReport>> reports =
        LongStream.range(0, runs).parallel().mapToObj(seed -> report(model, seed)).toList();
    long failed = reports.stream().filter(Optional::isEmpty).count();
    List<FitReport> fits = reports.stream().flatMap(Optional::stream).toList();
    for (int i = 0; i < model.truth().size(); i++) {
      System.out.println(line(name, fits, i, model.truth().get(i), failed));
    }
  }

  private static Optional<FitReport> report(Known model, long seed) {
    try {
      return Optional.of(model.fit().apply(seed));
    } catch (FitException e) {
      return Optional.empty();
    }
  }

  private static String line(
      String name, List<FitReport> fits, int parameter, double truth, long failed) {
    String parameterName = fits.get(0).estimates().get(parameter).name();
    List<Boolean> held =
        fits.stream()
            .map(fit -> fit.estimates().get(parameter))
            .map(estimate -> holds(estimate, truth))
            .flatMap(Optional::stream)
            .toList();
    double share = held.stream().filter(is -> is).count() / (double) held.size();
    return String.format(
        Locale.ROOT,
        "%-12s %-6s true %8.3f   held in %5.1f %% of %d runs (%d without an interval, %d not fitted)",
        name,
        parameterName,
        truth,
        100 * share,
        held.size(),
        fits.size() - held.size(),
        failed);
  }

  private static Optional<Boolean> holds(ParameterEstimate estimate, double truth) {
    return estimate.interval(LEVEL).map(interval -> interval.contains(truth));
  }
}
