package io.github.retention4j.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.BusinessZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLogWalkTest {

  private static final LocalDate END = LocalDate.of(2024, 4, 1);
  private static final BusinessZone BERLIN = BusinessZone.of("Europe/Berlin");

  /** The third instant is of 31 March in Berlin. */
  @Test
  void walksEventsWithoutMakingThem() {
    EventLog log =
        EventLog.ofInstants(
            new long[] {7, 42, 7},
            new long[] {
              Instant.parse("2024-03-30T12:00:00Z").getEpochSecond(),
              Instant.parse("2024-03-29T12:00:00Z").getEpochSecond(),
              Instant.parse("2024-03-30T23:00:00Z").getEpochSecond()
            },
            BERLIN,
            END);
    List<Event> walked = new ArrayList<>();
    assertThat(log.rows()).isEqualTo(2);
    for (int row = 0; row < log.rows(); row++) {
      for (int event = log.eventsStart(row); event < log.eventsEnd(row); event++) {
        Event made =
            Event.of(log.customer(row), Instant.ofEpochSecond(log.epochSecondAt(event)), BERLIN);
        assertThat(made.date().toEpochDay()).isEqualTo(log.epochDayAt(event));
        walked.add(made);
      }
      assertThat(log.rowOf(log.customer(row))).hasValue(row);
    }
    assertThat(walked).hasSize(3).containsExactlyElementsOf(log.events().toList());
    assertThat(log.rowOf(CustomerId.of(8))).isEmpty();
  }

  @Test
  void refusesWhatIsNotThere() {
    EventLog log = EventLog.ofDays(new long[] {7}, new int[] {19_800}, END);
    assertThat(log.epochDayAt(0)).isEqualTo(19_800);
    assertThatThrownBy(() -> log.epochSecondAt(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("events have days only, no instants");
    assertThatThrownBy(() -> log.epochDayAt(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> log.customer(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> log.eventsStart(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> log.eventsEnd(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
