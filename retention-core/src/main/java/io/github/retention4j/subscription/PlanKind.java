package io.github.retention4j.subscription;

/** Whether a plan brings revenue. */
public enum PlanKind {
  /** The price is charged. */
  PAID,
  /** The price is charged later, if the customer stays: nothing until then. */
  TRIAL,
  /** Nothing is ever charged. */
  FREE
}
