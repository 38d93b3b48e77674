package io.github.retention4j.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AmountGridTest {

  private static final LocalDate END = LocalDate.of(2024, 6, 1);
  private static final PeriodAxis MONTHS =
      PeriodAxis.months(new DateRange(LocalDate.of(2024, 1, 1), END));
  private static final CustomerId A = CustomerId.of("a");
  private static final CustomerId B = CustomerId.of("b");

  private static Event paid(CustomerId customer, int month, String amount) {
    return Event.of(customer, LocalDate.of(2024, month, 9), Money.of("USD", amount));
  }

  /** The example of the documentation. */
  private static final List<Event> EVENTS =
      List.of(
          paid(B, 2, "1"),
          paid(A, 3, "-4"),
          paid(A, 1, "10"),
          Event.of(A, LocalDate.of(2024, 4, 2)),
          paid(A, 1, "2.50"));

  @Test
  void sumsByCustomerAndPeriod() {
    AmountGrid grid = AmountGrid.from(EventLog.of(EVENTS, END), MONTHS);
    assertThat(grid.activity()).isEqualTo(ActivityGrid.from(EventLog.of(EVENTS, END), MONTHS));
    assertThat(grid.currency()).isEqualTo(Currency.getInstance("USD"));
    assertThat(grid.decimals()).isEqualTo(2);
    assertThat(IntStream.range(0, 4).mapToObj(grid::amountAt))
        .containsExactly(
            Money.of("USD", "12.50"), Money.of("USD", -4), Money.of("USD", 0), Money.of("USD", 1));
    assertThat(IntStream.range(0, 4).mapToLong(grid::unitsAt))
        .containsExactly(1250L, -400L, 0L, 100L);
    assertThat(IntStream.range(0, 4).mapToLong(grid::eventsWithAmountAt))
        .containsExactly(2L, 1L, 0L, 1L);
    assertThat(grid.total()).isEqualTo(Money.of("USD", "9.50"));
    assertThat(grid)
        .hasToString(
            "USD 9.50 of 2 customers, 4 active cells on " + MONTHS + ", observed until 2024-06-01");
  }

  @Test
  void equalAmountsAreEqualWhateverTheirDecimals() {
    AmountGrid grid = AmountGrid.from(EventLog.of(EVENTS, END), MONTHS);
    List<Event> split =
        IntStream.range(0, EVENTS.size())
            .mapToObj(i -> i == 4 ? paid(A, 1, "2.4995") : EVENTS.get(i))
            .toList();
    List<Event> finer = new ArrayList<>(split);
    finer.set(2, paid(A, 1, "10.0005"));
    AmountGrid same = AmountGrid.from(EventLog.of(finer, END), MONTHS);
    assertThat(same.decimals()).isEqualTo(4);
    assertThat(same).isEqualTo(grid).hasSameHashCodeAs(grid);
    assertThat(AmountGrid.from(EventLog.of(split, END), MONTHS)).isNotEqualTo(grid);
    assertThat(grid).isNotEqualTo(grid.activity());
  }

  /** In 2010 clocks there went from 00:01 on Sunday back to 23:01 on Saturday. */
  @Test
  void daysMayStepBackWhereClocksDid() {
    BusinessZone zone = BusinessZone.of("America/St_Johns");
    Instant sunday = Instant.parse("2010-11-07T02:30:30Z");
    Event late = Event.of(A, sunday, zone).withAmount(Money.of("CAD", 5));
    Event later = Event.of(A, sunday.plusSeconds(60), zone).withAmount(Money.of("CAD", 7));
    assertThat(late.date()).isAfter(later.date());
    LocalDate end = LocalDate.of(2010, 11, 8);
    PeriodAxis days = PeriodAxis.days(new DateRange(end.minusDays(2), end));
    AmountGrid grid = AmountGrid.from(EventLog.of(List.of(late, later), end), days);
    assertThat(grid.amountAt(0)).isEqualTo(Money.of("CAD", 7));
    assertThat(grid.amountAt(1)).isEqualTo(Money.of("CAD", 5));
  }

  @Test
  void refusesALogWithoutAmounts() {
    EventLog log = EventLog.of(List.of(Event.of(A, END.minusDays(1))), END);
    assertThatThrownBy(() -> AmountGrid.from(log, MONTHS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("events (1) must have an amount, at least one of them");
  }

  @Test
  void namesTheSumThatDoesNotFit() {
    Money most = Money.of("USD", "9999999999999999.99");
    List<Event> events =
        IntStream.range(0, 10)
            .mapToObj(i -> Event.of(B, LocalDate.of(2024, 3, 1 + i), most))
            .toList();
    assertThat(AmountGrid.from(EventLog.of(events.subList(0, 9), END), MONTHS).total())
        .isEqualTo(most.times(9));
    assertThatThrownBy(() -> AmountGrid.from(EventLog.of(events, END), MONTHS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "amounts of customer b in period 2024-03 (USD 89999999999999999.91 and USD"
                + " 9999999999999999.99) must sum to at most USD 92233720368547758.07, or as much"
                + " below zero");
  }
}
