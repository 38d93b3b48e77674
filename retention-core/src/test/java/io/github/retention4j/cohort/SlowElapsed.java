package io.github.retention4j.cohort;

import io.github.retention4j.activity.Event;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.cohort.ElapsedCohortRule.FirstEverMatching;
import io.github.retention4j.customer.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every definition as the documentation words it, asked of the events for each cell anew. */
record SlowElapsed(
    ZoneId zone,
    ElapsedCohortRule rule,
    Duration window,
    ElapsedAge age,
    CohortMeasure measure,
    int minimumOccurrences,
    LocalDate end,
    List<Event> history,
    List<Event> starts,
    List<Event> returns) {

  /** Returns the start of each member of the cohort of a row; rows are named by a function. */
  Map<CustomerId, Instant> members(Function<Instant, String> rowOf, String row) {
    Map<CustomerId, Instant> members = new TreeMap<>();
    for (CustomerId customer : starts.stream().map(Event::customer).distinct().toList()) {
      Stream<Instant> candidates =
          rule == StartEvent.EVERY_PERIOD
              ? instants(starts, customer).filter(start -> rowOf.apply(start).equals(row))
              : Stream.of(first(starts, customer))
                  .filter(start -> !(rule instanceof FirstEverMatching) || isFirstEver(customer))
                  .filter(start -> rowOf.apply(start).equals(row));
      candidates.sorted().findFirst().ifPresent(start -> members.put(customer, start));
    }
    return members;
  }

  private boolean isFirstEver(CustomerId customer) {
    return first(history, customer).equals(first(starts, customer));
  }

  private static Instant first(List<Event> events, CustomerId customer) {
    return instants(events, customer).sorted().findFirst().orElseThrow();
  }

  private static Stream<Instant> instants(List<Event> events, CustomerId customer) {
    return events.stream()
        .filter(event -> event.customer().equals(customer))
        .map(event -> event.instant().orElseThrow());
  }

  /** Goes back minute by minute to the first reading of the hour; events are on whole minutes. */
  Instant origin(Instant start) {
    if (age == ElapsedAge.TRUNCATED_TO_DAY) {
      return start.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
    Instant origin = start;
    if (age == ElapsedAge.TRUNCATED_TO_HOUR) {
      while (hour(origin.minusSeconds(60)).equals(hour(start))) {
        origin = origin.minusSeconds(60);
      }
    }
    return origin;
  }

  /** The reading of the clock to the hour, with its offset. */
  String hour(Instant instant) {
    ZonedDateTime time = instant.atZone(zone);
    return time.toLocalDateTime().truncatedTo(ChronoUnit.HOURS) + " " + time.getOffset();
  }

  boolean isCounted(CustomerId customer, Instant start, int column) {
    if (measure instanceof AgeBrackets brackets) {
      AgeBracket bracket = brackets.brackets().get(column);
      return ages(bracket.first(), Math.min(bracket.last(), lastAge(start)))
          .anyMatch(at -> isActive(customer, start, at));
    }
    return switch ((AgeMeasure) measure) {
      case ON_PERIOD -> isActive(customer, start, column);
      case ON_OR_AFTER ->
          ages(column, lastAge(start)).anyMatch(at -> isActive(customer, start, at));
      case ON_OR_BEFORE -> ages(0, column).anyMatch(at -> isActive(customer, start, at));
      case BACK_ON_OR_BEFORE -> ages(1, column).anyMatch(at -> isActive(customer, start, at));
      case EVERY_PERIOD_SO_FAR -> ages(0, column).allMatch(at -> isActive(customer, start, at));
    };
  }

  private static IntStream ages(int first, int last) {
    return IntStream.rangeClosed(first, last);
  }

  /** Returns the last window that began before the end of observation. */
  int lastAge(Instant start) {
    int last = 0;
    while (begin(start, last + 1).isBefore(endInstant())) {
      last++;
    }
    return last;
  }

  private boolean isActive(CustomerId customer, Instant start, int at) {
    return instants(returns, customer)
            .filter(time -> !time.isBefore(start))
            .filter(time -> !time.isBefore(begin(start, at)))
            .filter(time -> time.isBefore(begin(start, at + 1)))
            .count()
        >= minimumOccurrences;
  }

  private Instant begin(Instant start, int at) {
    return origin(start).plus(window.multipliedBy(at));
  }

  private Instant endInstant() {
    return end.atStartOfDay(zone).toInstant();
  }

  /** Whether the whole column is over for a member. */
  boolean isOver(Instant start, int column) {
    long last =
        measure instanceof AgeBrackets brackets ? brackets.brackets().get(column).last() : column;
    return last <= lastAge(start) && !begin(start, (int) last + 1).isAfter(endInstant());
  }
}
