package io.github.retention4j.feedback;

import java.util.Optional;
import java.util.function.Function;

/** By what answers are put together. */
public enum AnswerKey {
  /** By the client who was asked. */
  CUSTOMER("customer", answer -> Optional.of(answer.customer().value())),
  /** By the person who answered, or whom the answer is about. */
  PERSON("person", Answer::person),
  /** By the project, order or ticket that the answer is about. */
  PROJECT("project", Answer::project);

  private final String title;

  /** All are methods without state; the check cannot see that through the interface. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Answer, Optional<String>> key;

  AnswerKey(String title, Function<Answer, Optional<String>> key) {
    this.title = title;
    this.key = key;
  }

  /**
   * Returns the word for one of them.
   *
   * @return for example {@code customer}
   */
  public String title() {
    return title;
  }

  Optional<String> of(Answer answer) {
    return key.apply(answer);
  }
}
