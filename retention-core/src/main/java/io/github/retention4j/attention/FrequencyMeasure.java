package io.github.retention4j.attention;

/** What frequency counts. */
public enum FrequencyMeasure {
  /** Each event; two on one day are two. */
  PURCHASES,
  /** Days with at least one event. */
  ACTIVE_DAYS
}
