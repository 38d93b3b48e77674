package io.github.retention4j.subscription;

/** To which period a renewal belongs that was closed after it was due. */
public enum LateRenewals {
  /** The period in which it was due, so that a rate is never over 1 but may still rise. */
  CREDIT_WHEN_DUE("when due"),
  /** The period in which it was closed, so that a rate stands once and may be over 1. */
  CREDIT_WHEN_CLOSED("when closed");

  private final String words;

  LateRenewals(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
