package io.github.retention4j.examples.bench;

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
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The models of the coverage study, each with parameters near those of published data. */
final class KnownModels {

  private static final double WEEKS = 39;
  private static final int OPPORTUNITIES = 6;
  private static final int COHORTS = 4;

  private final int customers;

  KnownModels(int customers) {
    this.customers = customers;
  }

  /** By name, in the order of the study. */
  Map<String, KnownModel> all() {
    Map<String, KnownModel> models = new LinkedHashMap<>();
    BgNbd bgNbd = new BgNbd(0.55, 6, 0.8, 2.5, TimeScale.WEEK);
    models.put(
        "BG/NBD",
        KnownModel.of(
            seed -> BgNbdFitter.withDefaults().fit(drawn(bgNbd, seed)), 0.55, 6, 0.8, 2.5));
    MbgNbd mbgNbd = new MbgNbd(0.55, 6, 0.8, 2.5, TimeScale.WEEK);
    models.put(
        "MBG/NBD",
        KnownModel.of(
            seed -> MbgNbdFitter.withDefaults().fit(drawn(mbgNbd, seed)), 0.55, 6, 0.8, 2.5));
    BgCnbdK bgCnbd = new BgCnbdK(2, 0.8, 2, 0.9, 2.5, TimeScale.WEEK);
    models.put(
        "BG/CNBD-2",
        KnownModel.of(
            seed -> BgCnbdKFitter.withDefaults().withK(2).fit(drawn(bgCnbd, seed)),
            0.8,
            2,
            0.9,
            2.5));
    MbgCnbdK mbgCnbd = new MbgCnbdK(2, 0.8, 2, 0.9, 2.5, TimeScale.WEEK);
    models.put(
        "MBG/CNBD-2",
        KnownModel.of(
            seed -> MbgCnbdKFitter.withDefaults().withK(2).fit(drawn(mbgCnbd, seed)),
            0.8,
            2,
            0.9,
            2.5));
    ParetoNbd pareto = new ParetoNbd(0.55, 5, 0.6, 12, TimeScale.WEEK);
    models.put(
        "Pareto/NBD",
        KnownModel.of(
            seed -> ParetoNbdFitter.withDefaults().fit(drawn(pareto, seed)), 0.55, 5, 0.6, 12));
    GgomNbd ggom = new GgomNbd(0.9, 3, 0.15, 0.7, 2, TimeScale.WEEK);
    models.put(
        "GGom/NBD",
        KnownModel.of(
            seed -> GgomNbdFitter.withDefaults().fit(drawn(ggom, seed)), 0.9, 3, 0.15, 0.7, 2));
    models.put(
        "BG/BB",
        KnownModel.of(
            seed -> BgBbFitter.withDefaults().fit(donors(new BgBb(1.2, 0.75, 0.66, 2.8), seed)),
            1.2,
            0.75,
            0.66,
            2.8));
    GammaGamma spend = new GammaGamma(6.25, 3.74, 15.44);
    models.put(
        "Gamma-Gamma",
        KnownModel.of(
            seed -> GammaGammaFitter.withDefaults().fit(buyers(pareto, spend, seed)).fit(),
            6.25,
            3.74,
            15.44));
    models.putAll(renewals());
    models.putAll(new KnownCovariateModels(customers, WEEKS).all());
    return models;
  }

  private Map<String, KnownModel> renewals() {
    Map<String, KnownModel> models = new LinkedHashMap<>();
    RenewalModel geometric = new GeometricLifetime(0.2);
    models.put(
        "geometric",
        KnownModel.of(
            seed -> GeometricLifetimeFitter.withDefaults().fit(contracts(geometric, seed)), 0.2));
    RenewalModel sbg = new ShiftedBetaGeometric(0.668, 3.806);
    models.put(
        "sBG",
        KnownModel.of(
            seed -> ShiftedBetaGeometricFitter.withDefaults().fit(contracts(sbg, seed)),
            0.668,
            3.806));
    RenewalModel bdw = new BetaDiscreteWeibull(0.5, 1.5, 1.3);
    models.put(
        "BdW",
        KnownModel.of(
            seed -> BetaDiscreteWeibullFitter.withDefaults().fit(contracts(bdw, seed)),
            0.5,
            1.5,
            1.3));
    RenewalModel segments = new TwoSegmentGeometric(0.05, 0.4, 0.6);
    models.put(
        "two segments",
        KnownModel.of(
            seed -> TwoSegmentGeometricFitter.withDefaults().fit(contracts(segments, seed)),
            0.05,
            0.4,
            0.6));
    return models;
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
}
