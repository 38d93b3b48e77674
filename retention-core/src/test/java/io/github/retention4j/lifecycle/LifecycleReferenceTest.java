package io.github.retention4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Facts of the lifecycle tests of PostHog, which looks back before its window. */
class LifecycleReferenceTest {

  @TestFactory
  List<DynamicTest> agreesWithTheCasesOfPostHog() {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode node : SharedFiles.cases("cohort-lifecycle.json").get("cases")) {
      CaseEvents reference = new CaseEvents(node);
      tests.add(DynamicTest.dynamicTest(reference.id(), () -> check(reference)));
    }
    return tests;
  }

  private static void check(CaseEvents reference) {
    JsonNode expected = reference.node().get("expected");
    List<GrowthPeriod> periods = growth(reference).periods();
    check(expected.get("new"), periods, GrowthPeriod::newCustomers);
    check(expected.get("returning"), periods, GrowthPeriod::retained);
    check(expected.get("resurrecting"), periods, GrowthPeriod::resurrected);
    check(expected.get("dormant"), periods, period -> -period.churned());
  }

  private static void check(
      JsonNode expected, List<GrowthPeriod> periods, ToLongFunction<GrowthPeriod> count) {
    if (expected != null) {
      assertThat(periods.stream().map(count::applyAsLong))
          .containsExactlyElementsOf(CaseEvents.longs(expected));
    }
  }

  private static GrowthAccounting growth(CaseEvents reference) {
    PeriodAxis window = reference.window();
    DateRange history =
        new DateRange(reference.firstDay().minusDays(7), window.range().endExclusive());
    ActivityGrid grid =
        ActivityGrid.from(reference.log(window.range().endExclusive()), reference.axis(history));
    LocalDate start = window.range().start();
    JsonNode firstSeen = reference.node().get("first_seen");
    if (firstSeen == null) {
      return LifecycleCalculator.withDefaults()
          .with(LifecycleHistory.leadIn(start))
          .calculate(grid)
          .growth();
    }
    Map<CustomerId, LocalDate> dates = new HashMap<>();
    for (String name : (Iterable<String>) firstSeen::fieldNames) {
      dates.put(CustomerId.of(name), reference.day(firstSeen.get(name).asText()));
    }
    GrowthAccounting all =
        LifecycleCalculator.withDefaults()
            .with(LifecycleHistory.firstSeen(dates))
            .calculate(grid)
            .growth();
    return new GrowthAccounting(
        all.per(),
        all.periods().stream().filter(p -> !p.days().start().isBefore(start)).toList(),
        all.openSoFar());
  }
}
