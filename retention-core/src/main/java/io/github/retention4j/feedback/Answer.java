package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * One answer to one question of a survey.
 *
 * @param customer the client who was asked
 * @param person who answered, or who the answer is about, as the survey has it; or empty
 * @param project what the answer is about, such as a project, an order or a ticket; or empty
 * @param date when, in the zone of the business
 * @param score the answer; on which scale, {@link SurveyAnswers} says
 */
public record Answer(
    CustomerId customer,
    Optional<String> person,
    Optional<String> project,
    LocalDate date,
    int score) {

  /** By date, then customer, person, project and score; answers equal in all are equal. */
  static final Comparator<Answer> ORDER =
      Comparator.comparing(Answer::date)
          .thenComparing(Answer::customer)
          .thenComparing(answer -> answer.person().orElse(""))
          .thenComparing(answer -> answer.project().orElse(""))
          .thenComparingInt(Answer::score);

  /**
   * Checks the names.
   *
   * @param customer the client who was asked
   * @param person who answered, or empty
   * @param project what the answer is about, or empty
   * @param date when
   * @param score the answer
   * @throws IllegalArgumentException if a person or project is there but blank
   */
  public Answer {
    requireNonNull(customer, "customer");
    requireNonNull(date, "date");
    requireNotBlank("person", person, customer, date);
    requireNotBlank("project", project, customer, date);
  }

  private static void requireNotBlank(
      String what, Optional<String> name, CustomerId customer, LocalDate date) {
    if (name.isPresent() && name.get().isBlank()) {
      throw new IllegalArgumentException(
          Texts.format(
              "%s (%s) of the answer of customer %s on %s must not be blank",
              what, name.get(), customer, date));
    }
  }

  /**
   * Returns an answer of which person and project are not known.
   *
   * @param customer the client who was asked
   * @param date when
   * @param score the answer
   * @return the answer
   */
  public static Answer of(CustomerId customer, LocalDate date, int score) {
    return new Answer(customer, Optional.empty(), Optional.empty(), date, score);
  }

  /**
   * Says who answered, or who the answer is about.
   *
   * @param name the person, not blank
   * @return the same answer with that person
   * @throws IllegalArgumentException if it is blank
   */
  public Answer withPerson(String name) {
    return new Answer(customer, Optional.of(name), project, date, score);
  }

  /**
   * Says what the answer is about.
   *
   * @param name the project, not blank
   * @return the same answer with that project
   * @throws IllegalArgumentException if it is blank
   */
  public Answer withProject(String name) {
    return new Answer(customer, person, Optional.of(name), date, score);
  }
}
