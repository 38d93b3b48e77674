package io.github.retention4j.retention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import java.time.LocalDate;
import java.util.Map;

/**
 * Says when a customer counts as lost. A contract has an end; a shop only sees silence, and needs a
 * rule.
 *
 * <p>Example, with a customer active in January and February: under {@code noActivityFor(1)} it is
 * lost in March, under {@code noActivityFor(3)} in May.
 */
public sealed interface ChurnRule {

  /**
   * A customer is one until it has been silent for a number of whole periods.
   *
   * @param periods how many silent periods make a loss, at least 1
   */
  record NoActivity(int periods) implements ChurnRule {

    /**
     * Checks the number.
     *
     * @param periods how many silent periods make a loss
     * @throws IllegalArgumentException if it is less than 1
     */
    public NoActivity {
      if (periods < 1) {
        throw new IllegalArgumentException("periods (" + periods + ") must be at least 1");
      }
    }
  }

  /**
   * A customer is one from its first activity to a given date; those without a date still are.
   *
   * @param endDates for each customer that left, the first day on which it no longer was one
   */
  record EndDates(Map<CustomerId, LocalDate> endDates) implements ChurnRule {

    /**
     * Copies the dates.
     *
     * @param endDates for each customer that left, the first day on which it no longer was one
     */
    public EndDates {
      endDates = Map.copyOf(requireNonNull(endDates, "endDates"));
    }
  }

  /**
   * Returns the rule of silence.
   *
   * @param periods how many silent periods make a loss, at least 1
   * @return the rule
   * @throws IllegalArgumentException if periods is less than 1
   */
  static ChurnRule noActivityFor(int periods) {
    return new NoActivity(periods);
  }

  /**
   * Returns the rule of given dates.
   *
   * @param endDates for each customer that left, the first day on which it no longer was one
   * @return the rule
   */
  static ChurnRule endDates(Map<CustomerId, LocalDate> endDates) {
    return new EndDates(endDates);
  }

  /**
   * Returns the rule in words.
   *
   * @return for example {@code lost after 2 periods without activity}
   */
  default String words() {
    if (this instanceof NoActivity silence) {
      return "lost after "
          + silence.periods()
          + (silence.periods() == 1 ? " period" : " periods")
          + " without activity";
    }
    return "lost on a given end date";
  }
}
