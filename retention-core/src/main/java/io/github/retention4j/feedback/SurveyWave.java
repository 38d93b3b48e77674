package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.Proportion;

/**
 * One round of a survey.
 *
 * @param name such as {@code 2024-03}, not blank
 * @param answered those who answered, of those who were invited and reached
 */
public record SurveyWave(String name, Proportion answered) {

  /**
   * Checks the name.
   *
   * @param name such as {@code 2024-03}
   * @param answered those who answered, of those invited
   * @throws IllegalArgumentException if the name is blank
   */
  public SurveyWave {
    Checks.name("name", requireNonNull(name, "name"));
    requireNonNull(answered, "answered");
  }

  /**
   * Returns a wave.
   *
   * @param name such as {@code 2024-03}, not blank
   * @param invited how many were invited, at least 1
   * @param answered how many of them answered, 0 to {@code invited}
   * @return the wave
   * @throws IllegalArgumentException if the name is blank, nobody was invited, or answered is not
   *     from 0 to invited
   */
  public static SurveyWave of(String name, long invited, long answered) {
    if (invited < 1) {
      throw new IllegalArgumentException(
          "invited (" + invited + ") of wave " + name + " must be at least 1");
    }
    if (answered < 0 || answered > invited) {
      throw new IllegalArgumentException(
          Texts.format(
              "answered (%s) of wave %s must be from 0 to invited (%s)", answered, name, invited));
    }
    return new SurveyWave(name, new Proportion(answered, invited));
  }
}
