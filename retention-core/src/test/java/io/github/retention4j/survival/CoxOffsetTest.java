package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.stats.TermTest;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Cox regression with an offset, against R 4.2.2 survival 3.5-3: coxph(Surv(entry, end, left) ~ x +
 * offset(o)), survfit(fit, data.frame(x = 1, o = 0.25)), cox.zph(fit, "identity").
 */
class CoxOffsetTest {

  /** R gives 15 digits of what it iterates to 1e-9. */
  private static final Offset<Double> R = within(1e-9);

  private static final LifetimeSample TEN =
      LifetimeSample.entering(
          TimeScale.MEAN_MONTH,
          new double[] {0, 0, 1, 0, 2, 1, 3, 0, 4, 2},
          new double[] {2, 5, 5, 6, 8, 8, 9, 11, 12, 14},
          new boolean[] {true, true, false, true, true, true, false, true, true, false});

  private static final double[] X = {1, 0, 1, 1, 0, 1, 0, 0, 1, 0};
  private static final double[] O = {0.3, -0.2, 0.5, 0.1, 0, 0.7, -0.4, 0.2, -0.1, 0.4};

  private static final CovariateTable TABLE =
      CovariateTable.ofRows(10).withNumbers("o", O).withNumbers("x", X);

  private static final CoxFitter FITTER = CoxFitter.withDefaults().withOffset("o");

  @Test
  void agreesWithR() {
    CoxFit fit = FITTER.fit(TEN, TABLE);
    assertThat(fit.report().coefficient("x").value()).isCloseTo(0.561672526493626, R);
    assertThat(fit.report().coefficient("x").standardError().orElseThrow())
        .isCloseTo(0.796604532965261, R);
    assertThat(fit.report().nullLogLikelihood()).isCloseTo(-11.5197245172861, R);
    assertThat(fit.report().logLikelihood()).isCloseTo(-11.2688738468779, R);
    CoxCurve curve = fit.model().survival(Map.of("x", 1.0, "o", 0.25));
    PredictedSurvival atNine = curve.at(9).orElseThrow();
    assertThat(curve.at(5).orElseThrow().survival()).isCloseTo(0.7225383433169185, R);
    assertThat(atNine.survival()).isCloseTo(0.3430178657517170, R);
    assertThat(atNine.standardError().orElseThrow()).isCloseTo(0.206608195086482, R);
  }

  @Test
  void testsAndResidualsAgreeWithR() {
    CoxModel model = FITTER.fit(TEN, TABLE).model();
    ProportionalHazards zph =
        ProportionalHazardsTest.withDefaults().with(TimeTransform.IDENTITY).test(model, TEN, TABLE);
    assertThat(zph.terms()).singleElement().extracting(TermTest::term).isEqualTo("x");
    assertThat(zph.global().result().statistic()).isCloseTo(0.0835520006925218, R);
    CoxResiduals residuals = CoxResiduals.of(model, TEN, TABLE);
    assertThat(residuals.martingale()[0]).isCloseTo(0.814602729141274, R);
    assertThat(residuals.martingale()[9]).isCloseTo(-1.423584870596208, R);
    assertThat(residuals.dfbeta("x")[1]).isCloseTo(-0.3599597079296489, R);
    assertThat(residuals.schoenfeld("x")[1]).isCloseTo(-0.656605328929591, R);
  }

  /** With the offset that a fit without one finds, all else stays as that has it. */
  @Test
  void isTheCoefficientThatWouldBeFound() {
    CoxFit free = CoxFitter.withDefaults().fit(TEN, TABLE);
    double found = free.report().coefficient("o").value();
    double[] offset = O.clone();
    for (int row = 0; row < offset.length; row++) {
      offset[row] *= found;
    }
    CovariateTable table = CovariateTable.ofRows(10).withNumbers("x", X).withNumbers("o", offset);
    CoxFit fixed = FITTER.fit(TEN, table);
    assertThat(fixed.report().coefficient("x").value())
        .isCloseTo(free.report().coefficient("x").value(), R);
    assertThat(fixed.report().logLikelihood()).isCloseTo(free.report().logLikelihood(), R);
    double[] times = {5, 9, 12};
    List<PredictedSurvival> asFree =
        StandardisedSurvival.of(free.model(), TEN, TABLE).calculate(Map.of("x", 1.0), times);
    List<PredictedSurvival> asFixed =
        StandardisedSurvival.of(fixed.model(), TEN, table).calculate(Map.of("x", 1.0), times);
    for (int i = 0; i < times.length; i++) {
      assertThat(asFixed.get(i).survival()).isCloseTo(asFree.get(i).survival(), R);
    }
    assertThat(CoxResiduals.of(fixed.model(), TEN, table).martingale())
        .containsExactly(CoxResiduals.of(free.model(), TEN, TABLE).martingale(), R);
  }

  @Test
  void isNamedInTheModelAndNotTested() {
    CoxFit fit = FITTER.fit(TEN, TABLE);
    assertThat(fit.model().offset()).contains("o");
    assertThat(CoxFitter.withDefaults().fit(TEN, TABLE).model().offset()).isEmpty();
    assertThat(fit.model().coefficients()).containsEntry("o", 1.0).containsOnlyKeys("o", "x");
    assertThat(fit.model().means().get("o")).isCloseTo(0.15, within(1e-15));
    assertThat(fit.model()).hasToString("Cox (Efron): offset o, x 0.5617");
    assertThat(fit.report().toString()).startsWith("Cox (Efron), offset o on 10 rows, 7 left");
    assertThat(fit.model().logRisk(Map.of("o", 2.0, "x", 0.0))).isEqualTo(2);
    assertThat(FITTER.testTerms(TEN, TABLE))
        .singleElement()
        .satisfies(it -> assertThat(it.result().statistic()).isCloseTo(2 * 0.2508506704082, R));
  }

  @Test
  void refusesWhatCannotBeOne() {
    assertThatThrownBy(() -> CoxFitter.withDefaults().withOffset("z").fit(TEN, TABLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("offset (z) must be one of the numbers [o, x]");
    assertThatThrownBy(() -> FITTER.fit(TEN, TABLE.without("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("covariates (0 columns beside the offset o) must have at least one");
    double[] wide = O.clone();
    wide[3] = 1e3;
    CovariateTable table = CovariateTable.ofRows(10).withNumbers("x", X).withNumbers("o", wide);
    assertThatThrownBy(() -> FITTER.fit(TEN, table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("o (1000.0) of row 4 must be within 300 of its mean, 100.");
    assertThatThrownBy(() -> FITTER.fit(TEN, TABLE).model().survival(Map.of("x", 1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("values [x] must name all of [o, x]");
  }
}
