package io.github.retention4j.lifecycle;

import static io.github.retention4j.lifecycle.EngagementState.AT_RISK_MONTHLY;
import static io.github.retention4j.lifecycle.EngagementState.AT_RISK_WEEKLY;
import static io.github.retention4j.lifecycle.EngagementState.CURRENT;
import static io.github.retention4j.lifecycle.EngagementState.DORMANT;
import static io.github.retention4j.lifecycle.EngagementState.NEW;
import static io.github.retention4j.lifecycle.EngagementState.REACTIVATED;
import static io.github.retention4j.lifecycle.EngagementState.RESURRECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.testing.RetentionArbitraries;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EngagementStatesTest {

  private static final CustomerId A = CustomerId.of("A");
  private static final CustomerId NOBODY = CustomerId.of("nobody");
  private static final LocalDate DAY_1 = LocalDate.of(2024, 2, 1);
  private static final DateRange OBSERVED = DateRange.ofDays(DAY_1, 55);

  private static ActivityGrid grid(List<Event> events) {
    DateRange axis = DateRange.ofDays(DAY_1, 60);
    return ActivityGrid.from(EventLog.of(events, OBSERVED.endExclusive()), PeriodAxis.days(axis));
  }

  /** The worked table of the Javadoc. */
  private static EngagementStates worked() {
    List<Event> events =
        IntStream.of(1, 3, 12, 50).mapToObj(day -> Event.of(A, DAY_1.plusDays(day - 1))).toList();
    return EngagementStatesCalculator.withDefaults().calculate(grid(events));
  }

  @Test
  void tellsStatesByTheDaysSinceTheLastActivity() {
    assertStates(1, 1, NEW);
    assertStates(2, 2, AT_RISK_WEEKLY);
    assertStates(3, 3, CURRENT);
    assertStates(4, 10, AT_RISK_WEEKLY);
    assertStates(11, 11, AT_RISK_MONTHLY);
    assertStates(12, 12, REACTIVATED);
    assertStates(13, 19, AT_RISK_WEEKLY);
    assertStates(20, 42, AT_RISK_MONTHLY);
    assertStates(43, 49, DORMANT);
    assertStates(50, 50, RESURRECTED);
    assertStates(51, 55, AT_RISK_WEEKLY);
  }

  private static void assertStates(int first, int last, EngagementState state) {
    EngagementStates states = worked();
    for (int day = first; day <= last; day++) {
      LocalDate date = DAY_1.plusDays(day - 1);
      assertThat(states.state(A, date)).contains(state);
      assertThat(states.count(date, state)).isEqualTo(1);
      assertThat(states.customers(date, state)).containsExactly(A);
    }
  }

  @Test
  void refusesDaysThatWereNotObserved() {
    EngagementStates states = worked();
    assertThat(states.state(NOBODY, DAY_1)).isEmpty();
    assertThatThrownBy(() -> states.count(OBSERVED.endExclusive(), NEW))
        .hasMessage("day (2024-03-27) must be before the end of observation (2024-03-27)");
    assertThatThrownBy(() -> states.state(A, DAY_1.minusDays(1)))
        .hasMessageStartingWith("date (2024-01-31) must lie on the axis");
  }

  @Test
  void looksBackAsFarAsAsked() {
    EngagementStatesCalculator calculator = EngagementStatesCalculator.withDefaults();
    assertThat(calculator.recentDays()).isEqualTo(7);
    assertThat(calculator.monthDays()).isEqualTo(30);
    assertThat(calculator.lookingBack(1, 28).recentDays()).isEqualTo(1);
    assertThatThrownBy(() -> calculator.lookingBack(0, 28))
        .hasMessage("recentDays (0) must be at least 1");
    assertThatThrownBy(() -> calculator.lookingBack(7, 7))
        .hasMessage("monthDays (7) must be more than recentDays (7) and at most 10000");
    assertThatThrownBy(() -> calculator.lookingBack(7, 10_001))
        .hasMessage("monthDays (10001) must be more than recentDays (7) and at most 10000");
  }

  @Provide
  Arbitrary<List<Event>> events() {
    return RetentionArbitraries.events(5, OBSERVED, 30);
  }

  @Property(tries = 200)
  void agreesWithASlowReference(
      @ForAll("events") List<Event> events,
      @ForAll @IntRange(min = 1, max = 8) int recent,
      @ForAll @IntRange(min = 1, max = 30) int more) {
    EngagementStates states =
        EngagementStatesCalculator.withDefaults()
            .lookingBack(recent, recent + more)
            .calculate(grid(events));
    List<CustomerId> customers = events.stream().map(Event::customer).distinct().toList();
    OBSERVED
        .start()
        .datesUntil(OBSERVED.endExclusive())
        .forEach(
            day -> {
              List<EngagementState> expected = new ArrayList<>();
              for (CustomerId customer : customers) {
                Optional<EngagementState> state =
                    expected(events, customer, day, recent, recent + more);
                assertThat(states.state(customer, day)).isEqualTo(state);
                state.ifPresent(expected::add);
              }
              for (EngagementState state : EngagementState.values()) {
                assertThat(states.count(day, state))
                    .isEqualTo(expected.stream().filter(s -> s == state).count())
                    .isEqualTo(states.customers(day, state).size());
              }
            });
  }

  private static Optional<EngagementState> expected(
      List<Event> events, CustomerId customer, LocalDate day, int recent, int month) {
    if (isActive(events, customer, day, 0, 0)) {
      return Optional.of(
          !isActive(events, customer, day, 1, 100)
              ? NEW
              : isActive(events, customer, day, 1, recent)
                  ? CURRENT
                  : isActive(events, customer, day, 1, month) ? REACTIVATED : RESURRECTED);
    }
    if (!isActive(events, customer, day, 1, 100)) {
      return Optional.empty();
    }
    return Optional.of(
        isActive(events, customer, day, 1, recent)
            ? AT_RISK_WEEKLY
            : isActive(events, customer, day, 1, month) ? AT_RISK_MONTHLY : DORMANT);
  }

  private static boolean isActive(
      List<Event> events, CustomerId customer, LocalDate day, int fewestBack, int mostBack) {
    return LongStream.rangeClosed(fewestBack, mostBack)
        .mapToObj(back -> Event.of(customer, day.minusDays(back)))
        .anyMatch(events::contains);
  }

  /** Facts of the tests of retentioneering; a customer not yet active is dormant there. */
  @Test
  void agreesWithRetentioneering() {
    int compared = 0;
    for (JsonNode test : SharedFiles.cases("cohort-other.json").get("cases")) {
      if (test.get("kind").asText().equals("daily_states")) {
        for (JsonNode row : test.get("rows")) {
          compared += check(row);
        }
      }
    }
    assertThat(compared).isEqualTo(7);
  }

  private static int check(JsonNode row) {
    DateRange observed = DateRange.ofDays(LocalDate.of(2023, 1, 1), row.get("states").size());
    List<Event> events = new ArrayList<>();
    row.get("active_days").forEach(day -> events.add(Event.of(A, LocalDate.parse(day.asText()))));
    EngagementStates states =
        EngagementStatesCalculator.withDefaults()
            .calculate(
                ActivityGrid.from(
                    EventLog.of(events, observed.endExclusive()), PeriodAxis.days(observed)));
    List<String> names = new ArrayList<>();
    row.get("states").forEach(state -> names.add(state.asText()));
    assertThat(
            observed
                .start()
                .datesUntil(observed.endExclusive())
                .map(day -> states.state(A, day).map(EngagementStatesTest::name).orElse("dormant")))
        .containsExactlyElementsOf(names);
    return names.size();
  }

  private static String name(EngagementState state) {
    return switch (state) {
      case NEW -> "new";
      case CURRENT -> "current";
      case REACTIVATED -> "reactivated";
      case RESURRECTED -> "resurrected";
      case AT_RISK_WEEKLY -> "at_risk_wau";
      case AT_RISK_MONTHLY -> "at_risk_mau";
      case DORMANT -> "dormant";
    };
  }
}
