package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.NormalPriors;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.estimation.RidgePenalty;
import io.github.retention4j.stats.TermTest;
import io.github.retention4j.time.TimeScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CoxFitterTest {

  private static final double EXACT = 1e-12;

  /** Three left after 1, 2 and 3; the likelihood is e / (2 e + 1) / (1 + e), e = exp(beta). */
  private static final LifetimeSample THREE =
      LifetimeSample.fromStart(
          TimeScale.MEAN_MONTH, new double[] {1, 2, 3}, new boolean[] {true, true, true});

  private static final CovariateTable FLAG = table("x", 1, 0, 1);

  private static CovariateTable table(String name, double... values) {
    return CovariateTable.ofRows(values.length).withNumbers(name, values);
  }

  private static CoxFit three() {
    return CoxFitter.withDefaults().fit(THREE, FLAG);
  }

  @Test
  void findsTheMaximumThatCanBeFoundByHand() {
    CoxReport report = three().report();
    assertThat(report.coefficient("x").value()).isCloseTo(-Math.log(2) / 2, within(EXACT));
    double first = 2 - Math.sqrt(2);
    double second = Math.sqrt(2) - 1;
    double information = first * (1 - first) + second * (1 - second);
    assertThat(report.coefficient("x").standardError().orElseThrow())
        .isCloseTo(1 / Math.sqrt(information), within(EXACT));
    assertThat(report.nullLogLikelihood()).isCloseTo(-Math.log(6), within(EXACT));
    assertThat(report.rows()).isEqualTo(3);
    assertThat(report.events()).isEqualTo(3);
    assertThat(report.concordance().orElseThrow().value()).isEqualTo(0.5);
    assertThat(report.hazardRatio("x").map(ParameterEstimate::value).orElseThrow())
        .isCloseTo(Math.sqrt(0.5), within(EXACT));
    assertThat(report.robust()).isFalse();
  }

  @Test
  void predictsByTheBaselineThatCanBeFoundByHand() {
    CoxModel model = three().model();
    CoxCurve curve = model.survival(Map.of("x", 0.0));
    assertThat(curve.points().stream().mapToDouble(PredictedSurvival::cumulativeHazard).toArray())
        .containsExactly(new double[] {Math.sqrt(2) - 1, 1, 1 + Math.sqrt(2)}, within(EXACT));
    assertThat(curve.at(0.5).orElseThrow().survival()).isEqualTo(1);
    assertThat(curve.at(2.5).orElseThrow().survival()).isCloseTo(Math.exp(-1), within(EXACT));
    assertThat(curve.at(3.5)).isEmpty();
    assertThat(curve.quantile(0.5)).hasValue(2);
    assertThat(curve.quantile(0.99)).isEmpty();
    assertThat(curve.timeScale()).isEqualTo(TimeScale.MEAN_MONTH);
    assertThat(curve).hasToString("3 steps until 3.0 in mean months");
    assertThat(curve.toText())
        .startsWith("time (mean months)  survival  error  interval\n")
        .contains("0.3679");
    assertThat(model.relativeRisk(Map.of("x", 2.0 / 3))).isEqualTo(1);
    assertThat(model.logRisk(Map.of("x", 2.0))).isCloseTo(-Math.log(2), within(EXACT));
    assertThat(model.means()).containsExactly(Map.entry("x", 2.0 / 3));
    assertThat(model.reason()).isEmpty();
    assertThat(model).hasToString("Cox (Efron): x -0.3466");
  }

  @Test
  void curvesRefuseWhatCannotBe() {
    CoxModel model = three().model();
    assertThatThrownBy(() -> model.survival(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("values [] must name all of [x]");
    assertThatThrownBy(() -> model.survival(Map.of("x", 1.0, "y", 1.0)))
        .hasMessage("column (y) must be one of [x]");
    assertThatThrownBy(() -> model.logRisk(Map.of("x", Double.NaN)))
        .hasMessage("value (NaN) of x must be finite");
    assertThatThrownBy(() -> model.survival("b", Map.of("x", 1.0)))
        .hasMessage("stratum (b) must be one of []");
    CoxCurve curve = model.survival(Map.of("x", 1.0));
    assertThatThrownBy(() -> curve.at(-1)).hasMessage("at (-1.0) must be 0 or more, and finite");
    assertThatThrownBy(() -> curve.quantile(1)).hasMessage("share (1.0) must be between 0 and 1");
    assertThatThrownBy(() -> curve.points().get(0).logInterval(1))
        .hasMessage("level (1.0) must be between 0 and 1");
  }

  @Test
  void saysWhatWasFound() {
    assertThat(three().report().toString().lines())
        .containsExactly(
            "Cox (Efron) on 3 rows, 3 left: log-likelihood -1.7627, without coefficients -1.7918",
            "  x -0.3466, hazard ratio 0.7071, [0.04, 11.79] 95 % Wald on log scale, z -0.241, p"
                + " = 0.8092",
            "  likelihood ratio 0.058, Wald 0.058, score 0.059, degrees of freedom 1, p = 0.8096",
            "  concordance 0.5000, standard error 0.2357",
            "  warning: only 3 left, for 1 coefficients; at least 5 for each are wanted");
  }

  @Test
  void namesAConstantColumn() {
    CovariateTable constant = FLAG.withNumbers("plan", new double[] {7, 7, 7});
    assertThatThrownBy(() -> CoxFitter.withDefaults().fit(THREE, constant))
        .isInstanceOfSatisfying(
            FitException.class,
            e -> assertThat(e.reason()).isEqualTo(FitException.Reason.NOT_IDENTIFIED))
        .hasMessage("plan is 7.0 in all rows: leave it out");
  }

  @Test
  void namesAColumnThatDoesNotDifferWhereItCounts() {
    LifetimeSample strata = THREE.withStrata("country", List.of("a", "b", "a"));
    assertThatThrownBy(() -> CoxFitter.withDefaults().fit(strata, FLAG))
        .isInstanceOf(FitException.class)
        .hasMessage("x is the same for all at risk whenever a customer left: leave it out");
  }

  @Test
  void namesCollinearColumnsAndWhatTheyAreMadeOf() {
    CovariateTable table =
        table("x", 1, 0, 1, 0, 1)
            .withNumbers("y", new double[] {1, 2, 3, 4, 7})
            .withNumbers("sum", new double[] {3, 4, 7, 8, 15});
    assertThatThrownBy(() -> CoxFitter.withDefaults().fit(five(), table))
        .isInstanceOf(FitException.class)
        .hasMessage(
            "columns depend on others among those at risk: sum = 1 x + 2 y + constant:"
                + " leave them out, or add a penalty");
    assertThat(CoxFitter.withDefaults().with(new RidgePenalty(1)).fit(five(), table).report())
        .satisfies(report -> assertThat(report.coefficient("sum").standardError()).isPresent())
        .satisfies(report -> assertThat(report.tests()).isEmpty());
  }

  private static LifetimeSample five() {
    return LifetimeSample.fromStart(
        TimeScale.DAY, new double[] {3, 1, 4, 1, 5}, new boolean[] {true, true, true, false, true});
  }

  @Test
  void warnsOfAColumnThatSeparates() {
    double[] times = {1, 2, 3, 4, 5, 6, 7, 8};
    boolean[] left = {true, true, true, false, true, true, true, false};
    LifetimeSample sample = LifetimeSample.fromStart(TimeScale.DAY, times, left);
    CovariateTable table =
        table("flag", 1, 1, 1, 0, 0, 0, 0, 0)
            .withNumbers("x", new double[] {2, 1, 3, 1, 2, 4, 1, 2});
    CoxFit fit = CoxFitter.withDefaults().fit(sample, table);
    assertThat(fit.report().warnings())
        .filteredOn(warning -> warning.kind() == FitWarning.Kind.AT_BOUNDARY)
        .extracting(FitWarning::text)
        .containsExactly(
            "flag: the likelihood rises without end as the coefficient grows; who has it left"
                + " always, or never, before the others at risk");
    ParameterEstimate flag = fit.report().coefficient("flag");
    assertThat(flag.atBoundary()).isTrue();
    assertThat(flag.value()).isGreaterThan(10);
    assertThat(flag.standardError()).isEmpty();
    assertThat(fit.report().test("flag")).isEmpty();
    assertThat(fit.report().toString()).contains("no standard error");
    assertThat(fit.report().coefficient("x").standardError()).isPresent();
    assertThat(fit.report().tests().orElseThrow().degreesOfFreedom()).isEqualTo(1);
    assertThat(fit.model().survival(Map.of("flag", 0.0, "x", 2.0)).points().get(0).hazardError())
        .isEmpty();
    assertThatThrownBy(() -> CoxFitter.withDefaults().fit(sample, table.without("x")))
        .isInstanceOfSatisfying(
            FitException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(FitException.Reason.NO_MAXIMUM);
              assertThat(e.report().orElseThrow().estimate("flag").atBoundary()).isTrue();
            })
        .hasMessage(
            "all coefficients run off without end: flag tell without fail who left first; nothing"
                + " is left to estimate without a penalty");
  }

  @Test
  void refusesSamplesThatTellNothing() {
    LifetimeSample censored =
        LifetimeSample.fromStart(TimeScale.DAY, new double[] {1, 2, 3}, new boolean[3]);
    assertThatThrownBy(() -> CoxFitter.withDefaults().fit(censored, FLAG))
        .isInstanceOfSatisfying(
            FitException.class,
            e -> assertThat(e.reason()).isEqualTo(FitException.Reason.DEGENERATE_SAMPLE))
        .hasMessage("none of 3 customers left");
    LifetimeSample oneByOne =
        LifetimeSample.entering(
            TimeScale.DAY,
            new double[] {0, 1, 2},
            new double[] {1, 2, 3},
            new boolean[] {true, true, true});
    assertThatThrownBy(() -> CoxFitter.withDefaults().fit(oneByOne, FLAG))
        .isInstanceOf(FitException.class)
        .hasMessage(
            "whenever a customer left, no other was at risk: there is nobody to compare with");
  }

  @Test
  void refusesWhatDoesNotGoTogether() {
    CoxFitter fitter = CoxFitter.withDefaults();
    assertThatThrownBy(() -> fitter.fit(THREE, table("x", 1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("covariates (2 rows) must have 3 rows");
    assertThatThrownBy(() -> fitter.fit(THREE, CovariateTable.ofRows(3)))
        .hasMessage("covariates (0 columns) must have at least one");
    assertThatThrownBy(() -> fitter.withReason("expired").fit(THREE, FLAG))
        .hasMessage("reason (expired) must be one of [left]");
    assertThatThrownBy(() -> fitter.withThreads(0)).hasMessage("count (0) must be at least 1");
    assertThatThrownBy(() -> fitter.with(new RidgePenalty(1)).testTerms(THREE, FLAG))
        .hasMessage("penalty (ridge of weight 1.0) must be none for the tests");
    CoxModel model = three().model();
    assertThatThrownBy(() -> CoxResiduals.of(model, THREE, table("y", 1, 0, 1)))
        .hasMessage("covariates ([y]) must have the columns [x]");
    assertThatThrownBy(() -> CoxResiduals.of(model, THREE, FLAG).dfbeta("y"))
        .hasMessage("name (y) must be one of [x]");
  }

  @Test
  void aPriorHoldsTheCoefficientThatItNames() {
    NormalPriors priors = new NormalPriors(Map.of("x", new NormalPriors.NormalPrior(0.5, 1e-4)));
    CoxReport report = CoxFitter.withDefaults().with(priors).fit(THREE, FLAG).report();
    assertThat(report.coefficient("x").value()).isCloseTo(0.5, within(1e-6));
    assertThat(report.coefficient("x").standardError().orElseThrow())
        .isCloseTo(1e-4, within(1e-10));
  }

  @Test
  void whoLeftForAnotherReasonCountsAsLastSeenThen() {
    List<LifetimeEnd> ends =
        List.of(
            LifetimeEnd.left("card"),
            LifetimeEnd.left("price"),
            LifetimeEnd.left("card"),
            LifetimeEnd.stillActive(),
            LifetimeEnd.left("price"));
    double[] times = {3, 1, 4, 1, 5};
    CovariateTable table = table("x", 1, 0, 3, 1, 2);
    CoxFit ofReason =
        CoxFitter.withDefaults()
            .withReason("card")
            .fit(LifetimeSample.fromStart(TimeScale.DAY, times, ends), table);
    CoxFit recoded =
        CoxFitter.withDefaults()
            .fit(
                LifetimeSample.fromStart(
                    TimeScale.DAY, times, new boolean[] {true, false, true, false, false}),
                table);
    assertThat(ofReason.model().coefficients()).isEqualTo(recoded.model().coefficients());
    assertThat(ofReason.report().concordance()).isEqualTo(recoded.report().concordance());
    assertThat(ofReason.model().reason()).hasValue("card");
  }

  @Test
  void testsTermsByFitsWithoutThem() {
    SplittableRandom random = new SplittableRandom(42);
    Large large = new Large(300, random);
    CovariateTable table = large.covariates.withFactor("plan", large.plan, "basic");
    CoxFitter fitter = CoxFitter.withDefaults();
    double full = fitter.fit(large.sample, table).report().logLikelihood();
    List<TermTest> tests = fitter.testTerms(large.sample, table);
    assertThat(tests).extracting(TermTest::term).containsExactly("x", "z", "plan");
    assertThat(tests).extracting(TermTest::degreesOfFreedom).containsExactly(1, 1, 2);
    double without = fitter.fit(large.sample, table.without("plan")).report().logLikelihood();
    assertThat(tests.get(2).result().statistic()).isCloseTo(2 * (full - without), within(EXACT));
    assertThat(tests.get(0).result().isSignificantAt(1e-6)).isTrue();
    TermTest alone = fitter.testTerms(THREE, FLAG).get(0);
    assertThat(alone.result().statistic())
        .isEqualTo(three().report().tests().orElseThrow().likelihoodRatio().statistic());
  }

  /** Lifetimes of which x shortens and z lengthens the length, in enough rows for some blocks. */
  private static final class Large {

    private final LifetimeSample sample;
    private final CovariateTable covariates;
    private final List<String> plan = new ArrayList<>();

    Large(int rows, SplittableRandom random) {
      double[] entry = new double[rows];
      double[] exit = new double[rows];
      boolean[] left = new boolean[rows];
      double[] x = new double[rows];
      double[] z = new double[rows];
      for (int i = 0; i < rows; i++) {
        x[i] = random.nextGaussian();
        z[i] = random.nextGaussian();
        entry[i] = random.nextInt(3);
        double life = -Math.log1p(-random.nextDouble()) * 20 / Math.exp(x[i] - 0.5 * z[i]);
        exit[i] = entry[i] + Math.min(40, Math.ceil(4 * life + 0.1) / 4);
        left[i] = life < 40;
        plan.add(List.of("basic", "plus", "pro").get(random.nextInt(3)));
      }
      sample = LifetimeSample.entering(TimeScale.DAY, entry, exit, left);
      covariates = CovariateTable.ofRows(rows).withNumbers("x", x).withNumbers("z", z);
    }
  }

  @Test
  void findsWhatItWasSimulatedWithOnAnyNumberOfThreads() {
    Large large = new Large(100_000, new SplittableRandom(7));
    CoxFitter fitter = CoxFitter.withDefaults().withRobustVariance();
    CoxFit one = fitter.fit(large.sample, large.covariates);
    CoxFit three = fitter.withThreads(3).fit(large.sample, large.covariates);
    assertThat(three.report()).isEqualTo(one.report());
    ParameterEstimate x = one.report().coefficient("x");
    // Times were rounded up to quarters, which draws coefficients in by less than 1 %.
    assertThat(x.value()).isCloseTo(1, within(0.02));
    assertThat(one.report().coefficient("z").value()).isCloseTo(-0.5, within(0.02));
    double naive = Math.sqrt(one.report().modelCovariance().between("x", "x").orElseThrow());
    assertThat(x.standardError().orElseThrow() / naive).isCloseTo(1, within(0.1));
    ProportionalHazardsTest test = ProportionalHazardsTest.withDefaults();
    assertThat(test.withThreads(3).test(one.model(), large.sample, large.covariates))
        .isEqualTo(test.test(one.model(), large.sample, large.covariates));
  }

  @Test
  void weightsOfAnySizeGiveTheSameCoefficients() {
    CoxReport plain = CoxFitter.withDefaults().fit(THREE, FLAG).report();
    for (double weight : new double[] {1e-12, 1e9}) {
      LifetimeSample weighted = THREE.withWeights(new double[] {weight, weight, weight});
      CoxReport report = CoxFitter.withDefaults().fit(weighted, FLAG).report();
      assertThat(report.coefficient("x").value())
          .isCloseTo(plain.coefficient("x").value(), within(EXACT));
      assertThat(report.coefficient("x").standardError().orElseThrow() * Math.sqrt(weight))
          .isCloseTo(plain.coefficient("x").standardError().orElseThrow(), within(EXACT));
    }
  }

  @Test
  void aHazardRatioBeyondADoubleIsEmpty() {
    CovariateTable tiny = table("x", 1e-9, 0, 1e-9);
    CoxReport report = CoxFitter.withDefaults().fit(THREE, tiny).report();
    assertThat(report.coefficient("x").value() * 1e-9).isCloseTo(-Math.log(2) / 2, within(EXACT));
    assertThat(report.hazardRatio("x")).isEmpty();
  }

  @Test
  void tellsHowMuchACoefficientChanges() {
    ProportionalHazards found =
        ProportionalHazardsTest.withDefaults()
            .with(TimeTransform.IDENTITY)
            .test(three().model(), THREE, FLAG);
    ProportionalHazards.Change change = found.changes().get(0);
    double z = change.slope() / change.standardError().orElseThrow();
    assertThat(z * z).isCloseTo(found.global().result().statistic(), within(EXACT));
    assertThat(change.interval(0.95).orElseThrow().contains(change.slope())).isTrue();
    assertThat(found.toText())
        .startsWith("proportional hazards, time scale IDENTITY\n  x: chi-square");
    LifetimeSample fromZero =
        LifetimeSample.fromStart(
            TimeScale.DAY, new double[] {0, 2, 3}, new boolean[] {true, true, true});
    assertThatThrownBy(
            () ->
                ProportionalHazardsTest.withDefaults()
                    .with(TimeTransform.LOG)
                    .test(three().model(), fromZero, FLAG))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("duration (0) of row 1 must be over 0 for the logarithm");
  }

  @Test
  void residualsAddUpToWhatWasSeen() {
    CoxResiduals residuals = CoxResiduals.of(three().model(), THREE, FLAG);
    double first = 1 - (Math.sqrt(2) - 1) / Math.sqrt(2);
    assertThat(residuals.martingale()[0]).isCloseTo(first, within(EXACT));
    assertThat(residuals.martingale()[1]).isCloseTo(0, within(EXACT));
    assertThat(Arrays.stream(residuals.martingale()).sum()).isCloseTo(0, within(EXACT));
    assertThat(residuals.eventRows()).containsExactly(0, 1, 2);
    assertThat(residuals.schoenfeld("x"))
        .containsExactly(new double[] {Math.sqrt(2) - 1, 1 - Math.sqrt(2), 0}, within(EXACT));
  }
}
