package io.github.retention4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.testing.RetentionArbitraries;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LifecycleProperties {

  private static final LocalDate START = LocalDate.of(2023, 11, 6);
  private static final LocalDate END = LocalDate.of(2024, 3, 7);

  @Provide
  Arbitrary<List<Event>> events() {
    return RetentionArbitraries.events(6, new DateRange(START, END), 40);
  }

  private static LifecycleTable table(List<Event> events) {
    PeriodAxis weeks = PeriodAxis.isoWeeks(new DateRange(START, END));
    return LifecycleCalculator.withDefaults()
        .calculate(ActivityGrid.from(EventLog.of(events, END), weeks));
  }

  private static Set<CustomerId> activeIn(List<Event> events, PeriodAxis axis, int from, int to) {
    Set<CustomerId> active = new TreeSet<>();
    for (Event event : events) {
      int period = axis.periodOf(event.date());
      if (period >= from && period < to) {
        active.add(event.customer());
      }
    }
    return active;
  }

  @Property(tries = 300)
  void statesAgreeWithSetsOfCustomers(@ForAll("events") List<Event> events) {
    LifecycleTable table = table(events);
    for (int t = 0; t < table.endPeriodExclusive(); t++) {
      Set<CustomerId> now = activeIn(events, table.axis(), t, t + 1);
      Set<CustomerId> before = activeIn(events, table.axis(), t - 1, t);
      Set<CustomerId> earlier = activeIn(events, table.axis(), 0, t);
      assertThat(table.customers(t, LifecycleState.NEW)).isEqualTo(minus(now, earlier));
      assertThat(table.customers(t, LifecycleState.RETURNING))
          .isEqualTo(minus(now, minus(now, before)));
      assertThat(table.customers(t, LifecycleState.RESURRECTED))
          .isEqualTo(minus(minus(now, minus(now, earlier)), before));
      assertThat(table.customers(t, LifecycleState.DORMANT)).isEqualTo(minus(earlier, now));
    }
  }

  private static Set<CustomerId> minus(Set<CustomerId> all, Set<CustomerId> some) {
    Set<CustomerId> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  @Property(tries = 300)
  void statesPartitionTheKnownCustomers(@ForAll("events") List<Event> events) {
    LifecycleTable table = table(events);
    for (int t = 0; t < table.endPeriodExclusive(); t++) {
      List<CustomerId> listed = new ArrayList<>();
      for (LifecycleState state : LifecycleState.values()) {
        assertThat((long) table.customers(t, state).size()).isEqualTo(table.count(t, state));
        listed.addAll(table.customers(t, state));
      }
      assertThat(listed)
          .doesNotHaveDuplicates()
          .hasSameElementsAs(activeIn(events, table.axis(), 0, t + 1))
          .hasSize(Math.toIntExact(table.known(t)));
    }
  }

  @Property(tries = 300)
  void growthAddsUpFromPeriodToPeriod(@ForAll("events") List<Event> events) {
    LifecycleTable table = table(events);
    long active = 0;
    for (GrowthPeriod period : table.growth().periods()) {
      long now = activeIn(events, table.axis(), period.period(), period.period() + 1).size();
      assertThat(now)
          .isEqualTo(active + period.newCustomers() + period.resurrected() - period.churned())
          .isEqualTo(period.active());
      active = now;
    }
    GrowthSoFar open = table.growth().openSoFar().orElseThrow();
    assertThat(open.retainedSoFar() + open.notYetBack()).isEqualTo(active);
  }

  @Property(tries = 100)
  void theOrderOfEventsDoesNotMatter(@ForAll("events") List<Event> events) {
    List<Event> reversed = new ArrayList<>(events);
    Collections.reverse(reversed);
    assertThat(table(reversed).growth()).isEqualTo(table(events).growth());
  }

  @Property(tries = 200)
  void aLeadInChangesWhatIsReportedAndNothingElse(
      @ForAll("events") List<Event> events, @ForAll @IntRange(min = 1, max = 16) int lead) {
    PeriodAxis weeks = PeriodAxis.isoWeeks(new DateRange(START, END));
    ActivityGrid grid = ActivityGrid.from(EventLog.of(events, END), weeks);
    LifecycleTable part =
        LifecycleCalculator.withDefaults()
            .with(LifecycleHistory.leadIn(weeks.range(lead).start()))
            .calculate(grid);
    List<GrowthPeriod> whole = table(events).growth().periods();
    assertThat(part.growth().periods()).isEqualTo(whole.subList(lead, whole.size()));
  }

  @Property(tries = 200)
  void returnsAgreeWithASlowReference(
      @ForAll("events") List<Event> events, @ForAll @IntRange(min = 1, max = 9) int within) {
    LifecycleTable table = table(events);
    int complete = table.endPeriodExclusive();
    long ended = 0;
    long followed = 0;
    for (CustomerId customer : activeIn(events, table.axis(), 0, complete)) {
      for (int t = 1; t + within < complete; t++) {
        boolean begins =
            table.state(customer, t).equals(Optional.of(LifecycleState.DORMANT))
                && !table.state(customer, t - 1).equals(Optional.of(LifecycleState.DORMANT));
        followed += begins ? 1 : 0;
        ended += begins && isSeen(events, table.axis(), customer, t + 1, t + within + 1) ? 1 : 0;
      }
    }
    assertThat(table.returnedWithin(within).map(LifecycleReturn::returned))
        .isEqualTo(Proportion.ifAny(ended, followed));
    for (int t = 0; t < complete; t++) {
      int at = t;
      long back =
          table.customers(t, LifecycleState.DORMANT).stream()
              .filter(customer -> isSeen(events, table.axis(), customer, at + 1, complete))
              .count();
      assertThat(table.returnedSince(t).map(LifecycleReturn::returned))
          .isEqualTo(Proportion.ifAny(back, table.count(t, LifecycleState.DORMANT)));
    }
  }

  private static boolean isSeen(
      List<Event> events, PeriodAxis axis, CustomerId customer, int from, int to) {
    return activeIn(events, axis, from, to).contains(customer);
  }

  @Property(tries = 200)
  void reactivationAfterLongerSilenceIsRarer(@ForAll("events") List<Event> events) {
    LifecycleTable table = table(events);
    for (int t = 1; t < table.endPeriodExclusive(); t++) {
      assertThat(table.reactivatedAfter(t, 1))
          .isEqualTo(table.customers(t, LifecycleState.RESURRECTED));
      for (int silence = 1; silence < t; silence++) {
        Set<CustomerId> expected = new TreeSet<>(table.reactivatedAfter(t, 1));
        expected.removeAll(activeIn(events, table.axis(), t - silence, t));
        assertThat(table.reactivatedAfter(t, silence)).isEqualTo(expected);
      }
    }
  }

  @Property(tries = 100)
  void statesRunWithoutAGap(@ForAll("events") List<Event> events) {
    LifecycleTable table = table(events);
    for (CustomerId customer : activeIn(events, table.axis(), 0, table.endPeriodExclusive())) {
      int first = table.states(customer).firstKey();
      assertThat(table.states(customer).keySet())
          .containsExactlyElementsOf(
              IntStream.range(first, table.endPeriodExclusive()).boxed().toList());
    }
  }
}
