package io.github.retention4j.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.RevenueCohortCell.NotYetObserved;
import io.github.retention4j.revenue.RevenueCohortCell.Observed;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class RevenueCohortTableTest {

  /** The 97.5 % point of t with 2 degrees of freedom, p: (2p - 1) / sqrt(2p (1 - p)). */
  private static final double T2 = 0.95 / Math.sqrt(2 * 0.975 * 0.025);

  /** A few roundings of numbers near 1, squared and summed. */
  private static final double ROUNDING = 1e-12;

  private static final DateRange DAYS =
      new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 5, 1));
  private static final PeriodAxis MONTHS = PeriodAxis.months(DAYS);

  /** Before the axis 1 stood; 2 and 3 begin in January, 4 in February; April is open. */
  private static RevenueGrid grid() {
    RevenueGridBuilder builder =
        new RevenueGridBuilder(
            new RevenueShape(MONTHS, LocalDate.of(2024, 4, 10), Currency.getInstance("USD"), 0, 0));
    builder.startCustomer(1);
    builder.step(-1, 9);
    builder.startCustomer(2);
    builder.step(0, 100);
    builder.step(1, 130, 10, LossReason.UNKNOWN);
    builder.startCustomer(3);
    builder.step(0, 50);
    builder.step(2, 0);
    builder.startCustomer(4);
    builder.step(1, 20);
    builder.step(2, 0);
    builder.step(3, 20);
    builder.startCustomer(5);
    builder.step(3, 20);
    builder.startCustomer(6);
    builder.formerCustomer(LocalDate.of(2023, 1, 1));
    builder.step(2, 20);
    return builder.grid();
  }

  private static Observed cell(RevenueCohortTable table, int row, int age) {
    return table.cell(row, age).observed().orElseThrow();
  }

  @Test
  void keepsTheRevenueOfEachStart() {
    RevenueCohortTable table = RevenueCohortTable.of(grid());
    assertThat(table.cohorts())
        .containsExactly(
            new RevenueCohort("2024-01", MONTHS.range(0), 2, Money.of("USD", 150)),
            new RevenueCohort("2024-02", MONTHS.range(1), 1, Money.of("USD", 20)));
    assertThat(table.startedBefore()).isEqualTo(2);
    assertThat(table.granularity()).isEqualTo(Granularity.MONTH);
    assertThat(table).hasToString("2 cohorts of 3 customers, 2 began before");
    assertThat(cell(table, 0, 0).net().value()).isEqualTo(1);
    assertThat(cell(table, 0, 1).net().kept()).isEqualTo(Money.of("USD", 170));
    assertThat(cell(table, 0, 1).gross().kept()).isEqualTo(Money.of("USD", 150));
    assertThat(cell(table, 0, 2).net().kept()).isEqualTo(Money.of("USD", 120));
    assertThat(cell(table, 0, 2).gross().kept()).isEqualTo(Money.of("USD", 100));
    assertThat(cell(table, 0, 2).net().logos()).hasValue(new Proportion(1, 2));
    assertThat(cell(table, 0, 2).net().days())
        .hasValue(new DateRange(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 4, 1)));
    assertThat(cell(table, 1, 1).net().value()).isZero();
    assertThat(table.ages(0)).isEqualTo(4);
    assertThat(table.cell(0, 3)).isEqualTo(NotYetObserved.INSTANCE);
    assertThat(table.cell(1, 2)).isEqualTo(NotYetObserved.INSTANCE);
    assertThatThrownBy(() -> table.cell(1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    RevenueCohortTable included = RevenueCohortTable.of(grid(), ExchangeTreatment.INCLUDED);
    assertThat(cell(included, 0, 1).net().kept()).isEqualTo(Money.of("USD", 180));
  }

  @Test
  void averagesPoolTheCohortsThatWereObserved() {
    RevenueCohortTable table = RevenueCohortTable.of(grid());
    assertThat(table.averages()).hasSize(3);
    RevenueCohortAverage one = table.averages().get(1);
    assertThat(one.cohorts()).isEqualTo(2);
    assertThat(one.net().kept()).isEqualTo(Money.of("USD", 170));
    assertThat(one.net().opening()).isEqualTo(Money.of("USD", 170));
    assertThat(one.net().logos()).hasValue(new Proportion(2, 3));
    assertThat(table.averages().get(2).cohorts()).isEqualTo(1);
    assertThat(table.averages().get(2).net()).isEqualTo(cell(table, 0, 2).net());
    // Pooled ratio 1: residuals 20, 0 and -20; t with 2 degrees of freedom.
    double margin = T2 * Math.sqrt(1.5 * 800) / 170;
    assertThat(one.net().interval().orElseThrow().upper()).isCloseTo(1 + margin, within(ROUNDING));
  }

  @Test
  void printsBothTriangles() {
    assertThat(RevenueCohortTable.of(grid()).toText())
        .isEqualTo(
            """
            net      size   start         0         1        2
            2024-01     2  150.00  100.00 %  113.33 %  80.00 %
            2024-02     1   20.00  100.00 %    0.00 %
            pooled                 100.00 %  100.00 %  80.00 %

            gross    size   start         0         1        2
            2024-01     2  150.00  100.00 %  100.00 %  66.67 %
            2024-02     1   20.00  100.00 %    0.00 %
            pooled                 100.00 %   88.24 %  66.67 %
            """);
  }

  @Test
  void aCohortHasCustomersAndRevenue() {
    Money some = Money.of("USD", 1);
    assertThatThrownBy(() -> new RevenueCohort("a", DAYS, 0, some))
        .hasMessage("size (0) must be at least 1");
    assertThatThrownBy(() -> new RevenueCohort("a", DAYS, 1, some.minus(some)))
        .hasMessage("start (USD 0.00) must be over zero");
  }

  @Test
  void withoutAStartThereIsNothing() {
    RevenueGridBuilder builder =
        new RevenueGridBuilder(
            new RevenueShape(MONTHS, LocalDate.of(2024, 1, 10), Currency.getInstance("USD"), 0, 1));
    builder.startCustomer(1);
    builder.step(0, 1);
    RevenueCohortTable table = RevenueCohortTable.of(builder.grid());
    assertThat(table.cohorts()).isEmpty();
    assertThat(table.averages()).isEmpty();
    assertThat(table.startedBefore()).isEqualTo(1);
  }
}
