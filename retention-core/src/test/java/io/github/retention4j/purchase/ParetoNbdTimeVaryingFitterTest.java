package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParetoNbdTimeVaryingFitterTest {

  /**
   * scipy 1.17.1 (minimize, BFGS, of a likelihood in numpy with Gauss-Legendre rules of each day)
   * stops its search at slopes of 1e-3.
   */
  private static final double SEARCHED = 1e-4;

  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  private static List<NamedCsvRecord> rows(String name) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(SharedFiles.require("data/clv/" + name))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] column(List<NamedCsvRecord> rows, String name) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.getField(name))).toArray();
  }

  private static DatedPurchases apparel() {
    Stream<Event> events =
        rows("apparel_trans.csv").stream()
            .map(
                row ->
                    Event.of(
                        CustomerId.of(row.getField("Id")), LocalDate.parse(row.getField("Date"))));
    return PurchaseSampler.withDefaults()
        .withCalibrationEnd(LocalDate.of(2007, 1, 1))
        .sampleWithDates(EventLog.of(events, LocalDate.of(2011, 1, 1)));
  }

  private static TimeVaryingCovariates apparelCovariates() {
    List<NamedCsvRecord> weeks = rows("apparel_dyncov_high_season_by_week.csv");
    List<LocalDate> boundaries = new ArrayList<>();
    weeks.forEach(week -> boundaries.add(LocalDate.parse(week.getField("Cov.Date"))));
    boundaries.add(boundaries.get(boundaries.size() - 1).plusWeeks(1));
    List<NamedCsvRecord> customers = rows("apparel_static_cov.csv");
    CustomerCovariates constants =
        CustomerCovariates.of(
                customers.stream().map(row -> CustomerId.of(row.getField("Id"))).toList())
            .withNumbers("Gender", column(customers, "Gender"))
            .withNumbers("Channel", column(customers, "Channel"));
    return TimeVaryingCovariates.of(
            CovariatePath.of(PeriodAxis.ofBoundaries(boundaries))
                .withValues("High.Season", column(weeks, "High.Season")))
        .withConstants(constants);
  }

  @Test
  void apparelBuysMoreInHighSeason() {
    DatedPurchases purchases = apparel();
    TimeVaryingCovariates covariates = apparelCovariates();
    ParetoNbdTimeVaryingFitter fitter = ParetoNbdTimeVaryingFitter.withDefaults();
    List<String> constants = List.of("Gender", "Channel");
    Fit<ParetoNbdWithTimeVaryingCovariates> still =
        fitter
            .withPurchaseCovariates(constants)
            .withAttritionCovariates(constants)
            .fit(purchases, covariates);
    assertThat(still.report().logLikelihood()).isCloseTo(-5821.062686, within(1e-4));
    Fit<ParetoNbdWithTimeVaryingCovariates> season =
        fitter.withAttritionCovariates(constants).fit(purchases, covariates);
    assertThat(season.report().logLikelihood()).isCloseTo(-5753.325734, within(SEARCHED));
    Map<String, Double> found =
        Map.of(
            "r",
            2.11735,
            "alpha",
            123.007,
            "s",
            0.80941,
            "beta",
            59.7181,
            "purchase.High.Season",
            0.719545,
            "purchase.Gender",
            0.265182,
            "purchase.Channel",
            0.621749,
            "attrition.Gender",
            -0.581423,
            "attrition.Channel",
            0.613762);
    found.forEach(
        (name, value) ->
            assertThat(season.report().estimate(name).value() / value)
                .as(name)
                .isCloseTo(1, within(SEARCHED)));
    assertThat(season.report().likelihoodRatioTest(still.report()).pValue()).isLessThan(1e-20);
  }

  /**
   * In high season hardly anybody leaves: scipy, too, finds a likelihood that rises to -5752.6232
   * as the coefficient falls.
   */
  @Test
  void aCoefficientThatRunsAwayIsReported() {
    Fit<ParetoNbdWithTimeVaryingCovariates> fit =
        ParetoNbdTimeVaryingFitter.withDefaults().fit(apparel(), apparelCovariates());
    assertThat(fit.report().logLikelihood()).isCloseTo(-5752.623194, within(SEARCHED));
    assertThat(fit.report().estimate("attrition.High.Season").atBoundary()).isTrue();
    assertThat(fit.report().estimate("attrition.High.Season").value()).isLessThan(-9);
    assertThat(fit.report().estimate("purchase.High.Season").value())
        .isCloseTo(0.718498, within(SEARCHED));
  }

  @Test
  void theGradientIsThatOfTheLikelihood() {
    double[] point = {0.9, 8, 0.7, 12, 0.3, -0.4, 0.6, 0.8};
    double[] slopes = sums(point);
    for (int i = 0; i < point.length; i++) {
      double[] up = point.clone();
      double[] down = point.clone();
      up[i] += 1e-5;
      down[i] -= 1e-5;
      double slope = (sums(up)[0] - sums(down)[0]) / 2e-5;
      assertThat(slopes[i + 1]).isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
    }
  }

  private static double[] sums(double[] point) {
    CovariatePath path =
        CovariatePath.of(PeriodAxis.months(new DateRange(START, START.plusYears(1))))
            .withValues("season", new double[] {0, 0, 1, 0.5, 0.5, 0, -1, 0, 1, 1, 0, 2})
            .withValues("web", new double[] {1, 0, 1, 1, 1, 0, 0, 0, 0, 1, 0, 1});
    List<DatedHistory> histories =
        List.of(
            history(340),
            history(340, 340),
            history(340, 12, 70, 150),
            history(340, 12, 70, 150),
            history(300, 3));
    List<CustomerId> customers = IntStream.range(0, 5).mapToObj(CustomerId::of).toList();
    CoefficientLayout layout =
        new CoefficientLayout(
            ParetoNbdStart.parameters(),
            List.of("season", "web"),
            List.of("web", "season"),
            List.of());
    ParetoNbdTimeVaryingRows rows =
        new ParetoNbdTimeVaryingRows(
            DatedPurchases.of(TimeScale.WEEK, customers, histories),
            TimeVaryingCovariates.of(path),
            layout);
    assertThat(rows.rows()).isEqualTo(4);
    double[] sums = new double[9];
    rows.at(point).add(0, 4, sums);
    return sums;
  }

  private static DatedHistory history(int end, int... days) {
    return new DatedHistory(
        START, IntStream.of(days).mapToObj(START::plusDays).toList(), START.plusDays(end));
  }

  @Test
  void simulatedCoefficientsAreFoundAgain() {
    ParetoNbdWithTimeVaryingCovariates truth =
        new ParetoNbdWithTimeVaryingCovariates(
            new ParetoNbd(1.2, 8, 0.9, 12, TimeScale.WEEK),
            new CovariateEffects(Map.of("season", 0.8, "mail", 0.4)),
            new CovariateEffects(Map.of("mail", -0.6)));
    PeriodAxis weeks = PeriodAxis.isoWeeks(DateRange.ofDays(START, 364));
    CovariatePath season =
        CovariatePath.of(weeks)
            .withValues("season", IntStream.range(0, 52).mapToDouble(w -> w / 13 % 2).toArray());
    SplittableRandom random = new SplittableRandom(11);
    List<CustomerId> customers = IntStream.range(0, 1_500).mapToObj(CustomerId::of).toList();
    Map<CustomerId, double[]> mails = new HashMap<>();
    customers.forEach(customer -> mails.put(customer, mails(random)));
    TimeVaryingCovariates covariates =
        TimeVaryingCovariates.of(season).withCustomerValues("mail", mails);
    LocalDate end = START.plusDays(364);
    List<DatedHistory> histories =
        customers.stream()
            .map(
                customer -> {
                  LocalDate first = START.plusDays(random.nextInt(60));
                  CovariatePath path = covariates.path(customer);
                  return DatedHistory.from(
                      truth.simulate(path, first, end, random),
                      first,
                      end.minusDays(1),
                      TimeScale.WEEK);
                })
            .toList();
    Fit<ParetoNbdWithTimeVaryingCovariates> fit =
        ParetoNbdTimeVaryingFitter.withDefaults()
            .withAttritionCovariates(List.of("mail"))
            .with(FitOptions.defaults().withThreads(2))
            .fit(DatedPurchases.of(TimeScale.WEEK, customers, histories), covariates);
    Map<String, Double> values =
        Map.of(
            "r",
            1.2,
            "alpha",
            8.0,
            "s",
            0.9,
            "beta",
            12.0,
            "purchase.season",
            0.8,
            "purchase.mail",
            0.4,
            "attrition.mail",
            -0.6);
    values.forEach(
        (name, value) ->
            assertThat(fit.report().estimate(name).value())
                .as(name)
                .isCloseTo(
                    value, within(3 * fit.report().estimate(name).standardError().orElseThrow())));
  }

  private static DatedPurchases weekly(int customers, TimeVaryingCovariates covariates) {
    ParetoNbdWithTimeVaryingCovariates truth =
        new ParetoNbdWithTimeVaryingCovariates(
            new ParetoNbd(1.2, 8, 0.9, 12, TimeScale.WEEK),
            new CovariateEffects(Map.of("mood", 0.4)),
            new CovariateEffects(Map.of("mood", -0.6)));
    SplittableRandom random = new SplittableRandom(5);
    LocalDate end = START.plusDays(364);
    List<CustomerId> ids = IntStream.range(0, customers).mapToObj(CustomerId::of).toList();
    return DatedPurchases.of(
        TimeScale.WEEK,
        ids,
        ids.stream()
            .map(
                id -> {
                  LocalDate first = START.plusDays(random.nextInt(60));
                  return DatedHistory.from(
                      truth.simulate(covariates.path(id), first, end, random),
                      first,
                      end,
                      TimeScale.WEEK);
                })
            .toList());
  }

  /** Each customer has 52 runs of its own. */
  private static TimeVaryingCovariates moods(int customers) {
    SplittableRandom random = new SplittableRandom(2);
    Map<CustomerId, double[]> moods = new HashMap<>();
    for (int i = 0; i < customers; i++) {
      moods.put(CustomerId.of(i), random.doubles(52, -1, 1).toArray());
    }
    return TimeVaryingCovariates.of(
            CovariatePath.of(PeriodAxis.isoWeeks(DateRange.ofDays(START, 364))))
        .withCustomerValues("mood", moods);
  }

  @Test
  void theMaximumWithoutCovariatesLeadsThereInFewEvaluations() {
    TimeVaryingCovariates moods = moods(400);
    DatedPurchases purchases = weekly(400, moods);
    FitReport report = ParetoNbdTimeVaryingFitter.withDefaults().fit(purchases, moods).report();
    assertThat(report.evaluations()).isLessThan(60);
    assertThat(report.starts()).isEqualTo(1);
    List<List<Double>> elsewhere = List.of(List.of(0.5, 3.0, 0.5, 15.0, 0.3, 0.3));
    FitReport again =
        ParetoNbdTimeVaryingFitter.withDefaults()
            .with(FitOptions.defaults().withExtraStarts(elsewhere))
            .fit(purchases, moods)
            .report();
    assertThat(again.logLikelihood()).isCloseTo(report.logLikelihood(), within(1e-8));
  }

  @Test
  void threadsDoNotChangeABit() {
    TimeVaryingCovariates moods = moods(300);
    DatedPurchases purchases = weekly(300, moods);
    ParetoNbdTimeVaryingFitter fitter = ParetoNbdTimeVaryingFitter.withDefaults();
    FitReport one = fitter.fit(purchases, moods).report();
    for (int threads : new int[] {2, 3}) {
      FitReport several =
          fitter.with(FitOptions.defaults().withThreads(threads)).fit(purchases, moods).report();
      assertThat(several).isEqualTo(one);
    }
  }

  /** A customer gets mails for some weeks, then none for some. */
  private static double[] mails(SplittableRandom random) {
    int length = 5 + random.nextInt(20);
    int shift = random.nextInt(40);
    return IntStream.range(0, 52).mapToDouble(week -> (week + shift) / length % 2).toArray();
  }

  @Test
  void coefficientsCanBeHeldEqualAndDrawnToNought() {
    List<CustomerId> customers = IntStream.range(0, 60).mapToObj(CustomerId::of).toList();
    List<DatedHistory> histories =
        IntStream.range(0, 60)
            .mapToObj(i -> i % 3 == 0 ? history(200) : history(200, 1 + i, 70 + i))
            .toList();
    TimeVaryingCovariates covariates =
        TimeVaryingCovariates.of(
            CovariatePath.of(PeriodAxis.months(DateRange.ofDays(START, 210)))
                .withValues("season", new double[] {0, 0, 1, 1, 0, 0, 1}));
    ParetoNbdTimeVaryingFitter fitter =
        ParetoNbdTimeVaryingFitter.withDefaults().withEqualCoefficients(List.of("season"));
    Fit<ParetoNbdWithTimeVaryingCovariates> fit =
        fitter
            .withRidge(1e8)
            .fit(DatedPurchases.of(TimeScale.WEEK, customers, histories), covariates);
    assertThat(fit.report().estimate("both.season").value()).isCloseTo(0, within(1e-5));
    assertThat(fit.model().purchase()).isEqualTo(fit.model().attrition());
  }

  @Test
  void aCovariateWithoutTimeToActInHasNoEstimate() {
    List<CustomerId> customers = IntStream.range(0, 60).mapToObj(CustomerId::of).toList();
    List<DatedHistory> histories =
        IntStream.range(0, 60)
            .mapToObj(i -> i % 3 == 0 ? history(100) : history(100, 1 + i, i % 5 == 0 ? 100 : 80))
            .toList();
    double[] sale = new double[101];
    sale[100] = 1;
    TimeVaryingCovariates covariates =
        TimeVaryingCovariates.of(
            CovariatePath.of(PeriodAxis.days(DateRange.ofDays(START, 101)))
                .withValues("sale", sale));
    ParetoNbdTimeVaryingFitter fitter =
        ParetoNbdTimeVaryingFitter.withDefaults().withAttritionCovariates(List.of());
    assertThatExceptionOfType(FitException.class)
        .isThrownBy(
            () -> fitter.fit(DatedPurchases.of(TimeScale.WEEK, customers, histories), covariates))
        .withMessageStartingWith("Pareto/NBD with time-varying covariates: ");
  }

  @Test
  void refusesWhatDoesNotFit() {
    List<CustomerId> customers = List.of(CustomerId.of("Ann"), CustomerId.of("Bob"));
    DatedPurchases purchases =
        DatedPurchases.of(TimeScale.WEEK, customers, List.of(history(40, 3), history(40, 5)));
    ParetoNbdTimeVaryingFitter fitter = ParetoNbdTimeVaryingFitter.withDefaults();
    CovariatePath short30 = CovariatePath.of(PeriodAxis.days(DateRange.ofDays(START, 30)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                fitter.fit(purchases, TimeVaryingCovariates.of(short30.withConstant("season", 1))))
        .withMessage(
            "customer Ann: date (2024-01-31) must be covered by the covariates, known for"
                + " [2024-01-01, 2024-01-31)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fitter.fit(purchases, TimeVaryingCovariates.of(short30)))
        .withMessage("covariates (0) must be at least one");
    TimeVaryingCovariates ofAnn =
        TimeVaryingCovariates.of(short30)
            .withCustomerValues("mail", Map.of(customers.get(0), new double[30]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ofAnn.path(customers.get(1)))
        .withMessage("customer (Bob) must have covariates");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fitter.withPurchaseCovariates(List.of("price")).fit(purchases, ofAnn))
        .withMessage("customer Ann: covariate (price) must be one of mail");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fitter.withRidge(-1))
        .withMessage("weight (-1.0) must be over 0 and finite");
  }
}
