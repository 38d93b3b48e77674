package io.github.retention4j.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.PeriodAxis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EventLogTest {

  private static final LocalDate END = LocalDate.of(2024, 4, 1);
  private static final BusinessZone BERLIN = BusinessZone.of("Europe/Berlin");
  private static final CustomerId A = CustomerId.of("a");
  private static final CustomerId B = CustomerId.of("b");

  @Test
  void keepsInstantsAndKindsInTheOrderOfTime() {
    Event late = Event.of(A, Instant.parse("2024-03-30T23:30:00.9Z"), BERLIN).withKind("order");
    Event early = Event.of(A, Instant.parse("2024-03-30T22:30:00Z"), BERLIN);
    Event paid =
        Event.of(A, Instant.parse("2024-03-30T23:00:00Z"), BERLIN)
            .withKind("order")
            .withAmount(Money.of("EUR", 5));
    EventLog log = EventLog.of(List.of(late, early, paid), END);
    assertThat(log.events()).containsExactly(early, paid, late);
    assertThat(late.date()).isEqualTo(LocalDate.of(2024, 3, 31));
    assertThat(late.instant()).contains(Instant.parse("2024-03-30T23:30:00Z"));
    assertThat(log.hasInstants()).isTrue();
    assertThat(log.ofKind("order").orElseThrow().events()).containsExactly(paid, late);
    assertThat(log.ofKind("refund")).isEmpty();
  }

  @Test
  void tellsTheAmountOfAnEventByItsNumber() {
    LocalDate day = LocalDate.of(2024, 1, 1);
    EventLog log =
        EventLog.of(
            List.of(
                Event.of(CustomerId.of("a"), day, Money.of("USD", "9.90")),
                Event.of(CustomerId.of("a"), day.plusDays(1))),
            day.plusDays(2));
    assertThat(log.amountAt(0)).hasValue(Money.of("USD", "9.90"));
    assertThat(log.amountAt(1)).isEmpty();
    assertThatThrownBy(() -> log.amountAt(2)).isInstanceOf(IndexOutOfBoundsException.class);
    EventLog bare = EventLog.ofDays(new long[1], new int[1], day);
    assertThat(bare.amountAt(0)).isEmpty();
  }

  @Test
  void aFilterKeepsWhoHasAnEventLeft() {
    Event ofA = Event.of(A, END.minusDays(3), Money.of("USD", 4));
    Event first = Event.of(B, END.minusDays(9), Money.of("USD", 1));
    Event second = Event.of(B, END.minusDays(2), Money.of("USD", 2));
    EventLog log = EventLog.of(List.of(second, ofA, first), END);
    EventLog ofB = log.filter(event -> event.customer().equals(B)).orElseThrow();
    assertThat(ofB.events()).containsExactly(first, second);
    assertThat(ofB.customers()).containsExactly(B);
    assertThat(ofB.observationEndExclusive()).isEqualTo(END);
    assertThat(log.filter(event -> event.date().isAfter(END.minusDays(5))).orElseThrow().events())
        .containsExactly(ofA, second);
    assertThat(log.filter(event -> false)).isEmpty();
  }

  @Test
  void numbersAreLaidOutLikeTheSameCustomersKnownByText() {
    SplittableRandom random = new SplittableRandom(7);
    int events = 5_000;
    long[] customers = new long[events];
    long[] seconds = new long[events];
    int[] days = new int[events];
    EventCollector byText = EventCollector.until(END);
    for (int i = 0; i < events; i++) {
      customers[i] = random.nextInt(300) - 5L;
      seconds[i] = 1_700_000_000L + random.nextInt(10_000_000);
      Event event =
          Event.of(CustomerId.of(customers[i]), Instant.ofEpochSecond(seconds[i]), BERLIN);
      days[i] = (int) event.date().toEpochDay();
      byText.add(event);
    }
    EventLog instants = EventLog.ofInstants(customers, seconds, BERLIN, END);
    EventLog onDays = EventLog.ofDays(customers, days, END);
    assertThat(instants.events())
        .containsExactlyInAnyOrderElementsOf(byText.toLog().events().toList());
    assertThat(onDays.hasInstants()).isFalse();
    PeriodAxis weeks = PeriodAxis.isoWeeks(instants.observed());
    ActivityGrid grid = ActivityGrid.from(instants, weeks);
    assertThat(ActivityGrid.from(onDays, weeks)).isEqualTo(grid);
    ActivityAccumulator accumulator = ActivityAccumulator.on(weeks, END);
    accumulator.addAll(customers, days, Work.onThreads(2));
    assertThat(accumulator.snapshot()).isEqualTo(grid);
    assertThat(
            ActivityGrid.from(onDays.filter(event -> true).orElseThrow(), weeks, Work.onThreads(2)))
        .isEqualTo(grid);
  }

  @Test
  void partsComeTogetherAsThroughOneDoor() {
    Event one = Event.of(A, END.minusDays(3)).withKind("visit");
    Event two = Event.of(B, END.minusDays(9), Money.of("USD", 1)).withKind("order");
    Event three = Event.of(A, END.minusDays(4));
    EventLog whole = EventLog.of(List.of(one, two, three), END);
    EventLog merged =
        EventLog.merged(
            List.of(EventLog.of(List.of(one, two), END), EventLog.of(List.of(three), END)));
    assertThat(merged.events()).containsExactlyElementsOf(whole.events().toList());
    EventLog numbers =
        EventLog.merged(
            List.of(
                EventLog.ofDays(new long[] {3, 1}, new int[] {19_000, 19_001}, END),
                EventLog.ofDays(new long[] {1, 2}, new int[] {18_000, 18_001}, END)));
    assertThat(numbers.events())
        .containsExactlyElementsOf(
            EventLog.ofDays(
                    new long[] {3, 1, 1, 2}, new int[] {19_000, 19_001, 18_000, 18_001}, END)
                .events()
                .toList());
  }

  @Test
  void partsThatDoNotFitAreRefused() {
    EventLog days = EventLog.of(List.of(Event.of(A, END.minusDays(3))), END);
    EventLog later = EventLog.of(List.of(Event.of(A, END)), END.plusDays(1));
    EventLog instants =
        EventLog.of(List.of(Event.of(A, Instant.parse("2024-03-01T00:00:00Z"), BERLIN)), END);
    EventLog numbers = EventLog.ofDays(new long[] {1}, new int[] {19_000}, END);
    EventLog dollars = EventLog.of(List.of(Event.of(A, END.minusDays(3), Money.of("USD", 1))), END);
    EventLog euros = EventLog.of(List.of(Event.of(A, END.minusDays(3), Money.of("EUR", 1))), END);
    assertThatThrownBy(() -> EventLog.merged(List.of()))
        .hasMessage("parts (0) must be at least one");
    assertThatThrownBy(() -> EventLog.merged(List.of(days, later)))
        .hasMessage("observationEndExclusive (2024-04-02) must be 2024-04-01");
    assertThatThrownBy(() -> EventLog.merged(List.of(days, instants)))
        .hasMessage("events with instants must not join events without: all have one or none has");
    assertThatThrownBy(() -> EventLog.merged(List.of(days, numbers)))
        .hasMessage("customers known by text must not join customers known by number");
    assertThatThrownBy(() -> EventLog.merged(List.of(dollars, euros)))
        .isInstanceOf(CurrencyMismatchException.class);
  }

  @Test
  void namesWhatCannotBeTaken() {
    assertThatThrownBy(() -> EventLog.ofDays(new long[0], new int[0], END))
        .hasMessage("events (0) must be at least one");
    assertThatThrownBy(() -> EventLog.ofDays(new long[1], new int[2], END))
        .hasMessage("epochDays (2) must be as many as customers (1)");
    assertThatThrownBy(() -> EventLog.ofInstants(new long[2], new long[1], BERLIN, END))
        .hasMessage("epochSeconds (1) must be as many as customers (2)");
    assertThatThrownBy(
            () -> EventLog.ofDays(new long[] {5}, new int[] {(int) END.toEpochDay()}, END))
        .hasMessage(
            "date (2024-04-01) of customer 5 must be before the end of observation (2024-04-01)");
    assertThatThrownBy(
            () ->
                EventLog.ofInstants(
                    new long[] {5, 5}, new long[] {-5_000_000_000L, 0}, BERLIN, END))
        .hasMessage("instants (from -5000000000 to 0 seconds) must span at most 136 years");
    Event instant = Event.of(A, Instant.parse("2024-03-01T00:00:00Z"), BERLIN);
    Event day = Event.of(B, END.minusDays(2));
    assertThatThrownBy(() -> EventLog.of(List.of(instant, day), END))
        .hasMessage("event of customer b on 2024-03-30 must have an instant, like those before it");
    assertThatThrownBy(() -> EventLog.of(List.of(day, instant), END))
        .hasMessage("event of customer a on 2024-03-01 must have no instant, like those before it");
    assertThatThrownBy(() -> day.withKind(" "))
        .hasMessage("kind ( ) of an event of customer b must not be blank");
  }

  @Test
  void splitsByKind() {
    LocalDate day = LocalDate.of(2024, 1, 5);
    CustomerId customer = CustomerId.of("A");
    Event coffee = Event.of(customer, day).withKind("coffee");
    Event tea = Event.of(customer, day.plusDays(1)).withKind("tea");
    Event plain = Event.of(customer, day.plusDays(2));
    EventLog log = EventLog.of(List.of(coffee, plain, tea), day.plusDays(9));
    assertThat(log.splitByKind().keySet()).containsExactly("(unassigned)", "coffee", "tea");
    assertThat(log.splitByKind().values().stream().flatMap(EventLog::events))
        .containsExactly(plain, coffee, tea);
  }
}
