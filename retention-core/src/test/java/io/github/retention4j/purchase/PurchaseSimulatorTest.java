package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PurchaseSimulatorTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final NegativeBinomialModel MODEL =
      new NegativeBinomialModel(0.8, 10, TimeScale.WEEK);
  private static final PurchaseSimulator SIMULATOR = PurchaseSimulator.withDefaults();

  private static void refuses(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  /** A process without chance: purchases after 1.5, 2 and 9 days. */
  private record Clockwork(TimeScale timeScale) implements PurchaseProcess {
    @Override
    public SimulatedCustomer simulate(double duration, java.util.random.RandomGenerator random) {
      double[] times = {1.5, 2, 9};
      return SimulatedCustomer.of(
          Arrays.stream(times).filter(time -> time <= duration).toArray(), 20);
    }
  }

  private static final SimulatedPurchases CLOCKWORK =
      SIMULATOR
          .withSpend(
              (purchases, random) -> Arrays.copyOf(new double[] {9, 1.234, 2, 3}, purchases), EUR)
          .simulate(new Clockwork(TimeScale.DAY), new double[] {4, 1}, 6);

  @Test
  void makesASampleOfExactTimes() {
    PurchaseSample sample = CLOCKWORK.toSample();
    assertThat(sample.history(0)).isEqualTo(new PurchaseHistory(2, 2, 4));
    assertThat(sample.history(1)).isEqualTo(PurchaseHistory.withoutRepeats(1));
    assertThat(sample.spend().orElseThrow().mean(0)).hasValue((1.234 + 2) / 2);
    assertThat(sample.spend().orElseThrow().mean(1)).isEmpty();
    assertThat(sample.logIntervals(0).orElseThrow())
        .isCloseTo(Math.log(1.5) + Math.log(0.5), within(1e-12));
    PurchaseHoldout holdout = sample.holdout().orElseThrow();
    assertThat(holdout.length(TimeScale.DAY)).isEqualTo(6);
    assertThat(holdout.purchases(0)).isEqualTo(1);
    assertThat(holdout.purchases(1)).isEqualTo(2);
  }

  @Test
  void makesALogOfDaysAndCents() {
    LocalDate end = LocalDate.of(2024, 3, 10);
    EventLog log = CLOCKWORK.toLog(end);
    assertThat(log.observationEndExclusive()).isEqualTo(LocalDate.of(2024, 3, 16));
    assertThat(log.events().map(e -> e.customer() + " " + e.date() + " " + e.amount().get()))
        .containsExactlyInAnyOrder(
            "1 2024-03-05 EUR 9.00",
            "1 2024-03-07 EUR 1.23",
            "1 2024-03-07 EUR 2.00",
            "1 2024-03-14 EUR 3.00",
            "2 2024-03-08 EUR 9.00",
            "2 2024-03-10 EUR 1.23",
            "2 2024-03-10 EUR 2.00");
    PurchaseSample sample =
        PurchaseSampler.withDefaults()
            .withCalibrationEnd(end)
            .with(SameDayPurchases.EACH_COUNTS)
            .with(TimeScale.DAY)
            .sample(log);
    int first = sample.rowOf(sample.customers().get(0)).orElseThrow();
    assertThat(sample.size()).isEqualTo(2);
    assertThat(sample.history(first).purchases() + sample.history(1 - first).purchases())
        .isEqualTo(2);
    assertThat(sample.holdout().orElseThrow().purchases()).isEqualTo(3);
  }

  @Test
  void theLogOfAProcessHasTheCountsOfItsSample() {
    double[] ages = new double[300];
    Arrays.setAll(ages, i -> (200 + i) / 7.0);
    SimulatedPurchases simulated = SIMULATOR.simulate(MODEL, ages, 10);
    LocalDate end = LocalDate.of(2024, 3, 10);
    PurchaseSample exact = simulated.toSample();
    PurchaseSample daily =
        PurchaseSampler.withDefaults()
            .withCalibrationEnd(end)
            .with(SameDayPurchases.EACH_COUNTS)
            .sample(simulated.toLog(end));
    for (int row = 0; row < exact.size(); row++) {
      int other = daily.rowOf(exact.customers().get(row)).orElseThrow();
      assertThat(daily.history(other).purchases()).isEqualTo(exact.history(row).purchases());
      assertThat(daily.history(other).age()).isEqualTo(exact.history(row).age());
      assertThat(daily.holdout().orElseThrow().purchases(other))
          .isEqualTo(exact.holdout().orElseThrow().purchases(row));
    }
  }

  @Test
  void drawsWhatTheModelExpects() {
    int customers = 20_000;
    PurchaseSample sample = SIMULATOR.simulate(MODEL, customers, 30.5).toSample();
    double mean = (double) sample.repeatPurchases() / customers;
    double expected = MODEL.expectedPurchases(30.5);
    double variance = expected + expected * expected / MODEL.r();
    assertThat(mean).isCloseTo(expected, within(4 * Math.sqrt(variance / customers)));
    double none = 1 - (double) sample.repeatCustomers() / customers;
    assertThat(none)
        .isCloseTo(MODEL.probabilityOfPurchases(0, 30.5), within(4 * Math.sqrt(0.25 / customers)));
  }

  @Test
  void theSeedAloneChoosesTheCustomers() {
    SimulatedPurchases some = SIMULATOR.simulate(MODEL, 5, 50);
    assertThat(SIMULATOR.simulate(MODEL, 9, 50).customers().subList(0, 5))
        .map(SimulatedCustomer::purchases)
        .isEqualTo(some.customers().stream().map(SimulatedCustomer::purchases).toList());
    assertThat(SIMULATOR.withSeed(43).simulate(MODEL, 200, 50).toSample().repeatPurchases())
        .isNotEqualTo(SIMULATOR.simulate(MODEL, 200, 50).toSample().repeatPurchases());
    assertThat(some).hasToString("5 simulated customers, in weeks");
  }

  @Test
  void aCustomerKnowsItsLife() {
    SimulatedCustomer customer = SimulatedCustomer.of(new double[] {1, 3}, 5);
    assertThat(customer.purchases()).isEqualTo(2);
    assertThat(customer.purchaseTime(1)).isEqualTo(3);
    assertThat(customer.leavesAt()).hasValue(5);
    assertThat(customer.isAliveAt(4)).isTrue();
    assertThat(customer.isAliveAt(5)).isFalse();
    assertThat(customer.amount(0)).isEmpty();
    assertThat(customer.firstAmount()).isEmpty();
    assertThat(customer).hasToString("2 repeat purchases, leaves at 5.0");
    SimulatedCustomer paying = customer.withAmounts(new double[] {7, 8, 9});
    assertThat(paying.firstAmount()).hasValue(7);
    assertThat(paying.amount(1)).hasValue(9);
    assertThat(SimulatedCustomer.ofLoyal(new double[0]).leavesAt()).isEmpty();
  }

  @Test
  void refusesWhatCannotBe() {
    refuses(
        () -> SimulatedCustomer.of(new double[] {2, 2}, 5),
        "purchase time (2.0) must be finite and after 2.0");
    refuses(
        () -> SimulatedCustomer.of(new double[] {2}, 1),
        "leavesAt (1.0) must not be before the last purchase (2.0)");
    refuses(
        () -> SimulatedCustomer.ofLoyal(new double[1]),
        "purchase time (0.0) must be finite and after 0.0");
    refuses(
        () -> SimulatedCustomer.ofLoyal(new double[0]).withAmounts(new double[0]),
        "amounts (0) must be one for each of 1 purchases");
    refuses(
        () -> SimulatedCustomer.ofLoyal(new double[0]).withAmounts(new double[] {-1}),
        "amount (-1.0) must be finite and 0 or more");
    refuses(() -> SIMULATOR.simulate(MODEL, 0, 1), "customers (0) must be at least 1");
    refuses(() -> SIMULATOR.simulate(MODEL, new double[0], 1), "ages (0) must be at least one");
    refuses(
        () -> SIMULATOR.simulate(MODEL, 1, Double.NaN), "age (NaN) must be finite and 0 or more");
    refuses(
        () -> SIMULATOR.simulate(MODEL, new double[1], -1),
        "holdout (-1.0) must be finite and 0 or more");
  }
}
