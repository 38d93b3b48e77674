package io.github.retention4j.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerAmountsTest {

  private static final LocalDate DAY = LocalDate.of(2024, 1, 5);
  private static final Currency USD = Currency.getInstance("USD");
  private static final CustomerId A = CustomerId.of("A");
  private static final CustomerId B = CustomerId.of("B");

  @Test
  void keepsAmountsExactly() {
    CustomerAmounts amounts =
        CustomerAmounts.of(Map.of(B, Money.of("USD", "-0.125"), A, Money.of("USD", 3)));
    assertThat(amounts.rows()).isEqualTo(2);
    assertThat(amounts.customer(0)).isEqualTo(A);
    assertThat(amounts.rowOf(B)).hasValue(1);
    assertThat(amounts.rowOf(CustomerId.of("C"))).isEmpty();
    assertThat(amounts.decimals()).isEqualTo(3);
    assertThat(amounts.unitsAt(1)).isEqualTo(-125);
    assertThat(amounts.amountAt(0)).isEqualTo(Money.of("USD", 3));
    assertThat(amounts.total()).isEqualTo(Money.of("USD", "2.875"));
    assertThat(amounts).hasToString("USD 2.875 of 2 customers");
  }

  @Test
  void sumsLogsAndGrids() {
    EventLog log =
        EventLog.of(
            List.of(
                Event.of(A, DAY, Money.of("USD", 30)),
                Event.of(A, DAY.plusDays(1), Money.of("USD", -40)),
                Event.of(B, DAY)),
            DAY.plusDays(9));
    CustomerAmounts amounts = CustomerAmounts.from(log);
    assertThat(amounts.amountAt(0)).isEqualTo(Money.of("USD", -10));
    assertThat(amounts.amountAt(1)).isEqualTo(Money.of("USD", 0));
    AmountGrid grid = AmountGrid.from(log, PeriodAxis.days(log.observed()));
    assertThat(CustomerAmounts.from(grid)).isEqualTo(amounts).hasSameHashCodeAs(amounts);
    assertThat(amounts.rowOf(grid.activity(), 1)).hasValue(1);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> CustomerAmounts.from(EventLog.of(List.of(Event.of(B, DAY)), DAY.plusDays(9))))
        .withMessage("events (1) must have an amount, at least one of them");
  }

  @Test
  void takesPlainNumbers() {
    CustomerAmounts amounts =
        CustomerAmounts.of(new long[] {7, 5, 6}, USD, 2, new long[] {700, 500, 600});
    for (int row = 0; row < 3; row++) {
      assertThat(amounts.amountAt(row)).isEqualTo(Money.of("USD", amounts.customer(row).value()));
    }
    assertThat(amounts.rowOf(CustomerId.of(6))).isPresent();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomerAmounts.of(new long[] {7, 7}, USD, 2, new long[2]))
        .withMessage("customers (7) must each come once");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomerAmounts.of(new long[] {7}, USD, 2, new long[2]))
        .withMessage("units (2) must be as many as customers (1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomerAmounts.of(new long[] {7}, USD, -1, new long[1]))
        .withMessage("decimals (-1) must be 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomerAmounts.of(new long[0], USD, 2, new long[0]))
        .withMessage("customers (0) must be at least one");
  }

  @Test
  void takesOtherAmountsOff() {
    CustomerAmounts margin =
        CustomerAmounts.of(Map.of(A, Money.of("USD", 10), B, Money.of("USD", 40)));
    CustomerAmounts cost =
        CustomerAmounts.of(
            Map.of(B, Money.of("USD", "30.001"), CustomerId.of("C"), Money.of("USD", 5)));
    assertThat(margin.minus(cost))
        .isEqualTo(
            CustomerAmounts.of(
                Map.of(
                    A,
                    Money.of("USD", 10),
                    B,
                    Money.of("USD", "9.999"),
                    CustomerId.of("C"),
                    Money.of("USD", -5))));
  }

  @Test
  void neverMixesCurrencies() {
    assertThatExceptionOfType(CurrencyMismatchException.class)
        .isThrownBy(() -> CustomerAmounts.of(Map.of(A, Money.of("EUR", 1), B, Money.of("USD", 1))))
        .withMessage("amount of customer B (USD) must be EUR: currencies are never mixed");
    assertThatExceptionOfType(CurrencyMismatchException.class)
        .isThrownBy(
            () ->
                CustomerAmounts.of(Map.of(A, Money.of("EUR", 1)))
                    .minus(CustomerAmounts.of(Map.of(A, Money.of("USD", 1)))))
        .withMessage("amounts to take off (USD) must be EUR: currencies are never mixed");
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomerAmounts.of(Map.of(A, Money.of("USD", Long.MAX_VALUE))))
        .withMessage(
            "amount (USD 9223372036854775807.00) of customer A must fit a long at 2 decimals");
    long[] most = {Long.MAX_VALUE, -1};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomerAmounts.of(new long[] {1, 2}, USD, 2, most))
        .withMessage(
            "amounts of 2 customers must sum, signs left out, to at most USD 92233720368547758.07");
    CustomerAmounts large = CustomerAmounts.of(new long[] {1}, USD, 2, new long[] {1L << 62});
    CustomerAmounts fine = CustomerAmounts.of(new long[] {1}, USD, 3, new long[] {1});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> large.minus(fine))
        .withMessage("amounts of customer 1 must fit a long at 3 decimals");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> large.minus(CustomerAmounts.of(Map.of(A, Money.of("USD", 1)))))
        .withMessage("customers known by text must not join customers known by number");
  }
}
