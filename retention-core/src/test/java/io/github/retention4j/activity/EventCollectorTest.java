package io.github.retention4j.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventCollectorTest {

  private static final LocalDate END = LocalDate.of(2024, 4, 1);
  private static final CustomerId A = CustomerId.of("a");
  private static final CustomerId B = CustomerId.of("b");

  @Test
  void keepsEventsByCustomerThenDayThenArrival() {
    Event late = Event.of(B, LocalDate.of(2024, 3, 1));
    Event first = Event.of(A, LocalDate.of(2024, 2, 1), Money.of("USD", 5));
    Event second = Event.of(A, LocalDate.of(2024, 2, 1), Money.of("USD", 3));
    Event earliest = Event.of(A, LocalDate.of(1969, 12, 31), Money.of("USD", "-1.5"));
    EventLog log = EventLog.of(List.of(late, first, second, earliest), END);
    assertThat(log.events()).containsExactly(earliest, first, second, late);
    assertThat(log.size()).isEqualTo(4);
    assertThat(log.customers()).containsExactly(A, B);
    assertThat(log.currency()).contains(Currency.getInstance("USD"));
    assertThat(log.observed()).isEqualTo(new DateRange(LocalDate.of(1969, 12, 31), END));
    assertThat(log.observationEndExclusive()).isEqualTo(END);
  }

  @Test
  void aLogWithoutAmountsHasNoCurrency() {
    EventLog log = EventLog.of(Stream.of(Event.of(A, LocalDate.of(2024, 2, 1))), END);
    assertThat(log.currency()).isEmpty();
    assertThat(log.events()).containsExactly(Event.of(A, LocalDate.of(2024, 2, 1)));
  }

  @Test
  void stopsAtAFutureEvent() {
    EventCollector collector = EventCollector.until(END);
    assertThat(collector.add(A, END.minusDays(1))).isTrue();
    assertThatThrownBy(() -> collector.add(B, END))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "date (2024-04-01) of customer b must be before the end of observation (2024-04-01)");
    assertThat(collector.toLog().customers()).containsExactly(A);
  }

  @Test
  void stopsAtASecondCurrency() {
    EventCollector collector = EventCollector.until(END);
    collector.add(A, END.minusDays(1));
    collector.add(Event.of(A, END.minusDays(2), Money.of("USD", 1)));
    assertThatThrownBy(() -> collector.add(Event.of(B, END.minusDays(1), Money.of("EUR", 1))))
        .isInstanceOf(CurrencyMismatchException.class)
        .hasMessage(
            "amount of customer b on 2024-03-31 (EUR) must be USD: currencies are never mixed");
  }

  @Test
  void holdsAmountsExactlyAtTheDecimalsOfTheFinest() {
    Event whole = Event.of(A, END.minusDays(3), Money.of("USD", "999999999999999.5"));
    Event finer = Event.of(A, END.minusDays(2), Money.of("USD", "-0.125"));
    Event nothing = Event.of(A, END.minusDays(1), Money.of("USD", 0));
    EventLog log = EventLog.of(List.of(whole, finer, nothing), END);
    assertThat(log.events()).containsExactly(whole, finer, nothing);
    assertThat(EventLog.merged(List.of(EventLog.of(List.of(finer), END), log)).events())
        .containsExactly(whole, finer, finer, nothing);
  }

  @Test
  void refusesAnAmountThatNeedsTooManyDigits() {
    EventCollector collector = EventCollector.until(END, FaultPolicy.COLLECT);
    collector.add(Event.of(A, END.minusDays(1), Money.of("USD", "10000000000000000")));
    collector.add(Event.of(A, END.minusDays(1), Money.of("USD", 1000)));
    collector.add(Event.of(B, END.minusDays(1), Money.of("USD", "0.0000000000000001")));
    assertThat(collector.rejections().stream().map(Rejection::reason))
        .containsExactly(
            "amount (USD 10000000000000000.00) of customer a on 2024-03-31 must have at most 18"
                + " digits at the decimals of all amounts (2), as must the largest before it (USD"
                + " 0.00)",
            "amount (USD 0.0000000000000001) of customer b on 2024-03-31 must have at most 18"
                + " digits at the decimals of all amounts (16), as must the largest before it (USD"
                + " 1000.00)");
    assertThat(collector.toLog().customers()).containsExactly(A);
  }

  @Test
  void refusesPartsThatNeedTooManyDigitsTogether() {
    EventLog large =
        EventLog.of(List.of(Event.of(A, END.minusDays(1), Money.of("USD", 1000))), END);
    EventLog fine =
        EventLog.of(
            List.of(Event.of(B, END.minusDays(1), Money.of("USD", "-0.0000000000000001"))), END);
    assertThatThrownBy(() -> EventLog.merged(List.of(large, fine)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "amount (USD 0.0000000000000001) of a part must have at most 18 digits at the decimals"
                + " of all amounts (16), as must the largest before it (USD 1000.00)");
  }

  @Test
  void collectsAndCountsFaultsWhereAsked() {
    EventCollector collector = EventCollector.until(END, FaultPolicy.COLLECT);
    assertThat(collector.add(A, END.plusDays(1))).isFalse();
    assertThat(collector.add(Event.of(A, END.minusDays(1), Money.of("USD", 1)))).isTrue();
    assertThat(collector.add(Event.of(A, END.minusDays(1), Money.of("EUR", 1)))).isFalse();
    assertThat(collector.add(B, END.minusDays(1))).isTrue();
    assertThat(collector.offered()).isEqualTo(4);
    assertThat(collector.rejections())
        .containsExactly(
            new Rejection(
                1,
                "date (2024-04-02) of customer a must be before the end of observation (2024-04-01)"),
            new Rejection(
                3,
                "amount of customer a on 2024-03-31 (EUR) must be USD: currencies are never mixed"));
    assertThat(collector.toLog().size()).isEqualTo(2);
  }

  @Test
  void refusesALogWithoutEvents() {
    EventCollector collector = EventCollector.until(END, FaultPolicy.COLLECT);
    collector.add(A, END);
    assertThatThrownBy(collector::toLog)
        .hasMessage("events (0 taken of 1 offered) must be at least one");
    assertThatThrownBy(() -> EventLog.of(List.of(), END))
        .hasMessage("events (0 taken of 0 offered) must be at least one");
  }

  @Test
  void goesOnAfterALogWasTaken() {
    EventCollector collector = EventCollector.until(END);
    collector.add(B, END.minusDays(1));
    EventLog early = collector.toLog();
    IntStream.range(0, 100).forEach(i -> collector.add(CustomerId.of(i), END.minusDays(1 + i)));
    assertThat(early.size()).isEqualTo(1);
    assertThat(collector.toLog().size()).isEqualTo(101);
    assertThat(collector.toLog().customers()).hasSize(101).isSorted();
  }

  @Test
  void aRejectionSaysWhichAndWhy() {
    assertThatThrownBy(() -> new Rejection(0, "x")).hasMessage("number (0) must be at least 1");
    assertThatThrownBy(() -> new Rejection(1, " ")).hasMessage("reason ( ) must not be blank");
  }
}
