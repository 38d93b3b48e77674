package io.github.retention4j.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.testing.RetentionArbitraries;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MovementProperties {

  private static final LocalDate START = LocalDate.of(2023, 11, 1);
  private static final LocalDate END = LocalDate.of(2024, 6, 10);

  @Provide
  Arbitrary<List<Event>> events() {
    return RetentionArbitraries.events(8, new DateRange(START, END), 40);
  }

  @Property
  void agreesWithASlowReference(
      @ForAll("events") List<Event> events, @ForAll @IntRange(min = 1, max = 4) int silence) {
    EventLog log = EventLog.of(events, END);
    PeriodAxis months = PeriodAxis.months(log.observed());
    List<PeriodMovement> movements = movements(log, months, silence);
    List<CustomerMovement> expected = new ArrayList<>();
    for (int p = silence; p < months.completePeriods(END); p++) {
      expected.add(
          CustomerMovement.between(
              customersAt(events, months, p - 1, silence),
              customersAt(events, months, p, silence),
              activeBetween(events, months, 0, p - 1),
              Set.of()));
    }
    assertThat(movements).extracting(PeriodMovement::movement).isEqualTo(expected);
  }

  private static Set<CustomerId> customersAt(
      List<Event> events, PeriodAxis axis, int period, int silence) {
    return activeBetween(events, axis, period - silence + 1, period);
  }

  private static Set<CustomerId> activeBetween(
      List<Event> events, PeriodAxis axis, int first, int last) {
    Set<CustomerId> active = new TreeSet<>();
    for (Event event : events) {
      int period = axis.periodOf(event.date());
      if (period >= first && period <= last) {
        active.add(event.customer());
      }
    }
    return active;
  }

  @Property
  void everyoneIsAccountedForFromPeriodToPeriod(
      @ForAll("events") List<Event> events, @ForAll @IntRange(min = 1, max = 4) int silence) {
    EventLog log = EventLog.of(events, END);
    List<PeriodMovement> movements = movements(log, PeriodAxis.months(log.observed()), silence);
    for (int i = 0; i < movements.size(); i++) {
      CustomerMovement movement = movements.get(i).movement();
      CustomerCounts counts = movements.get(i).counts();
      assertThat(counts.retained()).isEqualTo(movement.retained().size());
      assertThat(counts.atStart()).isEqualTo(movement.atStart().size());
      assertThat(counts.atEnd()).isEqualTo(movement.atEnd().size());
      if (i > 0) {
        assertThat(movement.atStart()).isEqualTo(movements.get(i - 1).movement().atEnd());
      }
    }
  }

  @Property
  void groupsSumToTheWhole(@ForAll("events") List<Event> events) {
    EventLog log = EventLog.of(events, END);
    Map<CustomerId, String> segments = new HashMap<>();
    log.customers().stream()
        .filter(customer -> customer.value().compareTo("6") < 0)
        .forEach(
            customer -> segments.put(customer, customer.value().compareTo("3") < 0 ? "x" : "y"));
    for (PeriodMovement period : movements(log, PeriodAxis.months(log.observed()), 1)) {
      Set<CustomerId> retained = new TreeSet<>();
      Set<CustomerId> lost = new TreeSet<>();
      period
          .movement()
          .split(new Segmentation("letter", segments))
          .values()
          .forEach(
              part -> {
                retained.addAll(part.retained());
                lost.addAll(part.lost());
              });
      assertThat(retained).isEqualTo(period.movement().retained());
      assertThat(lost).isEqualTo(period.movement().lost());
    }
  }

  private static List<PeriodMovement> movements(EventLog log, PeriodAxis axis, int silence) {
    return MovementCalculator.withDefaults()
        .with(ChurnRule.noActivityFor(silence))
        .calculate(ActivityGrid.from(log, axis));
  }
}
