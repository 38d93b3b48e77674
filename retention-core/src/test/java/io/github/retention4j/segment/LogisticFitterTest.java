package io.github.retention4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitException.Reason;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.stats.OddsRatio;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.RatioEstimate;
import io.github.retention4j.stats.TermTest;
import io.github.retention4j.stats.TestResult;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LogisticFitterTest {

  private static final double ROUNDING = 1e-10;
  private static final LogisticFitter FITTER = LogisticFitter.withDefaults();

  /** Of 40 by the month 10 left, of 40 by the year 30. */
  private static final boolean[] LEFT = new boolean[80];

  private static final boolean[] YEARLY = new boolean[80];

  static {
    Arrays.fill(LEFT, 0, 10, true);
    Arrays.fill(LEFT, 40, 70, true);
    Arrays.fill(YEARLY, 40, 80, true);
  }

  private static CovariateTable yearly() {
    return CovariateTable.ofRows(80).withFlags("yearly", YEARLY);
  }

  @Test
  void isTheOddsRatioWhereThereIsOneFlag() {
    LogisticFit fit = FITTER.fit(yearly(), LEFT);
    RatioEstimate expected =
        new OddsRatio(new Proportion(30, 40), new Proportion(10, 40)).estimate(0.95);
    RatioEstimate ratio = fit.oddsRatio("yearly", 0.95);
    assertThat(ratio.value()).isCloseTo(9, within(ROUNDING));
    assertThat(ratio.interval().lower()).isCloseTo(expected.interval().lower(), within(ROUNDING));
    assertThat(ratio.interval().upper()).isCloseTo(expected.interval().upper(), within(1e-9));
    assertThat(fit.model().probability(Map.of("yearly", 1.0))).isCloseTo(0.75, within(ROUNDING));
    assertThat(fit.areaUnderCurve()).isEqualTo(0.75);
    double expectedLikelihood = 60 * Math.log(0.75) + 20 * Math.log(0.25);
    assertThat(fit.report().logLikelihood()).isCloseTo(expectedLikelihood, within(ROUNDING));
    assertThat(fit.term("yearly").result().statistic())
        .isCloseTo(fit.overall().statistic(), within(ROUNDING));
    assertThat(fit.report().warnings()).isEmpty();
  }

  @Test
  void showsItsFindings() {
    assertThat(FITTER.fit(yearly(), LEFT).toText())
        .isEqualTo(
            """
            Logistic regression of 80 customers: area under the curve 0.750; p = 10^-5.3. \
            Associations, all other columns equal, not causes.
              yearly: p = 10^-5.3
              odds ratio of yearly 9.000 (3.271 to 24.76)
            """);
  }

  @Test
  void namesColumnsThatAreConstantOrMadeUpOfOthers() {
    boolean[] monthly = new boolean[80];
    Arrays.fill(monthly, 0, 40, true);
    double[] alike = new double[80];
    Arrays.fill(alike, 3);
    CovariateTable table = yearly().withNumbers("country", alike).withFlags("monthly", monthly);
    fails(
        () -> FITTER.fit(table, LEFT),
        Reason.NOT_IDENTIFIED,
        "country is the same for all customers; monthly is made up of the columns before it (monthly ="
            + " -1 yearly + constant)");
    LogisticFit fit = FITTER.with(CollinearColumns.LEAVE_OUT).fit(table, LEFT);
    assertThat(fit.leftOut()).containsExactly("country", "monthly");
    assertThat(fit.report().warnings())
        .extracting(FitWarning::text)
        .containsExactly(
            "country is the same for all customers and was left out",
            "monthly is made up of the columns before it (monthly = -1 yearly + constant) and was left"
                + " out");
    // Without yearly, monthly tells the same: nothing is lost.
    assertThat(fit.term("yearly"))
        .isEqualTo(new TermTest("yearly", 0, new TestResult("likelihood ratio", 0, 1, 0)));
    assertThat(fit.toText()).contains("  yearly: made up of the others\n");
    fails(
        () ->
            FITTER
                .with(CollinearColumns.LEAVE_OUT)
                .fit(CovariateTable.ofRows(80).withNumbers("country", alike), LEFT),
        Reason.NOT_IDENTIFIED,
        "country is the same for all customers");
  }

  @Test
  void namesColumnsThatSeparateAll() {
    double[] score = new double[80];
    for (int row = 0; row < 80; row++) {
      score[row] = (LEFT[row] ? 5 : 0) + row % 3;
    }
    fails(
        () -> FITTER.fit(yearly().withNumbers("score", score), LEFT),
        Reason.NO_MAXIMUM,
        "the likelihood has no maximum: score separates customers who left from those who stayed");
  }

  /** Nobody of the third plan left; the other two overlap. */
  @Test
  void namesAColumnThatSeparatesSome() {
    List<String> plans =
        Stream.of(
                Collections.nCopies(5, "basic"),
                Collections.nCopies(10, "pro"),
                Collections.nCopies(20, "basic"),
                Collections.nCopies(5, "vip"),
                Collections.nCopies(35, "pro"),
                Collections.nCopies(5, "vip"))
            .flatMap(List::stream)
            .toList();
    fails(
        () -> FITTER.fit(yearly().withFactor("plan", plans, "basic"), notLeftWhere(plans, "vip")),
        Reason.NO_MAXIMUM,
        "the likelihood has no maximum: plan=vip separates customers who left from those who"
            + " stayed");
  }

  private static boolean[] notLeftWhere(List<String> plans, String plan) {
    boolean[] left = LEFT.clone();
    for (int row = 0; row < left.length; row++) {
      left[row] &= !plans.get(row).equals(plan);
    }
    return left;
  }

  @Test
  void fitsNearSeparationAndFarUnits() {
    double[] seconds = new double[80];
    for (int row = 0; row < 80; row++) {
      seconds[row] = 1e9 + (YEARLY[row] ? 1e6 : 0);
    }
    boolean[] nearly = YEARLY.clone();
    nearly[0] = true;
    nearly[79] = false;
    LogisticFit fit = FITTER.fit(CovariateTable.ofRows(80).withNumbers("seconds", seconds), nearly);
    // One of 40 on either side: log odds of 39 either way, over 1e6.
    assertThat(fit.report().estimate("seconds").value() * 1e6)
        .isCloseTo(2 * Math.log(39), within(1e-9));
  }

  @Test
  void warnsOfFewCustomersForManyColumns() {
    boolean[] few = new boolean[80];
    Arrays.fill(few, 0, 3, true);
    Arrays.fill(few, 40, 45, true);
    assertThat(FITTER.fit(yearly(), few).report().warnings())
        .containsExactly(
            new FitWarning(
                FitWarning.Kind.SMALL_SAMPLE,
                "8 customers of the rarer outcome are few for 1 coefficients"));
  }

  @Test
  void refusesWhatItCannotFit() {
    fails(
        () -> FITTER.fit(yearly(), new boolean[80]),
        Reason.DEGENERATE_SAMPLE,
        "none of the 80 customers left");
    fails(
        () -> FITTER.withMaxIterations(1).fit(yearly(), LEFT),
        Reason.EVALUATIONS_SPENT,
        "the 1 iterations allowed were not enough");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FITTER.fit(yearly(), new boolean[3]))
        .withMessage("left (3) must be as many as rows (80)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FITTER.fit(CovariateTable.ofRows(2), new boolean[2]))
        .withMessage("table (2 rows, covariates ) must have a column");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FITTER.withMaxIterations(0))
        .withMessage("iterations (0) must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FITTER.fit(yearly(), LEFT).model().probability(Map.of()))
        .withMessage("values ([]) must have yearly");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FITTER.fit(yearly(), LEFT).term("plan"))
        .withMessage("name (plan) must be one of [yearly]");
  }

  private static void fails(ThrowingCallable call, Reason reason, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(FitException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessage(message);
  }

  @Test
  void refusesAnAreaThatIsNoChance() {
    LogisticFit fit = FITTER.fit(yearly(), LEFT);
    for (double area : new double[] {Double.NaN, -0.1, 1.1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> new LogisticFit(fit.fit(), fit.overall(), fit.terms(), fit.leftOut(), area))
          .withMessage("areaUnderCurve (" + area + ") must be from 0 to 1");
    }
  }
}
