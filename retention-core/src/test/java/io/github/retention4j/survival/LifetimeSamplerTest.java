package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.retention.ChurnRule;
import io.github.retention4j.retention.MovementCalculator;
import io.github.retention4j.retention.PeriodMovement;
import io.github.retention4j.revenue.LossReason;
import io.github.retention4j.revenue.OpeningRevenue;
import io.github.retention4j.revenue.RevenueCollector;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.revenue.RevenueGridBuilder;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LifetimeSamplerTest {

  private static final DateRange HALF_YEAR =
      DateRange.closed(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30));

  private static final LifetimeSampler SAMPLER = LifetimeSampler.withDefaults();

  /** A in January and February, B in March and June, C in May. */
  private static final EventLog LOG = log("A1 A2 B3 B6 C5");

  private static EventLog log(String activity) {
    List<Event> events = new ArrayList<>();
    for (String it : activity.split(" ", -1)) {
      LocalDate day = LocalDate.of(2024, it.charAt(1) - '0', 10);
      events.add(Event.of(CustomerId.of(it.substring(0, 1)), day));
    }
    return EventLog.of(events, HALF_YEAR.endExclusive());
  }

  private static ActivityGrid months(EventLog log) {
    return ActivityGrid.from(log, PeriodAxis.months(HALF_YEAR));
  }

  private static List<String> words(LifetimeSample sample) {
    return IntStream.range(0, sample.rows())
        .mapToObj(
            row ->
                sample.customer(row)
                    + " "
                    + (sample.hasEntries() ? TextTable.number(sample.entry(row)) + "-" : "")
                    + TextTable.number(sample.duration(row))
                    + (sample.left(row) ? " lost" : ""))
        .toList();
  }

  @Test
  void endsALifetimeInThePeriodOfTheLoss() {
    LifetimeSample sample = SAMPLER.with(ChurnRule.noActivityFor(2)).sample(months(LOG));
    assertThat(words(sample)).containsExactly("A 3 lost", "B 2 lost", "C 1");
    assertThat(sample.timeScale()).isEqualTo(TimeScale.MEAN_MONTH);
    assertThat(words(SAMPLER.sample(months(LOG))))
        .containsExactly("A 2 lost", "B 1 lost", "C 1 lost");
  }

  @Test
  void endsALifetimeWithTheLastActivity() {
    LifetimeSampler last =
        SAMPLER.with(ChurnRule.noActivityFor(2)).with(LifetimeStop.LAST_ACTIVITY);
    // Silence is told for those whose first silent period is May or earlier.
    assertThat(words(last.sample(months(LOG)))).containsExactly("A 2 lost", "B 1 lost", "C 0");
    assertThat(words(last.sample(months(log("A1 A2 A5 C6"))))).containsExactly("A 2 lost");
    assertThat(words(last.sample(months(log("A1 A2 A3 A4 A5"))))).containsExactly("A 4");
  }

  @Test
  void countsEachStayOfAReturningCustomerWhenAsked() {
    LifetimeSampler each =
        SAMPLER.with(ChurnRule.noActivityFor(2)).with(ReturningCustomers.EACH_STAY_COUNTS);
    assertThat(words(each.sample(months(LOG))))
        .containsExactly("A 3 lost", "B 2 lost", "B 0", "C 1");
  }

  @Test
  void losesCustomersWhereMovementsDo() {
    for (int silence = 1; silence <= 3; silence++) {
      ChurnRule rule = ChurnRule.noActivityFor(silence);
      ActivityGrid grid = months(log("A1 A2 B3 B6 C5 D1 D4 E1 E2 E3 E4 E5 E6 F2"));
      LifetimeSample sample =
          SAMPLER.with(rule).with(ReturningCustomers.EACH_STAY_COUNTS).sample(grid);
      List<PeriodMovement> movements = MovementCalculator.withDefaults().with(rule).calculate(grid);
      long lost = movements.stream().mapToLong(it -> it.movement().lost().size()).sum();
      assertThat(IntStream.range(0, sample.rows()).filter(sample::left).count()).isEqualTo(lost);
    }
  }

  @Test
  void takesEndDatesAsTheyAre() {
    ChurnRule rule =
        ChurnRule.endDates(
            Map.of(
                CustomerId.of("A"), LocalDate.of(2024, 4, 1),
                CustomerId.of("C"), LocalDate.of(2024, 5, 31)));
    assertThat(words(SAMPLER.with(rule).sample(months(LOG))))
        .containsExactly("A 3 lost", "B 3", "C 0 lost");
    assertThat(words(SAMPLER.with(rule).sample(LOG)))
        .containsExactly("A 82 lost", "B 112", "C 21 lost");
    assertThatThrownBy(
            () ->
                SAMPLER
                    .with(ChurnRule.endDates(Map.of(CustomerId.of("A"), LocalDate.of(2024, 2, 10))))
                    .sample(LOG))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "end date (2024-02-10) of customer A must be after its last activity (2024-02-10)");
    assertThatThrownBy(
            () ->
                SAMPLER
                    .with(ChurnRule.endDates(Map.of(CustomerId.of("Z"), LocalDate.of(2024, 2, 10))))
                    .sample(LOG))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("endDates (Z) must name customers with activity; 1 have none");
  }

  @Test
  void readsALogDayByDay() {
    LifetimeSample sample = SAMPLER.with(ChurnRule.noActivityFor(60)).sample(LOG);
    // A from 10 January to 10 February and 60 days; C from 10 May to 30 June.
    assertThat(words(sample)).containsExactly("A 91 lost", "B 60 lost", "C 51");
    assertThat(sample.timeScale()).isEqualTo(TimeScale.DAY);
  }

  @Test
  void countsQuartersAsThreeMonths() {
    ActivityGrid grid = ActivityGrid.from(LOG, PeriodAxis.quarters(HALF_YEAR));
    LifetimeSample sample = SAMPLER.sample(grid);
    assertThat(sample.timeScale()).isEqualTo(TimeScale.MEAN_MONTH);
    assertThat(words(sample)).containsExactly("A 3 lost", "B 3", "C 0");
    assertThatThrownBy(
            () ->
                SAMPLER.sample(
                    ActivityGrid.from(
                        LOG,
                        PeriodAxis.ofBoundaries(
                            List.of(HALF_YEAR.start(), HALF_YEAR.endExclusive())))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "granularity (CUSTOM) must be one of equal periods: make the grid on an axis of days");
  }

  @Test
  void seesContractsThroughAWindow() {
    List<CustomerStay> stays =
        List.of(
            stay("a", 1, 15),
            stay("b", 5, 0),
            stay("c", 12, 14),
            stay("d", 5, 21),
            stay("e", 1, 11),
            stay("f", 1, 10),
            stay("g", 20, 0),
            stay("h", 25, 0),
            stay("i", 10, 11));
    DateRange window = DateRange.closed(january(11), january(20));
    LifetimeSample sample = SAMPLER.sample(stays, window);
    assertThat(words(sample))
        .containsExactly(
            "a 9-14 lost", "b 5-15", "c 0-2 lost", "d 5-15", "e 9-10 lost", "i 0-1 lost");
    assertThatThrownBy(() -> SAMPLER.sample(List.of(stay("f", 1, 10)), window))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("stays (1) must have one that lasts into the window [2024-01-11, 2024-01-21)");
    assertThatThrownBy(() -> stay("x", 3, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("endExclusive (2024-01-03) of customer x must be after its start (2024-01-03)");
  }

  private static CustomerStay stay(String customer, int start, int end) {
    return new CustomerStay(
        CustomerId.of(customer),
        january(start),
        end == 0 ? Optional.empty() : Optional.of(january(end)));
  }

  private static LocalDate january(int day) {
    return LocalDate.of(2024, 1, day);
  }

  @Test
  void refusesToSampleNobody() {
    assertThatThrownBy(
            () ->
                SAMPLER
                    .with(ChurnRule.noActivityFor(9))
                    .with(LifetimeStop.LAST_ACTIVITY)
                    .sample(months(LOG)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("customers (0) must be one or more that came early enough to be observed");
  }

  private static final Currency USD = Currency.getInstance("USD");

  /** For each customer the months of 2024 in which it paid; o is what stood before January. */
  private static RevenueGrid paying(String months) {
    RevenueCollector table =
        RevenueCollector.on(PeriodAxis.months(HALF_YEAR), HALF_YEAR.endExclusive(), USD)
            .with(OpeningRevenue.SUPPLIED);
    for (String it : months.split(" ", -1)) {
      CustomerId customer = CustomerId.of(it.substring(0, 1));
      if (it.charAt(1) == 'o') {
        table.addOpening(customer, Money.of("USD", 10));
      } else {
        table.add(customer, LocalDate.of(2024, it.charAt(1) - '0', 1), Money.of("USD", 10));
      }
    }
    return table.toGrid();
  }

  @Test
  void readsLifetimesFromRecurringRevenue() {
    LifetimeSample sample = SAMPLER.sample(paying("A1 A2 A3 B4 B5 B6 D1 D3"));
    assertThat(sample.timeScale()).isEqualTo(TimeScale.MEAN_MONTH);
    assertThat(words(sample)).containsExactly("A 3 lost", "B 2", "D 1 lost");
    assertThat(sample.reasons()).containsExactly("unknown");
    assertThat(words(SAMPLER.with(ReturningCustomers.EACH_STAY_COUNTS).sample(paying("D1 D3 D4"))))
        .containsExactly("D 1 lost", "D 2 lost");
  }

  /** A leaves in March as its card has expired, B in April of its own will. */
  @Test
  void keepsTheReasonsOfLosses() {
    RevenueGridBuilder grid =
        RevenueGridBuilder.on(PeriodAxis.months(HALF_YEAR), HALF_YEAR.endExclusive(), USD)
            .with(OpeningRevenue.ZERO);
    grid.startCustomer(CustomerId.of("A"));
    grid.step(0, 100);
    grid.step(2, 0, 0, LossReason.INVOLUNTARY);
    grid.startCustomer(CustomerId.of("B"));
    grid.step(1, 100);
    grid.step(3, 0, 0, LossReason.VOLUNTARY);
    LifetimeSample sample = SAMPLER.sample(grid.grid());
    assertThat(words(sample)).containsExactly("A 2 lost", "B 2 lost");
    assertThat(sample.end(0)).isEqualTo(LifetimeEnd.left("involuntary"));
    assertThat(sample.end(1)).isEqualTo(LifetimeEnd.left("voluntary"));
  }

  @Test
  void aCustomerOfUnknownStartIsNamedOrLeftOut() {
    RevenueGrid grid = paying("A1 A2 A3 Co C1 E2 Eo");
    assertThatThrownBy(() -> SAMPLER.sample(grid))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "customer (C) must have begun within the data; 2 began earlier: begin the periods"
                + " earlier, or have them left out");
    LifetimeSampler leaving = SAMPLER.with(UnknownStarts.LEFT_OUT);
    assertThat(words(leaving.sample(grid))).containsExactly("A 3 lost");
    assertThat(words(leaving.with(ReturningCustomers.EACH_STAY_COUNTS).sample(grid)))
        .containsExactly("A 3 lost", "E 1 lost");
    assertThatThrownBy(() -> leaving.sample(paying("Co C1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("customers (0) must be one or more that began within the complete periods");
  }
}
