package io.github.retention4j.subscription;

/** Whether a contract that was cancelled before its term was over is up for renewal at its end. */
public enum EarlyCancellations {
  /** It is, and counts as not renewed: notice is often given early. */
  DUE("due"),
  /** It is not: it was lost before. */
  LEFT_OUT("left out");

  private final String words;

  EarlyCancellations(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
