package io.github.retention4j.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.purchase.BgNbd;
import io.github.retention4j.purchase.GammaGamma;
import io.github.retention4j.purchase.MbgNbd;
import io.github.retention4j.purchase.ParetoNbd;
import io.github.retention4j.purchase.PurchaseHistory;
import io.github.retention4j.purchase.PurchaseModel;
import io.github.retention4j.purchase.SpendHistory;
import io.github.retention4j.time.TimeScale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values in dollars of CDNOW customers, from 40-digit arithmetic at given parameters. */
class ModelLifetimeValueReferenceTest {

  private static final double RELATIVE = 1e-9;

  private static PurchaseModel model(String name, JsonNode p) {
    return switch (name) {
      case "pnbd" ->
          new ParetoNbd(
              number(p, "r"),
              number(p, "alpha"),
              number(p, "s"),
              number(p, "beta"),
              TimeScale.WEEK);
      case "bgnbd" ->
          new BgNbd(
              number(p, "r"), number(p, "alpha"), number(p, "a"), number(p, "b"), TimeScale.WEEK);
      case "mbgnbd" ->
          new MbgNbd(
              number(p, "r"), number(p, "alpha"), number(p, "a"), number(p, "b"), TimeScale.WEEK);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static double number(JsonNode node, String name) {
    return node.get(name).asDouble();
  }

  private static void assertNear(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(RELATIVE * expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pnbd", "bgnbd", "mbgnbd"})
  void customersOfCdnow(String name) {
    JsonNode cases = SharedFiles.cases("clv-customers-cdnow.json");
    JsonNode gg = cases.get("params").get("gg");
    GammaGamma spend = new GammaGamma(number(gg, "p"), number(gg, "q"), number(gg, "v"));
    PurchaseModel model = model(name, cases.get("params").get(name));
    double force = number(cases, "dert_rate_continuous_per_week");
    for (JsonNode customer : cases.get("customers")) {
      long x = customer.get("x").asLong();
      PurchaseHistory history =
          new PurchaseHistory(x, number(customer, "tx"), number(customer, "T"));
      double each =
          spend.expectedSpend(new SpendHistory(x, number(customer, "m"))).value().orElseThrow();
      JsonNode truth = customer.get(name);
      assertNear(
          each * PeriodicDiscounting.discountedPurchases(model, history, 12, 4.345, 0.01),
          number(truth, "clv_discrete_12x4345"));
      if (truth.has("clv_dert") && !truth.get("clv_dert").isNull()) {
        assertNear(each * model.discountedPurchases(history, force), number(truth, "clv_dert"));
      }
    }
  }
}
