package io.github.retention4j.subscription;

/** What a paused subscription is worth. */
public enum PauseTreatment {
  /**
   * Nothing, since nothing is charged: a voluntary loss, and a reactivation after it. ProfitWell
   * does so.
   */
  ZERO,
  /** What it was worth before, so that a pause is no churn: so Chargebee's reports have it. */
  UNCHANGED
}
