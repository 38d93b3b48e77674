package io.github.retention4j.survival;

import static io.github.retention4j.survival.CoxCases.numbers;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.TermTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Holds Cox regression to R's survival package on its data sets. Cases with exact ties are not
 * offered here.
 */
class CoxCasesTest {

  /** R gives 15 digits of numbers that it iterates to 1e-13. */
  private static final double RELATIVE = 1e-9;

  private record Case(String id, JsonNode json, CoxCases data, CoxFit fit) {

    void holds(String what, double value, double reference) {
      assertThat(value).as(id + " " + what).isCloseTo(reference, near(reference));
    }

    String column(int index) {
      return data.column(json.get("coef_names").get(index).asText());
    }

    boolean has(String name) {
      return json.hasNonNull(name);
    }
  }

  private static Offset<Double> near(double reference) {
    return within(RELATIVE * Math.max(1e-3, Math.abs(reference)));
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (JsonNode json : SharedFiles.cases("survival-cox.json").get("models")) {
      String id = json.get("id").asText();
      if (!id.contains("exact")) {
        CoxCases data = CoxCases.of(id);
        CoxFitter fitter =
            CoxFitter.withDefaults().with(id.endsWith("breslow") ? CoxTies.BRESLOW : CoxTies.EFRON);
        CoxFitter asked = json.hasNonNull("robust_vcov") ? fitter.withRobustVariance() : fitter;
        asked = id.startsWith("lung_offset") ? asked.withOffset("age/50") : asked;
        cases.add(new Case(id, json, data, asked.fit(data.sample(), data.covariates())));
      }
    }
    assertThat(cases).hasSize(16);
    return cases;
  }

  @Test
  void coefficientsAndErrors() {
    for (Case c : cases()) {
      CoxReport report = c.fit().report();
      double[] coefficients = numbers(c.json().get("coef"));
      for (int j = 0; j < coefficients.length; j++) {
        String name = c.column(j);
        c.holds(name, report.coefficient(name).value(), coefficients[j]);
        String key = c.has("robust_se") ? "robust_se" : "se";
        double error = report.coefficient(name).standardError().orElseThrow();
        c.holds("error of " + name, error, numbers(c.json().get(key))[j]);
        c.holds(
            "p of " + name,
            report.test(name).orElseThrow().pValue(),
            numbers(c.json().get("p_value"))[j]);
        ConfidenceInterval ratio =
            report.hazardRatio(name).orElseThrow().interval(0.95).orElseThrow();
        c.holds("lower", ratio.lower(), numbers(c.json().get("hr_lower95"))[j]);
        c.holds("upper", ratio.upper(), numbers(c.json().get("hr_upper95"))[j]);
        for (int k = 0; k < coefficients.length; k++) {
          c.holds(
              "covariance",
              report.modelCovariance().between(name, c.column(k)).orElseThrow(),
              numbers(c.json().get("vcov").get(j))[k]);
          if (c.has("robust_vcov")) {
            c.holds(
                "robust covariance",
                report.covariance().between(name, c.column(k)).orElseThrow(),
                numbers(c.json().get("robust_vcov").get(j))[k]);
          }
        }
      }
    }
  }

  @Test
  void likelihoodsTestsAndConcordance() {
    for (Case c : cases()) {
      CoxReport report = c.fit().report();
      CoxTests tests = report.tests().orElseThrow();
      assertThat(report.rows()).isEqualTo(c.json().get("n").asInt());
      assertThat(report.events()).isEqualTo(c.json().get("nevent").asLong());
      c.holds("null", report.nullLogLikelihood(), c.json().get("loglik_null").asDouble());
      c.holds("fitted", report.logLikelihood(), c.json().get("loglik").asDouble());
      c.holds("AIC", report.fit().aic(), c.json().get("AIC").asDouble());
      c.holds("BIC", report.fit().bic(), c.json().get("BIC").asDouble());
      c.holds("LR", tests.likelihoodRatio().statistic(), c.json().at("/lr_test/chisq").asDouble());
      c.holds("LR p", tests.likelihoodRatio().pValue(), c.json().at("/lr_test/p").asDouble());
      c.holds("Wald", tests.wald().statistic(), c.json().at("/wald_test/chisq").asDouble());
      c.holds("score", tests.score().statistic(), c.json().at("/score_test/chisq").asDouble());
      if (c.has("robust_score")) {
        c.holds(
            "robust score",
            tests.robustScore().orElseThrow().statistic(),
            c.json().get("robust_score").asDouble());
      }
      ConcordanceIndex concordance = report.concordance().orElseThrow();
      c.holds("concordance", concordance.value(), c.json().at("/concordance/C").asDouble());
      c.holds("its error", concordance.standardError(), c.json().at("/concordance/se").asDouble());
      double[] counts = counts(c.json().at("/concordance/counts"));
      c.holds("concordant", concordance.concordant(), counts[0]);
      c.holds("discordant", concordance.discordant(), counts[1]);
      c.holds("tied score", concordance.tiedScore(), counts[2]);
      c.holds("tied time", concordance.tiedTime(), counts[3]);
      c.holds("tied both", concordance.tiedBoth(), counts[4]);
    }
  }

