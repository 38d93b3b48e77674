package io.github.retention4j.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.CohortAmountCell.NotYetObserved;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.cohort.CohortRule.SuppliedDates;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CohortAmountTableTest {

  private static final LocalDate END = LocalDate.of(2024, 4, 10);
  private static final PeriodAxis MONTHS =
      PeriodAxis.months(new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 5, 1)));
  private static final CustomerId A = CustomerId.of("a");
  private static final CustomerId B = CustomerId.of("b");
  private static final CustomerId C = CustomerId.of("c");

  /**
   * An event such as {@code a3:-2.50} is of customer a on the fifth of March; {@code a3} is free.
   */
  private static EventLog log(String events) {
    List<Event> list = new ArrayList<>();
    for (String text : events.split(" ", -1)) {
      Event event =
          Event.of(
              CustomerId.of(text.substring(0, 1)),
              LocalDate.of(2024, Integer.parseInt(text.substring(1, 2)), 5));
      list.add(text.length() == 2 ? event : event.withAmount(Money.of("USD", text.substring(3))));
    }
    return EventLog.of(list, END);
  }

  private static AmountGrid amounts(String events) {
    return AmountGrid.from(log(events), MONTHS);
  }

  /** The example of the documentation. */
  private static final AmountGrid GRID = amounts("a1:10 a1:5 b1:15 b2:12 a3 a4:5 c3:8");

  private static final CohortAmountCalculator IN_PERIOD = CohortAmountCalculator.withDefaults();
  private static final CohortAmountCalculator CUMULATIVE = IN_PERIOD.with(AgeAmount.CUMULATIVE);

  /** Cells of a row: the sum, payers and events; in brackets if not yet observed. */
  private static List<String> rows(CohortAmountTable table) {
    return IntStream.range(0, table.cohorts().size()).mapToObj(row -> row(table, row)).toList();
  }

  private static String row(CohortAmountTable table, int row) {
    Cohort cohort = table.cohorts().get(row);
    List<String> cells =
        IntStream.range(0, table.ages(row)).mapToObj(age -> text(table.cell(row, age))).toList();
    return cohort.label() + " " + cohort.size() + ": " + String.join(" ", cells);
  }

  private static String text(CohortAmountCell cell) {
    return cell instanceof NotYetObserved open
        ? "(" + text(open.sumSoFar(), open.payersSoFar(), open.eventsSoFar()) + ")"
        : cell.amount().map(it -> text(it.sum(), it.payers(), it.events())).orElseThrow();
  }

  private static String text(Money sum, long payers, long events) {
    return sum.amount().stripTrailingZeros().toPlainString() + "/" + payers + "/" + events;
  }

  private static CohortAmount observed(CohortAmountTable table, int row, int age) {
    return table.cell(row, age).amount().orElseThrow();
  }

  @Test
  void sumsWhatMembersPaidAtEachAge() {
    CohortAmountTable table = IN_PERIOD.calculate(GRID);
    assertThat(rows(table))
        .containsExactly("2024-01 2: 30/2/3 12/1/1 0/0/0 (5/1/1)", "2024-03 1: 8/1/1 (0/0/0)");
    assertThat(observed(table, 0, 1).perMember()).isEqualTo(MonetaryEstimate.of("USD", 6));
    assertThat(observed(table, 0, 1).perPayer()).contains(MonetaryEstimate.of("USD", 12));
    assertThat(observed(table, 0, 0).perEvent()).contains(MonetaryEstimate.of("USD", 10));
    assertThat(observed(table, 0, 0).sumOfSquares()).isEqualByComparingTo("450");
    assertThat(table.cell(0, 3).amount()).isEmpty();
    assertThat(table.rule()).isEqualTo(StartEvent.FIRST);
    assertThat(table.measure()).isEqualTo(AgeAmount.IN_PERIOD);
    assertThat(table.currency()).isEqualTo(Currency.getInstance("USD"));
    assertThat(table.granularity()).isEqualTo(Granularity.MONTH);
    assertThat(table.cohortGranularity()).isEqualTo(Granularity.MONTH);
    assertThat(table.label(2)).isEqualTo("2");
  }

  @Test
  void sumsUpToAnAge() {
    CohortAmountTable table = CUMULATIVE.calculate(GRID);
    assertThat(rows(table))
        .containsExactly("2024-01 2: 30/2/3 42/2/4 42/2/4 (47/2/5)", "2024-03 1: 8/1/1 (8/1/1)");
    // a has paid 15, b 27
    assertThat(observed(table, 0, 2).sumOfSquares()).isEqualByComparingTo("954");
  }

  @Test
  void sumsOverBracketsOfAges() {
    CohortAmountTable table =
        IN_PERIOD
            .with(AgeBrackets.parse("1-2,3"))
            .calculate(amounts("a1:10 a2:3 a3:4 b1 b3:-2 b4:1 c1:1"));
    assertThat(rows(table)).containsExactly("2024-01 3: 5/2/3 (1/1/1)");
    assertThat(observed(table, 0, 0).sumOfSquares()).isEqualByComparingTo("53");
    assertThat(table.label(0)).isEqualTo("1-2");
    assertThat(table.amounts(0, 0)).isEqualTo(Map.of(A, usd("7"), B, usd("-2")));
  }

  private static Money usd(String amount) {
    return Money.of("USD", amount);
  }

  @Test
  void startsNeedNoAmounts() {
    ActivityGrid signUps = ActivityGrid.from(log("a1 b1 c1"), MONTHS);
    AmountGrid purchases = amounts("a1:30 b2:10 c2:20 d1:99");
    CohortAmountTable table = IN_PERIOD.calculate(signUps, purchases);
    assertThat(rows(table)).containsExactly("2024-01 3: 30/1/1 30/2/2 0/0/0 (0/0/0)");
    assertThat(observed(table, 0, 0).perMember()).isEqualTo(MonetaryEstimate.of("USD", 10));
    assertThat(observed(table, 0, 1).perPayer()).contains(MonetaryEstimate.of("USD", 15));
  }

  @Test
  void whatWasPaidBeforeTheStartCountsAtNoAge() {
    CohortRule rule = new SuppliedDates(Map.of(A, LocalDate.of(2024, 2, 20), B, END.minusDays(1)));
    assertThat(rows(IN_PERIOD.with(rule).calculate(amounts("a1:100 a2:1 a3:2 b3:50"))))
        .containsExactly("2024-02 1: 1/1/1 2/1/1 (0/0/0)", "2024-04 1: (0/0/0)");
  }

  @Test
  void everyStartCountsFromItself() {
    CohortAmountTable table =
        CUMULATIVE.with(StartEvent.EVERY_PERIOD).calculate(amounts("a1:1 a2:2 a3:4"));
    assertThat(rows(table))
        .containsExactly(
            "2024-01 1: 1/1/1 3/1/2 7/1/3 (7/1/3)",
            "2024-02 1: 2/1/1 6/1/2 (6/1/2)",
            "2024-03 1: 4/1/1 (4/1/1)");
    assertThat(table.amounts(1, 1)).isEqualTo(Map.of(A, usd("6")));
  }

  @Test
  void listsMembersAndWhatEachPaid() {
    CohortAmountTable table = CUMULATIVE.calculate(GRID);
    assertThat(table.members(0)).containsExactly(A, B);
    assertThat(table.amounts(0, 3)).isEqualTo(Map.of(A, usd("20"), B, usd("27")));
    assertThat(IN_PERIOD.calculate(GRID).amounts(0, 1)).isEqualTo(Map.of(B, usd("12")));
    assertThat(IN_PERIOD.calculate(GRID).amounts(0, 2)).isEmpty();
    assertThat(table.amounts(1, 0)).isEqualTo(Map.of(C, usd("8")));
    assertThatThrownBy(() -> table.amounts(1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> table.cell(1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void averagesLeaveOutOpenCells() {
    AmountGrid grid = amounts("a1:16 b1 b2:4 c2:5 d3:20 d4:7");
    List<CohortAmountAverage> averages = CUMULATIVE.calculate(grid).averages();
    assertThat(averages).hasSize(3);
    // age 0: 16/2, 5/1, 20/1
    assertThat(averages.get(0).simple()).isEqualTo(MonetaryEstimate.of("USD", 11));
    assertThat(averages.get(0).pooled().perMember())
        .isEqualTo(MonetaryEstimate.of("USD", 41 / 4.0));
    assertThat(averages.get(0).cohorts()).isEqualTo(3);
    // age 1: 20/2, 5/1; the cohort of March is open
    assertThat(averages.get(1).simple()).isEqualTo(MonetaryEstimate.of("USD", 7.5));
    assertThat(averages.get(1).pooled())
        .isEqualTo(
            new CohortAmount(usd("25"), 3, 3, 3, BigDecimal.valueOf(16 * 16 + 4 * 4 + 5 * 5)));
    assertThat(averages.get(2).cohorts()).isEqualTo(1);
  }

  @Test
  void groupsSumToTheWhole() {
    SortedMap<String, CohortAmountTable> parts =
        IN_PERIOD.calculate(GRID).breakdown(new Segmentation("plan", Map.of(B, "pro")));
    assertThat(parts.keySet()).containsExactly(Segmentation.UNASSIGNED, "pro");
    assertThat(parts.values().stream().map(CohortAmountTableTest::rows))
        .containsExactly(
            List.of("2024-01 1: 15/1/2 0/0/0 0/0/0 (5/1/1)", "2024-03 1: 8/1/1 (0/0/0)"),
            List.of("2024-01 1: 15/1/1 12/1/1 0/0/0 (0/0/0)"));
  }

  @Test
  void rollsUpToLongerRows() {
    PeriodAxis quarters =
        PeriodAxis.quarters(new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 7, 1)));
    CohortAmountTable table = IN_PERIOD.calculate(GRID).rolledUpTo(quarters);
    assertThat(rows(table)).containsExactly("2024-Q1 3: 38/3/4 (12/1/1) (0/0/0) (5/1/1)");
    // an open sum has all that was paid so far, by c too, who has no age 2 on the axis
    CohortAmountTable upTo = CUMULATIVE.calculate(GRID).rolledUpTo(quarters);
    assertThat(rows(upTo)).containsExactly("2024-Q1 3: 38/3/4 (50/3/5) (50/3/5) (55/3/6)");
    assertThat(upTo.amounts(0, 3)).isEqualTo(Map.of(A, usd("20"), B, usd("27"), C, usd("8")));
    assertThat(table.cohortGranularity()).isEqualTo(Granularity.QUARTER);
    assertThat(table.amounts(0, 0)).isEqualTo(Map.of(A, usd("15"), B, usd("15"), C, usd("8")));
    assertThatThrownBy(
            () -> IN_PERIOD.with(StartEvent.EVERY_PERIOD).calculate(GRID).rolledUpTo(quarters))
        .hasMessage("rule (EVERY_PERIOD) must be one of a single start for each customer");
  }

  @Test
  void showsTheCohortsAskedFor() {
    DateRange march = new DateRange(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 4, 1));
    assertThat(rows(IN_PERIOD.withCohortsStartingIn(march).calculate(GRID)))
        .containsExactly("2024-03 1: 8/1/1 (0/0/0)");
  }

  @Test
  void namesWhatDoesNotFit() {
    ActivityGrid days = ActivityGrid.from(log("a1"), PeriodAxis.days(MONTHS.range()));
    assertThatThrownBy(() -> IN_PERIOD.calculate(days, GRID))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "axis of amounts (" + MONTHS + ") must be that of starts (" + days.axis() + ")");
    CohortRule dates = new SuppliedDates(Map.of(A, LocalDate.of(2024, 2, 20)));
    assertThatThrownBy(() -> IN_PERIOD.with(dates).calculate(GRID.activity(), GRID))
        .hasMessage(
            "rule (supplied dates of 1 customers) must be one of events where start events are"
                + " given");
    List<Event> events = new ArrayList<>();
    for (int day = 1; day <= 18; day++) {
      events.add(
          Event.of(A, LocalDate.of(2024, day <= 9 ? 1 : 2, day), usd("9999999999999999.99")));
    }
    AmountGrid large = AmountGrid.from(EventLog.of(events, END), MONTHS);
    List<Event> ofThree = new ArrayList<>();
    for (CustomerId customer : List.of(A, B, C)) {
      for (int month = 1; month <= 2; month++) {
        for (int day = 1; day <= 4; day++) {
          ofThree.add(
              Event.of(customer, LocalDate.of(2024, month, day), usd("9999999999999999.99")));
        }
      }
    }
    assertThatThrownBy(
            () -> CUMULATIVE.calculate(AmountGrid.from(EventLog.of(ofThree, END), MONTHS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "amounts of cohort 2024-01 must be small enough to be summed and squared exactly");
    assertThat(observed(IN_PERIOD.calculate(large), 0, 1).sum())
        .isEqualTo(usd("89999999999999999.91"));
    assertThatThrownBy(() -> CUMULATIVE.calculate(large))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "amounts of customer a up to period 2024-02 (there USD 89999999999999999.91) must be"
                + " small enough to be summed and squared exactly at 2 decimals");
  }
}
