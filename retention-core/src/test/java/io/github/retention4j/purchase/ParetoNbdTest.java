package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.time.TimeScale;
import org.junit.jupiter.api.Test;

class ParetoNbdTest {

  private static final ParetoNbd MODEL = new ParetoNbd(0.55, 10.58, 0.61, 11.67, TimeScale.WEEK);

  private static JsonNode published(String id) {
    for (JsonNode entry : SharedFiles.cases("clv-published.json")) {
      if (entry.get("id").asText().equals(id)) {
        return entry;
      }
    }
    throw new AssertionError(id);
  }

  private static ParetoNbd model(JsonNode entry) {
    JsonNode p = entry.get("params");
    return new ParetoNbd(
        p.get("r").asDouble(),
        p.get("alpha").asDouble(),
        p.get("s").asDouble(),
        p.get("beta").asDouble(),
        TimeScale.WEEK);
  }

  /** Other programs return NaN for these customers. */
  @Test
  void busyCustomersAreFinite() {
    JsonNode entry = published("pnbd_palive_nan_cases");
    ParetoNbd model = model(entry);
    for (int i = 0; i < entry.get("x").size(); i++) {
      PurchaseHistory history =
          new PurchaseHistory(
              entry.get("x").get(i).asLong(),
              entry.get("tx").get(i).asDouble(),
              entry.get("T").get(i).asDouble());
      assertThat(model.probabilityAlive(history)).isBetween(0.0, 1.0);
      assertThat(model.logLikelihood(history)).isFinite();
      assertThat(model.expectedPurchases(history, 52)).isBetween(0.0, 200.0);
    }
  }

  @Test
  void walkthroughOfCdnow() {
    JsonNode entry = published("pnbd_cdnow_btyd");
    ParetoNbd model = model(entry);
    assertThat(model.expectedPurchases(52) / entry.get("expectation_52").asDouble())
        .isCloseTo(1, within(1e-3));
    JsonNode busy = entry.get("customer_1516");
    PurchaseHistory customer =
        new PurchaseHistory(
            busy.get("x").asLong(), busy.get("tx").asDouble(), busy.get("T").asDouble());
    assertThat(model.expectedPurchases(customer, 52))
        .isCloseTo(busy.get("cet_52").asDouble(), within(0.01));
    assertThat(model.probabilityAlive(customer))
        .isCloseTo(busy.get("palive").asDouble(), within(1e-4));
    JsonNode paradox = entry.get("increasing_frequency_paradox");
    for (int i = 0; i < paradox.get("x").size(); i++) {
      PurchaseHistory history =
          new PurchaseHistory(
              paradox.get("x").get(i).asLong(),
              paradox.get("tx").asDouble(),
              paradox.get("T").asDouble());
      double expected = model.expectedPurchases(history, paradox.get("t").asDouble());
      assertThat(expected / paradox.get("cet").get(i).asDouble()).isCloseTo(1, within(0.02));
    }
  }

  @Test
  void anotherPurchaseOfALikeRateOfLeaving() {
    ParetoNbd even = new ParetoNbd(2, 5, 3, 5, TimeScale.WEEK);
    PurchaseHistory fresh = new PurchaseHistory(0, 0, 0);
    assertThat(even.probabilityOfAnotherPurchase(fresh)).isCloseTo(0.4, within(1e-15));
    ParetoNbd slow = new ParetoNbd(1e-4, 7, 1e-4, 7, TimeScale.WEEK);
    assertThat(slow.probabilityOfAnotherPurchase(fresh)).isCloseTo(0.5, within(1e-12));
  }

  /** alpha = 1, beta = 2, r = s = 1: the integral of 2 / ((1 + t)^2 (2 + t)) is 2 - 2 ln 2. */
  @Test
  void anotherPurchaseByHand() {
    ParetoNbd model = new ParetoNbd(1, 1, 1, 2, TimeScale.WEEK);
    assertThat(model.probabilityOfAnotherPurchase(new PurchaseHistory(0, 0, 0)))
        .isCloseTo(2 - 2 * Math.log(2), within(1e-14));
    ParetoNbd turned = new ParetoNbd(1, 2, 1, 1, TimeScale.WEEK);
    assertThat(turned.probabilityOfAnotherPurchase(new PurchaseHistory(0, 0, 0)))
        .isCloseTo(2 * Math.log(2) - 1, within(1e-14));
  }

  @Test
  void rejectsParametersThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ParetoNbd(0, 1, 1, 1, TimeScale.WEEK))
        .withMessage("r (0.0) must be over 0 and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ParetoNbd(1, Double.NaN, 1, 1, TimeScale.WEEK))
        .withMessage("alpha (NaN) must be over 0 and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ParetoNbd(1, 1, -2, 1, TimeScale.WEEK))
        .withMessage("s (-2.0) must be over 0 and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ParetoNbd(1, 1, 1, Double.POSITIVE_INFINITY, TimeScale.WEEK))
        .withMessage("beta (Infinity) must be over 0 and finite");
  }

  @Test
  void rejectsQuestionsOutOfRange() {
    PurchaseHistory history = new PurchaseHistory(2, 30, 39);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MODEL.expectedPurchases(history, -1))
        .withMessage("duration (-1.0) must be finite and 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MODEL.probabilityAlive(history, Double.NaN))
        .withMessage("ahead (NaN) must be finite and 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MODEL.probabilityOfPurchases(history, -1, 1))
        .withMessage("purchases (-1) must be 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MODEL.discountedPurchases(history, 0))
        .withMessage("force (0.0) must be over 0 and finite");
  }
}
