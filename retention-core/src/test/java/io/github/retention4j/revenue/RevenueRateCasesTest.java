package io.github.retention4j.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Worked examples of revenue rates and of the bridge, from several tools and articles. */
class RevenueRateCasesTest {

  private static final Set<String> AREAS =
      Set.of("revenue-churn", "revenue-retention", "quick-ratio");

  private static final DateRange HALF =
      new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 7, 1));
  private static final Currency USD = Currency.getInstance("USD");

  private static Stream<JsonNode> cases() {
    return SharedFiles.cases("revenue.json").get("cases").valueStream();
  }

  private static JsonNode test(String id) {
    return cases().filter(it -> it.get("id").asText().equals(id)).findFirst().orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> rates() {
    return cases()
        .filter(it -> AREAS.contains(it.get("area").asText()))
        .map(it -> dynamicTest(it.get("id").asText(), () -> check(it)));
  }

  private static void check(JsonNode test) {
    Map<String, OptionalDouble> actual =
        answer(test.get("id").asText(), new Inputs(test.get("inputs")));
    JsonNode expected = test.get("expected");
    assertThat(actual.keySet()).containsExactlyInAnyOrderElementsOf(names(expected));
    actual.forEach(
        (name, value) -> {
          if (expected.get(name).isNull()) {
            assertThat(value).as(name).isEmpty();
          } else {
            assertThat(value.orElseThrow())
                .as(name)
                .isCloseTo(expected.get(name).asDouble(), within(test.get("tolerance").asDouble()));
          }
        });
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Map<String, OptionalDouble> answer(String id, Inputs in) {
    return switch (id) {
      case "chartmogul-daily-mrr" -> Map.of("DAILY", daily(in));
      case "reactivation-in-net-churn" -> reactivationInNetChurn(in);
      case "chargebee-grr" -> ofTotals(in);
      case "calcsimpler-1" -> byMovements(in);
      case "cohort-nrr-m3", "cohort-nrr-m9" -> Map.of("nrr_percent", cohort(in));
      case "grr-video" -> Map.of("grr_percent", grossOfLosses(in));
      case "quick-pitchkit", "quick-zero-loss" -> Map.of("quick_ratio", quick(in));
      default -> throw new AssertionError("case (" + id + ") must have an answer");
    };
  }

  private record Inputs(JsonNode node) {

    Money usd(String name) {
      return node.has(name) ? Money.of("USD", node.get(name).asText()) : Money.of("USD", 0);
    }

    RevenueMovements movements(String opening) {
      return RevenueMovements.from(usd(opening))
          .with(RevenueMovement.NEW, usd("new"))
          .with(RevenueMovement.EXPANSION, usd("expansion"))
          .with(RevenueMovement.REACTIVATION, usd("reactivation"))
          .with(RevenueMovement.CONTRACTION, usd("contraction"))
          .with(RevenueMovement.CHURN, usd("churn"));
    }
  }

  private static OptionalDouble percent(double share) {
    return OptionalDouble.of(100 * share);
  }

  private static double retention(
      RevenueRetentionDefinition definition, RevenueMovements movements) {
    return RevenueRetention.of(definition, movements).orElseThrow().value();
  }

  private static OptionalDouble daily(Inputs in) {
    Money start = in.usd("start");
    RevenueMovements day =
        RevenueMovements.from(start).with(RevenueMovement.CHURN, start.minus(in.usd("end")));
    return percent(RevenueChurn.ofDays(List.of(day), RevenueLoss.GROSS).orElseThrow().value());
  }

  /** The same customers are looked at in a grid that has these movements. */
  private static Map<String, OptionalDouble> reactivationInNetChurn(Inputs in) {
    RevenueGrid grid = gridOf(in);
    RevenueBridge bridge = RevenueBridgeCalculator.withDefaults().calculate(grid);
    assertThat(bridge.periods().get(1).revenue()).isEqualTo(in.movements("start"));
    RevenueRetentionCalculator calculator = RevenueRetentionCalculator.withDefaults();
    double net = calculator.calculate(grid).get(0).value();
    double gross =
        calculator
            .with(RevenueRetentionDefinition.GROSS_PER_CUSTOMER)
            .calculate(grid)
            .get(0)
            .value();
    double churn =
        ChurnConvention.CHARTMOGUL
            .netRevenueChurn(bridge.periods().subList(1, 2))
            .orElseThrow()
            .value();
    return Map.of(
        "CHARTMOGUL_NET_CHURN_percent",
        percent(churn),
        "COHORT_NRR_percent",
        percent(net),
        "GRR_percent_if_no_overlap",
        percent(gross));
  }

  /** One customer for each movement, and the rest of the opening with another. */
  private static RevenueGrid gridOf(Inputs in) {
    RevenueCollector collector =
        RevenueCollector.on(PeriodAxis.months(HALF), HALF.endExclusive(), USD)
            .with(OpeningRevenue.ZERO);
    LocalDate then = LocalDate.of(2024, 1, 31);
    LocalDate now = LocalDate.of(2024, 2, 29);
    Money large = Money.of("USD", 200);
    collector.add(1, then, in.usd("churn"));
    collector.add(2, then, large);
    collector.add(2, now, large.minus(in.usd("contraction")));
    collector.add(3, then, large);
    collector.add(3, now, large.plus(in.usd("expansion")));
    Money rest = in.usd("start").minus(large.times(2)).minus(in.usd("churn"));
    collector.add(4, then, rest);
    collector.add(4, now, rest);
    collector.add(5, now, in.usd("reactivation"));
    RevenueGrid grid = collector.toGrid();
    RevenueGridBuilder builder = new RevenueGridBuilder(grid.shape());
    for (int row = 0; row < grid.rows(); row++) {
      builder.startCustomer(grid.keys(), row);
      if (row == 4) {
        builder.formerCustomer(LocalDate.of(2023, 6, 1));
      }
      for (int period = 0; period < 6; period++) {
        builder.step(period, grid.unitsAt(row, period));
      }
    }
    return builder.grid();
  }

  private static Map<String, OptionalDouble> ofTotals(Inputs in) {
    return Map.of(
        "grr_percent",
        total(RevenueRetentionDefinition.GROSS_OF_TOTALS, in),
        "nrr_percent",
        total(RevenueRetentionDefinition.NET_SAME_CUSTOMERS, in));
  }

  private static OptionalDouble total(RevenueRetentionDefinition definition, Inputs in) {
    return percent(
        RevenueRetention.ofTotals(definition, in.usd("begin"), in.usd("end"))
            .orElseThrow()
            .value());
  }

  private static Map<String, OptionalDouble> byMovements(Inputs in) {
    RevenueMovements movements = in.movements("start");
    return Map.of(
        "nrr_percent",
        percent(retention(RevenueRetentionDefinition.NET_BY_MOVEMENTS, movements)),
        "grr_percent",
        percent(retention(RevenueRetentionDefinition.GROSS_BY_MOVEMENTS, movements)));
  }

  private static OptionalDouble cohort(Inputs in) {
    Money all = Money.of("USD", 100);
    RevenueMovements movements =
        RevenueMovements.from(all)
            .with(RevenueMovement.CONTRACTION, all.minus(in.usd("grr_percent")))
            .with(RevenueMovement.EXPANSION, in.usd("expansion_percent"));
    return percent(retention(RevenueRetentionDefinition.NET_BY_MOVEMENTS, movements));
  }

  private static OptionalDouble grossOfLosses(Inputs in) {
    RevenueMovements movements =
        RevenueMovements.from(in.usd("begin"))
            .with(RevenueMovement.CHURN, in.usd("lost"))
            .with(RevenueMovement.CONTRACTION, in.usd("downsell"));
    return percent(retention(RevenueRetentionDefinition.GROSS_BY_MOVEMENTS, movements));
  }

  /** The ratio does not hang on the opening, which is large enough for the losses here. */
  private static OptionalDouble quick(Inputs in) {
    RevenueMovements movements =
        RevenueMovements.from(Money.of("USD", 1_000_000))
            .with(RevenueMovement.NEW, in.usd("new"))
            .with(RevenueMovement.EXPANSION, in.usd("expansion"))
            .with(RevenueMovement.REACTIVATION, in.usd("reactivation"))
            .with(RevenueMovement.CONTRACTION, in.usd("contraction"))
            .with(RevenueMovement.CHURN, in.usd("churn"));
    QuickRatio ratio = QuickRatio.of(movements, QuickRatioDefinition.WITH_REACTIVATION);
    assertThat(ratio.whyUndefined().isPresent()).isEqualTo(ratio.value().isEmpty());
    return ratio.value();
  }

  @Test
  void reactivationWindow() {
    JsonNode test = test("reactivation-window");
    int away = test.get("inputs").get("days_away").asInt();
    RevenueGridBuilder builder =
        new RevenueGridBuilder(
            new RevenueShape(PeriodAxis.days(HALF), HALF.endExclusive(), USD, 0, 0));
    builder.startCustomer(1);
    builder.step(-1, 50);
    builder.step(10, 0);
    builder.step(10 + away, test.get("inputs").get("amount").asLong());
    RevenueGrid grid = builder.grid();
    JsonNode expected = test.get("expected");
    assertThat(movement(grid, ReactivationWindow.anyGap(), 10 + away))
        .isEqualTo(expected.get("ANY_GAP").asText());
    assertThat(movement(grid, ReactivationWindow.within(90), 10 + away))
        .isEqualTo(expected.get("WITHIN_90_DAYS").asText());
  }

  /** A month that nobody billed is no row in a table, and still a month away. */
  @Test
  void metabaseReactivationTrap() {
    JsonNode test = test("metabase-reactivation-trap");
    RevenueCollector collector =
        RevenueCollector.on(PeriodAxis.months(HALF), LocalDate.of(2024, 4, 1), USD)
            .with(OpeningRevenue.ZERO);
    JsonNode months = test.get("inputs").get("months");
    for (int month = 0; month < months.size(); month++) {
      if (!months.get(month).isNull()) {
        Money billed = Money.of("USD", months.get(month).asText());
        collector.add(1, HALF.start().plusMonths(month), billed);
      }
    }
    RevenueGrid grid = collector.toGrid();
    assertThat(movements(grid, ReactivationWindow.anyGap()))
        .isEqualTo(texts(test.get("expected").get("intended")));
    assertThat(movements(grid, ReactivationWindow.never()))
        .isEqualTo(texts(test.get("expected").get("as_coded")));
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }

  private static List<String> movements(RevenueGrid grid, ReactivationWindow window) {
    List<String> names = new ArrayList<>();
    for (int period = 0; period < grid.completePeriods(); period++) {
      names.add(movement(grid, window, period));
    }
    return names;
  }

  private static String movement(RevenueGrid grid, ReactivationWindow window, int period) {
    CustomerHeads heads =
        RevenueBridgeCalculator.withDefaults()
            .with(window)
            .calculate(grid)
            .periods()
            .get(period)
            .customers();
    return Stream.of(RevenueMovement.values())
        .filter(movement -> heads.count(movement) > 0)
        .map(RevenueMovement::words)
        .findFirst()
        .orElseThrow();
  }

  /** Losses of customers who came in the month are losses too, whatever they are divided by. */
  @Test
  void butterDenominators() {
    JsonNode in = test("butter-denominators").get("inputs");
    JsonNode expected = test("butter-denominators").get("expected");
    long lost = in.get("lost_from_start").asLong() + in.get("lost_from_new").asLong();
    CustomerHeads heads =
        CustomerHeads.of(in.get("start").asLong(), in.get("new").asLong(), 0, lost);
    assertThat(heads.closing()).isEqualTo(in.get("end").asLong());
    Map<ChurnDivisor, String> names =
        Map.of(
            ChurnDivisor.AT_OPENING, "START_ALL_LOSSES",
            ChurnDivisor.OPENING_PLUS_NEW, "START_PLUS_NEW",
            ChurnDivisor.MEAN_OF_OPENING_AND_CLOSING, "AVERAGE_OF_START_AND_END");
    names.forEach(
        (divisor, name) ->
            assertThat(
                    100
                        * LogoChurn.of(heads, MovementCounting.EVERY_MOVEMENT, divisor)
                            .orElseThrow()
                            .value())
                .as(name)
                .isCloseTo(expected.get(name).asDouble(), within(1e-9)));
  }
}
