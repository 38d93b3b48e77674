package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.activity.Work;
import io.github.retention4j.time.TimeScale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PurchasePredictorTest {

  private static final ParetoNbd PARETO = new ParetoNbd(0.55, 10.58, 0.61, 11.67, TimeScale.WEEK);

  private static PurchaseSample sample(int customers) {
    double[] ages = new SplittableRandom(5).doubles(customers, 27, 39).toArray();
    return PurchaseSimulator.withDefaults().withSeed(5).simulate(PARETO, ages, 0).toSample();
  }

  @Test
  void eachCustomerIsToldWhatTheModelSays() {
    PurchaseSample sample = sample(500);
    for (PurchaseModel model :
        new PurchaseModel[] {PARETO, new BgNbd(0.243, 4.414, 0.793, 2.426, TimeScale.WEEK)}) {
      PurchasePredictions told = PurchasePredictor.withDefaults().predict(model, sample, 52);
      double alive = 0;
      double expected = 0;
      for (int row = 0; row < sample.size(); row++) {
        PurchaseHistory history = sample.history(row);
        assertThat(told.probabilityAlive(row)).isEqualTo(model.probabilityAlive(history));
        assertThat(told.expectedPurchases(row)).isEqualTo(model.expectedPurchases(history, 52));
        alive += told.probabilityAlive(row);
        expected += told.expectedPurchases(row);
      }
      assertThat(told.size()).isEqualTo(500);
      assertThat(told.customers()).isEqualTo(sample.customers());
      assertThat(told.customersAlive() / alive).isCloseTo(1, within(1e-13));
      assertThat(told.expectedPurchases() / expected).isCloseTo(1, within(1e-13));
    }
  }

  @Test
  void equalHistoriesOfWholeDaysCountEach() {
    PurchaseSample sample =
        PurchaseSample.of(
            TimeScale.WEEK, new int[] {1, 0, 1}, new double[] {2, 0, 2}, new double[] {4, 4, 4});
    PurchasePredictions told = PurchasePredictor.withDefaults().predict(PARETO, sample, 10);
    double one = PARETO.expectedPurchases(new PurchaseHistory(1, 2, 4), 10);
    double none = PARETO.expectedPurchases(new PurchaseHistory(0, 0, 4), 10);
    assertThat(told.expectedPurchases(2)).isEqualTo(told.expectedPurchases(0)).isEqualTo(one);
    assertThat(told.expectedPurchases()).isCloseTo(2 * one + none, within(1e-14));
  }

  @Test
  void timesAreTurnedIntoTheUnitOfTheModel() {
    PurchaseSample weeks = sample(50);
    PurchasePredictor predictor = PurchasePredictor.withDefaults();
    assertThat(
            predictor.predict(PARETO, weeks.with(TimeScale.DAY), 52).expectedPurchases()
                / predictor.predict(PARETO, weeks, 52).expectedPurchases())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void threadsDoNotChangeABit() {
    PurchaseSample sample = sample(3_000);
    PurchasePredictions one = PurchasePredictor.withDefaults().predict(PARETO, sample, 52);
    PurchasePredictions three =
        PurchasePredictor.withDefaults().with(Work.onThreads(3)).predict(PARETO, sample, 52);
    for (int row = 0; row < sample.size(); row++) {
      assertThat(three.probabilityAlive(row)).isEqualTo(one.probabilityAlive(row));
      assertThat(three.expectedPurchases(row)).isEqualTo(one.expectedPurchases(row));
    }
    assertThat(three.expectedPurchases()).isEqualTo(one.expectedPurchases());
    assertThat(three.customersAlive()).isEqualTo(one.customersAlive());
  }

  @Test
  void rejectsWhatIsOutOfRange() {
    PurchaseSample sample = sample(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PurchasePredictor.withDefaults().predict(PARETO, sample, -1))
        .withMessage("duration (-1.0) must be finite and 0 or more");
    PurchasePredictions told = PurchasePredictor.withDefaults().predict(PARETO, sample, 1);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> told.probabilityAlive(3));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> told.expectedPurchases(-1));
  }
}
