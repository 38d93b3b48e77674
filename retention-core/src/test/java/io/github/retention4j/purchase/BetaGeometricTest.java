package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.time.TimeScale;
import org.junit.jupiter.api.Test;

class BetaGeometricTest {

  private static final double ROUNDING = 1e-14;

  /** The values are printed with so many digits. */
  private static final double PRINTED_3 = 5e-4;

  private static final BgNbd CDNOW = new BgNbd(0.243, 4.414, 0.793, 2.426, TimeScale.WEEK);
  private static final BgNbd ONES = new BgNbd(1, 1, 1, 1, TimeScale.WEEK);
  private static final MbgNbd MODIFIED_ONES = new MbgNbd(1, 1, 1, 1, TimeScale.WEEK);
  private static final PurchaseHistory NEW = PurchaseHistory.withoutRepeats(0);

  @Test
  void printedExpectations() {
    PurchaseHistory customer = new PurchaseHistory(2, 30.43, 38.86);
    assertThat(CDNOW.expectedPurchases(customer, 39)).isCloseTo(1.226, within(PRINTED_3));
    assertThat(CDNOW.expectedPurchases(1)).isCloseTo(0.0532, within(1e-4));
  }

  @Test
  void printedProbabilities() {
    assertThat(CDNOW.probabilityOfPurchases(0, 39)).isCloseTo(0.5737864, within(5e-8));
    assertThat(CDNOW.probabilityOfPurchases(10, 2)).isCloseTo(1.07869e-07, within(5e-13));
    assertThat(CDNOW.probabilityOfPurchases(20, 30)).isCloseTo(0.000222226, within(5e-10));
  }

  @Test
  void byHandWithOnes() {
    // One purchase at 1, seen until 3: 1/2 (1/(1 + 3))^2 alive, 1/2 (1/(1 + 1))^2 gone.
    PurchaseHistory customer = new PurchaseHistory(1, 1, 3);
    assertThat(ONES.logLikelihood(customer))
        .isCloseTo(Math.log(0.5 / 16 + 0.5 / 4), within(ROUNDING));
    assertThat(ONES.probabilityAlive(customer)).isCloseTo(0.2, within(ROUNDING));
    // The next purchase does not come within 4 with chance (4/8)^2.
    assertThat(ONES.probabilityOfPurchaseWithin(customer, 4))
        .isCloseTo(0.2 * 0.75, within(ROUNDING));
    assertThat(ONES.probabilityOfPurchases(customer, 0, 4))
        .isCloseTo(1 - 0.2 * 0.75, within(ROUNDING));
    assertThat(ONES.probabilityOfAnotherPurchase(customer)).isCloseTo(0.2, within(ROUNDING));
  }

  @Test
  void expectationIsFiniteAndSmoothWhereAIsOne() {
    // E(X(t)) at r = alpha = a = b = 1 is ln(1 + t).
    assertThat(ONES.expectedPurchases(39)).isCloseTo(Math.log(40), within(ROUNDING));
    for (double a : new double[] {1 - 1e-12, 1 + 1e-12, Math.nextUp(1.0), Math.nextDown(1.0)}) {
      BgNbd near = new BgNbd(1, 1, a, 1, TimeScale.WEEK);
      assertThat(near.expectedPurchases(39)).isCloseTo(Math.log(40), within(1e-11));
      assertThat(near.expectedPurchases(1e9)).isCloseTo(Math.log(1e9 + 1), within(1e-9));
    }
  }

  @Test
  void aCustomerOfTheModifiedModelMayLeaveAtOnce() {
    assertThat(ONES.probabilityAlive(NEW)).isEqualTo(1);
    assertThat(MODIFIED_ONES.probabilityAlive(NEW)).isCloseTo(0.5, within(ROUNDING));
    assertThat(ONES.probabilityOfPurchases(0, 1)).isCloseTo(0.5, within(ROUNDING));
    assertThat(MODIFIED_ONES.probabilityOfPurchases(0, 1)).isCloseTo(0.75, within(ROUNDING));
  }

