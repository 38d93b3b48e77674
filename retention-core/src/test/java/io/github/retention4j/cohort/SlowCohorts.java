package io.github.retention4j.cohort;

import io.github.retention4j.activity.Event;
import io.github.retention4j.cohort.CohortRule.FirstEverMatching;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.cohort.CohortRule.SuppliedDates;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every definition as the documentation words it, asked of the events for each cell anew. */
record SlowCohorts(
    PeriodAxis axis,
    CohortRule rule,
    CohortMeasure measure,
    int minimumOccurrences,
    List<Event> history,
    List<Event> starts,
    List<Event> returns) {

  private Stream<CustomerId> customers() {
    return rule instanceof SuppliedDates supplied
        ? supplied.dates().keySet().stream()
        : starts.stream().map(Event::customer).distinct();
  }

  SortedSet<CustomerId> members(int period) {
    return customers()
        .filter(customer -> startsIn(customer, period))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  SortedSet<CustomerId> counted(int period, int column) {
    return members(period).stream()
        .filter(customer -> isCounted(customer, period, column))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean startsIn(CustomerId customer, int period) {
    if (rule instanceof SuppliedDates supplied) {
      LocalDate date = supplied.dates().getOrDefault(customer, LocalDate.MIN);
      return axis.periodOf(date) == period;
    }
    if (rule == StartEvent.EVERY_PERIOD) {
      return events(starts, customer, period) > 0;
    }
    boolean first = first(starts, customer) == period;
    return rule instanceof FirstEverMatching ? first && first(history, customer) == period : first;
  }

  private int first(List<Event> events, CustomerId customer) {
    return events.stream()
        .filter(event -> event.customer().equals(customer))
        .mapToInt(event -> axis.periodOf(event.date()))
        .min()
        .orElseThrow();
  }

  private boolean isCounted(CustomerId customer, int start, int column) {
    int lastAge = axis.size() - 1 - start;
    if (measure instanceof AgeBrackets brackets) {
      AgeBracket bracket = brackets.brackets().get(column);
      return ages(bracket.first(), Math.min(bracket.last(), lastAge))
          .anyMatch(age -> isActive(customer, start + age));
    }
    return switch ((AgeMeasure) measure) {
      case ON_PERIOD -> isActive(customer, start + column);
      case ON_OR_AFTER -> ages(column, lastAge).anyMatch(age -> isActive(customer, start + age));
      case ON_OR_BEFORE -> ages(0, column).anyMatch(age -> isActive(customer, start + age));
      case BACK_ON_OR_BEFORE -> ages(1, column).anyMatch(age -> isActive(customer, start + age));
      case EVERY_PERIOD_SO_FAR -> ages(0, column).allMatch(age -> isActive(customer, start + age));
    };
  }

  private static IntStream ages(int first, int last) {
    return IntStream.rangeClosed(first, last);
  }

  private boolean isActive(CustomerId customer, int period) {
    return events(returns, customer, period) >= minimumOccurrences;
  }

  private long events(List<Event> events, CustomerId customer, int period) {
    return events.stream()
        .filter(event -> event.customer().equals(customer))
        .filter(event -> axis.periodOf(event.date()) == period)
        .count();
  }

  /** Whether the last period that decides a cell is over. */
  boolean isObserved(int period, int column, LocalDate end) {
    int lastAge =
        measure instanceof AgeBrackets brackets ? brackets.brackets().get(column).last() : column;
    return lastAge < axis.size() - period
        && !axis.range(period + lastAge).endExclusive().isAfter(end);
  }
}
