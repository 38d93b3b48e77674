package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.ActivitySpans;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.testing.RetentionArbitraries;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SpansTableTest {

  private static final DateRange DAYS = DateRange.ofDays(LocalDate.of(2024, 2, 20), 40);
  private static final LocalDate END = DAYS.endExclusive().minusDays(4);
  private static final CohortCalculator ROLLING =
      CohortCalculator.withDefaults().with(AgeMeasure.ON_OR_AFTER);

  @Provide
  Arbitrary<List<Event>> events() {
    return RetentionArbitraries.events(9, new DateRange(DAYS.start(), END), 60);
  }

  @Property
  void theTableOfSpansIsThatOfTheGrid(@ForAll("events") List<Event> events) {
    ActivityGrid grid = ActivityGrid.from(EventLog.of(events, END), PeriodAxis.days(DAYS));
    CohortTable ofGrid = ROLLING.calculate(grid);
    CohortTable ofSpans = ROLLING.calculate(ActivitySpans.from(grid));
    assertSame(ofSpans, ofGrid);
    PeriodAxis weeks = PeriodAxis.isoWeeks(DAYS);
    assertSame(ofSpans.rolledUpTo(weeks), ofGrid.rolledUpTo(weeks));
    Map<CustomerId, String> groupOf = new HashMap<>();
    grid.customers().forEach(customer -> groupOf.put(customer, "group " + groupOf.size() % 2));
    Segmentation byTurns = new Segmentation("turn", groupOf);
    Map<String, CohortTable> groups = ofGrid.breakdown(byTurns);
    ofSpans
        .breakdown(byTurns)
        .forEach((name, part) -> assertSame(part, requireNonNull(groups.get(name))));
    assertThat(ofSpans.breakdown(byTurns).keySet()).isEqualTo(groups.keySet());
  }

  private static void assertSame(CohortTable actual, CohortTable expected) {
    assertThat(CohortEvents.rows(actual)).isEqualTo(CohortEvents.rows(expected));
    for (int row = 0; row < expected.cohorts().size(); row++) {
      assertThat(actual.members(row)).isEqualTo(expected.members(row));
      assertThat(actual.members(row, expected.ages(row) - 1))
          .isEqualTo(expected.members(row, expected.ages(row) - 1));
    }
  }

  @Test
  void saysWhichTablesSpansGive() {
    ActivitySpans spans =
        ActivitySpans.from(CohortEvents.months(LocalDate.of(2024, 5, 1), "a1 a2 b1"));
    assertThatThrownBy(() -> CohortCalculator.withDefaults().calculate(spans))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "measure (ON_PERIOD) must be ON_OR_AFTER with spans; others need an ActivityGrid");
    assertThatThrownBy(() -> ROLLING.with(CohortRule.StartEvent.EVERY_PERIOD).calculate(spans))
        .hasMessage("rule (EVERY_PERIOD) must be FIRST with spans; others need an ActivityGrid");
    assertThatThrownBy(() -> ROLLING.withMinimumOccurrences(2).calculate(spans))
        .hasMessage("minimumOccurrences (2) must be 1 with spans; others need an ActivityGrid");
    assertThat(CohortEvents.rows(ROLLING.calculate(spans)).get(0)).startsWith("2024-01 2: 2 1 0 0");
    assertThatThrownBy(
            () -> CohortCalculator.withDefaults().withMinimumOccurrences(2).calculate(spans.ends()))
        .hasMessage("minimumOccurrences (2) must be 1 where the returns are of presence only");
  }
}
