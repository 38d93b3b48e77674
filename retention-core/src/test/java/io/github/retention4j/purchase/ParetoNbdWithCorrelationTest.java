package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.time.TimeScale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ParetoNbdWithCorrelationTest {

  private static final ParetoNbd CDNOW =
      new ParetoNbd(0.553, 10.578, 0.606, 11.669, TimeScale.WEEK);

  /** alpha = beta = d = r = s = 1: chances of 1/2, so that weights are 1 +- omega / 4. */
  @Test
  void boundsAndCorrelationByHand() {
    ParetoNbdWithCorrelation model =
        new ParetoNbdWithCorrelation(new ParetoNbd(1, 1, 1, 1, TimeScale.WEEK), 2, 1);
    assertThat(model.leastOmega()).isEqualTo(-4);
    assertThat(model.largestOmega()).isEqualTo(4);
    assertThat(model.correlation()).isCloseTo(0.125, within(1e-15));
    assertThat(model.leastCorrelation()).isCloseTo(-0.25, within(1e-15));
    assertThat(model.largestCorrelation()).isCloseTo(0.25, within(1e-15));
    assertThat(model.timeScale()).isEqualTo(TimeScale.WEEK);
  }

  /**
   * The same model: E(exp(-lambda) exp(-mu)) is that of nothing bought in a unit and staying in it.
   * Both chances are uniform, of variance 1/12, so that it is 1/4 + omega / 144.
   */
  @Test
  void quietCustomersWhoStayByHand() {
    ParetoNbdWithCorrelation model =
        new ParetoNbdWithCorrelation(new ParetoNbd(1, 1, 1, 1, TimeScale.WEEK), 2, 1);
    PurchaseHistory quiet = PurchaseHistory.withoutRepeats(1);
    assertThat(Math.exp(model.logLikelihood(quiet)) * model.probabilityAlive(quiet))
        .isCloseTo(0.25 + 2.0 / 144, within(1e-15));
  }

  @Test
  void exampleOfTheDocumentation() {
    ParetoNbdWithCorrelation model = new ParetoNbdWithCorrelation(CDNOW, 2, 10);
    assertThat(model.correlation()).isCloseTo(0.124, within(6e-4));
    assertThat(model.leastCorrelation()).isCloseTo(-0.130, within(6e-4));
    assertThat(model.largestCorrelation()).isCloseTo(0.285, within(6e-4));
  }

  @Test
  void aLongerMixingTimeAllowsMoreCorrelation() {
    ParetoNbdWithCorrelation week = new ParetoNbdWithCorrelation(CDNOW, 0, 1);
    ParetoNbdWithCorrelation quarter = new ParetoNbdWithCorrelation(CDNOW, 0, 13);
    assertThat(quarter.largestCorrelation()).isGreaterThan(3 * week.largestCorrelation());
    assertThat(quarter.leastCorrelation()).isLessThan(20 * week.leastCorrelation());
  }

  @Test
  void correlationLeadsBackToOmega() {
    ParetoNbdWithCorrelation model = ParetoNbdWithCorrelation.ofCorrelation(CDNOW, 0.2, 10);
    assertThat(model.correlation()).isCloseTo(0.2, within(1e-15));
    double largest = model.largestCorrelation();
    assertThat(ParetoNbdWithCorrelation.ofCorrelation(CDNOW, largest, 10).omega())
        .isCloseTo(model.largestOmega(), within(1e-12));
  }

  /** Where both bounds meet in rounding, results stay chances and numbers. */
  @Test
  void boundsAreModels() {
    ParetoNbdWithCorrelation none = new ParetoNbdWithCorrelation(CDNOW, 0, 1);
    for (double omega : new double[] {none.leastOmega(), none.largestOmega()}) {
      ParetoNbdWithCorrelation model = new ParetoNbdWithCorrelation(CDNOW, omega, 1);
      for (long x : new long[] {1, 40, 100_000}) {
        PurchaseHistory history = new PurchaseHistory(x, 30, 1e5);
        assertThat(model.logLikelihood(history)).isFinite();
        assertThat(model.probabilityAlive(history)).isBetween(0.0, 1.0);
        assertThat(model.expectedPurchases(history, 52)).isFinite().isNotNegative();
        assertThat(model.probabilityOfAnotherPurchase(history)).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void drawnCustomersBuyAndStayAsTheModelSays() {
    for (double correlation : new double[] {-0.1, 0.25}) {
      ParetoNbdWithCorrelation model =
          ParetoNbdWithCorrelation.ofCorrelation(CDNOW, correlation, 10);
      SplittableRandom random = new SplittableRandom(5);
      int customers = 100_000;
      double quiet = 0;
      double quietAndThere = 0;
      double purchases = 0;
      double squares = 0;
      for (int i = 0; i < customers; i++) {
        SimulatedCustomer customer = model.simulate(39, random);
        int x = customer.purchases();
        quiet += x == 0 ? 1 : 0;
        quietAndThere += x == 0 && customer.isAliveAt(39) ? 1 : 0;
        purchases += x;
        squares += (double) x * x;
      }
      PurchaseHistory none = PurchaseHistory.withoutRepeats(39);
      double ofQuiet = model.probabilityOfPurchases(0, 39);
      assertShare(quiet / customers, ofQuiet, customers);
      assertShare(quietAndThere / customers, ofQuiet * model.probabilityAlive(none), customers);
      double mean = purchases / customers;
      double error = Math.sqrt((squares / customers - mean * mean) / customers);
      assertThat(mean).isCloseTo(model.expectedPurchases(39), within(4 * error));
    }
  }

  private static void assertShare(double share, double chance, int customers) {
    double error = Math.sqrt(chance * (1 - chance) / customers);
    assertThat(share).isCloseTo(chance, within(4 * error));
  }

  @Test
  void theSameSeedDrawsTheSameCustomers() {
    ParetoNbdWithCorrelation model = new ParetoNbdWithCorrelation(CDNOW, -1, 10);
    SimulatedCustomer first = model.simulate(520, new SplittableRandom(9));
    SimulatedCustomer second = model.simulate(520, new SplittableRandom(9));
    assertThat(second.leavesAt()).isEqualTo(first.leavesAt());
    assertThat(second.purchases()).isEqualTo(first.purchases());
  }

  @Test
  void refusesWhatIsNoDistribution() {
    ParetoNbd even = new ParetoNbd(1, 1, 1, 1, TimeScale.WEEK);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ParetoNbdWithCorrelation(even, 4.5, 1))
        .withMessage(
            "omega (4.5) must be finite and from -4.0 to 4.0 for this base and mixingTime (1.0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ParetoNbdWithCorrelation(even, Double.NaN, 1))
        .withMessage(
            "omega (NaN) must be finite and from -4.0 to 4.0 for this base and mixingTime (1.0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ParetoNbdWithCorrelation(even, 0, 0))
        .withMessage("mixingTime (0.0) must be over 0 and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ParetoNbdWithCorrelation.ofCorrelation(even, 0.5, 1))
        .withMessage(
            "omega (8.0) must be finite and from -4.0 to 4.0 for this base and mixingTime (1.0)");
  }

  @Test
  void refusesQuestionsOutOfRange() {
    ParetoNbdWithCorrelation model = new ParetoNbdWithCorrelation(CDNOW, 1, 1);
    PurchaseHistory history = new PurchaseHistory(2, 30, 39);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.expectedPurchases(history, -1))
        .withMessage("duration (-1.0) must be finite and 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.probabilityAlive(history, Double.NaN))
        .withMessage("ahead (NaN) must be finite and 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.probabilityOfPurchases(history, -1, 1))
        .withMessage("purchases (-1) must be 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.discountedPurchases(history, 0))
        .withMessage("force (0.0) must be over 0 and finite");
  }
}
