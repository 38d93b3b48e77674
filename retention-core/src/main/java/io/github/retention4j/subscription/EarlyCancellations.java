package io.github.retention4j.subscription;

/** Whether a contract that was cancelled before its term was over is up for renewal at its end. */
public enum EarlyCancellations {
  /** It is, and counts as not renewed: notice is often given early. */
  DUE,
  /** It is not: it was lost before. */
  LEFT_OUT
}
