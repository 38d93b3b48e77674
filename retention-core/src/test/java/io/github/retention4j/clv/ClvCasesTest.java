package io.github.retention4j.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.time.Granularity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The published cases of the area clv, where they are on this machine. */
class ClvCasesTest {

  private static final LifetimeValueCalculator CALCULATOR = LifetimeValueCalculator.withDefaults();

  @TestFactory
  Stream<DynamicTest> cases() {
    return SharedFiles.cases("revenue.json")
        .get("cases")
        .valueStream()
        .filter(it -> it.get("area").asText().equals("clv"))
        .map(it -> DynamicTest.dynamicTest(it.get("id").asText(), () -> run(it)));
  }

  private static void run(JsonNode one) {
    Inputs inputs = new Inputs(one.get("inputs"));
    Expected expected = new Expected(one.get("expected"), one.get("tolerance").asDouble());
    switch (one.get("id").asText()) {
      case "ltv-chartmogul" -> expected.check("ltv", amount(overChurn(inputs)));
      case "ltv-zero-churn" -> withoutChurn(inputs, expected);
      case "clv-fader-hardie-three" -> timingOfTheFirstMargin(inputs, expected);
      case "clv-growth" -> growingMargin(inputs, expected);
      case "clv-changing-retention" -> changingRetention(inputs, expected);
      case "clv-starbucks-infographic" -> averageOfThree(inputs, expected);
      default -> throw new IllegalArgumentException("no test for " + one.get("id"));
    }
  }

  private record Inputs(JsonNode values) {

    double get(String name) {
      return values.get(name).asDouble();
    }

    DiscountRate discount() {
      return DiscountRate.yearly(get("discount"));
    }
  }

  private record Expected(JsonNode values, double tolerance) {

    void check(String name, double actual) {
      assertThat(actual).as(name).isCloseTo(values.get(name).asDouble(), within(tolerance));
    }
  }

  private static PeriodicMargin margin(double amount, Granularity per) {
    return new PeriodicMargin(MonetaryEstimate.of("USD", amount), per);
  }

  private static double amount(LifetimeValue value) {
    return value.value().orElseThrow().amount();
  }

  private static LifetimeValue overChurn(Inputs inputs) {
    return CALCULATOR
        .with(LifetimeValueFormula.MARGIN_OVER_CHURN)
        .calculate(margin(inputs.get("arpa"), Granularity.MONTH), 1 - inputs.get("monthly_churn"));
  }

  private static void withoutChurn(Inputs inputs, Expected expected) {
    assertThat(expected.values().get("ltv").isNull()).isTrue();
    assertThat(overChurn(inputs).value()).isEmpty();
    assertThat(overChurn(inputs).assumptions())
        .endsWith("everyone is retained and nothing is discounted, so the sum has no finite value");
  }

  private static void timingOfTheFirstMargin(Inputs inputs, Expected expected) {
    LifetimeValueCalculator calculator = CALCULATOR.with(inputs.discount());
    PeriodicMargin margin = margin(inputs.get("margin"), Granularity.YEAR);
    double retention = inputs.get("retention");
    expected.check(
        "FIRST_PAYMENT_INCLUDED",
        amount(
            calculator.with(LifetimeValueFormula.FIRST_MARGIN_NOW).calculate(margin, retention)));
    expected.check(
        "FIRST_PAYMENT_EXCLUDED",
        amount(
            calculator
                .with(LifetimeValueFormula.FIRST_MARGIN_AFTER_RENEWAL)
                .calculate(margin, retention)));
    expected.check(
        "END_OF_PERIOD",
        amount(
            calculator
                .with(LifetimeValueFormula.FIRST_MARGIN_AT_PERIOD_END)
                .calculate(margin, retention)));
  }

  private static void growingMargin(Inputs inputs, Expected expected) {
    LifetimeValueCalculator calculator =
        CALCULATOR.with(inputs.discount()).withMarginGrowth(inputs.get("growth"));
    expected.check(
        "multiple",
        amount(calculator.calculate(margin(1, Granularity.YEAR), inputs.get("retention"))));
  }

  /** The first margin comes at age 0, the last at that of the curve; the constant rate likewise. */
  private static void changingRetention(Inputs inputs, Expected expected) {
    List<Double> shares = new ArrayList<>(List.of(1.0));
    double sum = 0;
    for (JsonNode rate : inputs.values().get("retention_by_period")) {
      shares.add(shares.get(shares.size() - 1) * rate.asDouble());
      sum += rate.asDouble();
    }
    PeriodicMargin margin = margin(inputs.get("margin"), Granularity.YEAR);
    LifetimeValueCalculator calculator =
        CALCULATOR
            .with(LifetimeValueFormula.FIRST_MARGIN_NOW)
            .with(inputs.discount())
            .withHorizon(shares.size());
    RetentionCurve curve = new RetentionCurve(shares, Granularity.YEAR);
    expected.check("value", calculator.calculate(margin, curve, CurveTail.NONE).value().amount());
    expected.check(
        "CONSTANT_MEAN_value", amount(calculator.calculate(margin, sum / (shares.size() - 1))));
  }

  /**
   * Three figures that the infographic averages. The first two are revenue and margin of a fixed
   * number of years: a retention of 1 and a horizon, in the library's words. The third takes the
   * margin of the whole lifetime as that of each period, an error that the library repeats only
   * because it is given that margin. The average of the three has no meaning and no formula here.
   */
  private static void averageOfThree(Inputs inputs, Expected expected) {
    double simple = fixedYears(inputs, inputs.get("value_per_week"), 1);
    double custom =
        fixedYears(
            inputs, inputs.get("spend_per_visit") * inputs.get("visits_per_week"), margin(inputs));
    double traditional =
        amount(
            CALCULATOR
                .with(inputs.discount())
                .calculate(
                    margin(simple * margin(inputs), Granularity.YEAR), inputs.get("retention")));
    expected.check("simple", simple);
    expected.check("custom", custom);
    expected.check("traditional", traditional);
    expected.check("average", (simple + custom + traditional) / 3);
  }

  private static double margin(Inputs inputs) {
    return inputs.get("margin");
  }

  private static double fixedYears(Inputs inputs, double revenueOfAWeek, double marginShare) {
    PeriodicMargin margin =
        PeriodicMargin.ofRevenue(
            MonetaryEstimate.of("USD", 52 * revenueOfAWeek), marginShare, Granularity.YEAR);
    return amount(
        CALCULATOR
            .with(LifetimeValueFormula.MARGIN_OVER_CHURN)
            .withHorizon((int) inputs.get("years"))
            .calculate(margin, 1));
  }
}
