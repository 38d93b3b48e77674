package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The answers to one question on one scale, at least one, up to the end of observation. Immutable;
 * equal if made of the same answers, in whatever order they came.
 */
public final class SurveyAnswers {

  private final ScoreScale scale;
  private final LocalDate endExclusive;
  private final List<Answer> answers;

  private SurveyAnswers(ScoreScale scale, LocalDate endExclusive, List<Answer> answers) {
    this.scale = scale;
    this.endExclusive = endExclusive;
    this.answers = answers;
  }

  /**
   * Takes answers, and stops at the first that cannot be used. To leave such answers out, take an
   * {@link AnswerCollector}.
   *
   * @param scale the scale they are on
   * @param endExclusive the first day about which nothing is known
   * @param answers one or more, in any order
   * @return the answers
   * @throws IllegalArgumentException if there is none, a score is off the scale, or a date is not
   *     before the end
   */
  public static SurveyAnswers of(
      ScoreScale scale, LocalDate endExclusive, Iterable<Answer> answers) {
    AnswerCollector collector = AnswerCollector.until(scale, endExclusive);
    answers.forEach(collector::add);
    return collector.toAnswers();
  }

  /** Takes answers that were checked. */
  static SurveyAnswers checked(ScoreScale scale, LocalDate endExclusive, List<Answer> answers) {
    return new SurveyAnswers(scale, endExclusive, answers.stream().sorted(Answer.ORDER).toList());
  }

  /**
   * Returns the scale.
   *
   * @return the scores that an answer may be
   */
  public ScoreScale scale() {
    return scale;
  }

  /**
   * Returns the end of observation.
   *
   * @return the first day about which nothing is known
   */
  public LocalDate endExclusive() {
    return endExclusive;
  }

  /**
   * Returns the answers.
   *
   * @return at least one, by date, then customer, person, project and score; unmodifiable
   */
  public List<Answer> answers() {
    return answers;
  }

  /**
   * Returns how often each score was given.
   *
   * @return the counts
   */
  public ScoreCounts scores() {
    return ScoreCounts.ofScores(scale, answers.stream().mapToInt(Answer::score).toArray());
  }

  /**
   * Returns who answered.
   *
   * @return the customers, in order, unmodifiable
   */
  public SortedSet<CustomerId> customers() {
    return Collections.unmodifiableSortedSet(
        answers.stream().map(Answer::customer).collect(toCollection(TreeSet::new)));
  }

  /**
   * Splits the answers by client, person or project. Each is in exactly one part.
   *
   * @param key by what
   * @return the answers of each, in the order of the names, unmodifiable; those without one are
   *     under {@link Segmentation#UNASSIGNED}
   */
  public SortedMap<String, SurveyAnswers> by(AnswerKey key) {
    SortedMap<String, List<Answer>> lists = new TreeMap<>();
    for (Answer answer : answers) {
      String name = key.of(answer).orElse(Segmentation.UNASSIGNED);
      lists.computeIfAbsent(name, it -> new ArrayList<>()).add(answer);
    }
    return parts(lists);
  }

  /**
   * Splits the answers by the group of their customers.
   *
   * @param segmentation the groups
   * @return the answers of each group that has any, in order, unmodifiable
   */
  public SortedMap<String, SurveyAnswers> by(Segmentation segmentation) {
    SortedMap<String, List<Answer>> lists = new TreeMap<>();
    for (Answer answer : answers) {
      String name = segmentation.segmentOf(answer.customer());
      lists.computeIfAbsent(name, it -> new ArrayList<>()).add(answer);
    }
    return parts(lists);
  }

  private SortedMap<String, SurveyAnswers> parts(SortedMap<String, List<Answer>> lists) {
    SortedMap<String, SurveyAnswers> parts = new TreeMap<>();
    lists.forEach((name, list) -> parts.put(name, part(list)));
    return Collections.unmodifiableSortedMap(parts);
  }

  private SurveyAnswers part(List<Answer> part) {
    return new SurveyAnswers(scale, endExclusive, List.copyOf(part));
  }

  /**
   * Returns the answers of some days, such as a wave.
   *
   * @param days the days
   * @return those answers; empty if there is none
   */
  public Optional<SurveyAnswers> during(DateRange days) {
    requireNonNull(days, "days");
    List<Answer> part = answers.stream().filter(answer -> days.contains(answer.date())).toList();
    return part.isEmpty() ? Optional.empty() : Optional.of(part(part));
  }

  /**
   * Returns what each said last, the lower score where there are two on that day: one answer for
   * each customer, person and project.
   *
   * @return the last answers
   */
  public SurveyAnswers latest() {
    Map<List<String>, Answer> last = new LinkedHashMap<>();
    for (Answer answer : answers) {
      List<String> who =
          List.of(
              answer.customer().value(), answer.person().orElse(""), answer.project().orElse(""));
      last.merge(who, answer, (old, now) -> now.date().isAfter(old.date()) ? now : old);
    }
    return part(last.values().stream().sorted(Answer.ORDER).toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SurveyAnswers that
        && scale.equals(that.scale)
        && endExclusive.equals(that.endExclusive)
        && answers.equals(that.answers);
  }

  @Override
  public int hashCode() {
    return Objects.hash(scale, endExclusive, answers);
  }

  /**
   * Returns how many there are and from when.
   *
   * @return for example {@code 12 answers on 0..10, 2024-01-05 to 2024-06-30}
   */
  @Override
  public String toString() {
    return Texts.answers(answers.size())
        + " on "
        + scale
        + ", "
        + answers.get(0).date()
        + " to "
        + answers.get(answers.size() - 1).date();
  }
}
