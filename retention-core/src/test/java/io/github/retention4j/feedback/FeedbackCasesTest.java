package io.github.retention4j.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.ConfidenceInterval;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The published cases of the area feedback, where they are on this machine. */
class FeedbackCasesTest {

  @TestFactory
  Stream<DynamicTest> cases() {
    return SharedFiles.cases("revenue.json")
        .get("cases")
        .valueStream()
        .filter(it -> it.get("area").asText().equals("feedback"))
        .map(it -> DynamicTest.dynamicTest(it.get("id").asText(), () -> run(it)));
  }

  private static void run(JsonNode one) {
    JsonNode inputs = one.get("inputs");
    Expected expected = new Expected(one.get("expected"), one.get("tolerance").asDouble());
    switch (one.get("id").asText()) {
      case "nps-1" -> netPromoter(inputs, expected);
      case "nps-width" -> width(inputs, expected);
      case "csat-top2" -> satisfaction(inputs, expected);
      case "relationship-1-10" -> relationship(inputs, expected);
      default -> throw new IllegalArgumentException("no test for " + one.get("id"));
    }
  }

  private record Expected(JsonNode values, double tolerance) {

    void check(String name, double actual) {
      assertThat(actual).as(name).isCloseTo(values.get(name).asDouble(), within(tolerance));
    }
  }

  private static void netPromoter(JsonNode inputs, Expected expected) {
    NetPromoterScore score =
        new NetPromoterScore(
            inputs.get("promoters").asLong(),
            inputs.get("passives").asLong(),
            inputs.get("detractors").asLong());
    ConfidenceInterval interval = score.interval(NetPromoterMethod.WALD, 0.95);
    expected.check("nps", score.value());
    expected.check("standard_error", score.standardError());
    expected.check("low95", interval.lower());
    expected.check("high95", interval.upper());
  }

  /** Thirds of 1024 are no whole numbers; the width shrinks with the root of the answers. */
  private static void width(JsonNode inputs, Expected expected) {
    NetPromoterScore thirds = new NetPromoterScore(1000, 1000, 1000);
    double width = thirds.interval(NetPromoterMethod.WALD, 0.95).width();
    expected.check("width", width * Math.sqrt(3000 / inputs.get("n").asDouble()));
  }

  private static void satisfaction(JsonNode inputs, Expected expected) {
    Map<Integer, Long> counts = new HashMap<>();
    inputs
        .get("counts")
        .propertyStream()
        .forEach(it -> counts.put(Integer.valueOf(it.getKey()), it.getValue().asLong()));
    SatisfactionScore score =
        SatisfactionScore.topTwoOfFive(ScoreCounts.of(ScoreScale.ONE_TO_FIVE, counts));
    ConfidenceInterval interval = score.share().interval(0.95);
    expected.check("csat_percent", 100 * score.share().value());
    expected.check("mean", score.mean());
    expected.check("low95_percent", 100 * interval.lower());
    expected.check("high95_percent", 100 * interval.upper());
  }

  private static void relationship(JsonNode inputs, Expected expected) {
    LocalDate day = LocalDate.of(2024, 1, 1);
    int[] scores =
        StreamSupport.stream(inputs.get("answers").spliterator(), false)
            .mapToInt(JsonNode::asInt)
            .toArray();
    SurveyAnswers answers =
        SurveyAnswers.of(
            ScoreScale.ONE_TO_TEN,
            day.plusDays(1),
            IntStream.range(0, scores.length)
                .mapToObj(i -> Answer.of(CustomerId.of(i), day, scores[i]))
                .toList());
    RelationshipScore score = new RelationshipScore(answers);
    expected.check("mean", score.mean());
    expected.check("share_of_tens", score.tens().value());
    expected.check("follow_up", score.followUp().size());
    assertThatIllegalArgumentException().isThrownBy(() -> NetPromoterScore.of(answers));
  }
}
