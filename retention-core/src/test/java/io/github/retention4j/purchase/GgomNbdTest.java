package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.time.TimeScale;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GgomNbdTest {

  private static final GgomNbd CDNOW =
      new GgomNbd(0.553, 10.578, 0.0002, 0.603, 0.0026, TimeScale.WEEK);

  /** At beta = 1 customers leave at the rate s b = 0.05, whatever their age. */
  private static final GgomNbd AGELESS = new GgomNbd(2, 10, 0.1, 0.5, 1, TimeScale.WEEK);

  private static final double EXACT = 1e-13;

  private static void refuses(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  @Test
  void customersWithoutAgeLeaveAtOneRate() {
    PurchaseHistory none = PurchaseHistory.withoutRepeats(0);
    assertThat(AGELESS.probabilityAlive(none, 20)).isCloseTo(Math.exp(-1), within(EXACT));
    assertThat(AGELESS.expectedPurchases(20))
        .isCloseTo(0.2 / 0.05 * (1 - Math.exp(-1)), within(EXACT));
    assertThat(AGELESS.discountedPurchases(0.05)).isCloseTo(0.2 / 0.1, within(EXACT));
  }

  @Test
  void theExampleOfTheDocumentation() {
    assertThat(CDNOW.expectedPurchases(39)).isCloseTo(1.256, within(5e-4));
  }

  @Test
  void aCustomerWhoJustBoughtIsThere() {
    PurchaseHistory history = new PurchaseHistory(3, 38.86, 38.86);
    assertThat(CDNOW.probabilityAlive(history)).isEqualTo(1);
    assertThat(CDNOW.probabilityOfPurchases(history, 0, 0)).isEqualTo(1);
    assertThat(CDNOW.probabilityOfPurchases(history, 2, 0)).isZero();
  }

  /** E(X(t)) of the Pareto/NBD has a closed form; the difference is of the order of b t. */
  @Test
  void becomesTheParetoNbd() {
    double rate = 11.669;
    double s = 0.606;
    double pareto = 0.553 / 10.578 * rate / (s - 1) * (1 - Math.pow(rate / (rate + 39), s - 1));
    GgomNbd near = new GgomNbd(0.553, 10.578, 1e-10, s, 1e-10 * rate, TimeScale.WEEK);
    assertThat(near.expectedPurchases(39) / pareto).isCloseTo(1, within(1e-8));
  }

  /** Where hardly anybody leaves: the closed form of the negative binomial distribution. */
  @Test
  void becomesTheNegativeBinomialModel() {
    GgomNbd near = new GgomNbd(0.8, 10, 1e-14, 1, 1e4, TimeScale.WEEK);
    NegativeBinomialModel limit = new NegativeBinomialModel(0.8, 10, TimeScale.WEEK);
    PurchaseHistory history = new PurchaseHistory(3, 10, 39);
    assertThat(near.probabilityAlive(history)).isCloseTo(1, within(1e-12));
    assertThat(near.logLikelihood(history)).isCloseTo(limit.logLikelihood(history), within(1e-12));
    assertThat(near.probabilityOfPurchases(4, 39))
        .isCloseTo(limit.probabilityOfPurchases(4, 39), within(1e-12));
  }

  @Test
  void drawsWhatTheModelExpects() {
    GgomNbd model = new GgomNbd(1.2, 6, 0.08, 1.5, 8, TimeScale.WEEK);
    int customers = 20_000;
    SimulatedPurchases simulated = PurchaseSimulator.withDefaults().simulate(model, customers, 30);
    double mean = (double) simulated.toSample().repeatPurchases() / customers;
    double variance = 0;
    double stay = 0;
    for (SimulatedCustomer customer : simulated.customers()) {
      variance += Math.pow(customer.purchases() - mean, 2) / customers;
      stay += customer.isAliveAt(30) ? 1.0 / customers : 0;
    }
    assertThat(mean)
        .isCloseTo(model.expectedPurchases(30), within(4 * Math.sqrt(variance / customers)));
    assertThat(stay)
        .isCloseTo(
            model.probabilityAlive(PurchaseHistory.withoutRepeats(0), 30),
            within(4 * Math.sqrt(0.25 / customers)));
  }

  /** Most of its eta are below the smallest double. */
  @Test
  void drawsLivesOfATinyShape() {
    GgomNbd model = new GgomNbd(1, 1e6, 5, 1e-3, 1, TimeScale.WEEK);
    SplittableRandom random = new SplittableRandom(1);
    int customers = 20_000;
    int stay = 0;
    for (int i = 0; i < customers; i++) {
      stay += model.simulate(1, random).isAliveAt(200) ? 1 : 0;
    }
    assertThat((double) stay / customers)
        .isCloseTo(Math.exp(-1), within(4 * Math.sqrt(0.25 / customers)));
  }

  @Test
  void refusesWhatCannotBe() {
    refuses(() -> new GgomNbd(0, 1, 1, 1, 1, TimeScale.WEEK), "r (0.0) must be over 0 and finite");
    refuses(
        () -> new GgomNbd(1, -1, 1, 1, 1, TimeScale.WEEK),
        "alpha (-1.0) must be over 0 and finite");
    refuses(
        () -> new GgomNbd(1, 1, Double.NaN, 1, 1, TimeScale.WEEK),
        "b (NaN) must be over 0 and finite");
    refuses(
        () -> new GgomNbd(1, 1, 1, Double.POSITIVE_INFINITY, 1, TimeScale.WEEK),
        "s (Infinity) must be over 0 and finite");
    refuses(
        () -> new GgomNbd(1, 1, 1, 1, 0, TimeScale.WEEK), "beta (0.0) must be over 0 and finite");
    PurchaseHistory history = PurchaseHistory.withoutRepeats(5);
    refuses(() -> CDNOW.probabilityAlive(history, -1), "ahead (-1.0) must be finite and 0 or more");
    refuses(
        () -> CDNOW.expectedPurchases(Double.NaN), "duration (NaN) must be finite and 0 or more");
    refuses(
        () -> CDNOW.expectedPurchases(history, -1), "duration (-1.0) must be finite and 0 or more");
    refuses(() -> CDNOW.probabilityOfPurchases(-1, 1), "purchases (-1) must be 0 or more");
    refuses(
        () -> CDNOW.probabilityOfPurchases(history, 1, -1),
        "duration (-1.0) must be finite and 0 or more");
    refuses(() -> CDNOW.discountedPurchases(0), "force (0.0) must be over 0 and finite");
    refuses(
        () -> CDNOW.discountedPurchases(history, Double.POSITIVE_INFINITY),
        "force (Infinity) must be over 0 and finite");
    refuses(
        () -> CDNOW.simulate(-1, new SplittableRandom(1)),
        "duration (-1.0) must be finite and 0 or more");
  }
}
