package io.github.retention4j.subscription;

/**
 * A term that came to its end.
 *
 * @param day the first day after it
 * @param currency the number of the currency of its price
 * @param units its worth a month
 * @param renewedDay when it was renewed, or {@link LedgerColumns#NONE}
 * @param newCurrency the number of the currency of the new price
 * @param newUnits its worth a month after that
 */
record DueTerm(int day, int currency, long units, int renewedDay, int newCurrency, long newUnits) {

  static DueTerm lost(int day, int currency, long units) {
    return new DueTerm(day, currency, units, LedgerColumns.NONE, currency, 0);
  }
}
