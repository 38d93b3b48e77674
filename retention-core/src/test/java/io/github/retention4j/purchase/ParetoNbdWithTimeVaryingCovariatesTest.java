package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParetoNbdWithTimeVaryingCovariatesTest {

  /** Sums over a hundred runs in double precision. */
  private static final double ROUNDING = 1e-12;

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate END = FIRST.plusDays(400);
  private static final ParetoNbd BASE = new ParetoNbd(0.55, 10.6, 0.61, 11.7, TimeScale.WEEK);
  private static final CovariateEffects NONE = new CovariateEffects(Map.of());

  private static final List<DatedHistory> CUSTOMERS =
      List.of(
          new DatedHistory(FIRST, List.of(), FIRST),
          new DatedHistory(FIRST, List.of(), END),
          history(END, 400),
          history(END, 3, 17, 17, 90),
          history(END, IntStream.range(1, 300).toArray()));

  private static DatedHistory history(LocalDate end, int... days) {
    return new DatedHistory(FIRST, IntStream.of(days).mapToObj(FIRST::plusDays).toList(), end);
  }

  private static CovariatePath days(int days) {
    return CovariatePath.of(PeriodAxis.days(DateRange.ofDays(FIRST, days)));
  }

  /** A coefficient of 0 keeps the model from joining days that are alike but for its covariate. */
  private static CovariatePath cutAllOver(int days) {
    return days(days).withValues("idle", IntStream.range(0, days).asDoubleStream().toArray());
  }

  private static void assertClose(double actual, double truth) {
    assertThat(actual).isCloseTo(truth, within(ROUNDING * Math.max(1, Math.abs(truth))));
  }

  private static void assertAlike(
      ParetoNbdWithTimeVaryingCovariates model, CovariatePath path, ParetoNbd truth) {
    LocalDate to = END.plusDays(91);
    for (DatedHistory customer : CUSTOMERS) {
      PurchaseHistory history = customer.in(TimeScale.WEEK);
      double ahead = TimeScale.WEEK.ofDays(to.toEpochDay() - customer.end().toEpochDay());
      assertClose(model.logLikelihood(customer, path), truth.logLikelihood(history));
      assertClose(model.probabilityAlive(customer, path), truth.probabilityAlive(history));
      assertClose(
          model.probabilityAlive(customer, path, to), truth.probabilityAlive(history, ahead));
      assertClose(
          model.expectedPurchases(customer, path, to), truth.expectedPurchases(history, ahead));
      assertClose(
          model.discountedPurchasesWithLastValues(customer, path, 0.0026),
          truth.discountedPurchases(history, 0.0026));
    }
  }

  @Test
  void withoutEffectsItIsTheParetoNbd() {
    assertAlike(new ParetoNbdWithTimeVaryingCovariates(BASE, NONE, NONE), days(500), BASE);
    CovariateEffects idle = new CovariateEffects(Map.of("idle", 0.0));
    assertAlike(new ParetoNbdWithTimeVaryingCovariates(BASE, idle, NONE), cutAllOver(500), BASE);
  }

  @Test
  void withConstantCovariatesItIsTheModelOfThese() {
    CovariateEffects purchase = new CovariateEffects(Map.of("web", 0.7, "age", -0.2, "idle", 0.0));
    CovariateEffects attrition = new CovariateEffects(Map.of("age", 0.9));
    CovariatePath path = cutAllOver(500).withConstant("web", 1).withConstant("age", 1.3);
    assertAlike(
        new ParetoNbdWithTimeVaryingCovariates(BASE, purchase, attrition),
        path,
        new ParetoNbdWithCovariates(BASE, purchase, attrition).of(path.values(FIRST)));
  }

  @Test
  void theExampleOfTheDocumentation() {
    ParetoNbdWithTimeVaryingCovariates model =
        new ParetoNbdWithTimeVaryingCovariates(
            new ParetoNbd(1, 10, 1, 20, TimeScale.WEEK),
            new CovariateEffects(Map.of("season", Math.log(2))),
            NONE);
    PeriodAxis halves =
        PeriodAxis.ofBoundaries(List.of(FIRST, FIRST.plusWeeks(5), FIRST.plusWeeks(10)));
    CovariatePath still = CovariatePath.of(halves).withConstant("season", 0);
    CovariatePath season = CovariatePath.of(halves).withValues("season", new double[] {0, 1});
    LocalDate to = FIRST.plusWeeks(10);
    assertClose(model.expectedPurchases(still, FIRST, to), 2 * Math.log(1.5));
    assertClose(
        model.expectedPurchases(season, FIRST, to), 2 * (Math.log(1.25) + 2 * Math.log(1.2)));
    assertThat(2 * (Math.log(1.25) + 2 * Math.log(1.2))).isCloseTo(1.176, within(5e-4));
  }

  @Test
  void discountingFadesWithItsForceAndTheHorizonWithTime() {
    ParetoNbdWithTimeVaryingCovariates model =
        new ParetoNbdWithTimeVaryingCovariates(
            BASE, new CovariateEffects(Map.of("idle", 0.001)), NONE);
    CovariatePath path = cutAllOver(500);
    DatedHistory customer = CUSTOMERS.get(3);
    LocalDate to = END.plusDays(91);
    assertThat(model.discountedPurchases(customer, path, to, 1e-12))
        .isCloseTo(model.expectedPurchases(customer, path, to), within(1e-10));
    LocalDate edge = path.axis().range().endExclusive();
    assertThat(model.discountedPurchasesWithLastValues(customer, path, 5))
        .isCloseTo(model.discountedPurchases(customer, path, edge, 5), within(1e-10));
    assertThat(model.discountedPurchases(customer, path, customer.end(), 0.1)).isZero();
    assertThat(model.expectedPurchases(customer, path, customer.end())).isZero();
  }

  @Test
  void drawsTheCustomersOfTheBaseWithoutEffects() {
    ParetoNbdWithTimeVaryingCovariates model =
        new ParetoNbdWithTimeVaryingCovariates(
            BASE, new CovariateEffects(Map.of("idle", 0.0)), NONE);
    for (int seed = 0; seed < 50; seed++) {
      SimulatedCustomer drawn =
          model.simulate(cutAllOver(500), FIRST, END, new SplittableRandom(seed));
      SimulatedCustomer truth =
          BASE.simulate(TimeScale.WEEK.ofDays(400), new SplittableRandom(seed));
      assertThat(drawn.purchases()).isEqualTo(truth.purchases());
      assertThat(drawn.leavesAt().orElseThrow() / truth.leavesAt().orElseThrow())
          .isCloseTo(1, within(ROUNDING));
      for (int i = 0; i < drawn.purchases(); i++) {
        assertThat(drawn.purchaseTime(i) / truth.purchaseTime(i)).isCloseTo(1, within(ROUNDING));
      }
    }
  }

  @Test
  void drawsAsManyPurchasesAsExpected() {
    ParetoNbdWithTimeVaryingCovariates model =
        new ParetoNbdWithTimeVaryingCovariates(
            new ParetoNbd(2, 10, 1.5, 20, TimeScale.WEEK),
            new CovariateEffects(Map.of("season", 1.2)),
            new CovariateEffects(Map.of("season", -0.8)));
    List<LocalDate> quarters =
        IntStream.range(0, 6).mapToObj(q -> FIRST.plusDays(90L * q)).toList();
    CovariatePath path =
        CovariatePath.of(PeriodAxis.ofBoundaries(quarters))
            .withValues("season", new double[] {0, 1, 0, 1, 0});
    LocalDate middle = FIRST.plusDays(120);
    SplittableRandom random = new SplittableRandom(7);
    int customers = 20_000;
    long purchases = 0;
    long early = 0;
    long alive = 0;
    for (int i = 0; i < customers; i++) {
      SimulatedCustomer drawn = model.simulate(path, FIRST, END, random.split());
      purchases += drawn.purchases();
      early += drawn.purchasesUntil(TimeScale.WEEK.ofDays(120));
      alive += drawn.isAliveAt(TimeScale.WEEK.ofDays(400)) ? 1 : 0;
    }
    DatedHistory fresh = DatedHistory.startingAt(FIRST);
    // Four standard errors: counts have a standard deviation of about their mean.
    double all = model.expectedPurchases(path, FIRST, END);
    assertThat(purchases / (double) customers / all).isCloseTo(1, within(0.03));
    double untilMiddle = model.expectedPurchases(path, FIRST, middle);
    assertThat(early / (double) customers / untilMiddle).isCloseTo(1, within(0.03));
    assertThat(alive / (double) customers)
        .isCloseTo(model.probabilityAlive(fresh, path, END), within(0.014));
  }

  @Test
  void refusesWhatIsNotKnown() {
    ParetoNbdWithTimeVaryingCovariates model =
        new ParetoNbdWithTimeVaryingCovariates(
            BASE, new CovariateEffects(Map.of("season", 1.0)), NONE);
    CovariatePath path = days(30).withConstant("season", 1);
    DatedHistory customer = history(FIRST.plusDays(20), 7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.expectedPurchases(customer, path, FIRST.plusDays(31)))
        .withMessage(
            "date (2024-01-31) must be covered by the covariates, known for"
                + " [2024-01-01, 2024-01-31)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.logLikelihood(history(FIRST.plusDays(90), 80), path))
        .withMessage(
            "date (2024-03-21) must be covered by the covariates, known for"
                + " [2024-01-01, 2024-01-31)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.expectedPurchases(customer, path, FIRST.plusDays(19)))
        .withMessage("to (2024-01-20) must not be before the end of the history (2024-01-21)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.probabilityAlive(customer, days(30)))
        .withMessage("covariate (season) must be one of ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.probabilityAlive(customer, days(30).withConstant("season", 999)))
        .withMessageStartingWith("factors of rates (purchase [Infinity, Infinity], attrition [1.0")
        .withMessageEndingWith(") must be between 1.0E-60 and 1.0E60");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.discountedPurchases(customer, path, FIRST.plusDays(30), 0))
        .withMessage("force (0.0) must be over 0 and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.simulate(path, FIRST, FIRST, new SplittableRandom(1)))
        .withMessage("end (2024-01-01) must be after first (2024-01-01)");
  }
}
