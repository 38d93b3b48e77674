package io.github.retention4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.time.DateRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Facts of the stickiness tests of PostHog. */
class StickinessReferenceTest {

  @TestFactory
  List<DynamicTest> agreesWithTheCasesOfPostHog() {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode node : SharedFiles.cases("cohort-stickiness.json").get("cases")) {
      CaseEvents reference = new CaseEvents(node);
      tests.add(DynamicTest.dynamicTest(reference.id(), () -> check(reference)));
    }
    return tests;
  }

  private static void check(CaseEvents reference) {
    if (reference.events().isEmpty()) {
      checkEmpty(reference);
      return;
    }
    StickinessHistogram histogram = histogram(reference);
    LongStream counts =
        IntStream.rangeClosed(1, histogram.periods())
            .mapToLong(
                n ->
                    reference.node().get("settings").path("cumulative").asBoolean()
                        ? histogram.atLeast(n)
                        : histogram.exactly(n));
    assertThat(counts.boxed())
        .containsExactlyElementsOf(CaseEvents.longs(reference.node().get("expected").get("data")));
  }

  /** Nobody is there, which is all the peer says; here a log without events is refused. */
  private static void checkEmpty(CaseEvents reference) {
    assertThat(CaseEvents.longs(reference.node().get("expected").get("data"))).containsOnly(0L);
    assertThatThrownBy(() -> reference.log(reference.window().range().endExclusive()))
        .hasMessage("events (0 taken of 0 offered) must be at least one");
  }

  private static StickinessHistogram histogram(CaseEvents reference) {
    DateRange window = reference.window().range();
    DateRange history = new DateRange(reference.firstDay(), window.endExclusive());
    ActivityGrid grid =
        ActivityGrid.from(reference.log(window.endExclusive()), reference.axis(history));
    StickinessCalculator calculator = StickinessCalculator.withDefaults();
    JsonNode criteria = reference.node().get("settings").get("criteria");
    if (criteria != null) {
      assertThat(criteria.get("op").asText()).isEqualTo("exact");
      long events = criteria.get("value").asLong();
      calculator = calculator.withEvents(events, events);
    }
    return calculator.calculate(grid, window);
  }
}
