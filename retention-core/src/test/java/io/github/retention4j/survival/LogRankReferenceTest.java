package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.stats.MultipleTesting;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Tests of curves against R's survival package, see the shared reference cases. */
class LogRankReferenceTest {

  /** The references have 15 digits, sums of some hundred terms. */
  private static final double RELATIVE = 1e-11;

  private static final Map<String, LogRankWeight> WEIGHTS =
      Map.of(
          "logrank",
          LogRankWeight.Named.LOG_RANK,
          "gehan_wilcoxon",
          LogRankWeight.Named.GEHAN_WILCOXON,
          "tarone_ware",
          LogRankWeight.Named.TARONE_WARE,
          "peto_peto",
          LogRankWeight.Named.PETO_PETO,
          "fh_1_0",
          new LogRankWeight.FlemingHarrington(1, 0),
          "fh_0_1",
          new LogRankWeight.FlemingHarrington(0, 1),
          "fh_1_1",
          new LogRankWeight.FlemingHarrington(1, 1),
          "fh_half_half",
          new LogRankWeight.FlemingHarrington(0.5, 0.5));

  private final JsonNode cases = SharedFiles.cases("survival-logrank.json");

  @Test
  void agreesWithSurvdiff() {
    for (JsonNode it : cases.get("tests")) {
      LogRankWeight weight = new LogRankWeight.FlemingHarrington(it.get("rho").asDouble(), 0);
      LogRankResult found =
          LogRankTest.withDefaults().with(weight).test(SharedLifetimes.sample(it));
      String id = it.get("id").asText();
      List<String> groups = found.groups();
      for (int g = 0; g < groups.size(); g++) {
        String group = groups.get(g);
        assertThat(group).isEqualTo(it.get("groups").get(g).asText());
        assertThat(found.rows(group)).as(id).isEqualTo(it.get("n").get(g).asLong());
        same(id, found.observed(group), it.get("observed").get(g));
        same(id, found.expected(group), it.get("expected").get(g));
        for (int h = 0; h < groups.size(); h++) {
          same(id, found.covariance(group, groups.get(h)), it.get("variance").get(g).get(h));
        }
      }
      checkTest(id, found, it);
      same(id, found.test().log10PValue(), it.get("log10_p"));
    }
  }

  private static void checkTest(String id, LogRankResult found, JsonNode expected) {
    same(id, found.test().statistic(), expected.get("chisq"));
    same(id, found.test().pValue(), expected.get("p_value"));
    assertThat(found.degreesOfFreedom()).as(id).isEqualTo(expected.get("df").asInt());
  }

  @Test
  void agreesOnTheOtherWeights() {
    for (JsonNode it : cases.get("weighted")) {
      String id = it.get("id").asText();
      LogRankWeight weight = requireNonNull(WEIGHTS.get(it.get("weight").asText()));
      LifetimeSample sample = SharedLifetimes.sample(caseOf(it.get("case").asText()));
      LogRankResult found = LogRankTest.withDefaults().with(weight).test(sample);
      List<String> groups = found.groups();
      for (int g = 0; g < groups.size(); g++) {
        same(id, found.excess(groups.get(g)), it.get("U").get(g));
        for (int h = 0; h < groups.size(); h++) {
          same(id, found.covariance(groups.get(g), groups.get(h)), it.get("V").get(g).get(h));
        }
      }
      checkTest(id, found, it);
    }
  }

