package io.github.retention4j.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.CustomerAmounts;
import io.github.retention4j.concentration.ConcentrationCalculator;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RevenueGridTest {

  private static final DateRange YEAR = DateRange.ofDays(LocalDate.of(2024, 1, 1), 366);
  private static final PeriodAxis MONTHS = PeriodAxis.months(YEAR);
  private static final Currency USD = Currency.getInstance("USD");
  private static final CustomerId A = CustomerId.of("a");
  private static final CustomerId B = CustomerId.of("b");
  private static final CustomerId C = CustomerId.of("c");

  private static RevenueShape cents() {
    return new RevenueShape(MONTHS, YEAR.endExclusive(), USD, 2, 0);
  }

  private static RevenueShape days() {
    return new RevenueShape(PeriodAxis.days(YEAR), YEAR.endExclusive(), USD, 2, 0);
  }

  /** b stood at 50 and ended in March; a began in February with 20, 30 from June on. */
  private static RevenueGrid grid() {
    RevenueGridBuilder builder = new RevenueGridBuilder(cents());
    builder.startCustomer(B);
    builder.step(-1, 5_000);
    builder.step(2, 0, 0, LossReason.INVOLUNTARY);
    builder.startCustomer(A);
    builder.step(1, 2_000);
    builder.step(3, 2_000);
    builder.step(5, 3_000, 400, LossReason.VOLUNTARY);
    return builder.grid();
  }

  @Test
  void aStepHoldsUntilTheNext() {
    RevenueGrid grid = grid();
    assertThat(grid.customers()).containsExactly(A, B);
    assertThat(grid.rowOf(B)).hasValue(1);
    assertThat(grid.rowOf(C)).isEqualTo(OptionalInt.empty());
    assertThat(grid.unitsAt(1, -1)).isEqualTo(5_000);
    assertThat(grid.revenueAt(1, 1)).isEqualTo(Money.of("USD", 50));
    assertThat(grid.revenueAt(1, 2)).isEqualTo(Money.of("USD", 0));
    assertThat(grid.revenueAt(0, 0)).isEqualTo(Money.of("USD", 0));
    assertThat(grid.revenueAt(0, 11)).isEqualTo(Money.of("USD", 30));
    assertThat(grid.totalAt(1)).isEqualTo(Money.of("USD", 70));
    assertThat(grid.customersAt(1)).containsExactly(A, B);
    assertThat(grid.customersAt(2)).containsExactly(A);
    assertThat(grid.completePeriods()).isEqualTo(12);
    assertThat(grid.firstPeriod()).isZero();
    assertThat(grid.decimals()).isEqualTo(2);
    assertThat(grid.currency()).isEqualTo(USD);
    assertThat(grid)
        .hasToString(
            "2 customers, 4 steps of revenue in USD on 12 x month [2024-01-01, 2025-01-01),"
                + " observed until 2025-01-01");
  }

  @Test
  void tellsStretchesOfRevenue() {
    RevenueGridBuilder writer = new RevenueGridBuilder(cents());
    writer.startCustomer(A);
    writer.step(-1, 5_000);
    writer.step(2, 0, 0, LossReason.INVOLUNTARY);
    writer.step(4, 100);
    writer.step(5, 200);
    writer.step(7, 0, 0, LossReason.VOLUNTARY);
    writer.step(9, 100);
    RevenueGrid grid = writer.grid();
    assertThat(grid.stays(0))
        .containsExactly(
            new RevenueStay(
                OptionalInt.empty(), OptionalInt.of(2), Optional.of(LossReason.INVOLUNTARY)),
            new RevenueStay(
                OptionalInt.of(4), OptionalInt.of(7), Optional.of(LossReason.VOLUNTARY)),
            new RevenueStay(OptionalInt.of(9), OptionalInt.empty(), Optional.empty()));
    assertThat(grid.wasLostBefore(0)).isFalse();
    assertThatThrownBy(
            () -> new RevenueStay(OptionalInt.of(2), OptionalInt.of(3), Optional.empty()))
        .hasMessage("lossReason (Optional.empty) must go with lossPeriod (OptionalInt[3])");
    assertThatThrownBy(
            () ->
                new RevenueStay(
                    OptionalInt.of(3), OptionalInt.of(3), Optional.of(LossReason.UNKNOWN)))
        .hasMessage("lossPeriod (3) must be after firstPeriod (3)");
  }

  @Test
  void customersKnownByNumberStandInTheOrderOfNumbers() {
    RevenueGridBuilder builder = new RevenueGridBuilder(cents());
    for (long customer : new long[] {10, -3, 9}) {
      builder.startCustomer(customer);
      builder.step(0, 100 + customer);
    }
    RevenueGrid grid = builder.grid();
    assertThat(grid.customers()).extracting(CustomerId::value).containsExactly("-3", "9", "10");
    assertThat(grid.rowOf(CustomerId.of(10))).hasValue(2);
    assertThat(grid.rowOf(CustomerId.of("010"))).isEmpty();
    assertThat(grid.rowOf(A)).isEmpty();
    assertThat(grid.unitsAt(0, 0)).isEqualTo(97);
    assertThat(RevenueGrid.fromBytes(grid.toBytes())).isEqualTo(grid).hasSameHashCodeAs(grid);
    assertThatThrownBy(() -> RevenueGrid.merge(List.of(grid, grid())))
        .hasMessage("customers known by text must not join customers known by number");
  }

  @Test
  void whatChangesNothingIsNotKept() {
    RevenueGridBuilder builder = new RevenueGridBuilder(cents());
    builder.startCustomer(C);
    builder.startCustomer(A);
    builder.formerCustomer(LocalDate.of(2023, 1, 1));
    builder.step(2, 0);
    builder.startCustomer(B);
    builder.step(4, 1);
    builder.startCustomer(CustomerId.of("d"));
    assertThat(builder.grid().customers()).containsExactly(B);
    assertThat(builder.grid().steps().formerSince).isEmpty();
    assertThatThrownBy(() -> new RevenueGridBuilder(cents()).grid())
        .hasMessage("customers (0) with revenue must be at least one");
  }

  @Test
  void travelsCompactlyWithAllItKnows() throws Exception {
    RevenueGrid grid = grid();
    assertThat(RevenueGrid.fromBytes(grid.toBytes())).isEqualTo(grid);
    assertThat(thereAndBack(grid)).isEqualTo(grid).hasSameHashCodeAs(grid);
    RevenueGridBuilder builder = new RevenueGridBuilder(cents());
    builder.startCustomer(A);
    builder.formerCustomer(LocalDate.of(2023, 5, 6));
    builder.step(3, Long.MAX_VALUE);
    builder.startCustomer(B);
    builder.step(-1, 7);
    builder.step(4, 9, -1, LossReason.UNKNOWN);
    RevenueGrid former = builder.grid();
    assertThat(RevenueGrid.fromBytes(former.toBytes())).isEqualTo(former).isNotEqualTo(grid);
    assertThat(former.steps().formerSince(0))
        .isEqualTo((int) LocalDate.of(2023, 5, 6).toEpochDay());
    assertThat(former.steps().formerSince(1)).isEqualTo(RevenueSteps.NEVER);
  }

  @Test
  void refusesBytesThatNoGridGives() {
    byte[] bytes = grid().toBytes();
    byte[] otherMark = bytes.clone();
    otherMark[0] = 0;
    assertThatThrownBy(() -> RevenueGrid.fromBytes(otherMark))
        .hasMessage("bytes must be what toBytes gave");
    byte[] later = bytes.clone();
    later[2] = 9;
    assertThatThrownBy(() -> RevenueGrid.fromBytes(later))
        .hasMessage("bytes of version 9 must be of version 1");
    byte[] noCurrency = bytes.clone();
    noCurrency[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("USD")] = '?';
    assertThatThrownBy(() -> RevenueGrid.fromBytes(noCurrency))
        .hasMessage("bytes must have a known currency");
    assertThatThrownBy(() -> RevenueGrid.fromBytes(Arrays.copyOf(bytes, bytes.length + 1)))
        .hasMessage("bytes must end where the rows end");
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> RevenueGrid.fromBytes(cut))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void mergesCustomersThatPartsDoNotShare() {
    RevenueGrid grid = grid();
    Segmentation plans = new Segmentation("plan", Map.of(A, "basic"));
    assertThat(grid.split(plans)).containsOnlyKeys("(unassigned)", "basic");
    assertThat(List.copyOf(grid.split(plans).values()).get(1).customers()).containsExactly(A);
    assertThat(RevenueGrid.merge(List.copyOf(grid.split(plans).values()))).isEqualTo(grid);
    assertThatThrownBy(() -> RevenueGrid.merge(List.of(grid, grid)))
        .hasMessage("customer (a) must have one row of revenue");
    assertThatThrownBy(() -> RevenueGrid.merge(List.of()))
        .hasMessage("parts (0) must be at least one");
  }

  @Test
  void neverMixesCurrenciesNorAxes() {
    RevenueGrid euros =
        written(new RevenueShape(MONTHS, YEAR.endExclusive(), Currency.getInstance("EUR"), 2, 0));
    assertThatThrownBy(() -> RevenueGrid.merge(List.of(grid(), euros)))
        .isInstanceOf(CurrencyMismatchException.class)
        .hasMessage("currency of a part (EUR) must be USD: currencies are never mixed");
    RevenueGrid earlier =
        written(new RevenueShape(MONTHS, YEAR.endExclusive().minusDays(1), USD, 2, 0));
    assertThatThrownBy(() -> RevenueGrid.merge(List.of(grid(), earlier)))
        .hasMessageStartingWith("parts must have the same periods, end of observation, decimals");
  }

  private static RevenueGrid written(RevenueShape shape) {
    RevenueGridBuilder builder = new RevenueGridBuilder(shape);
    builder.startCustomer(C);
    builder.step(0, 1);
    return builder.grid();
  }

  @Test
  void anAliasIsNoCustomerOfItsOwn() {
    RevenueGridBuilder builder = new RevenueGridBuilder(cents());
    builder.startCustomer(A);
    builder.step(-1, 100);
    builder.step(3, 0, 0, LossReason.VOLUNTARY);
    builder.startCustomer(B);
    builder.step(3, 120);
    builder.step(5, 150, 10, LossReason.UNKNOWN);
    builder.step(6, 0, 0, LossReason.INVOLUNTARY);
    builder.startCustomer(C);
    builder.step(1, 5);
    RevenueGrid grid = builder.grid().with(CustomerAliases.of(Map.of(A, B)));
    RevenueGridBuilder expected = new RevenueGridBuilder(cents());
    expected.startCustomer(B);
    expected.step(-1, 100);
    expected.step(3, 120);
    expected.step(5, 150, 10, LossReason.UNKNOWN);
    expected.step(6, 0, 0, LossReason.INVOLUNTARY);
    expected.startCustomer(C);
    expected.step(1, 5);
    assertThat(grid).isEqualTo(expected.grid());
  }

  @Test
  void endsForTwoReasonsAreForNoneKnown() {
    RevenueGridBuilder builder = new RevenueGridBuilder(cents());
    builder.startCustomer(A);
    builder.step(0, 100);
    builder.step(3, 0, 0, LossReason.VOLUNTARY);
    builder.startCustomer(B);
    builder.step(0, Long.MAX_VALUE - 100);
    builder.step(3, 0, 0, LossReason.INVOLUNTARY);
    RevenueGrid one = builder.grid().with(CustomerAliases.of(Map.of(B, A)));
    assertThat(one.unitsAt(0, 2)).isEqualTo(Long.MAX_VALUE);
    assertThat(one.steps().reasonAt(1)).isEqualTo(LossReason.UNKNOWN);
  }

  @Test
  void namesTheCustomerWhoseAliasesAreTooMuch() {
    RevenueGridBuilder builder = new RevenueGridBuilder(cents());
    builder.startCustomer(A);
    builder.step(0, 100);
    builder.startCustomer(B);
    builder.step(2, Long.MAX_VALUE);
    RevenueGrid grid = builder.grid();
    assertThatThrownBy(() -> grid.with(CustomerAliases.of(Map.of(B, A))))
        .hasMessage(
            "revenue of customer a and its aliases in 2024-03 must be at most USD"
                + " 92233720368547758.07 at 2 decimals; fewer decimals hold more");
  }

  @Test
  void rollsDaysUpToMonths() {
    RevenueGridBuilder builder = new RevenueGridBuilder(days());
    builder.startCustomer(A);
    builder.formerCustomer(LocalDate.of(2023, 12, 1));
    builder.step(3, 100);
    builder.step(10, 110, 10, LossReason.UNKNOWN);
    builder.step(35, 140, 12, LossReason.UNKNOWN);
    builder.step(40, 130, 5, LossReason.UNKNOWN);
    builder.step(70, 0, 0, LossReason.VOLUNTARY);
    builder.step(80, 50);
    builder.step(90, 0, 0, LossReason.INVOLUNTARY);
    builder.startCustomer(B);
    builder.step(20, 7);
    builder.step(25, 0);
    builder.step(100, 8);
    RevenueGridBuilder expected = new RevenueGridBuilder(cents());
    expected.startCustomer(A);
    expected.formerCustomer(LocalDate.of(2023, 12, 1));
    expected.step(0, 110);
    expected.step(1, 130, 17, LossReason.UNKNOWN);
    expected.step(2, 0, 0, LossReason.INVOLUNTARY);
    expected.startCustomer(B);
    expected.step(3, 8);
    assertThat(builder.grid().rolledUpTo(MONTHS)).isEqualTo(expected.grid());
  }

  @Test
  void longerPeriodsThatReachBeyondTheAxisAreNotWhole() {
    DateRange range = new DateRange(LocalDate.of(2024, 1, 10), LocalDate.of(2024, 3, 20));
    RevenueShape shape =
        new RevenueShape(PeriodAxis.days(range), LocalDate.of(2024, 6, 1), USD, 2, 0);
    RevenueGridBuilder builder = new RevenueGridBuilder(shape);
    builder.startCustomer(A);
    builder.step(-1, 10);
    builder.step(5, 12, 1, LossReason.UNKNOWN);
    builder.startCustomer(B);
    builder.formerCustomer(LocalDate.of(2024, 1, 5));
    builder.step(60, 8);
    RevenueGrid months = builder.grid().rolledUpTo(PeriodAxis.months(range));
    assertThat(RevenueGrid.fromBytes(months.toBytes())).isEqualTo(months);
    assertThat(months.steps().formerSince(1))
        .isEqualTo((int) LocalDate.of(2024, 1, 5).toEpochDay());
    assertThat(months.firstPeriod()).isEqualTo(1);
    assertThat(months.completePeriods()).isEqualTo(2);
    assertThat(months.unitsAt(0, -1)).isZero();
    assertThat(months.unitsAt(0, 0)).isEqualTo(12);
    assertThat(months.observationEndExclusive()).isEqualTo(LocalDate.of(2024, 3, 20));
    assertThatThrownBy(() -> grid().rolledUpTo(PeriodAxis.isoWeeks(YEAR)))
        .hasMessage(
            "axis (53 x ISO week from MONDAY [2024-01-01, 2025-01-06)) must hold each period of"
                + " 12 x month [2024-01-01, 2025-01-01) in one of its own, but 2024-01 ends after"
                + " 2024-W01");
  }

  @Test
  void namesWhatCannotBeWritten() {
    RevenueGridBuilder builder = new RevenueGridBuilder(cents());
    assertThatThrownBy(() -> builder.step(0, 1))
        .hasMessage("period (0) must come after startCustomer");
    builder.startCustomer(A);
    assertThatThrownBy(() -> builder.step(12, 1))
        .hasMessage("period (12) of customer a must be from -1 to 11");
    assertThatThrownBy(() -> builder.step(0, -1))
        .hasMessage("revenue (USD -0.01) in 2024-01 of customer a must be zero or more");
    assertThatThrownBy(() -> builder.step(0, 5, 1, LossReason.UNKNOWN))
        .hasMessage(
            "foreign exchange (USD 0.01) in 2024-01 of customer a must be zero where revenue begins"
                + " or ends");
    builder.step(4, 10);
    assertThatThrownBy(() -> builder.step(4, 11))
        .hasMessage("period (4) of customer a must be after the one before it (4)");
    assertThatThrownBy(() -> builder.formerCustomer(LocalDate.of(2024, 1, 2)))
        .hasMessage("since (2024-01-02) of customer a must not be after 2024-01-01");
    assertThatThrownBy(() -> new RevenueShape(MONTHS, YEAR.endExclusive(), USD, 19, 0))
        .hasMessage("decimals (19) must be from 0 to 18");
    assertThatThrownBy(() -> new RevenueShape(MONTHS, YEAR.endExclusive(), USD, 2, 13))
        .hasMessage("firstPeriod (13) must be from 0 to 12");
  }

  @Test
  void roundsAPriceOnceHalfUp() {
    RevenueShape shape = cents();
    assertThat(shape.units(Money.of("USD", "16.665"), "of a")).isEqualTo(1_667);
    assertThatThrownBy(() -> shape.units(Money.of("EUR", 1), "of a"))
        .isInstanceOf(CurrencyMismatchException.class)
        .hasMessage("amount of a (EUR) must be USD: currencies are never mixed");
    assertThatThrownBy(() -> shape.units(Money.of("USD", Long.MAX_VALUE), "of a"))
        .hasMessage(
            "amount (USD 9223372036854775807.00) of a must be at most USD 92233720368547758.07 at 2"
                + " decimals; fewer decimals hold more");
  }

  private static RevenueGrid thereAndBack(RevenueGrid grid)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(grid);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (RevenueGrid) in.readObject();
    }
  }

  @Test
  void tellsHowMuchHangsOnHowFew() {
    CustomerAmounts amounts = grid().amountsAt(1).orElseThrow();
    assertThat(amounts.total()).isEqualTo(grid().totalAt(1));
    assertThat(
            ConcentrationCalculator.withDefaults()
                .calculate(amounts)
                .orElseThrow()
                .shareOfLargest(1))
        .isEqualTo(50.0 / 70);
    RevenueGridBuilder later = new RevenueGridBuilder(cents());
    later.startCustomer(A);
    later.step(1, 2_000);
    assertThat(later.grid().amountsAt(0)).isEmpty();
    assertThatThrownBy(() -> grid().amountsAt(12)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
