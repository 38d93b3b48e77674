package io.github.retention4j.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.clv.LifetimeValueCalculator;
import io.github.retention4j.clv.LifetimeValueFormula;
import io.github.retention4j.clv.LifetimeValueToCost;
import io.github.retention4j.clv.Payback;
import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.RateConversion;
import io.github.retention4j.time.Granularity;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The shared cases of what rates, costs and words of mouth are worth: each number of each case. */
class EconomicsCasesTest {

  private static final Set<String> AREAS =
      Set.of("economics", "cac", "word-of-mouth", "acquisition", "projection");

  @TestFactory
  Stream<DynamicTest> cases() {
    return StreamSupport.stream(SharedFiles.cases("revenue.json").get("cases").spliterator(), false)
        .filter(it -> AREAS.contains(it.get("area").asText()))
        .map(it -> dynamicTest(it.get("id").asText(), () -> check(it)));
  }

  private static void check(JsonNode it) {
    Map<String, Double> actual = answer(it.get("id").asText(), new Inputs(it.get("inputs")));
    JsonNode expected = it.get("expected");
    double tolerance = it.get("tolerance").asDouble();
    Iterator<String> names = expected.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!name.equals("rounded_path")) {
        double value = expected.get(name).asDouble();
        assertThat(actual).containsKey(name);
        assertThat(actual.get(name))
            .as(name)
            .isCloseTo(value, within(tolerance * Math.max(1, Math.abs(value))));
      }
    }
    if (expected.has("rounded_path")) {
      roundedPath(new Inputs(it.get("inputs")), expected.get("rounded_path"));
    }
  }

  private record Inputs(JsonNode node) {
    double get(String name) {
      assertThat(node.has(name)).as(name).isTrue();
      return node.get(name).asDouble();
    }

    double orZero(String name) {
      return node.has(name) ? get(name) : 0;
    }
  }

  private static Map<String, Double> answer(String id, Inputs in) {
    return switch (id) {
      case "startupbricks-a", "customerthermometer-decay" -> Map.of("end", projection(in).end());
      case "payback-1", "payback-3", "payback-5" -> simplePayback(in);
      case "payback-churn" -> paybackWithChurn(in);
      case "ltv-cac" -> valueToCost(in);
      case "mbna-thought-experiment" -> lives(in);
      case "acquire-vs-retain" -> acquireOrRetain(in);
      case "word-of-mouth-reach" -> wordOfMouth(in);
      default -> {
        assertThat(id).startsWith("reichheld-points-");
        yield reichheld(in);
      }
    };
  }

  private static MonetaryEstimate usd(double amount) {
    return MonetaryEstimate.of("USD", amount);
  }

  private static CustomerProjection projection(Inputs in) {
    return new CustomerProjection(
        in.get("start"),
        1 - in.get("monthly_churn"),
        in.orZero("new_per_month"),
        (int) in.get("months"));
  }

  private static void roundedPath(Inputs in, JsonNode expected) {
    Stream<Long> rounded = projection(in).path().stream().map(Math::round);
    assertThat(rounded)
        .containsExactlyElementsOf(
            StreamSupport.stream(expected.spliterator(), false).map(JsonNode::asLong).toList());
    for (JsonNode heads : expected) {
      assertThat(projection(in).toText()).containsPattern("\\s" + heads.asLong() + "\\n");
    }
  }

  private static Map<String, Double> simplePayback(Inputs in) {
    PeriodicMargin margin =
        new UnitMargin(
                usd(in.get("arpa")),
                in.get("gross_margin"),
                in.orZero("processing"),
                usd(in.orZero("support")),
                Granularity.MONTH)
            .margin();
    AcquisitionPayback payback = AcquisitionPayback.withoutChurn(usd(in.get("cac")), margin);
    return Map.of(
        "monthly_profit", margin.amount().amount(), "months", payback.continuous().getAsDouble());
  }

  private static Map<String, Double> paybackWithChurn(Inputs in) {
    PeriodicMargin margin = new PeriodicMargin(usd(in.get("monthly_margin")), Granularity.MONTH);
    AcquisitionPayback payback =
        AcquisitionPayback.of(usd(in.get("cac")), margin, 1 - in.get("monthly_churn"));
    assertThat(payback.whole()).isInstanceOf(Payback.After.class);
    return Map.of(
        "continuous_months",
        payback.continuous().getAsDouble(),
        "whole_months",
        (double) ((Payback.After) payback.whole()).periods());
  }

  private static Map<String, Double> valueToCost(Inputs in) {
    PeriodicMargin margin =
        PeriodicMargin.ofRevenue(usd(in.get("arpa")), in.get("gross_margin"), Granularity.MONTH);
    LifetimeValueToCost ratio =
        LifetimeValueToCost.of(
            LifetimeValueCalculator.withDefaults()
                .with(LifetimeValueFormula.MARGIN_OVER_CHURN)
                .calculate(margin, 1 - in.get("monthly_churn")),
            usd(in.get("cac")));
    return Map.of(
        "ltv", ratio.value().orElseThrow().amount(), "ratio", ratio.ratio().getAsDouble());
  }

  private static Map<String, Double> reichheld(Inputs in) {
    double before = in.get("retention_before");
    RetentionLift lift = RetentionLift.byPoints(in.get("retention_after") - before);
    double discount = in.get("discount");
    Map<String, Double> percent = new LinkedHashMap<>();
    percent.put(
        "undiscounted_lifetime_percent",
        gain(lift, LifetimeValueFormula.MARGIN_OVER_CHURN, before, 0));
    percent.put(
        "MULTIPLE_FIRST_EXCLUDED_percent",
        gain(lift, LifetimeValueFormula.FIRST_MARGIN_AFTER_RENEWAL, before, discount));
    percent.put(
        "MULTIPLE_FIRST_INCLUDED_percent",
        gain(lift, LifetimeValueFormula.FIRST_MARGIN_NOW, before, discount));
    return percent;
  }

  private static double gain(
      RetentionLift lift, LifetimeValueFormula formula, double before, double discount) {
    return 100 * RetentionClaim.reichheld(lift, formula).gain(before, discount).getAsDouble();
  }

  private static Map<String, Double> lives(Inputs in) {
    double before = in.get("churn_before");
    RetentionLift lift = RetentionLift.byShareOfChurn(1 - in.get("churn_after") / before);
    return Map.of(
        "life_before_years", RateConversion.expectedLifetime(before),
        "life_after_years", RateConversion.expectedLifetime(1 - lift.applyTo(1 - before)));
  }

  private static Map<String, Double> acquireOrRetain(Inputs in) {
    MonetaryEstimate value = usd(in.get("value_if_kept"));
    AcquireOrRetain question =
        AcquireOrRetain.of(
            in.get("r1"), in.get("r2"), value, value, usd(in.get("acquisition_cost")));
    MonetaryEstimate most = question.mostPerCustomer();
    return Map.of(
        "max_cost_per_customer", most.amount(),
        "cost_per_saved_customer_at_max", question.costPerCustomerKept(most).orElseThrow().amount(),
        "max_cost_if_alternative_is_reacquiring", question.mostAgainstWinningBack().amount());
  }

  private static Map<String, Double> wordOfMouth(Inputs in) {
    WordOfMouth low = wordOfMouth(in, "told_by_happy_low");
    WordOfMouth high = wordOfMouth(in, "told_by_happy_high");
    return Map.of(
        "negative", low.negative(),
        "positive_low", low.positive(),
        "positive_high", high.positive(),
        "unhappy_share_where_equal_low", low.unhappyShareWhereEqual().getAsDouble(),
        "unhappy_share_where_equal_high", high.unhappyShareWhereEqual().getAsDouble());
  }

  private static WordOfMouth wordOfMouth(Inputs in, String toldByHappy) {
    return WordOfMouth.of(
        in.get("customers"),
        in.get("unhappy_share"),
        in.get("told_by_unhappy"),
        in.get(toldByHappy));
  }
}
