package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

/**
 * What is known of the end of a lifetime: that it is not over yet, or why it ended.
 *
 * <p>A lifetime that is not over is <em>censored</em>: it lasts longer than what was seen of it, no
 * one knows how much. To take it for one that has ended makes lifetimes too short; to leave it out
 * does so too.
 */
public sealed interface LifetimeEnd {

  /** The customer was still active when it was last observed. */
  enum Active implements LifetimeEnd {
    /** The only one. */
    STILL_ACTIVE
  }

  /**
   * The customer left.
   *
   * @param reason why, such as {@code voluntary}, {@code involuntary}, {@code unknown}; not blank
   */
  record Left(String reason) implements LifetimeEnd {

    /**
     * Checks the reason.
     *
     * @param reason why
     * @throws IllegalArgumentException if it is blank
     */
    public Left {
      if (requireNonNull(reason, "reason").isBlank()) {
        throw new IllegalArgumentException("reason (" + reason + ") must not be blank");
      }
    }
  }

  /**
   * Returns the end of a lifetime that is not over.
   *
   * @return still active
   */
  static LifetimeEnd stillActive() {
    return Active.STILL_ACTIVE;
  }

  /**
   * Returns the end of a lifetime of a customer that left.
   *
   * @param reason why, not blank
   * @return left for that reason
   * @throws IllegalArgumentException if the reason is blank
   */
  static LifetimeEnd left(String reason) {
    return new Left(reason);
  }
}
