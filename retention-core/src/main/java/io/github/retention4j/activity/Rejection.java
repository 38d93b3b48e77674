package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;

/**
 * An input that was left out.
 *
 * @param number which one, counted from 1 in the order of arrival; for a file its line
 * @param reason what is wrong with it, and what would be right
 */
public record Rejection(long number, String reason) {

  /**
   * Checks that there is a reason.
   *
   * @param number which one, from 1
   * @param reason what is wrong with it
   * @throws IllegalArgumentException if the number is not positive or the reason blank
   */
  public Rejection {
    requireNonNull(reason, "reason");
    if (number < 1) {
      throw new IllegalArgumentException("number (" + number + ") must be at least 1");
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("reason (" + reason + ") must not be blank");
    }
  }
}
