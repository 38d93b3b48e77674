package io.github.retention4j.survival;

import java.util.OptionalDouble;

/** A time by which a curve has come down so far, or that it has not within what was observed. */
public sealed interface LifetimeLimit {

  /**
   * The curve has come down so far.
   *
   * @param at when, in the unit of the curve
   */
  record Reached(double at) implements LifetimeLimit {

    /**
     * Checks the time.
     *
     * @param at when
     * @throws IllegalArgumentException if it is not a number
     */
    public Reached {
      LifetimeChecks.number("at", at);
    }
  }

  /**
   * The curve has not come down so far: the time is later, no one knows how much.
   *
   * @param lastObserved the longest lifetime seen
   */
  record NotReached(double lastObserved) implements LifetimeLimit {

    /**
     * Checks the time.
     *
     * @param lastObserved the longest lifetime seen
     * @throws IllegalArgumentException if it is not a number
     */
    public NotReached {
      LifetimeChecks.number("lastObserved", lastObserved);
    }
  }

  /**
   * Returns the time.
   *
   * @return empty if it was not reached
   */
  default OptionalDouble time() {
    return this instanceof Reached reached
        ? OptionalDouble.of(reached.at())
        : OptionalDouble.empty();
  }

  /**
   * Returns the time in words.
   *
   * @return for example {@code 310} or {@code not reached by 1022}
   */
  default String words() {
    return this instanceof Reached reached
        ? TextTable.number(reached.at())
        : "not reached by " + TextTable.number(((NotReached) this).lastObserved());
  }
}
