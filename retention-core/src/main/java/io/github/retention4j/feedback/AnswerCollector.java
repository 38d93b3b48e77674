package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.FaultPolicy;
import io.github.retention4j.activity.Rejection;
import io.github.retention4j.customer.CustomerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The door through which answers come in, in any order. Mutable, not thread-safe.
 *
 * <p>An answer is refused if its score is off the scale, its date is not before the end of
 * observation, or the name of its customer, person or project is blank. What a refusal does is the
 * {@link FaultPolicy}; the default is to stop.
 */
public final class AnswerCollector {

  private final ScoreScale scale;
  private final LocalDate endExclusive;
  private final FaultPolicy policy;
  private final List<Answer> answers = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();

  private AnswerCollector(ScoreScale scale, LocalDate endExclusive, FaultPolicy policy) {
    this.scale = requireNonNull(scale, "scale");
    this.endExclusive = requireNonNull(endExclusive, "endExclusive");
    this.policy = requireNonNull(policy, "policy");
  }

  /**
   * Returns an empty collector that stops at the first fault.
   *
   * @param scale the scale of the answers
   * @param endExclusive the first day about which nothing is known
   * @return the collector
   */
  public static AnswerCollector until(ScoreScale scale, LocalDate endExclusive) {
    return until(scale, endExclusive, FaultPolicy.STOP);
  }

  /**
   * Returns an empty collector.
   *
   * @param scale the scale of the answers
   * @param endExclusive the first day about which nothing is known
   * @param policy what becomes of an answer that cannot be used
   * @return the collector
   */
  public static AnswerCollector until(
      ScoreScale scale, LocalDate endExclusive, FaultPolicy policy) {
    return new AnswerCollector(scale, endExclusive, policy);
  }

  /**
   * Takes an answer.
   *
   * @param answer the answer
   * @return true if it was taken, false if it was refused and recorded in {@link #rejections()}
   * @throws IllegalArgumentException if it is refused and the policy is {@link FaultPolicy#STOP}
   */
  public boolean add(Answer answer) {
    requireNonNull(answer, "answer");
    return take(() -> answer);
  }

  /**
   * Takes an answer as read from a table.
   *
   * @param customer the key of the client
   * @param person who answered, or empty
   * @param project what the answer is about, or empty
   * @param date when
   * @param score the answer
   * @return true if it was taken, false if it was refused and recorded in {@link #rejections()}
   * @throws IllegalArgumentException if it is refused and the policy is {@link FaultPolicy#STOP}
   */
  public boolean add(
      String customer,
      Optional<String> person,
      Optional<String> project,
      LocalDate date,
      int score) {
    return take(() -> new Answer(CustomerId.of(customer), person, project, date, score));
  }

  private boolean take(Supplier<Answer> answer) {
    try {
      answers.add(checked(answer.get()));
      return true;
    } catch (IllegalArgumentException fault) {
      if (policy == FaultPolicy.STOP) {
        throw fault;
      }
      rejections.add(new Rejection(offered() + 1, String.valueOf(fault.getMessage())));
      return false;
    }
  }

  private Answer checked(Answer answer) {
    if (!scale.contains(answer.score())) {
      throw new IllegalArgumentException(
          Texts.format(
              "score (%s) of customer %s on %s must be from %s to %s",
              answer.score(), answer.customer(), answer.date(), scale.lowest(), scale.highest()));
    }
    if (!answer.date().isBefore(endExclusive)) {
      throw new IllegalArgumentException(
          Texts.format(
              "date (%s) of customer %s must be before the end of observation (%s)",
              answer.date(), answer.customer(), endExclusive));
    }
    return answer;
  }

  /**
   * Returns how many answers were offered.
   *
   * @return those taken and those refused
   */
  public long offered() {
    return (long) answers.size() + rejections.size();
  }

  /**
   * Returns the answers that were refused.
   *
   * @return in the order of arrival; always empty with {@link FaultPolicy#STOP}
   */
  public List<Rejection> rejections() {
    return List.copyOf(rejections);
  }

  /**
   * Returns the answers taken so far. The collector may go on.
   *
   * @return the answers
   * @throws IllegalArgumentException if no answer was taken
   */
  public SurveyAnswers toAnswers() {
    if (answers.isEmpty()) {
      throw new IllegalArgumentException(
          "answers (0 taken of " + offered() + " offered) must be at least one");
    }
    return SurveyAnswers.checked(scale, endExclusive, answers);
  }
}
