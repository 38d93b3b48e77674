package io.github.retention4j.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.ConfidenceInterval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class FeedbackProperties {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final LocalDate END = START.plusDays(400);
  private static final double ROUNDING = 1e-9;

  @Provide
  Arbitrary<NetPromoterScore> promoterScores() {
    Arbitrary<Long> count =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, 9), Arbitraries.longs().between(0, 100_000));
    return Combinators.combine(count, count, count)
        .as(List::of)
        .filter(counts -> counts.stream().anyMatch(it -> it > 0))
        .map(counts -> new NetPromoterScore(counts.get(0), counts.get(1), counts.get(2)));
  }

  @Provide
  Arbitrary<List<Answer>> answers() {
    Arbitrary<Optional<String>> names = Arbitraries.of("Ann", "Ben", "Cem").optional(0.8);
    return Combinators.combine(
            Arbitraries.longs().between(1, 5),
            names,
            names,
            Arbitraries.integers().between(0, 399),
            Arbitraries.integers().between(0, 10))
        .as(
            (customer, person, project, day, score) ->
                new Answer(CustomerId.of(customer), person, project, START.plusDays(day), score))
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private static SurveyAnswers survey(List<Answer> answers) {
    return SurveyAnswers.of(ScoreScale.ZERO_TO_TEN, END, answers);
  }

  @Property
  void theScoreStaysWithinItsLimitsAndSoDoIntervals(
      @ForAll("promoterScores") NetPromoterScore score, @ForAll NetPromoterMethod method) {
    assertThat(score.value()).isBetween(-100.0, 100.0);
    ConfidenceInterval interval = score.interval(method, 0.95);
    assertThat(interval.lower()).isBetween(-100.0, 100.0);
    assertThat(interval.upper()).isBetween(-100.0, 100.0);
  }

  @Property
  void promotersAndDetractorsMirror(
      @ForAll("promoterScores") NetPromoterScore score, @ForAll NetPromoterMethod method) {
    NetPromoterScore mirrored =
        new NetPromoterScore(
            /* promoters= */ score.detractors(),
            score.passives(),
            /* detractors= */ score.promoters());
    ConfidenceInterval expected = score.interval(method, 0.9).map(points -> -points);
    ConfidenceInterval actual = mirrored.interval(method, 0.9);
    assertThat(mirrored.value()).isEqualTo(-score.value() + 0.0);
    assertThat(actual.lower()).isCloseTo(expected.lower(), within(ROUNDING));
    assertThat(actual.upper()).isCloseTo(expected.upper(), within(ROUNDING));
  }

  @Property
  void onePromoterMoreNeverLowersTheScore(@ForAll("promoterScores") NetPromoterScore score) {
    assertThat(score.plus(new NetPromoterScore(1, 0, 0)).value())
        .isGreaterThanOrEqualTo(score.value());
    assertThat(score.plus(new NetPromoterScore(0, 0, 1)).value())
        .isLessThanOrEqualTo(score.value());
  }

  @Property
  void theTestRejectsWhatTheIntervalLeavesOut(
      @ForAll("promoterScores") NetPromoterScore score,
      @ForAll NetPromoterMethod method,
      @ForAll @Scale(4) @DoubleRange(min = -100, max = 100) double hypothesised) {
    ConfidenceInterval interval = score.interval(method, 0.9);
    Assume.that(Math.abs(hypothesised - interval.lower()) > 1e-6);
    Assume.that(Math.abs(hypothesised - interval.upper()) > 1e-6);
    assertThat(score.testAgainst(hypothesised, method).pValue() < 0.1)
        .isEqualTo(!interval.contains(hypothesised));
  }

  @Property
  void theTestOfChangeRejectsWhereTheIntervalLeavesOut0(
      @ForAll("promoterScores") NetPromoterScore first,
      @ForAll("promoterScores") NetPromoterScore second,
      @ForAll NetPromoterMethod method) {
    NetPromoterDifference change = new NetPromoterDifference(first, second);
    ConfidenceInterval interval = change.interval(method, 0.9);
    Assume.that(Math.abs(interval.lower()) > 1e-6 && Math.abs(interval.upper()) > 1e-6);
    assertThat(change.test(method).pValue() < 0.1).isEqualTo(!interval.contains(0));
    assertThat(new NetPromoterDifference(second, first).test(method).statistic())
        .isCloseTo(-change.test(method).statistic() + 0.0, within(1e-6));
  }

  @Property
  void partsPoolToTheWhole(
      @ForAll("answers") List<Answer> answers, @ForAll AnswerKey key, @ForAll long seed) {
    SurveyAnswers all = survey(answers);
    assertThat(all.by(key).values().stream().map(SurveyAnswers::scores).reduce(ScoreCounts::plus))
        .contains(all.scores());
    assertThat(
            all.by(key).values().stream().map(NetPromoterScore::of).reduce(NetPromoterScore::plus))
        .contains(NetPromoterScore.of(all));
    List<Answer> shuffled = new ArrayList<>(answers);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(survey(shuffled)).isEqualTo(all).hasSameHashCodeAs(all);
    ScoreTrendCalculator trends = ScoreTrendCalculator.withDefaults().by(key);
    assertThat(trends.calculate(survey(shuffled))).isEqualTo(trends.calculate(all));
  }

  @Property
  void meanAndVarianceAreThoseOfTheScores(@ForAll("answers") List<Answer> answers) {
    double mean = answers.stream().mapToInt(Answer::score).average().orElseThrow();
    ScoreCounts scores = survey(answers).scores();
    assertThat(scores.mean()).isCloseTo(mean, within(ROUNDING));
    double squares =
        answers.stream().mapToDouble(it -> (it.score() - mean) * (it.score() - mean)).sum();
    scores
        .variance()
        .ifPresent(
            variance ->
                assertThat(variance).isCloseTo(squares / (answers.size() - 1), within(ROUNDING)));
    scores
        .meanInterval(0.9)
        .ifPresent(interval -> assertThat(interval.contains(scores.mean())).isTrue());
  }
}
