package io.github.retention4j.attention;

import static io.github.retention4j.attention.Shop.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.Proportion;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SegmentRulesTest {

  /** Rows are recency scores 1 to 5, columns frequency scores. */
  @Test
  void defaultsCoverTheGrid() {
    SegmentRules rules = SegmentRules.recencyFrequency();
    TreeMap<String, Integer> cells = new TreeMap<>();
    for (int r = 1; r <= 5; r++) {
      for (int f = 1; f <= 5; f++) {
        cells.merge(rules.segmentOf(r, f, 3), 1, Integer::sum);
      }
    }
    assertThat(cells)
        .hasToString(
            "{about to sleep=2, at risk=4, cannot lose=2, champions=2, hibernating=4, loyal=4,"
                + " need attention=1, new=1, potential loyalists=4, promising=1}");
    assertThat(rules.segments()).hasSize(10).doesNotContain("other");
    assertThat(rules.segmentOf(5, 5, 1)).isEqualTo("champions");
    assertThat(rules.segmentOf(1, 5, 1)).isEqualTo("cannot lose");
    assertThat(rules.fallback()).isEqualTo("other");
  }

  @Test
  void takesTheFirstRuleThatMatches() {
    SegmentRules rules =
        SegmentRules.of(
            3,
            List.of(
                SegmentRule.of("best").withRecency(3, 3).withMonetary(3, 3),
                SegmentRule.of("recent").withRecency(2, 3),
                SegmentRule.of("best").withMonetary(3, 3)),
            "rest");
    assertThat(rules.segmentOf(3, 1, 3)).isEqualTo("best");
    assertThat(rules.segmentOf(2, 1, 3)).isEqualTo("recent");
    assertThat(rules.segmentOf(1, 1, 3)).isEqualTo("best");
    assertThat(rules.segmentOf(1, 3, 2)).isEqualTo("rest");
    assertThat(rules.segments()).containsExactly("best", "recent", "rest");
    assertThat(rules).hasToString("3 rules on scores 1 to 3, else rest");
  }

  @Test
  void refusesARuleThatIsNeverReached() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SegmentRules.of(
                    5,
                    List.of(
                        SegmentRule.of("low").withRecency(1, 3),
                        SegmentRule.of("high").withRecency(4, 5),
                        SegmentRule.of("frequent").withFrequency(5, 5)),
                    "rest"))
        .withMessage(
            "rule 3 (frequent: R any, F 5, M any) must match scores that no rule before it does:"
                + " it is never reached");
  }

  @Test
  void refusesScoresOffTheRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SegmentRules.of(5, List.of(SegmentRule.of("top").withRecency(5, 6)), "rest"))
        .withMessage("RECENCY score (6) of rule (top: R 5-6, F any, M any) must be at most 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SegmentRule.of("top").withRecency(0, 6))
        .withMessage("scores (0 to 6) must rise from at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SegmentRules.recencyFrequency().segmentOf(1, 6, 1))
        .withMessage("FREQUENCY score (6) must be from 1 to 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SegmentRule.of(" "))
        .withMessage("segment ( ) must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SegmentRules.of(5, List.of(), ""))
        .withMessage("fallback () must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SegmentRules.of(1, List.of(), "all"))
        .withMessage("scores (1) must be at least 2");
  }

  /** A falls silent, B stays, C leaves the window, D is new. */
  @Test
  void showsMovement() {
    RfmCalculator calculator =
        RfmCalculator.withDefaults()
            .with(RfmDimension.RECENCY, ScoreBins.upTo(30))
            .with(RfmDimension.FREQUENCY, ScoreBins.upTo(1))
            .with(RfmDimension.MONETARY, ScoreBins.upTo(0))
            .with(SegmentRules.of(2, List.of(SegmentRule.of("active").withRecency(2, 2)), "silent"))
            .withWindowDays(90);
    var log =
        new Shop().bought("A", 90).bought("B", 95, 190).bought("C", 20).bought("D", 180).log();
    SegmentMovement movement =
        SegmentMovement.between(
            calculator.calculate(log, day(100)), calculator.calculate(log, day(200)));
    assertThat(movement.moved("active", "active")).isEqualTo(1);
    assertThat(movement.gone("active")).isEqualTo(1);
    assertThat(movement.gone("silent")).isEqualTo(1);
    assertThat(movement.arrived("active")).isEqualTo(1);
    assertThat(movement.share("active", "active")).contains(new Proportion(1, 2));
    assertThat(movement.customersAfter("silent")).isZero();
    assertThat(movement.toText())
        .isEqualTo(
            """
            Segments from 2024-03-29 to 2024-07-07
              from \\ to  active  silent  (gone)  all
              active          1       0       1    2
              silent          0       0       1    1
              (new)           1       0       0    1
            """);
    assertThat(movement).hasToString("segments from 2024-03-29 to 2024-07-07");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> movement.gone("lost"))
        .withMessage("segment (lost) must be one of [active, silent]");
  }

  @Test
  void comparesTablesOfOtherSources() {
    RfmCalculator calculator = RfmCalculator.withDefaults();
    RfmTable before = calculator.calculate(new Shop().bought("A", 1).bought("B", 2).log(), day(3));
    RfmTable after =
        calculator.calculate(
            RfmValues.of(
                List.of(CustomerId.of("C"), CustomerId.of("B")), new int[2], new long[] {1, 1}),
            day(4));
    SegmentMovement movement = SegmentMovement.between(before, after);
    assertThat(movement.moved("new", "new")).isEqualTo(1);
    assertThat(movement.gone("hibernating")).isEqualTo(1);
    assertThat(movement.arrived("new")).isEqualTo(1);
    assertThat(movement.share("loyal", "new")).isEmpty();
    RfmTable later = calculator.calculate(new Shop().bought("B", 2).log(), day(5));
    SegmentMovement back = SegmentMovement.between(after, later);
    assertThat(back.moved("new", "new")).isEqualTo(1);
    assertThat(back.gone("new")).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SegmentMovement.between(after, before))
        .withMessage("after (2023-12-23) must be after before (2023-12-24)");
    RfmTable byOthers =
        calculator
            .with(SegmentRules.of(5, List.of(), "all"))
            .calculate(new Shop().bought("A", 1).log(), day(9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SegmentMovement.between(before, byOthers))
        .withMessage(
            "rules (0 rules on scores 1 to 5, else all) must be those of the earlier table (10"
                + " rules on scores 1 to 5, else other)");
  }
}
