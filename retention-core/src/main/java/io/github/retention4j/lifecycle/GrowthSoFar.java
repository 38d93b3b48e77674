package io.github.retention4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.DateRange;

/**
 * What was seen of a period that is not over. These are no final counts: the first three can only
 * rise, the last only fall, and none may be set beside those of a complete period.
 *
 * @param label the name of the period
 * @param days the days of the whole period
 * @param newSoFar seen in it, not known before
 * @param retainedSoFar seen in it and active in the period before
 * @param resurrectedSoFar seen in it, not active in the period before, known from earlier
 * @param notYetBack active in the period before, not yet seen in this one; not lost yet
 */
public record GrowthSoFar(
    String label,
    DateRange days,
    long newSoFar,
    long retainedSoFar,
    long resurrectedSoFar,
    long notYetBack) {

  /**
   * Checks that the counts are counts.
   *
   * @param label the name of the period
   * @param days the days of the whole period
   * @param newSoFar seen in it, not known before
   * @param retainedSoFar seen in it and active in the period before
   * @param resurrectedSoFar seen in it, not active in the period before, known from earlier
   * @param notYetBack active in the period before, not yet seen in this one
   * @throws IllegalArgumentException if a count is negative
   */
  public GrowthSoFar {
    requireNonNull(label, "label");
    requireNonNull(days, "days");
    EngagementChecks.count("newSoFar", newSoFar);
    EngagementChecks.count("retainedSoFar", retainedSoFar);
    EngagementChecks.count("resurrectedSoFar", resurrectedSoFar);
    EngagementChecks.count("notYetBack", notYetBack);
  }

  /**
   * Returns the customers seen in the period so far.
   *
   * @return new, retained and resurrected so far
   */
  public long activeSoFar() {
    return newSoFar + retainedSoFar + resurrectedSoFar;
  }
}
