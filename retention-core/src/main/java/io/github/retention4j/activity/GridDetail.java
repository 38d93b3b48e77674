package io.github.retention4j.activity;

/**
 * What a grid knows of an active period. A grid that knows less is built faster and takes half the
 * room; most questions of retention ask for presence only.
 */
public enum GridDetail {
  /**
   * That there was an event. Building is idempotent: the same event twice, or overlapping parts,
   * change nothing.
   */
  PRESENCE,

  /** How many events there were. The same event counts each time it comes. */
  EVENT_COUNTS;

  boolean counts() {
    return this == EVENT_COUNTS;
  }
}
