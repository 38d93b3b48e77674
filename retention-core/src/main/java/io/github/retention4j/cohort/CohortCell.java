package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.Proportion;
import java.util.Optional;

/**
 * What is known of a cohort at an age. Nobody came back is one thing, nobody can know yet another.
 */
public sealed interface CohortCell {

  /**
   * The period, or every period of the bracket, lies before the end of observation for every
   * member; with {@link ElapsedObservation#PER_MEMBER}, for those members that are asked about.
   *
   * @param active members that were counted, of all members, or of those asked about
   */
  record Observed(Proportion active) implements CohortCell {

    /**
     * Checks that the share is there.
     *
     * @param active members that were counted, of all members, or of those asked about
     */
    public Observed {
      requireNonNull(active, "active");
    }

    @Override
    public Optional<Proportion> share() {
      return Optional.of(active);
    }
  }

  /**
   * The period, or a period of the bracket, has not ended at the end of observation for every
   * member. This is no rate, and enters no average.
   *
   * @param activeSoFar members counted by what was observed; more may come
   */
  record NotYetObserved(long activeSoFar) implements CohortCell {

    /**
     * Checks that the number is a count.
     *
     * @param activeSoFar members seen in the part of the period that was observed
     * @throws IllegalArgumentException if it is negative
     */
    public NotYetObserved {
      if (activeSoFar < 0) {
        throw new IllegalArgumentException("activeSoFar (" + activeSoFar + ") must be 0 or more");
      }
    }

    @Override
    public Optional<Proportion> share() {
      return Optional.empty();
    }
  }

  /**
   * Returns the share of members that were active.
   *
   * @return the share; empty if not yet observed
   */
  Optional<Proportion> share();
}
