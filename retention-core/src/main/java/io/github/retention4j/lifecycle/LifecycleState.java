package io.github.retention4j.lifecycle;

/**
 * What a customer is in one period of an axis. A customer that is known has exactly one state in
 * each period; one that is not yet known has none.
 */
public enum LifecycleState {
  /** Active, and in no period before. */
  NEW,
  /** Active, and in the period just before too. */
  RETURNING,
  /** Active, not in the period just before, but known from an earlier one. */
  RESURRECTED,
  /** Not active, but known: those who have just gone silent and those long silent. */
  DORMANT
}
