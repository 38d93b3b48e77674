package io.github.retention4j.subscription;

import java.io.Serial;
import java.util.Currency;

/** Ends the work on a customer whose revenue misses a rate. */
final class MissingRateException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  /** Which rate, and whose revenue; not kept where the exception is serialised. */
  private final transient MissingRate missing;

  MissingRateException(MissingRate missing, Currency book) {
    super(
        "rate of "
            + missing.currency()
            + " into "
            + book
            + " on "
            + missing.date()
            + " must be given for the revenue of customer "
            + missing.customer());
    this.missing = missing;
  }

  MissingRate missing() {
    return missing;
  }
}
