package io.github.retention4j.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.CustomerAmounts;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.concentration.Concentration;
import io.github.retention4j.concentration.ConcentrationCalculator;
import io.github.retention4j.lifecycle.PurchaseIntervals;
import io.github.retention4j.lifecycle.PurchaseIntervalsCalculator;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The shared cases of customers at risk and of concentration, each by its id. */
class AttentionCasesTest {

  private static final Set<String> AREAS = Set.of("at-risk", "concentration");

  private static List<JsonNode> cases() {
    return SharedFiles.cases("revenue.json")
        .get("cases")
        .valueStream()
        .filter(it -> AREAS.contains(it.get("area").asText()))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> agreesWithEachCase() {
    return cases().stream()
        .map(it -> DynamicTest.dynamicTest(it.get("id").asText(), () -> check(it)));
  }

  private static void check(JsonNode test) {
    String id = test.get("id").asText();
    switch (id) {
      case "pareto-gini" -> concentration(test);
      case "overdue-personal" -> overduePersonal(test);
      case "overdue-global" -> overdueGlobal(test);
      case "repeat-rate" -> repeatRate(test);
      case "latency-buffer" -> latencyBuffer(test);
      default -> throw new AssertionError("case " + id + " must have a test here");
    }
  }

  private static void same(JsonNode test, String name, double value) {
    assertThat(value)
        .as(name)
        .isCloseTo(
            test.get("expected").get(name).asDouble(), within(test.get("tolerance").asDouble()));
  }

  private static void concentration(JsonNode test) {
    long[] revenue =
        test.get("inputs").get("revenue").valueStream().mapToLong(JsonNode::asLong).toArray();
    Concentration concentration =
        ConcentrationCalculator.withDefaults()
            .calculate(
                CustomerAmounts.of(
                    LongStream.range(0, revenue.length).toArray(),
                    Currency.getInstance("USD"),
                    0,
                    revenue))
            .orElseThrow();
    same(test, "gini", concentration.gini().orElseThrow().value());
    same(test, "top_20_percent_share", concentration.shareOfTop(0.2));
  }

  private static void overduePersonal(JsonNode test) {
    JsonNode inputs = test.get("inputs");
    LocalDate today = Shop.day(inputs.get("today").asInt());
    int[] days = inputs.get("order_days").valueStream().mapToInt(JsonNode::asInt).toArray();
    CustomerCadence row =
        CadenceCalculator.withDefaults()
            .withPriorGaps(0)
            .calculate(new Shop().bought("A", days).log(), today)
            .row(0);
    JsonNode expected = test.get("expected");
    assertThat(row.gaps()).isEqualTo(expected.get("gaps").size());
    same(test, "median_gap", row.usualGap().orElseThrow().median());
    same(test, "mean_gap", row.meanGap().orElseThrow());
    same(test, "days_since_last", row.daysSinceLast());
    same(test, "ratio_to_median", row.ratioToMedian().orElseThrow());
    same(
        test,
        "expected_next_day",
        (double) ChronoUnit.DAYS.between(Shop.DAY_0, row.expectedNextPurchase().orElseThrow()));
    same(test, "overdue_days", row.daysOverdue().orElseThrow());
    assertThat(row.longerThanEveryGap())
        .isEqualTo(expected.get("longer_than_every_gap_seen").asBoolean());
  }

  private static void overdueGlobal(JsonNode test) {
    JsonNode inputs = test.get("inputs");
    AttentionRule.Fixed rule = new AttentionRule.Fixed(3, 45, Optional.of(Money.of("USD", 30)));
    int orders = inputs.get("previous_orders").asInt();
    Money average = Money.of("USD", inputs.get("average_order").asLong());
    boolean atRisk =
        rule.picks(
            orders, inputs.get("days_since_last").asInt(), Optional.of(average.times(orders)));
    assertThat(atRisk).isEqualTo(test.get("expected").get("at_risk").asBoolean());
  }

  private static void repeatRate(JsonNode test) {
    Shop shop = new Shop();
    List<Integer> orders = new ArrayList<>();
    test.get("inputs").get("orders_per_customer").forEach(it -> orders.add(it.asInt()));
    for (int customer = 0; customer < orders.size(); customer++) {
      for (int order = 0; order < orders.get(customer); order++) {
        shop.bought("c" + customer, order);
      }
    }
    EventLog log = shop.log();
    PurchaseIntervals intervals =
        PurchaseIntervalsCalculator.withDefaults()
            .calculate(ActivityGrid.from(log, PeriodAxis.days(log.observed())));
    same(test, "repeat_purchase_rate_percent", 100 * intervals.repeatPurchaseRate().value());
    same(test, "repeat_order_share_percent", 100 * intervals.repeatPurchaseShare().value());
  }

  private static void latencyBuffer(JsonNode test) {
    JsonNode inputs = test.get("inputs");
    AttentionRule.Latency rule = new AttentionRule.Latency(inputs.get("multiplier").asDouble());
    same(test, "cut_off_days", rule.cutOffDays(inputs.get("average_latency").asDouble()));
  }
}
