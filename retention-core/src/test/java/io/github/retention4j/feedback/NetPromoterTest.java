package io.github.retention4j.feedback;

import static io.github.retention4j.ReferenceTable.number;
import static io.github.retention4j.ReferenceTable.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.TestResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetPromoterTest {

  /** A few roundings of numbers up to 200. */
  private static final double ROUNDING = 1e-11;

  private static final NetPromoterScore PUBLISHED = new NetPromoterScore(15, 10, 25);

  private static List<NamedCsvRecord> rows(String name) {
    return ReferenceTable.rows(NetPromoterTest.class, name);
  }

  @Test
  void subtractsDetractorsFromPromoters() {
    assertThat(PUBLISHED.value()).isEqualTo(-20);
    assertThat(PUBLISHED.total()).isEqualTo(50);
    // 0.3 + 0.5 - 0.04 = 0.76.
    assertThat(PUBLISHED.variance()).isCloseTo(7600, within(ROUNDING * 100));
    assertThat(PUBLISHED.standardError()).isCloseTo(12.328828005937954, within(ROUNDING));
    ConfidenceInterval wald = PUBLISHED.interval(NetPromoterMethod.WALD, 0.95);
    assertThat(wald.lower()).isCloseTo(-44.16405886322716, within(ROUNDING));
    assertThat(wald.upper()).isCloseTo(4.164058863227162, within(ROUNDING));
    assertThat(wald.method()).isEqualTo("Wald");
    assertThat(PUBLISHED.interval(0.95))
        .isEqualTo(PUBLISHED.interval(NetPromoterMethod.ADJUSTED_WALD, 0.95));
  }

  @Test
  void countsAnswersFrom0To10() {
    ScoreCounts scores =
        ScoreCounts.ofScores(ScoreScale.ZERO_TO_TEN, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10);
    assertThat(NetPromoterScore.of(scores)).isEqualTo(new NetPromoterScore(3, 2, 7));
  }

  @Test
  void refusesAnyOtherScale() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NetPromoterScore.of(ScoreCounts.ofScores(ScoreScale.ONE_TO_TEN, 10, 9)))
        .withMessage(
            "scale (1..10) must be 0..10: the Net Promoter Score is defined on no other; for"
                + " answers from 1 to 10 take RelationshipScore, for others SatisfactionScore");
  }

  @Test
  void refusesImpossibleCounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetPromoterScore(1, -2, 3))
        .withMessage("passives (-2) must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetPromoterScore(0, 0, 0))
        .withMessage("promoters, passives and detractors (all 0) must have an answer");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PUBLISHED.testAgainst(101, NetPromoterMethod.WALD))
        .withMessage("hypothesised (101.0) must be from -100 to 100");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PUBLISHED.interval(0))
        .withMessage("level (0.0) must be over 0 and under 1");
  }

  @Test
  void intervalsMatchTheReference() {
    for (NamedCsvRecord row : rows("net-promoter.csv")) {
      NetPromoterScore score =
          new NetPromoterScore(
              (long) number(row, "promoters"),
              (long) number(row, "passives"),
              (long) number(row, "detractors"));
      ConfidenceInterval interval =
          score.interval(NetPromoterMethod.valueOf(row.getField("method")), number(row, "level"));
      assertThat(interval.lower()).isCloseTo(number(row, "lower"), within(ROUNDING));
      assertThat(interval.upper()).isCloseTo(number(row, "upper"), within(ROUNDING));
    }
  }

  @Test
  void differencesMatchTheReference() {
    for (NamedCsvRecord row : rows("net-promoter-difference.csv")) {
      NetPromoterDifference difference =
          new NetPromoterDifference(score(row, "first"), score(row, "second"));
      assertThat(difference.difference())
          .isEqualTo(difference.first().value() - difference.second().value());
      NetPromoterMethod method = NetPromoterMethod.valueOf(row.getField("method"));
      ConfidenceInterval interval = difference.interval(method, 0.95);
      assertThat(interval.lower()).isCloseTo(number(row, "lower"), within(ROUNDING));
      assertThat(interval.upper()).isCloseTo(number(row, "upper"), within(ROUNDING));
      // A p-value by halving is as good as its z, of which it loses digits far out.
      double p = number(row, "p");
      assertThat(difference.test(method).pValue()).isCloseTo(p, within(1e-10 * p));
    }
  }

  private static NetPromoterScore score(NamedCsvRecord row, String column) {
    double[] counts = numbers(row, column);
    return new NetPromoterScore((long) counts[0], (long) counts[1], (long) counts[2]);
  }

  @Test
  void testsAgainstAValue() {
    TestResult wald = PUBLISHED.testAgainst(0, NetPromoterMethod.WALD);
    assertThat(wald.test()).isEqualTo("Wald");
    assertThat(wald.statistic()).isCloseTo(-20 / 12.328828005937954, within(1e-13));
    assertThat(wald.log10PValue()).isCloseTo(Math.log10(wald.pValue()), within(1e-13));
    // Without passives at 0 the score variance is (p + q) n: z = -10 / sqrt(40).
    assertThat(PUBLISHED.testAgainst(0, NetPromoterMethod.SCORE).statistic())
        .isCloseTo(-10 / Math.sqrt(40), within(1e-13));
    assertThat(PUBLISHED.testAgainst(-20, NetPromoterMethod.WALD).pValue()).isEqualTo(1);
  }

  @Test
  void allOfOneKindRuleOutTheRestByWaldOnly() {
    NetPromoterScore all = new NetPromoterScore(5, 0, 0);
    assertThat(all.interval(NetPromoterMethod.WALD, 0.95).width()).isZero();
    TestResult wald = all.testAgainst(90, NetPromoterMethod.WALD);
    assertThat(wald.statistic()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(wald.pValue()).isZero();
    assertThat(all.testAgainst(90, NetPromoterMethod.SCORE).pValue()).isGreaterThan(0.05);
    assertThat(all.testAgainst(-100, NetPromoterMethod.SCORE).pValue()).isZero();
    assertThat(all.testAgainst(100, NetPromoterMethod.SCORE).pValue()).isEqualTo(1);
  }

  @Test
  void comparesTwoWaves() {
    NetPromoterDifference change =
        new NetPromoterDifference(PUBLISHED, new NetPromoterScore(20, 10, 20));
    assertThat(change.difference()).isEqualTo(-20);
    assertThat(change.test()).isEqualTo(change.test(NetPromoterMethod.ADJUSTED_WALD));
    assertThat(change.interval(0.95).contains(0)).isTrue();
    assertThat(change.toText())
        .isEqualTo(
            "NPS -20.0 (50 answers) against NPS +0.0 (50 answers): -20.0 points (-52.2 to +14.4,"
                + " 95 % Adjusted Wald), p = 0.2669\n");
    NetPromoterDifference none = new NetPromoterDifference(PUBLISHED, PUBLISHED);
    for (NetPromoterMethod method : NetPromoterMethod.values()) {
      assertThat(none.test(method).pValue()).isEqualTo(1);
    }
  }

  @Test
  void weighsSegments() {
    NetPromoterScore happy = new NetPromoterScore(10, 8, 2);
    WeightedNetPromoterScore weighted =
        new WeightedNetPromoterScore(
            List.of(
                new NetPromoterStratum("small", PUBLISHED, 1),
                new NetPromoterStratum("large", happy, 3)));
    assertThat(weighted.value()).isCloseTo(25, within(ROUNDING));
    // 0.25^2 * 0.76 / 50 + 0.75^2 * (0.6 - 0.16) / 20.
    double error = 100 * Math.sqrt(0.0625 * 0.76 / 50 + 0.5625 * 0.44 / 20);
    ConfidenceInterval interval = weighted.interval(NetPromoterMethod.WALD, 0.95);
    assertThat(interval.width()).isCloseTo(2 * 1.959963984540054 * error, within(ROUNDING));
    assertThat(interval.method()).isEqualTo("Wald, weighted");
    WeightedNetPromoterScore one =
        new WeightedNetPromoterScore(List.of(new NetPromoterStratum("all", happy, 7)));
    assertThat(one.interval(NetPromoterMethod.ADJUSTED_WALD, 0.9).lower())
        .isCloseTo(happy.interval(0.9).lower(), within(ROUNDING));
  }

  @Test
  void refusesWeightsThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetPromoterStratum("a", PUBLISHED, 0))
        .withMessage("weight (0.0) of segment a must be over 0 and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetPromoterStratum(" ", PUBLISHED, 1))
        .withMessage("segment ( ) must not be blank");
    NetPromoterStratum stratum = new NetPromoterStratum("a", PUBLISHED, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WeightedNetPromoterScore(List.of(stratum, stratum)))
        .withMessage("segment (a) must not come twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WeightedNetPromoterScore(List.of()))
        .withMessage("strata (0) must be at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new WeightedNetPromoterScore(List.of(stratum))
                    .interval(NetPromoterMethod.SCORE, 0.95))
        .withMessage(
            "method (SCORE) must be WALD or ADJUSTED_WALD: SCORE has no weighted form here");
  }

  @Test
  void readsAsText() {
    assertThat(PUBLISHED.toText())
        .isEqualTo(
            """
            NPS -20.0 (-42.1 to +4.4, 95 % Adjusted Wald), 50 answers
              promoters  15/50 (30.00 %)
              passives   10/50 (20.00 %)
              detractors 25/50 (50.00 %)
            """);
    assertThat(new NetPromoterScore(1, 0, 0)).hasToString("NPS +100.0 (1 answer)");
  }

  @Test
  void countsByScore() {
    ScoreCounts scores = ScoreCounts.of(ScoreScale.ZERO_TO_TEN, Map.of(10, 15L, 7, 10L, 0, 25L));
    assertThat(NetPromoterScore.of(scores)).isEqualTo(PUBLISHED);
  }
}
