package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Curves against R's survival package, see the shared reference cases. */
class KaplanMeierReferenceTest {

  /** The references have 15 digits. */
  private static final double RELATIVE = 1e-12;

  @Test
  void agreesWithR() {
    for (JsonNode it : SharedFiles.cases("survival-km.json").get("cases")) {
      String id = it.get("id").asText();
      if (id.equals("lung_sampling_weights_robust")) {
        continue; // asked of the robust variance below
      }
      LifetimeSample sample = SharedLifetimes.sample(it);
      for (JsonNode stratum : it.get("strata")) {
        String name = stratum.path("stratum").asText("all");
        for (SurvivalInterval scale : SurvivalInterval.values()) {
          check(id + " " + name, curve(sample, name, scale), stratum, scale);
        }
      }
    }
  }

  private static SurvivalCurve curve(LifetimeSample sample, String name, SurvivalInterval scale) {
    KaplanMeier calculator = KaplanMeier.withDefaults().with(scale).with(QuantileRule.MIDPOINT);
    return name.equals("all")
        ? calculator.calculate(sample)
        : calculator.calculateByGroup(sample).of(name);
  }

  private static void check(
      String id, SurvivalCurve curve, JsonNode expected, SurvivalInterval scale) {
    checkColumn(id + " time", curve::time, expected.get("time"));
    checkColumn(id + " at risk", curve::atRisk, expected.get("n_risk"));
    checkColumn(id + " lost", curve::lost, expected.get("n_event"));
    checkColumn(id + " censored", curve::censored, expected.get("n_censor"));
    checkColumn(id + " survival", curve::survival, expected.get("surv"));
    checkColumn(id + " error", i -> orNaN(curve, i), expected.path("se_surv"));
    checkIntervals(id + " " + scale, curve, expected.get("ci95").path(scale.toString()));
    CumulativeHazard hazard = curve.cumulativeHazard();
    checkHazard(id + " Aalen", hazard, expected.path("nelson_aalen"));
    checkColumn(id + " Breslow", hazard::survival, expected.path("breslow_surv"));
    CumulativeHazard inTurn = curve.cumulativeHazard(HazardTies.IN_TURN);
    checkHazard(id + " Fleming", inTurn, expected.path("fleming_harrington_ties"));
    checkColumn(
        id + " Fleming", inTurn::survival, expected.path("fleming_harrington_ties").path("surv"));
    checkQuantiles(id + " " + scale, curve, expected, scale);
    for (JsonNode mean : expected.path("rmst")) {
      RestrictedMean found = curve.restrictedMean(mean.get("tau").asDouble()).orElseThrow();
      same(id + " mean", found.mean(), mean.get("rmst").asDouble());
      same(id + " mean error", found.standardError(), mean.get("se").asDouble());
    }
  }

  private static double orNaN(SurvivalCurve curve, int step) {
    return curve.standardError(step).orElse(Double.NaN);
  }

  private static void checkHazard(String id, CumulativeHazard hazard, JsonNode expected) {
    checkColumn(id, hazard::value, expected.path("cumhaz"));
    checkColumn(id + " error", hazard::standardError, expected.path("se"));
  }

  private static void checkColumn(String id, IntToDoubleFunction found, JsonNode expected) {
    double[] values = SharedLifetimes.numbers(expected);
    for (int i = 0; i < values.length; i++) {
      same(id + " " + i, found.applyAsDouble(i), values[i]);
    }
  }

  /** Where R gives the limits 1 and 1, or none, no spread is known and no interval given. */
  private static void checkIntervals(String id, SurvivalCurve curve, JsonNode expected) {
    double[] lower = SharedLifetimes.numbers(expected.path("lower"));
    double[] upper = SharedLifetimes.numbers(expected.path("upper"));
    for (int i = 0; i < lower.length; i++) {
      Optional<ConfidenceInterval> interval = curve.interval(i);
      if (Double.isNaN(lower[i]) || lower[i] == 1) {
        assertThat(interval).as(id + " " + i).isEmpty();
      } else {
        same(id + " lower " + i, interval.orElseThrow().lower(), lower[i]);
        same(id + " upper " + i, interval.orElseThrow().upper(), upper[i]);
      }
    }
  }

  private static void checkQuantiles(
      String id, SurvivalCurve curve, JsonNode expected, SurvivalInterval scale) {
    JsonNode quantiles = expected.get("quantiles").path(scale.toString());
    double[] estimates = SharedLifetimes.numbers(quantiles.path("estimate"));
    double[] shares =
        expected.has("quantile_probs")
            ? SharedLifetimes.numbers(expected.get("quantile_probs"))
            : new double[] {0.25, 0.5, 0.75};
    for (int i = 0; i < estimates.length; i++) {
      LifetimeQuantile found = curve.quantile(shares[i]);
      String what = String.format(Locale.ROOT, "%s quantile %s ", id, shares[i]);
      same(what, found.estimate().time().orElse(Double.NaN), estimates[i]);
      JsonNode limits = expected.get("ci95").get(scale.toString());
      checkLimit(what + "lower", found.lower(), quantiles.get("lower").get(i), limits.get("lower"));
      checkLimit(what + "upper", found.upper(), quantiles.get("upper").get(i), limits.get("upper"));
    }
  }

  /**
   * The limits of a curve may rise towards its end. R sorts them by height first and so returns the
   * time of another step; the definition, the first time at which the limit is as low, holds here.
   */
  private static void checkLimit(
      String id, LifetimeLimit found, JsonNode quantile, JsonNode limits) {
    if (falls(SharedLifetimes.numbers(limits))) {
      same(id, found.time().orElse(Double.NaN), quantile.asDouble(Double.NaN));
    } else {
      assertThat(found.time().orElse(Double.POSITIVE_INFINITY))
          .as(id)
          .isLessThanOrEqualTo(quantile.asDouble(Double.POSITIVE_INFINITY));
    }
  }

  private static boolean falls(double[] limits) {
    return IntStream.range(1, limits.length).noneMatch(i -> limits[i] > limits[i - 1] + 1e-12);
  }

  private static void same(String id, double found, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(found).as(id).isNaN();
    } else {
      assertThat(found)
          .as(id)
          .isCloseTo(expected, within(RELATIVE * Math.max(1e-3, Math.abs(expected))));
    }
  }
}
