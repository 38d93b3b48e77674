package io.github.retention4j.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.AmountAccumulator;
import io.github.retention4j.activity.FaultPolicy;
import io.github.retention4j.activity.Rejection;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RevenueCollectorTest {

  private static final DateRange RANGE =
      new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 1));
  private static final PeriodAxis MONTHS = PeriodAxis.months(RANGE);
  private static final Currency USD = Currency.getInstance("USD");
  private static final CustomerId A = CustomerId.of("a");
  private static final CustomerId B = CustomerId.of("b");

  private static RevenueCollector collector() {
    return RevenueCollector.on(MONTHS, RANGE.endExclusive(), USD);
  }

  private static LocalDate month(int month) {
    return LocalDate.of(2024, month, 15);
  }

  private static List<Long> revenue(RevenueGrid grid, int row) {
    return IntStream.range(-1, MONTHS.size())
        .mapToObj(period -> grid.unitsAt(row, period))
        .toList();
  }

  @Test
  void rowsComeInAnyOrderAndAddUp() {
    RevenueCollector collector = collector().withDecimals(0);
    collector.add(B, month(2), Money.of("USD", 7));
    collector.add(A, month(5), Money.of("USD", 1));
    collector.add(A, month(1), Money.of("USD", 5));
    collector.add(A, month(2), Money.of("USD", 10));
    collector.add(A, month(2), Money.of("USD", -4));
    RevenueGrid grid = collector.toGrid();
    assertThat(grid.customers()).containsExactly(A, B);
    // March and April have no rows: zero, not a gap.
    assertThat(revenue(grid, 0)).containsExactly(0L, 5L, 6L, 0L, 0L, 1L);
    assertThat(revenue(grid, 1)).containsExactly(0L, 0L, 7L, 0L, 0L, 0L);
    assertThat(grid.firstPeriod()).isEqualTo(1);
    collector.add(B, month(3), Money.of("USD", 7));
    assertThat(revenue(collector.toGrid(), 1)).containsExactly(0L, 0L, 7L, 7L, 0L, 0L);
    assertThat(collector.offered()).isEqualTo(6);
    assertThat(collector.rejections()).isEmpty();
  }

  @Test
  void anOpenPeriodWithoutRowsIsNotZero() {
    RevenueCollector collector =
        RevenueCollector.on(MONTHS, LocalDate.of(2024, 5, 20), USD).withDecimals(0);
    collector.add(9, month(3), Money.of("USD", 5));
    collector.add(8, month(4), Money.of("USD", 5));
    RevenueGrid grid = collector.toGrid();
    assertThat(grid.completePeriods()).isEqualTo(4);
    assertThat(revenue(grid, 0)).containsExactly(0L, 0L, 0L, 0L, 5L, 5L);
    assertThat(revenue(grid, 1)).containsExactly(0L, 0L, 0L, 5L, 0L, 0L);
  }

  @Test
  void theOpeningIsUnknownZeroOrSupplied() {
    RevenueCollector zero = collector().with(OpeningRevenue.ZERO);
    zero.add(A, month(1), Money.of("USD", 5));
    assertThat(zero.toGrid().firstPeriod()).isZero();
    assertThatThrownBy(() -> zero.addOpening(A, Money.of("USD", 5)))
        .hasMessage("opening (ZERO) must be SUPPLIED where customer a has one");
    RevenueCollector supplied = collector().with(OpeningRevenue.SUPPLIED).withDecimals(0);
    supplied.add(1, month(1), Money.of("USD", 5));
    supplied.addOpening(1, Money.of("USD", 4));
    supplied.addOpening(2, Money.of("USD", 3));
    RevenueGrid grid = supplied.toGrid();
    assertThat(grid.firstPeriod()).isZero();
    assertThat(revenue(grid, 0)).containsExactly(4L, 5L, 0L, 0L, 0L, 0L);
    assertThat(revenue(grid, 1)).containsExactly(3L, 0L, 0L, 0L, 0L, 0L);
    RevenueCollector byName = collector().with(OpeningRevenue.SUPPLIED);
    byName.addOpening(B, Money.of("USD", 3));
    assertThat(byName.toGrid().unitsAt(0, -1)).isEqualTo(30_000_000_000L);
  }

  @Test
  void stopsAtAFault() {
    RevenueCollector collector = collector();
    assertThatThrownBy(() -> collector.add(A, LocalDate.of(2024, 6, 1), Money.of("USD", 1)))
        .hasMessage("day (2024-06-01) of customer a must lie on the axis [2024-01-01, 2024-06-01)");
    assertThatThrownBy(() -> collector.add(7, month(1), Money.of("EUR", 1)))
        .hasMessage("amount of customer 7 (EUR) must be USD: currencies are never mixed");
    assertThatThrownBy(() -> collector.add(A, month(1), Money.of("USD", "922337203.7")))
        .hasMessage(
            "amount (USD 922337203.70) of customer a must be at most USD 922337203.6854775807 at 10"
                + " decimals; fewer decimals hold more");
    assertThatThrownBy(collector::toGrid)
        .hasMessage("customers (0) with revenue must be at least one");
    collector.add(A, month(1), Money.of("USD", 1));
    assertThatThrownBy(() -> collector.add(7, month(1), Money.of("USD", 1)))
        .hasMessage("customers known by text must not join customers known by number");
    assertThatThrownBy(() -> collector.with(FaultPolicy.COLLECT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("choices must come before the first row");
    collector.add(A, month(3), Money.of("USD", "-0.50"));
    assertThatThrownBy(collector::toGrid)
        .hasMessage("revenue of customer a in 2024-03 must be zero or more, but is USD -0.50");
    RevenueCollector early = RevenueCollector.on(MONTHS, LocalDate.of(2024, 3, 1), USD);
    assertThatThrownBy(() -> early.add(A, month(3), Money.of("USD", 1)))
        .hasMessage(
            "day (2024-03-15) of customer a must be before the end of observation (2024-03-01)");
  }

  @Test
  void collectsFaultsAndCountsThem() {
    RevenueCollector collector = collector().with(FaultPolicy.COLLECT);
    assertThat(collector.add(A, month(1), Money.of("USD", 900_000_000))).isTrue();
    assertThat(collector.add(A, month(7), Money.of("USD", 1))).isFalse();
    assertThat(collector.add(A, month(1), Money.of("USD", 900_000_000))).isTrue();
    assertThat(collector.add(B, month(2), Money.of("USD", 3))).isTrue();
    assertThat(collector.add(B, month(3), Money.of("USD", -3))).isTrue();
    RevenueGrid grid = collector.toGrid();
    assertThat(grid.customers()).containsExactly(B);
    assertThat(grid.revenueAt(0, 2)).isEqualTo(Money.of("USD", 0));
    assertThat(collector.rejections())
        .containsExactly(
            new Rejection(
                2, "day (2024-07-15) of customer a must lie on the axis [2024-01-01, 2024-06-01)"),
            new Rejection(
                3,
                "revenue of customer a in 2024-01 must be at most USD 922337203.6854775807 at 10"
                    + " decimals; fewer decimals hold more"),
            new Rejection(
                5, "revenue of customer b in 2024-03 must be zero or more, but is USD -3.00"));
    assertThat(collector.offered()).isEqualTo(5);
  }

  @Test
  void takesTheCellsOfAGrid() {
    AmountAccumulator days =
        AmountAccumulator.on(PeriodAxis.days(RANGE), RANGE.endExclusive(), USD);
    RevenueCollector rows = collector();
    for (int month = 1; month <= 5; month += 2) {
      days.add(A, month(month), Money.of("USD", "49.90"));
      days.add(A, month(month).plusDays(1), Money.of("USD", "-4.90"));
      rows.add(A, month(month), Money.of("USD", "49.90"));
      rows.add(A, month(month), Money.of("USD", "-4.90"));
    }
    days.add(B, month(2));
    RevenueCollector cells = collector();
    cells.addAll(days.snapshot());
    assertThat(cells.toGrid()).isEqualTo(rows.toGrid());
    assertThat(cells.offered()).isEqualTo(6);
  }

  @Test
  void refusesAGridWhosePeriodsAreLonger() {
    AmountAccumulator quarters =
        AmountAccumulator.on(PeriodAxis.quarters(RANGE), RANGE.endExclusive(), USD);
    quarters.add(A, month(2), Money.of("USD", 9));
    assertThatThrownBy(() -> collector().addAll(quarters.snapshot()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("period (2024-Q1) of the grid must lie within one of " + MONTHS);
  }
}
