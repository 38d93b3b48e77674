package io.github.retention4j.examples.transactions;

/** What can be wrong with a source of transactions, or with one of its rows. */
public enum FaultKind {
  /** Nothing can be read at all: file missing, no text in the given encoding, query failed. */
  UNREADABLE_SOURCE("source cannot be read"),
  /** No header, no rows, an unknown column or one that is there twice. */
  UNUSABLE_HEADER("header cannot be used"),
  /** A quote that is never closed, or text after a closing quote. */
  MALFORMED_QUOTING("malformed quoting"),
  /** More or fewer fields than the header has. */
  WRONG_FIELD_COUNT("wrong number of fields"),
  /** Nobody is named. */
  BLANK_CUSTOMER("blank customer"),
  /** The time is in no accepted form, is no day of the calendar, or is out of all reason. */
  UNREADABLE_TIME("unreadable time"),
  /** The day is not before the end of observation. */
  FUTURE_EVENT("on or after the end of observation"),
  /** A comma where a point is expected, or a point where a comma is. */
  WRONG_DECIMAL_SIGN("wrong decimal sign"),
  /** The amount is no number. */
  UNREADABLE_AMOUNT("unreadable amount"),
  /** The currency is no code of ISO 4217. */
  UNKNOWN_CURRENCY("unknown currency"),
  /** The currency is not that of the rows before, or not the one asked for. */
  MIXED_CURRENCIES("mixed currencies");

  private final String words;

  FaultKind(String words) {
    this.words = words;
  }

  /**
   * Returns the fault in words.
   *
   * @return for example {@code wrong decimal sign}
   */
  public String words() {
    return words;
  }
}
