package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

/**
 * Scores that are looked at together.
 *
 * @param name such as {@code detractors}, not blank
 * @param lowest the lowest of them
 * @param highest the highest of them, not below the lowest
 */
public record ScoreBand(String name, int lowest, int highest) {

  /**
   * Checks the name and the ends.
   *
   * @param name such as {@code detractors}
   * @param lowest the lowest score
   * @param highest the highest score
   * @throws IllegalArgumentException if the name is blank or highest below lowest
   */
  public ScoreBand {
    Checks.name("name", requireNonNull(name, "name"));
    if (highest < lowest) {
      throw new IllegalArgumentException(
          Texts.format(
              "highest (%s) of band %s must not be below lowest (%s)", highest, name, lowest));
    }
  }

  boolean contains(int score) {
    return lowest <= score && score <= highest;
  }

  /**
   * Returns the name and the ends.
   *
   * @return for example {@code detractors 0..6}
   */
  @Override
  public String toString() {
    return name + " " + lowest + ".." + highest;
  }
}
