package io.github.retention4j.activity;

/** What becomes of input that cannot be used. Either way nothing is lost in silence. */
public enum FaultPolicy {
  /** The first fault ends the work with an exception. */
  STOP,
  /** Faulty input is left out, counted, and returned with its reason. */
  COLLECT
}