  /** Five counts, or with strata five after each other for each stratum. */
  private static double[] counts(JsonNode json) {
    double[] sums = new double[5];
    int at = 0;
    for (JsonNode count : json) {
      sums[at++ * sums.length / json.size()] += count.asDouble();
    }
    return sums;
  }

  @Test
  void meansBaselineAndPredictions() {
    for (Case c : cases()) {
      CoxModel model = c.fit().model();
      double[] means = numbers(c.json().get("means"));
      for (int j = 0; j < means.length; j++) {
        if (means[j] != 0) {
          c.holds("mean", requireNonNull(model.means().get(c.column(j))), means[j]);
        }
      }
      if (c.has("prediction")) {
        predictions(c, c.json().get("prediction"));
        Map<String, Double> zero = new HashMap<>();
        model.coefficients().keySet().forEach(name -> zero.put(name, 0.0));
        CoxCurve curve = model.survival(zero);
        double[] time = numbers(c.json().at("/baseline_cumhaz_at_zero/time"));
        double[] hazard = numbers(c.json().at("/baseline_cumhaz_at_zero/hazard"));
        for (int i = 0; i < time.length; i++) {
          c.holds("hazard", curve.at(time[i]).orElseThrow().cumulativeHazard(), hazard[i]);
        }
      }
    }
  }

  private static void predictions(Case c, JsonNode json) {
    double[] times = numbers(json.get("times"));
    for (int i = 0; i < json.get("newdata").size(); i++) {
      Map<String, Double> values = values(c, json.get("newdata").get(i));
      c.holds("lp", c.fit().model().logRisk(values), numbers(json.get("lp_raw"))[i]);
      CoxCurve curve = c.fit().model().survival(values);
      for (int t = 0; t < times.length; t++) {
        PredictedSurvival point = curve.at(times[t]).orElseThrow();
        c.holds("survival", point.survival(), numbers(json.get("surv").get(t))[i]);
        c.holds(
            "its error",
            point.standardError().orElseThrow(),
            numbers(json.get("se_surv").get(t))[i]);
        ConfidenceInterval log = point.logInterval(0.95).orElseThrow();
        c.holds("log lower", log.lower(), numbers(json.get("log_lower").get(t))[i]);
        c.holds("log upper", log.upper(), numbers(json.get("log_upper").get(t))[i]);
        ConfidenceInterval logLog = point.logLogInterval(0.95).orElseThrow();
        c.holds("log-log lower", logLog.lower(), numbers(json.get("loglog_lower").get(t))[i]);
        c.holds("log-log upper", logLog.upper(), numbers(json.get("loglog_upper").get(t))[i]);
      }
    }
  }

  private static Map<String, Double> values(Case c, JsonNode customer) {
    Map<String, Double> values = new HashMap<>();
    for (String name : c.data().covariates().names()) {
      int equals = name.indexOf('=');
      values.put(
          name,
          equals < 0
              ? customer.get(name).asDouble()
              : customer.get(name.substring(0, equals)).asText().equals(name.substring(equals + 1))
                  ? 1.0
                  : 0.0);
    }
    return values;
  }

  @Test
  void proportionalHazards() {
    for (Case c : cases()) {
      if (!c.has("cox_zph")) {
        continue;
      }
      for (JsonNode json : c.json().get("cox_zph")) {
        TimeTransform transform =
            json.get("transform").asText().equals("km")
                ? TimeTransform.KAPLAN_MEIER
                : TimeTransform.valueOf(json.get("transform").asText().toUpperCase(Locale.ROOT));
        ProportionalHazards found =
            ProportionalHazardsTest.withDefaults()
                .with(transform)
                .test(c.fit().model(), c.data().sample(), c.data().covariates());
        List<String> terms = CoxCases.texts(json.get("terms"));
        double[] chisq = numbers(json.get("chisq"));
        for (int i = 0; i < terms.size(); i++) {
          TermTest test = i == terms.size() - 1 ? found.global() : found.terms().get(i);
          c.holds(transform + " " + terms.get(i), test.result().statistic(), chisq[i]);
          c.holds("p", test.result().pValue(), numbers(json.get("p"))[i]);
          assertThat(test.degreesOfFreedom()).isEqualTo(json.get("df").get(i).asInt());
        }
      }
    }
  }

  @Test
  void residuals() {
    for (Case c : cases()) {
      if (!c.has("residuals")) {
        continue;
      }
      CoxResiduals residuals =
          CoxResiduals.of(c.fit().model(), c.data().sample(), c.data().covariates());
      JsonNode json = c.json().get("residuals");
      String name = c.column(0);
      same(c, "martingale", residuals.martingale(), json.get("martingale"));
      same(c, "deviance", residuals.deviance(), json.get("deviance"));
      same(c, "score", residuals.score(name), json.get("score"));
      same(c, "dfbeta", residuals.dfbeta(name), json.get("dfbeta"));
      same(c, "schoenfeld", residuals.schoenfeld(name), json.get("schoenfeld"));
    }
  }

  private static void same(Case c, String what, double[] values, JsonNode json) {
    assertThat(values).hasSize(json.size());
    for (int i = 0; i < values.length; i++) {
      c.holds(what + " " + i, values[i], numbers(json.get(i))[0]);
    }
  }
}
