package io.github.retention4j.examples.bench;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.purchase.BgNbd;
import io.github.retention4j.purchase.BgNbdCovariateFitter;
import io.github.retention4j.purchase.BgNbdWithCovariates;
import io.github.retention4j.purchase.CovariateEffects;
import io.github.retention4j.purchase.CovariatePath;
import io.github.retention4j.purchase.CustomerCovariates;
import io.github.retention4j.purchase.DatedHistory;
import io.github.retention4j.purchase.DatedPurchases;
import io.github.retention4j.purchase.GgomNbd;
import io.github.retention4j.purchase.GgomNbdCovariateFitter;
import io.github.retention4j.purchase.GgomNbdWithCovariates;
import io.github.retention4j.purchase.ParetoNbd;
import io.github.retention4j.purchase.ParetoNbdCorrelationFitter;
import io.github.retention4j.purchase.ParetoNbdCovariateFitter;
import io.github.retention4j.purchase.ParetoNbdTimeVaryingFitter;
import io.github.retention4j.purchase.ParetoNbdWithCorrelation;
import io.github.retention4j.purchase.ParetoNbdWithCovariates;
import io.github.retention4j.purchase.ParetoNbdWithTimeVaryingCovariates;
import io.github.retention4j.purchase.PurchaseProcess;
import io.github.retention4j.purchase.PurchaseSample;
import io.github.retention4j.purchase.PurchaseSimulator;
import io.github.retention4j.purchase.SimulatedCustomer;
import io.github.retention4j.purchase.TimeVaryingCovariates;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Models of the coverage study whose customers differ by what is known of them, or by both rates.
 */
final class KnownCovariateModels {

  private static final double AGE_ON_PURCHASE = 0.4;
  private static final double WEB_ON_PURCHASE = -0.5;
  private static final double AGE_ON_ATTRITION = -0.3;
  private static final CovariateEffects PURCHASE =
      new CovariateEffects(Map.of("age", AGE_ON_PURCHASE, "channel=web", WEB_ON_PURCHASE));
  private static final CovariateEffects ATTRITION =
      new CovariateEffects(Map.of("age", AGE_ON_ATTRITION));
  private static final List<String> OF_ATTRITION = List.of("age");
  private static final double OMEGA = 1;
  private static final double MIXING_WEEKS = TimeScale.MEAN_MONTH.lengthIn(TimeScale.WEEK);

  private static final double SEASON_ON_PURCHASE = 0.5;
  private static final double SEASON_ON_ATTRITION = -0.3;
  private static final LocalDate SEASONAL_START = LocalDate.of(2021, 1, 1);
  private static final int SEASONAL_MONTHS = 36;
  private static final int DAYS_OF_FIRST_PURCHASE = 365;

  private final int customers;
  private final double weeks;

  KnownCovariateModels(int customers, double weeks) {
    this.customers = customers;
    this.weeks = weeks;
  }

  Map<String, KnownModel> all() {
    Map<String, KnownModel> models = new LinkedHashMap<>();
    models.put("Pareto/NBD with covariates", pareto());
    models.put("GGom/NBD with covariates", ggom());
    models.put("BG/NBD with covariates", bg());
    models.put("Pareto/NBD with correlation", correlated());
    models.put("Pareto/NBD with a season", seasonal());
    return models;
  }

  private KnownModel pareto() {
    ParetoNbdWithCovariates truth =
        new ParetoNbdWithCovariates(
            new ParetoNbd(1.2, 8, 0.9, 12, TimeScale.WEEK), PURCHASE, ATTRITION);
    ParetoNbdCovariateFitter fitter =
        ParetoNbdCovariateFitter.withDefaults().withAttritionCovariates(OF_ATTRITION);
    return KnownModel.of(
        seed -> {
          CustomerCovariates known = covariates(seed);
          return fitter.fit(drawn(known, truth::of, seed), known);
        },
        1.2,
        8,
        0.9,
        12,
        AGE_ON_PURCHASE,
        WEB_ON_PURCHASE,
        AGE_ON_ATTRITION);
  }

  private KnownModel ggom() {
    GgomNbdWithCovariates truth =
        new GgomNbdWithCovariates(
            new GgomNbd(0.9, 3, 0.15, 0.7, 2, TimeScale.WEEK), PURCHASE, ATTRITION);
    GgomNbdCovariateFitter fitter =
        GgomNbdCovariateFitter.withDefaults().withAttritionCovariates(OF_ATTRITION);
    return KnownModel.of(
        seed -> {
          CustomerCovariates known = covariates(seed);
          return fitter.fit(drawn(known, truth::of, seed), known);
        },
        0.9,
        3,
        0.15,
        0.7,
        2,
        AGE_ON_PURCHASE,
        WEB_ON_PURCHASE,
        AGE_ON_ATTRITION);
  }