  @Test
  void regularPurchasesAreSteps() {
    BgCnbdK two = new BgCnbdK(2, 1, 1, 1, 1, TimeScale.WEEK);
    assertThat(two.probabilityOfPurchases(0, 1)).isCloseTo(0.75, within(ROUNDING));
    assertThat(two.probabilityOfPurchaseWithin(NEW, 1)).isCloseTo(0.25, within(ROUNDING));
    MbgCnbdK modified = new MbgCnbdK(2, 1, 1, 1, 1, TimeScale.WEEK);
    assertThat(modified.probabilityOfPurchases(0, 1)).isCloseTo(0.875, within(ROUNDING));
  }

  @Test
  void likelihoodOfKnownIntervalsAveragesToThatOfAHistory() {
    // Of two purchases, the last at 1, the first was at v: the mean of v (1 - v) is 1/6.
    BgCnbdK two = new BgCnbdK(2, 0.7, 1.3, 0.8, 2, TimeScale.WEEK);
    PurchaseHistory history = new PurchaseHistory(2, 1, 4);
    double known = two.logLikelihood(history, Math.log(0.25));
    assertThat(two.logLikelihood(history) - known)
        .isCloseTo(Math.log(1.0 / 6) - Math.log(0.25), within(ROUNDING));
  }

  @Test
  void nothingHappensInNoTime() {
    for (BetaGeometricModel model : new BetaGeometricModel[] {CDNOW, MODIFIED_ONES}) {
      PurchaseHistory history = new PurchaseHistory(3, 2, 5);
      assertThat(model.expectedPurchases(history, 0)).isZero();
      assertThat(model.probabilityOfPurchases(history, 0, 0)).isCloseTo(1, within(ROUNDING));
      assertThat(model.probabilityOfPurchases(history, 2, 0)).isZero();
      assertThat(model.probabilityOfPurchaseWithin(history, 0)).isZero();
    }
  }

  @Test
  void namesWhatIsWrong() {
    assertThatThrownBy(() -> new BgNbd(0, 1, 1, 1, TimeScale.WEEK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("r (0.0) must be over 0 and finite");
    assertThatThrownBy(() -> new MbgNbd(1, Double.NaN, 1, 1, TimeScale.WEEK))
        .hasMessage("alpha (NaN) must be over 0 and finite");
    assertThatThrownBy(() -> new BgCnbdK(1, 1, 1, Double.POSITIVE_INFINITY, 1, TimeScale.WEEK))
        .hasMessage("a (Infinity) must be over 0 and finite");
    assertThatThrownBy(() -> new MbgCnbdK(1, 1, 1, 1, -1, TimeScale.WEEK))
        .hasMessage("b (-1.0) must be over 0 and finite");
    assertThatThrownBy(() -> new BgCnbdK(0, 1, 1, 1, 1, TimeScale.WEEK))
        .hasMessage("k (0) must be from 1 to 30");
    assertThatThrownBy(() -> new MbgCnbdK(31, 1, 1, 1, 1, TimeScale.WEEK))
        .hasMessage("k (31) must be from 1 to 30");
  }

  @Test
  void namesWrongQuestions() {
    assertThatThrownBy(() -> CDNOW.expectedPurchases(-1))
        .hasMessage("duration (-1.0) must be finite and 0 or more");
    assertThatThrownBy(() -> CDNOW.probabilityAlive(NEW, Double.POSITIVE_INFINITY))
        .hasMessage("ahead (Infinity) must be finite and 0 or more");
    assertThatThrownBy(() -> CDNOW.probabilityOfPurchases(-1, 3))
        .hasMessage("purchases (-1) must be 0 or more");
    assertThatThrownBy(() -> CDNOW.discountedPurchases(0))
        .hasMessage("force (0.0) must be over 0 and finite");
    assertThatThrownBy(() -> CDNOW.logLikelihood(NEW, 1))
        .hasMessage("logIntervals (1.0) must be 0 without repeat purchases");
    assertThatThrownBy(() -> CDNOW.logLikelihood(new PurchaseHistory(2, 2, 3), 1))
        .hasMessage("logIntervals (1.0) must be finite and at most 0.0, that of equal intervals");
  }
}