  private JsonNode caseOf(String id) {
    return StreamSupport.stream(cases.get("tests").spliterator(), false)
        .filter(it -> it.get("id").asText().equals(id + "_rho0"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void agreesOnPairs() {
    for (JsonNode it : cases.get("pairwise")) {
      LifetimeSample sample = SharedLifetimes.sample(it);
      LogRankTest test = LogRankTest.withDefaults();
      List<LogRankPair> holm = test.pairwise(sample, MultipleTesting.HOLM);
      List<LogRankPair> hochberg = test.pairwise(sample, MultipleTesting.BENJAMINI_HOCHBERG);
      for (int pair = 0; pair < holm.size(); pair++) {
        JsonNode expected = it.get("pairs").get(pair);
        assertThat(holm.get(pair).first()).endsWith("=" + expected.get("a").asText());
        assertThat(holm.get(pair).second()).endsWith("=" + expected.get("b").asText());
        same("pair", holm.get(pair).result().test().statistic(), expected.get("chisq"));
        same("holm", holm.get(pair).adjustedPValue(), it.get("holm").get(pair));
        same("BH", hochberg.get(pair).adjustedPValue(), it.get("BH").get(pair));
      }
    }
  }

  @Test
  void agreesOnTheTrend() {
    JsonNode expected = cases.get("trend").get(0);
    List<NamedCsvRecord> rows = SharedLifetimes.rows("veteran");
    List<String> groups =
        rows.stream()
            .map(row -> Double.parseDouble(row.getField("karno")))
            .map(karno -> karno <= 30 ? "1" : karno <= 60 ? "2" : "3")
            .toList();
    boolean[] left = new boolean[rows.size()];
    for (int row = 0; row < left.length; row++) {
      left[row] = rows.get(row).getField("status").equals("1");
    }
    LifetimeSample sample =
        LifetimeSample.fromStart(TimeScale.DAY, SharedLifetimes.column(rows, "time"), left)
            .withGroups("karno", groups);
    LogRankTrend found = LogRankTest.withDefaults().trend(sample, List.of(1.0, 2.0, 3.0));
    same("U", found.sum(), expected.get("U"));
    same("V", found.variance(), expected.get("V"));
    same("z", found.test().statistic(), expected.get("z"));
    same("p", found.test().pValue(), expected.get("p_value"));
  }

  @Test
  void agreesOnDifferencesOfRestrictedMeans() {
    JsonNode lung = caseOf("lung_sex");
    SurvivalCurves curves =
        KaplanMeier.withDefaults().calculateByGroup(SharedLifetimes.sample(lung));
    for (JsonNode it : cases.get("rmst_difference")) {
      double horizon = it.get("tau").asDouble();
      RestrictedMean first = curves.of("sex=1").restrictedMean(horizon).orElseThrow();
      RestrictedMean second = curves.of("sex=2").restrictedMean(horizon).orElseThrow();
      RestrictedMeanDifference found = second.minus(first);
      same("difference", found.difference(), it.get("diff"));
      same("error", found.standardError(), it.get("se_diff"));
      same("lower", found.interval().lower(), it.get("ci95").get(0));
      same("upper", found.interval().upper(), it.get("ci95").get(1));
      same("z", found.test().orElseThrow().statistic(), it.get("z"));
      same("p", found.test().orElseThrow().pValue(), it.get("p_value"));
      same("ratio", found.ratio().orElseThrow(), it.get("ratio"));
      same("lower", found.ratioInterval().orElseThrow().lower(), it.get("ratio_ci95").get(0));
    }
  }

  @Test
  void tellsHowUnlikelyTheContractEffectOfTheTelcoDataIs() {
    List<NamedCsvRecord> rows = SharedLifetimes.rows("wa_churn");
    boolean[] left = new boolean[rows.size()];
    for (int row = 0; row < left.length; row++) {
      left[row] = rows.get(row).getField("churn").equals("Yes");
    }
    LifetimeSample sample =
        LifetimeSample.fromStart(TimeScale.MEAN_MONTH, SharedLifetimes.column(rows, "tenure"), left)
            .withGroups("contract", SharedLifetimes.labels(rows, "contract"));
    LogRankResult found = LogRankTest.withDefaults().test(sample);
    assertThat(found.test().pValue()).isZero();
    // 2352.8725 with 2 degrees of freedom: ln p = -2352.8725 / 2 exactly.
    assertThat(found.test().log10PValue())
        .isCloseTo(-found.test().statistic() / 2 / Math.log(10), within(1e-9));
    assertThat(found.test().log10PValue()).isBetween(-511.5, -510.5);
  }

  private static void same(String id, double found, JsonNode expected) {
    double value = expected.asDouble();
    assertThat(found).as(id).isCloseTo(value, within(RELATIVE * Math.max(1e-2, Math.abs(value))));
  }
}
