package io.github.retention4j.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Currency;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RevenueGridBuilderTest {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final LocalDate END = START.plusMonths(4);
  private static final PeriodAxis MONTHS = PeriodAxis.months(new DateRange(START, END));

  private static RevenueGridBuilder cents(OpeningRevenue opening) {
    return RevenueGridBuilder.on(MONTHS, END, Currency.getInstance("USD"))
        .with(opening)
        .withDecimals(2);
  }

  /** 100 become 120 by exchange and fall to 110, rise to 120 and are lost; the other comes back. */
  @Test
  void buildsWhatABridgeExplains() {
    RevenueGridBuilder builder = cents(OpeningRevenue.SUPPLIED);
    builder.startCustomer(CustomerId.of("b"));
    builder.step(RevenueGridBuilder.OPENING, 100_00);
    builder.step(0, 110_00, 20_00, LossReason.UNKNOWN);
    builder.step(1, 120_00);
    builder.step(3, 0, 0, LossReason.INVOLUNTARY);
    builder.startCustomer(CustomerId.of("a"));
    builder.formerCustomer(LocalDate.of(2023, 12, 1));
    builder.step(1, builder.units(Money.of("USD", "49.90")));
    RevenueGrid grid = builder.grid();
    assertThat(grid.customers()).containsExactly(CustomerId.of("a"), CustomerId.of("b"));
    assertThat(grid.firstPeriod()).isZero();
    assertThat(grid.decimals()).isEqualTo(2);
    assertThat(grid.revenueAt(0, 3)).isEqualTo(Money.of("USD", "49.90"));
    assertThat(RevenueBridgeCalculator.withDefaults().calculate(grid).toText())
        .isEqualTo(
            """
            USD      opening   new  reactivation  expansion  contraction   churn  foreign exchange  closing
            2024-01   100.00  0.00          0.00       0.00        10.00    0.00             20.00   110.00
            2024-02   110.00  0.00         49.90      10.00         0.00    0.00              0.00   169.90
            2024-03   169.90  0.00          0.00       0.00         0.00    0.00              0.00   169.90
            2024-04   169.90  0.00          0.00       0.00         0.00  120.00              0.00    49.90
            total     100.00  0.00         49.90      10.00        10.00  120.00             20.00    49.90

            customers  opening  new  reactivation  expansion  contraction  churn  foreign exchange  closing
            2024-01          1    0             0          0            1      0                 1        1
            2024-02          1    0             1          1            0      0                 0        2
            2024-03          2    0             0          0            0      0                 0        2
            2024-04          2    0             0          0            0      1                 0        1
            total            1    0             1          1            1      1                 1        1
            """);
  }

  @Test
  void isTheSameAsATable() {
    RevenueCollector table = RevenueCollector.on(MONTHS, END, Currency.getInstance("USD"));
    RevenueGridBuilder builder = RevenueGridBuilder.on(MONTHS, END, Currency.getInstance("USD"));
    builder.startCustomer(17);
    for (int month = 0; month < 4; month++) {
      Money price = Money.of("USD", month < 2 ? 10 : 20);
      table.add(17, START.plusMonths(month), price);
      builder.step(month, builder.units(price));
    }
    assertThat(builder.grid()).isEqualTo(table.toGrid());
    assertThat(builder.grid().firstPeriod()).isEqualTo(1);
  }

  @Test
  void mayGoOnAfterAGrid() {
    RevenueGridBuilder builder = cents(OpeningRevenue.ZERO);
    builder.startCustomer(1);
    builder.step(0, 5);
    builder.startCustomer(2);
    RevenueGrid one = builder.grid();
    builder.step(1, 7);
    assertThat(one.rows()).isEqualTo(1);
    assertThat(one.unitsAt(0, 1)).isEqualTo(5);
    assertThat(builder.grid().rows()).isEqualTo(2);
    assertThat(builder.grid().unitsAt(1, 1)).isEqualTo(7);
  }

  @Test
  void keepsWhatItHasWhenAnotherKindOfCustomerComes() {
    RevenueGridBuilder builder = cents(OpeningRevenue.ZERO);
    builder.startCustomer(1);
    refuses(
        () -> builder.startCustomer(CustomerId.of("a")),
        "customers known by text must not join customers known by number");
    builder.step(0, 5);
    assertThat(builder.grid().customers()).containsExactly(CustomerId.of(1));
  }

  @Test
  void refusesWhatCannotBeTrue() {
    RevenueGridBuilder builder = cents(OpeningRevenue.ZERO);
    refuses(
        () -> builder.formerCustomer(START), "since (2024-01-01) must come after startCustomer");
    builder.startCustomer(CustomerId.of("a"));
    refuses(
        () -> builder.step(RevenueGridBuilder.OPENING, 1),
        "period (-1) of customer a must be from 0 to 3");
    refuses(() -> builder.step(4, 1), "period (4) of customer a must be from 0 to 3");
    refuses(
        () -> builder.formerCustomer(START.plusDays(1)),
        "since (2024-01-02) of customer a must not be after 2024-01-01");
    refuses(
        () -> builder.formerCustomer(LocalDate.MIN),
        "since (-999999999-01-01) of customer a must not be before -5877641-06-24");
    builder.step(0, 1);
    refuses(
        () -> builder.formerCustomer(START),
        "since (2024-01-01) of customer a must come before its steps");
    refuses(
        () -> builder.step(1, 1, Long.MIN_VALUE, LossReason.UNKNOWN),
        "foreign exchange (USD -92233720368547758.08) in 2024-02 of customer a must leave a"
            + " movement of at most USD 92233720368547758.07 at 2 decimals; fewer decimals hold"
            + " more");
    builder.startCustomer(CustomerId.of("b"));
    builder.step(1, 1);
    builder.startCustomer(CustomerId.of("a"));
    builder.step(1, 1);
    refuses(builder::grid, "customer (a) must have one row of revenue");
  }

  @Test
  void refusesAnOpeningOfWhoHadLeft() {
    RevenueGridBuilder builder = cents(OpeningRevenue.SUPPLIED);
    builder.startCustomer(7);
    builder.formerCustomer(START);
    refuses(
        () -> builder.step(RevenueGridBuilder.OPENING, 150),
        "revenue (USD 1.50) in the opening of customer 7 must be zero: it had left");
  }

  @Test
  void refusesMoneyThatIsNotOfTheBooks() {
    RevenueGridBuilder builder = cents(OpeningRevenue.ZERO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.units(Money.of("EUR", 1)))
        .isInstanceOf(CurrencyMismatchException.class)
        .withMessage("amount of a step (EUR) must be USD: currencies are never mixed");
  }

  @Test
  void hasItsChoicesFirst() {
    RevenueGridBuilder builder = cents(OpeningRevenue.ZERO);
    builder.startCustomer(1);
    assertThatIllegalStateException()
        .isThrownBy(() -> builder.withDecimals(3))
        .withMessage("choices must come before the first customer");
    assertThatIllegalStateException().isThrownBy(() -> builder.with(OpeningRevenue.UNKNOWN));
  }

  private static void refuses(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }
}
