package io.github.retention4j.lifecycle;

/**
 * What a customer is on one day, by how long ago it was active before: a finer cut of {@link
 * LifecycleState} for days, in which a weekend of silence is not yet dormancy. A customer has one
 * state on each day from its first active one on.
 *
 * <p>The recent days are by default the 7 days before the day, the month the 30 days before it; the
 * day itself is not among them.
 */
public enum EngagementState {
  /** Active, and on no day before. */
  NEW,
  /** Active, and on one of the recent days too. */
  CURRENT,
  /** Active, on none of the recent days, but in the month before. */
  REACTIVATED,
  /** Active, for the first time after more than a month. */
  RESURRECTED,
  /** Not active, but on one of the recent days: about to leave the weekly active customers. */
  AT_RISK_WEEKLY,
  /** Not active on the day or the recent days, but in the month before. */
  AT_RISK_MONTHLY,
  /** Not active on the day or in the month before, but earlier. */
  DORMANT
}
