package io.github.retention4j.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.benchmark.BenchmarkValue.Band;
import io.github.retention4j.benchmark.BenchmarkValue.Figure;
import io.github.retention4j.benchmark.BenchmarkValue.Quartiles;
import io.github.retention4j.benchmark.BenchmarkValue.Statistic;
import io.github.retention4j.stats.IntervalMethod;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Worked examples of a company's own figure beside a benchmark. */
class BenchmarkCasesTest {

  @TestFactory
  Stream<DynamicTest> cases() {
    return SharedFiles.cases("revenue.json")
        .get("cases")
        .valueStream()
        .filter(it -> it.get("area").asText().equals("benchmark"))
        .map(it -> dynamicTest(it.get("id").asText(), () -> check(it)));
  }

  private static void check(JsonNode test) {
    if (test.get("inputs").has("quartiles")) {
      checkBand(test);
    } else {
      checkComparison(test);
    }
  }

  private static void checkComparison(JsonNode test) {
    JsonNode in = test.get("inputs");
    JsonNode expected = test.get("expected");
    double tolerance = test.get("tolerance").asDouble();
    Proportion kept = new Proportion(in.get("kept").asLong(), in.get("start").asLong());
    Benchmark benchmark =
        Benchmark.of(
            BenchmarkMetric.CUSTOMER_RETENTION,
            in.get("industry").asText(),
            BenchmarkPeriod.stated(Granularity.YEAR),
            new Figure(Statistic.AVERAGE, in.get("benchmark").asDouble()),
            2024,
            "A study",
            BenchmarkDefinition.OF_CUSTOMERS_AT_START,
            Certainty.HIGH);
    OwnMetric own =
        OwnMetric.counted(
            BenchmarkMetric.CUSTOMER_RETENTION,
            kept,
            Granularity.YEAR,
            BenchmarkDefinition.OF_CUSTOMERS_AT_START);
    BenchmarkComparison comparison = BenchmarkComparator.withDefaults().compare(own, benchmark);
    assertThat(comparison.verdict()).hasToString(expected.get("verdict").asText());
    assertThat(comparison.ownValue()).isCloseTo(expected.get("rate").asDouble(), within(tolerance));
    assertThat(comparison.interval().lower())
        .isCloseTo(expected.get("low95").asDouble(), within(tolerance));
    assertThat(comparison.interval().upper())
        .isCloseTo(expected.get("high95").asDouble(), within(tolerance));
    checkExactTest(kept, in.get("benchmark").asDouble(), expected);
  }

  /**
   * The p-value of the cases sums all outcomes that are no likelier, the one here doubles the
   * smaller tail, as its interval has it: at least the tail, so at most twice that of the cases.
   */
  private static void checkExactTest(Proportion kept, double benchmark, JsonNode expected) {
    double p = kept.testAgainst(benchmark, IntervalMethod.CLOPPER_PEARSON).pValue();
    double exact = expected.get("p_exact_two_sided").asDouble();
    assertThat(p).isBetween(exact / 2, 2 * exact);
  }

  private static void checkBand(JsonNode test) {
    JsonNode quartiles = test.get("inputs").get("quartiles");
    Quartiles peers =
        new Quartiles(
            quartiles.get("25").asDouble() / 100,
            quartiles.get("50").asDouble() / 100,
            quartiles.get("75").asDouble() / 100);
    assertThat(test.get("expected").get("band").asText()).isEqualTo("TOP_QUARTER");
    assertThat(peers.bandOf(test.get("inputs").get("value").asDouble() / 100))
        .isEqualTo(Band.P75_AND_ABOVE);
  }
}
