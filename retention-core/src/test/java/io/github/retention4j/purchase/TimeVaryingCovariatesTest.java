package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Covariates over time and histories with days. */
class TimeVaryingCovariatesTest {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final CustomerId ANN = CustomerId.of("Ann");
  private static final CustomerId BOB = CustomerId.of("Bob");

  private static final CovariatePath MONTHS =
      CovariatePath.of(PeriodAxis.months(new DateRange(START, START.plusMonths(3))));

  @Test
  void aPathHoldsItsValuesFromTheFirstToTheLastDayOfAPeriod() {
    CovariatePath path = MONTHS.withValues("season", new double[] {0, 1, 2}).withConstant("web", 5);
    assertThat(path.names()).containsExactly("season", "web");
    assertThat(path.values(LocalDate.of(2024, 1, 31)))
        .containsExactly(Map.entry("season", 0.0), Map.entry("web", 5.0));
    assertThat(path.values(LocalDate.of(2024, 2, 1))).containsEntry("season", 1.0);
    assertThat(path).hasToString("covariates season, web in 3 periods [2024-01-01, 2024-04-01)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> path.values(LocalDate.of(2024, 4, 1)))
        .withMessage(
            "date (2024-04-01) must be covered by the covariates, known for"
                + " [2024-01-01, 2024-04-01)");
  }

  @Test
  void aPathNamesThePeriodAtFault() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MONTHS.withValues("season", new double[2]))
        .withMessage("values of season (2) must be as many as periods (3)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MONTHS.withValues("season", new double[] {0, Double.NaN, 0}))
        .withMessage("season (NaN) of [2024-02-01, 2024-03-01) must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MONTHS.withConstant("web", Double.POSITIVE_INFINITY))
        .withMessage("web (Infinity) must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MONTHS.withConstant("web", 1).withValues("web", new double[3]))
        .withMessage("name (web) must be new to the path");
  }

  @Test
  void aTableJoinsWhatIsCommonOwnAndConstant() {
    double[] mails = {0, 3, 0};
    TimeVaryingCovariates table =
        TimeVaryingCovariates.of(MONTHS.withValues("season", new double[] {0, 1, 2}))
            .withCustomerValues("mail", Map.of(ANN, mails))
            .withConstants(
                CustomerCovariates.of(List.of(ANN, BOB)).withNumbers("age", new double[] {3, 4}));
    mails[1] = 9;
    assertThat(table.names()).containsExactly("season", "mail", "age");
    assertThat(table.path(ANN).values(LocalDate.of(2024, 2, 9)))
        .containsExactly(Map.entry("season", 1.0), Map.entry("mail", 3.0), Map.entry("age", 3.0));
    assertThat(table).asString().startsWith("covariates season, mail, age in 3 x month");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.path(BOB))
        .withMessage("customer (Bob) must have covariates");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.withCustomerValues("age", Map.of()))
        .withMessage("name (age) must be new to the table");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.withCustomerValues("visits", Map.of(BOB, new double[1])))
        .withMessage("customer Bob: values of visits (1) must be as many as periods (3)");
  }

  @Test
  void aHistoryKeepsItsDaysInOrder() {
    DatedHistory history =
        new DatedHistory(START, List.of(START.plusDays(7), START.plusDays(21)), START.plusDays(28));
    assertThat(history.in(TimeScale.WEEK)).isEqualTo(new PurchaseHistory(2, 3, 4));
    assertThat(DatedHistory.startingAt(START).last()).isEqualTo(START);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DatedHistory(START, List.of(START), START))
        .withMessage("repeat purchase (2024-01-01) must be after 2024-01-01");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new DatedHistory(
                    START, List.of(START.plusDays(7), START.plusDays(6)), START.plusDays(9)))
        .withMessage("repeat purchase (2024-01-07) must not be before 2024-01-08");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DatedHistory(START, List.of(START.plusDays(7)), START))
        .withMessage("end (2024-01-01) must not be before the last purchase (2024-01-08)");
  }

  @Test
  void theDaysOfADrawnCustomerAreThoseOnWhichItsTimesFall() {
    SimulatedCustomer customer = SimulatedCustomer.of(new double[] {0.1, 1, 1.1, 2.9, 3.1}, 9);
    assertThat(DatedHistory.from(customer, START, START.plusDays(20), TimeScale.WEEK))
        .isEqualTo(
            new DatedHistory(
                START, List.of(START.plusDays(7), START.plusDays(20)), START.plusDays(20)));
  }

  private static Event buy(CustomerId customer, int day) {
    return Event.of(customer, START.plusDays(day));
  }

  @Test
  void aSampleWithDatesHasThoseOfCalibration() {
    EventLog log =
        EventLog.of(
            List.of(
                buy(ANN, 0),
                buy(ANN, 0),
                buy(ANN, 7),
                buy(ANN, 21),
                buy(ANN, 21),
                buy(ANN, 30),
                buy(BOB, 28),
                buy(CustomerId.of("Cleo"), 29)),
            START.plusDays(60));
    PurchaseSampler sampler = PurchaseSampler.withDefaults().withCalibrationEnd(START.plusDays(29));
    DatedPurchases merged = sampler.sampleWithDates(log);
    assertThat(merged.sample().customers()).containsExactly(ANN, BOB);
    assertThat(merged.history(0))
        .isEqualTo(
            new DatedHistory(
                START, List.of(START.plusDays(7), START.plusDays(21)), START.plusDays(28)));
    assertThat(merged.history(1)).isEqualTo(DatedHistory.startingAt(START.plusDays(28)));
    assertThat(merged.history(0).in(TimeScale.WEEK)).isEqualTo(merged.sample().history(0));
    assertThat(merged).asString().endsWith(", with dates");
    DatedPurchases each =
        sampler
            .with(SameDayPurchases.EACH_COUNTS)
            .with(AgeConvention.TO_END_OF_LAST_DAY)
            .sampleWithDates(log);
    assertThat(each.history(0).repeats())
        .containsExactly(START.plusDays(7), START.plusDays(21), START.plusDays(21));
    assertThat(each.history(0).end()).isEqualTo(START.plusDays(29));
  }

  @Test
  void aSampleIsMadeOfHistoriesToo() {
    DatedHistory history = new DatedHistory(START, List.of(START.plusDays(7)), START.plusDays(9));
    DatedPurchases purchases =
        DatedPurchases.of(
            TimeScale.WEEK, List.of(ANN, BOB), List.of(history, DatedHistory.startingAt(START)));
    assertThat(purchases.history(0)).isEqualTo(history);
    assertThat(purchases.sample().timeScale()).isEqualTo(TimeScale.WEEK);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DatedPurchases.of(TimeScale.WEEK, List.of(ANN, BOB), List.of(history)))
        .withMessage("purchases (1) must be as many as customers (2)");
  }
}
