package io.github.retention4j.stats;

import static io.github.retention4j.ReferenceTable.number;
import static io.github.retention4j.ReferenceTable.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.SharedFiles;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class StatsReferenceTest {

  /** Reference limits are right to the last digit of a double; ours may be off by a few. */
  private static final double LIMIT = 2e-14;

  /** The same for limits near 0, relative to the limit. */
  private static final double RELATIVE_LIMIT = 2e-13;

  /** R prints 15 digits, and its own tails are good to about 12 far out. */
  private static final double R_DIGITS = 2e-12;

  private static List<NamedCsvRecord> rows(String name) {
    return ReferenceTable.rows(StatsReferenceTest.class, name);
  }

  private static void close(double actual, double expected, double relative) {
    assertThat(actual).isCloseTo(expected, within(relative * Math.abs(expected)));
  }

  private static void limitsAgree(ConfidenceInterval actual, double lower, double upper) {
    double low = Math.max(0, lower);
    double high = Math.min(1, upper);
    assertThat(actual.lower()).isCloseTo(low, within(Math.min(LIMIT, RELATIVE_LIMIT * low)));
    assertThat(actual.upper()).isCloseTo(high, within(Math.min(LIMIT, RELATIVE_LIMIT * high)));
  }

  private static Proportion proportion(NamedCsvRecord row, String count, String total) {
    return new Proportion(Long.parseLong(row.getField(count)), Long.parseLong(row.getField(total)));
  }

  @Test
  void intervalsOfOneProportion() {
    for (NamedCsvRecord row : rows("proportion-intervals.csv")) {
      limitsAgree(
          proportion(row, "count", "total")
              .interval(IntervalMethod.valueOf(row.getField("method")), number(row, "level")),
          number(row, "lower"),
          number(row, "upper"));
    }
  }

  @Test
  void intervalsOfAllSharedCases() {
    Map<String, IntervalMethod> methods =
        Map.of(
            "wilson", IntervalMethod.WILSON,
            "wilson_cc", IntervalMethod.WILSON_CORRECTED,
            "agresti_coull", IntervalMethod.AGRESTI_COULL,
            "wald", IntervalMethod.WALD,
            "clopper_pearson", IntervalMethod.CLOPPER_PEARSON,
            "jeffreys", IntervalMethod.JEFFREYS);
    for (JsonNode row : SharedFiles.cases("stats-proportion-ci.json").get("rows")) {
      Proportion share = new Proportion(row.get("x").asLong(), row.get("n").asLong());
      methods.forEach(
          (name, method) ->
              limitsAgree(
                  share.interval(method, row.get("conf").asDouble()),
                  row.get(name).get(0).asDouble(),
                  row.get(name).get(1).asDouble()));
    }
  }

  @Test
  void testsOfOneProportion() {
    for (NamedCsvRecord row : rows("one-proportion.csv")) {
      IntervalMethod method = IntervalMethod.valueOf(row.getField("method"));
      TestResult result =
          proportion(row, "count", "total").testAgainst(number(row, "hypothesised"), method);
      close(result.statistic(), number(row, "statistic"), R_DIGITS);
      close(result.pValue(), number(row, "pValue"), R_DIGITS);
    }
  }

  @Test
  void testsOfOneProportionOfAllSharedCases() {
    for (JsonNode row : SharedFiles.cases("stats-rates-tests.json").get("one_proportion")) {
      Proportion share = new Proportion(row.get("x").asLong(), row.get("n").asLong());
      double hypothesised = row.get("p0").asDouble();
      TestResult score = share.testAgainst(hypothesised, IntervalMethod.WILSON);
      close(score.statistic(), row.get("score_z").asDouble(), R_DIGITS);
      close(score.pValue(), row.get("score_p").asDouble(), R_DIGITS);
      double smallerTail =
          Math.min(row.get("exact_p_greater").asDouble(), row.get("exact_p_less").asDouble());
      close(
          share.testAgainst(hypothesised, IntervalMethod.CLOPPER_PEARSON).pValue(),
          2 * smallerTail,
          R_DIGITS);
    }
  }

  @Test
  void twoProportions() {
    for (NamedCsvRecord row : rows("two-proportions.csv")) {
      ProportionDifference difference =
          new ProportionDifference(proportion(row, "x1", "n1"), proportion(row, "x2", "n2"));
      close(difference.test().statistic(), number(row, "z"), R_DIGITS);
      close(difference.test().pValue(), number(row, "zP"), R_DIGITS);
      close(difference.exactTest().pValue(), number(row, "fisherP"), R_DIGITS);
      ConfidenceInterval interval = difference.interval(0.95);
      assertThat(interval.lower()).isCloseTo(number(row, "lower"), within(LIMIT));
      assertThat(interval.upper()).isCloseTo(number(row, "upper"), within(LIMIT));
    }
  }

  @Test
  void twoProportionsOfAllSharedCases() {
    for (JsonNode row : SharedFiles.cases("stats-rates-tests.json").get("two_proportions")) {
      ProportionDifference difference =
          new ProportionDifference(
              new Proportion(row.get("x1").asLong(), row.get("n1").asLong()),
              new Proportion(row.get("x2").asLong(), row.get("n2").asLong()));
      assertThat(difference.difference()).isCloseTo(row.get("diff").asDouble(), within(LIMIT));
      ConfidenceInterval interval = difference.interval(0.95);
      assertThat(interval.lower())
          .isCloseTo(row.get("newcombe_ci95").get(0).asDouble(), within(LIMIT));
      assertThat(interval.upper())
          .isCloseTo(row.get("newcombe_ci95").get(1).asDouble(), within(LIMIT));
      // R prints no p-value where nobody differs; the test says 1.
      boolean defined = !row.get("z_pooled").get("z").isNull();
      TestResult z = difference.test();
      assertThat(z.pValue() == 1).isEqualTo(!defined);
      if (defined) {
        close(z.statistic(), row.get("z_pooled").get("z").asDouble(), 2e-11);
        close(z.pValue(), row.get("z_pooled").get("p_two").asDouble(), 2e-11);
        close(z.statistic() * z.statistic(), row.get("chisq").get("x2").asDouble(), 2e-11);
      }
      // R sums dhyper over 120 thousand tables in the largest case.
      close(difference.exactTest().pValue(), row.get("fisher").get("p_two").asDouble(), 2e-10);
    }
  }

  private static List<Proportion> groups(double[] counts, double[] totals) {
    return IntStream.range(0, counts.length)
        .mapToObj(i -> new Proportion((long) counts[i], (long) totals[i]))
        .toList();
  }

  private static List<Double> boxed(double[] values) {
    return DoubleStream.of(values).boxed().toList();
  }

  @Test
  void manyProportions() {
    for (NamedCsvRecord row : rows("many-proportions.csv")) {
      List<Proportion> groups = groups(numbers(row, "x"), numbers(row, "n"));
      TestResult any = ProportionTests.homogeneity(groups);
      close(any.statistic(), number(row, "chisq"), R_DIGITS);
      close(any.pValue(), number(row, "chisqP"), R_DIGITS);
      TestResult trend = ProportionTests.trend(groups, boxed(numbers(row, "scores")));
      close(trend.statistic(), number(row, "trendZ"), R_DIGITS);
      close(trend.pValue(), number(row, "trendP"), R_DIGITS);
    }
  }

  @Test
  void manyProportionsOfAllSharedCases() {
    for (JsonNode row : SharedFiles.cases("stats-rates-tests.json").get("k_proportions")) {
      List<Proportion> groups = groups(array(row.get("x")), array(row.get("n")));
      TestResult any = ProportionTests.homogeneity(groups);
      close(any.statistic(), row.get("chisq_k").get("x2").asDouble(), R_DIGITS);
      close(any.pValue(), row.get("chisq_k").get("p").asDouble(), R_DIGITS);
      close(any.log10PValue(), row.get("chisq_k").get("log10_p").asDouble(), R_DIGITS);
      TestResult trend = ProportionTests.trend(groups, boxed(array(row.get("scores"))));
      close(trend.statistic(), row.get("trend").get("z").asDouble(), R_DIGITS);
      close(trend.pValue(), row.get("r_prop_trend").get("p").asDouble(), R_DIGITS);
      close(ProportionTests.trend(groups).statistic(), trend.statistic(), 1e-13);
    }
  }

  @Test
  void adjustedPValues() {
    for (NamedCsvRecord row : rows("multiple-testing.csv")) {
      MultipleTesting method = MultipleTesting.valueOf(row.getField("method"));
      adjustedAgree(method, numbers(row, "p"), numbers(row, "adjusted"));
    }
  }

  @Test
  void adjustedPValuesOfAllSharedCases() {
    for (JsonNode row : SharedFiles.cases("stats-rates-tests.json").get("multiple_testing")) {
      double[] p = array(row.get("p"));
      adjustedAgree(MultipleTesting.HOLM, p, array(row.get("holm")));
      adjustedAgree(MultipleTesting.BENJAMINI_HOCHBERG, p, array(row.get("BH")));
      adjustedAgree(MultipleTesting.BONFERRONI, p, array(row.get("bonferroni")));
    }
  }

  private static void adjustedAgree(MultipleTesting method, double[] p, double[] expected) {
    List<Double> adjusted = method.adjust(boxed(p));
    for (int i = 0; i < p.length; i++) {
      close(adjusted.get(i), expected[i], R_DIGITS);
    }
  }

  @Test
  void eventRates() {
    for (NamedCsvRecord row : rows("event-rates.csv")) {
      long[] events = DoubleStream.of(numbers(row, "events")).mapToLong(d -> (long) d).toArray();
      EventRate rate = EventRate.sumOfRatios(events, numbers(row, "exposures"));
      close(rate.value(), number(row, "value"), R_DIGITS);
      ConfidenceInterval interval = rate.interval(number(row, "level"));
      close(interval.lower(), number(row, "lower"), R_DIGITS);
      close(interval.upper(), number(row, "upper"), R_DIGITS);
    }
  }

  @Test
  void eventRatesOfAllSharedCases() {
    for (JsonNode row : SharedFiles.cases("stats-rates-tests.json").get("poisson_rate")) {
      EventRate rate = EventRate.of(row.get("events").asLong(), row.get("exposure").asDouble());
      close(rate.value(), row.get("rate").asDouble(), R_DIGITS);
      ConfidenceInterval interval = rate.interval(0.95);
      close(interval.lower(), row.get("exact_ci95").get(0).asDouble(), R_DIGITS);
      close(interval.upper(), row.get("exact_ci95").get(1).asDouble(), R_DIGITS);
    }
  }

  private static double[] array(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
