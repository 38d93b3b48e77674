package io.github.retention4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.activity.ActivityAccumulator;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.Work;
import io.github.retention4j.attention.RfmCalculator;
import io.github.retention4j.cohort.CohortAmount;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.NormalPriors;
import io.github.retention4j.estimation.ParameterRange;
import io.github.retention4j.lifecycle.EngagementWindow;
import io.github.retention4j.money.Money;
import io.github.retention4j.purchase.DatedHistory;
import io.github.retention4j.purchase.GgomNbd;
import io.github.retention4j.purchase.ParetoNbd;
import io.github.retention4j.purchase.PurchaseHistory;
import io.github.retention4j.renewal.BetaDiscreteWeibull;
import io.github.retention4j.survival.KaplanMeier;
import io.github.retention4j.survival.LifetimeLimit;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What random calls have found, each with what it must do instead. */
class FoundByFuzzingTest {

  private static final CustomerId ADA = CustomerId.of("Ada");
  private static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);

  @Test
  void rangesEndAtADateThatThereIs() {
    refuses(
        () -> DateRange.ofDays(LocalDate.MAX, 1),
        "days (1) from start (+999999999-12-31) must not end after +999999999-12-31");
    refuses(
        () -> DateRange.closed(NEW_YEAR, LocalDate.MAX),
        "last (+999999999-12-31) must have a day after it");
    assertThat(EngagementWindow.rollingDays(7).endingOn(LocalDate.MIN)).isEmpty();
  }

  @Test
  void anInstantBeyondTheDatesHasNone() {
    refuses(
        () -> BusinessZone.of("+18:00").dateOf(Instant.MAX),
        "instant (+1000000000-12-31T23:59:59.999999999Z) must have a date of java.time in zone"
            + " +18:00");
  }

  @Test
  void logsTakeDaysOf32Bits() {
    Event first = Event.of(ADA, LocalDate.MIN);
    refuses(
        () -> EventLog.of(List.of(first), NEW_YEAR),
        "date (-999999999-01-01) must be from -5877641-06-23 to +5881580-07-11");
    String end =
        "observationEndExclusive (+999999999-12-31) must be from -5877641-06-23 to"
            + " +5881580-07-11";
    refuses(() -> EventLog.of(List.of(first), LocalDate.MAX), end);
    refuses(() -> EventLog.ofDays(new long[1], new int[1], LocalDate.MAX), end);
    PeriodAxis axis = PeriodAxis.days(DateRange.ofDays(NEW_YEAR, 1));
    refuses(() -> ActivityAccumulator.on(axis, LocalDate.MAX), end);
    long[] second = {Instant.MIN.getEpochSecond()};
    BusinessZone utc = BusinessZone.of("UTC");
    refuses(
        () -> EventLog.ofInstants(new long[1], second, utc, NEW_YEAR),
        "date (-365243219528 days from 1970) must be from -5877641-06-23 to +5881580-07-11");
  }

  @Test
  void beforeAllPurchasesIsBeforeAllPurchases() {
    EventLog log = EventLog.of(List.of(Event.of(ADA, NEW_YEAR)), NEW_YEAR.plusDays(1));
    ThrowingCallable dayBefore =
        () -> RfmCalculator.withDefaults().calculate(log, NEW_YEAR.minusDays(1));
    ThrowingCallable everBefore = () -> RfmCalculator.withDefaults().calculate(log, LocalDate.MIN);
    assertThatIllegalArgumentException().isThrownBy(dayBefore);
    assertThatIllegalArgumentException().isThrownBy(everBefore);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+2147483647", "1E+300", "1E-2147483647", "1E-301"})
  void amountsCanBeWrittenOut(String amount) {
    refuses(
        () -> Money.of("USD", amount),
        "amount (" + amount + ") must have at most 300 digits before and after the point");
  }

  @Test
  void sumsOfSquaresCanBeWrittenOut() {
    BigDecimal huge = new BigDecimal("1E+2147483647");
    refuses(
        () -> new CohortAmount(Money.of("USD", 0), 1, 1, 1, huge),
        "sumOfSquares (1E+2147483647) must have at most 1000 digits");
  }

  @Test
  void threadsAreNotWithoutEnd() {
    String message = "threads (2147483647) must be at most 1024";
    refuses(() -> Work.onThreads(Integer.MAX_VALUE), message);
    refuses(() -> FitOptions.defaults().withThreads(Integer.MAX_VALUE), message);
    refuses(() -> KaplanMeier.withDefaults().withThreads(Integer.MAX_VALUE), message);
  }

  @Test
  void startsAreFinite() {
    List<List<Double>> starts = List.of(List.of(1.0, Double.NaN));
    FitOptions defaults = FitOptions.defaults();
    refuses(
        () -> new FitOptions(1, 1, defaults.penalty(), starts),
        "extraStarts ([1.0, NaN]) must be finite");
  }

  @Test
  void aPriorLiesInTheRangeOfItsParameter() {
    NormalPriors priors = new NormalPriors(Map.of("m", new NormalPriors.NormalPrior(2, 1)));
    refuses(
        () -> priors.slopeAt("m", ParameterRange.CORRELATION, 0.5),
        "median (2.0) must be in the range CORRELATION of the parameter");
  }

  @Test
  void limitsAreNumbers() {
    refuses(() -> new LifetimeLimit.Reached(Double.NaN), "at (NaN) must be a number");
    refuses(() -> new LifetimeLimit.NotReached(Double.NaN), "lastObserved (NaN) must be a number");
  }

  @Test
  void parametersOfModelsStayWithinBounds() {
    refuses(
        () -> new ParetoNbd(0.5, 1, 2, Double.MAX_VALUE, TimeScale.WEEK),
        "beta (1.7976931348623157E308) must be from 1.0E-100 to 1.0E100");
    refuses(
        () -> new BetaDiscreteWeibull(1, 1, 1e-300),
        "c (1.0E-300) must be from 1.0E-100 to 1.0E100");
  }

  @Test
  void theShortestTimeIsIntegratedOver() {
    GgomNbd model = new GgomNbd(75.8, 3, 68, 1, 1, TimeScale.DAY);
    assertThat(model.probabilityAlive(new PurchaseHistory(0, 0, Double.MIN_VALUE))).isEqualTo(1);
  }

  /** Survival falls as t^(-alpha c) there, on either side of where t^c leaves the doubles. */
  @ParameterizedTest
  @CsvSource({"0, 130000, 200000", "0, 200000, 3e7", "7, 130000, 200000", "1000000, 1000, 2000"})
  void survivalGoesOnWhereThePowerEnds(long age, double sooner, double later) {
    BetaDiscreteWeibull model = new BetaDiscreteWeibull(0.04, 1, 60);
    double fall =
        model.logConditionalSurvival(age, later) - model.logConditionalSurvival(age, sooner);
    double expected = -0.04 * 60 * Math.log((age + later) / (age + sooner));
    assertThat(fall).isCloseTo(expected, within(1e-9));
  }

  @Test
  void aSlowFallHasAMeanAllTheSame() {
    BetaDiscreteWeibull model = new BetaDiscreteWeibull(0.03920020843052907, 1, 48.218400012496986);
    assertThat(model.expectedLifetime().orElseThrow()).isGreaterThan(1).isFinite();
    assertThat(new BetaDiscreteWeibull(0.6, 1, 1e100).discountedLifetime(0, 1e-3)).isFinite();
  }

  @Test
  void aHistoryMayBeginOnTheLastDay() {
    DatedHistory history = DatedHistory.startingAt(LocalDate.MAX);
    assertThat(history.repeats()).isEmpty();
    refuses(
        () -> new DatedHistory(NEW_YEAR, List.of(NEW_YEAR), NEW_YEAR),
        "repeat purchase (2024-01-01) must not be before 2024-01-02");
  }

  private static void refuses(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }
}