  private KnownModel bg() {
    BgNbdWithCovariates truth =
        new BgNbdWithCovariates(new BgNbd(0.55, 6, 0.8, 2.5, TimeScale.WEEK), PURCHASE, ATTRITION);
    BgNbdCovariateFitter fitter =
        BgNbdCovariateFitter.withDefaults().withAttritionCovariates(OF_ATTRITION);
    return KnownModel.of(
        seed -> {
          CustomerCovariates known = covariates(seed);
          return fitter.fit(drawn(known, truth::of, seed), known);
        },
        0.55,
        6,
        0.8,
        2.5,
        AGE_ON_PURCHASE,
        WEB_ON_PURCHASE,
        AGE_ON_ATTRITION);
  }

  private KnownModel correlated() {
    ParetoNbd base = new ParetoNbd(1.2, 8, 0.9, 12, TimeScale.WEEK);
    ParetoNbdWithCorrelation truth = new ParetoNbdWithCorrelation(base, OMEGA, MIXING_WEEKS);
    ParetoNbdCorrelationFitter fitter =
        ParetoNbdCorrelationFitter.withDefaults().withMixingTime(TimeScale.MEAN_MONTH);
    return new KnownModel(
        List.of(1.2, 8.0, 0.9, 12.0, association(base)),
        seed ->
            fitter
                .fit(
                    PurchaseSimulator.withDefaults()
                        .withSeed(seed)
                        .simulate(truth, customers, weeks)
                        .toSample())
                .report());
  }

  /** The report's parameter, from the weights of the four corners of (u, v). */
  private static double association(ParetoNbd base) {
    double u = Math.pow(base.alpha() / (base.alpha() + MIXING_WEEKS), base.r());
    double v = Math.pow(base.beta() / (base.beta() + MIXING_WEEKS), base.s());
    double alike = (1 + OMEGA * (1 - u) * (1 - v)) * (1 + OMEGA * u * v);
    double unlike = (1 - OMEGA * (1 - u) * v) * (1 - OMEGA * u * (1 - v));
    return (alike - unlike) / (alike + unlike);
  }

  /**
   * Customers who come in the first of three years, each of which ends with a high season of four
   * months. They buy so seldom that two purchases on a day, which count as one, hardly happen.
   */
  private KnownModel seasonal() {
    CovariatePath path =
        CovariatePath.of(
                PeriodAxis.months(
                    new DateRange(SEASONAL_START, SEASONAL_START.plusMonths(SEASONAL_MONTHS))))
            .withValues(
                "season",
                IntStream.range(0, SEASONAL_MONTHS).mapToDouble(m -> m % 12 < 8 ? 0 : 1).toArray());
    ParetoNbdWithTimeVaryingCovariates truth =
        new ParetoNbdWithTimeVaryingCovariates(
            new ParetoNbd(1.2, 60, 0.9, 80, TimeScale.WEEK),
            new CovariateEffects(Map.of("season", SEASON_ON_PURCHASE)),
            new CovariateEffects(Map.of("season", SEASON_ON_ATTRITION)));
    return KnownModel.of(
        seed ->
            ParetoNbdTimeVaryingFitter.withDefaults()
                .fit(dated(truth, path, seed), TimeVaryingCovariates.of(path)),
        1.2,
        60,
        0.9,
        80,
        SEASON_ON_PURCHASE,
        SEASON_ON_ATTRITION);
  }

  private DatedPurchases dated(
      ParetoNbdWithTimeVaryingCovariates model, CovariatePath path, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LocalDate end = SEASONAL_START.plusMonths(SEASONAL_MONTHS);
    List<DatedHistory> histories = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      LocalDate first = SEASONAL_START.plusDays(random.nextInt(DAYS_OF_FIRST_PURCHASE));
      histories.add(
          DatedHistory.from(model.simulate(path, first, end, random), first, end, TimeScale.WEEK));
    }
    return DatedPurchases.of(TimeScale.WEEK, ids(), histories);
  }

  private List<CustomerId> ids() {
    return IntStream.rangeClosed(1, customers).mapToObj(CustomerId::of).toList();
  }

  private CustomerCovariates covariates(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return CustomerCovariates.of(ids())
        .withNumbers("age", random.doubles(customers, -1, 1).toArray())
        .withFactor(
            "channel",
            IntStream.range(0, customers).mapToObj(i -> i % 3 == 0 ? "web" : "shop").toList(),
            "shop");
  }

  private PurchaseSample drawn(
      CustomerCovariates known,
      Function<Map<String, Double>, ? extends PurchaseProcess> model,
      long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    int[] purchases = new int[customers];
    double[] recency = new double[customers];
    double[] age = new double[customers];
    for (int i = 0; i < customers; i++) {
      SimulatedCustomer drawn =
          model.apply(known.values(known.customers().get(i))).simulate(weeks, random);
      purchases[i] = drawn.purchases();
      recency[i] = purchases[i] == 0 ? 0 : drawn.purchaseTime(purchases[i] - 1);
      age[i] = weeks;
    }
    return PurchaseSample.of(known.customers(), TimeScale.WEEK, purchases, recency, age);
  }
}
