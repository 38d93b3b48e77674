package io.github.retention4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.time.Granularity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Worked examples of customer retention and churn, from guides and tools. */
class RetentionCasesTest {

  private static final Set<String> AREAS =
      Set.of("customer-retention", "customer-churn", "period-conversion", "lifetime");

  /** Churn of all losses at the start, which only the bridge of {@code revenue} counts so. */
  private static final Set<String> ELSEWHERE = Set.of("START_ALL_LOSSES");

  /** Days of a year, the 365 of the source. */
  private static final double DAYS_OF_YEAR = 365;

  @TestFactory
  Stream<DynamicTest> cases() {
    return SharedFiles.cases("revenue.json")
        .get("cases")
        .valueStream()
        .filter(it -> AREAS.contains(it.get("area").asText()))
        .map(it -> dynamicTest(it.get("id").asText(), () -> check(it)));
  }

  private static void check(JsonNode test) {
    Map<String, Double> actual = answer(test.get("id").asText(), test.get("inputs"));
    JsonNode expected = test.get("expected");
    List<String> names = new ArrayList<>();
    expected.fieldNames().forEachRemaining(names::add);
    names.removeAll(ELSEWHERE);
    assertThat(actual.keySet()).containsExactlyInAnyOrderElementsOf(names);
    double tolerance = test.get("tolerance").asDouble();
    actual.forEach(
        (name, value) ->
            assertThat(value).as(name).isCloseTo(expected.get(name).asDouble(), within(tolerance)));
  }

  private static Map<String, Double> answer(String id, JsonNode in) {
    return switch (id) {
      case "guide-hubspot-1", "guide-hubspot-2" -> both(in);
      case "guide-liveagent", "moengage-1" ->
          Map.of("retention_percent", 100 * retention(in).value());
      case "guide-liveagent-literal" -> literal(in);
      case "posthog-churn-1", "predict-churn-readme" -> churn(in);
      case "butter-denominators" -> butter(in);
      case "annualise-3" -> yearly(in);
      case "annualise-5" ->
          Map.of("annual_churn_percent", 100 * year(in.get("monthly_churn").asDouble()));
      case "stripe-industry-annual" ->
          Map.of(
              "annual_percent_1", 100 * year(in.get("monthly_churn").get(0).asDouble()),
              "annual_percent_2", 100 * year(in.get("monthly_churn").get(1).asDouble()));
      case "two-date-92" -> twoDates(in);
      case "lifetime-2" ->
          Map.of("years", RateConversion.expectedLifetime(in.get("annual_churn").asDouble()));
      default -> throw new AssertionError("case (" + id + ") must have an answer");
    };
  }

  private static RetentionRate retention(JsonNode in) {
    return CustomerCounts.of(
            in.get("start").asLong(),
            in.get("new").asLong(),
            in.get("lost").asLong(),
            in.get("end").asLong())
        .retention(Granularity.QUARTER)
        .orElseThrow();
  }

  private static Map<String, Double> both(JsonNode in) {
    RetentionRate rate = retention(in);
    return Map.of(
        "retention_percent", 100 * rate.value(), "churn_percent", 100 * rate.churn().value());
  }

  /** Told both ends, the counts do not agree with either start. */
  private static Map<String, Double> literal(JsonNode in) {
    long acquired = in.get("new").asLong();
    long lost = in.get("lost").asLong();
    long first = in.get("end_first").asLong();
    long second = in.get("end_second").asLong();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomerCounts.of(first, acquired, lost, first))
        .withMessage(
            "atStart + acquired - lost = atEnd must hold, but 1000 + 200 - 100 = 1100, not 1000");
    return Map.of(
        "implied_start_if_end_is_1000",
        (double) CustomerCounts.ofAcquiredLostEnd(acquired, lost, first).atStart(),
        "implied_start_if_end_is_1100",
        (double) CustomerCounts.ofAcquiredLostEnd(acquired, lost, second).atStart());
  }

  private static Map<String, Double> churn(JsonNode in) {
    long start = in.get("start").asLong();
    long end = in.has("end") ? in.get("end").asLong() : in.get("continuing").asLong();
    CustomerCounts counts = CustomerCounts.ofStartAcquiredEnd(start, in.get("new").asLong(), end);
    double value = ChurnRate.atStart(counts, Granularity.MONTH).orElseThrow().value();
    return Map.of("churn_percent", 100 * value);
  }

  private static Map<String, Double> butter(JsonNode in) {
    long brief = in.get("lost_from_new").asLong();
    CustomerCounts counts =
        CustomerCounts.of(
                in.get("start").asLong(),
                in.get("new").asLong(),
                in.get("lost_from_start").asLong() + brief,
                in.get("end").asLong())
            .withShortStays(brief);
    Granularity per = Granularity.MONTH;
    return Map.of(
        "START_COHORT_ONLY",
        100 * ChurnRate.atStart(counts, per).orElseThrow().value(),
        "START_PLUS_NEW",
        100 * ChurnRate.startPlusAcquired(counts, per).orElseThrow().value(),
        "AVERAGE_OF_START_AND_END",
        100 * ChurnRate.averageOfStartAndEnd(counts, per).orElseThrow().value());
  }

  private static double year(double monthlyChurn) {
    return RateConversion.churn(monthlyChurn, Granularity.MONTH, Granularity.YEAR);
  }

  private static Map<String, Double> yearly(JsonNode in) {
    double churn = in.get("monthly_churn").asDouble();
    return Map.of(
        "annual_retention",
        RateConversion.retention(1 - churn, Granularity.MONTH, Granularity.YEAR),
        "annual_churn",
        year(churn));
  }

  /** A length of so many days is its own; from its day the year of the source is 365 of them. */
  private static Map<String, Double> twoDates(JsonNode in) {
    CustomerCounts counts =
        CustomerCounts.ofStartAcquiredLost(in.get("start").asLong(), 0, in.get("lost").asLong());
    double kept = counts.retention(Granularity.CUSTOM).orElseThrow().value();
    double yearly = 1 - Math.pow(kept, DAYS_OF_YEAR / in.get("days").asDouble());
    double monthly = RateConversion.churn(yearly, Granularity.YEAR, Granularity.MONTH);
    return Map.of("annual_churn", yearly, "monthly_churn", monthly);
  }
}
