package io.github.retention4j.subscription;

/**
 * A change as numbers, of which {@link ChangeCodes} knows the meaning.
 *
 * @param kind what happens
 * @param item the number of a plan, a discount, a name or a reason
 * @param until the day on which a term, a discount or what was paid for ends
 * @param signed the day on which a contract was signed
 */
record ChangeCode(ChangeKind kind, int item, int until, int signed) {

  static ChangeCode of(ChangeKind kind, int item) {
    return until(kind, item, LedgerColumns.NONE);
  }

  static ChangeCode until(ChangeKind kind, int item, int day) {
    return new ChangeCode(kind, item, day, LedgerColumns.NONE);
  }
}
