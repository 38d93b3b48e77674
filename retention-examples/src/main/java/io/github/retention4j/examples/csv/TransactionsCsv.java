package io.github.retention4j.examples.csv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.FaultPolicy;
import io.github.retention4j.time.BusinessZone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;

/**
 * Reads transactions from a CSV file: a header, then one row for each event.
 *
 * <p>Each fault names file, line and column, the value and what would be right. With {@link
 * FaultPolicy#STOP} the first ends the work; with {@link FaultPolicy#COLLECT} faulty rows are left
 * out, counted and returned. Faults of the file as a whole (no header, unknown or doubled column,
 * wrong encoding, no usable row) always end it. Blank lines are no rows; they are counted too.
 *
 * <p>Defaults: {@link CsvDialect#USUAL}, zone UTC, no currency, {@link FaultPolicy#STOP}, and an
 * end of observation on the day after the last event, which the result calls assumed. A file with
 * amounts needs a currency or a column of currencies. Immutable.
 */
public final class TransactionsCsv {

  private final CsvColumns columns;
  private final CsvDialect dialect;
  private final BusinessZone zone;
  private final Optional<Currency> currency;
  private final Optional<LocalDate> observationEndExclusive;
  private final FaultPolicy policy;
  private final FileDoor door;

  private TransactionsCsv(
      CsvColumns columns,
      CsvDialect dialect,
      BusinessZone zone,
      Optional<Currency> currency,
      Optional<LocalDate> observationEndExclusive,
      FaultPolicy policy,
      FileDoor door) {
    this.columns = requireNonNull(columns, "columns");
    this.dialect = requireNonNull(dialect, "dialect");
    this.zone = requireNonNull(zone, "zone");
    this.currency = requireNonNull(currency, "currency");
    this.observationEndExclusive = observationEndExclusive;
    this.policy = requireNonNull(policy, "policy");
    this.door = requireNonNull(door, "door");
  }

  /**
   * Returns a reader with the defaults above.
   *
   * @param columns which columns say what
   * @return the reader
   */
  public static TransactionsCsv of(CsvColumns columns) {
    return new TransactionsCsv(
        columns,
        CsvDialect.USUAL,
        BusinessZone.of(ZoneOffset.UTC),
        Optional.empty(),
        Optional.empty(),
        FaultPolicy.STOP,
        Files::newInputStream);
  }

  /**
   * Chooses how the file is written.
   *
   * @param newDialect the dialect
   * @return a reader of that dialect
   */
  public TransactionsCsv with(CsvDialect newDialect) {
    return new TransactionsCsv(
        columns, newDialect, zone, currency, observationEndExclusive, policy, door);
  }

  /**
   * Chooses where instants become days.
   *
   * @param newZone the zone of the business
   * @return a reader in that zone
   */
  public TransactionsCsv with(BusinessZone newZone) {
    return new TransactionsCsv(
        columns, dialect, newZone, currency, observationEndExclusive, policy, door);
  }

  /**
   * Chooses the currency of the amounts. If the file has a column of currencies, rows in any other
   * are faults.
   *
   * @param newCurrency the currency
   * @return a reader for that currency
   */
  public TransactionsCsv with(Currency newCurrency) {
    return new TransactionsCsv(
        columns, dialect, zone, Optional.of(newCurrency), observationEndExclusive, policy, door);
  }

  /**
   * Says how long customers were observed. Rows from that day on are faults.
   *
   * @param endExclusive the first day about which nothing is known
   * @return a reader with that end
   */
  public TransactionsCsv withObservationEnd(LocalDate endExclusive) {
    return new TransactionsCsv(
        columns, dialect, zone, currency, Optional.of(endExclusive), policy, door);
  }

  /**
   * Chooses what becomes of a faulty row.
   *
   * @param newPolicy stop or collect
   * @return a reader with that policy
   */
  public TransactionsCsv with(FaultPolicy newPolicy) {
    return new TransactionsCsv(
        columns, dialect, zone, currency, observationEndExclusive, newPolicy, door);
  }

  /**
   * Chooses how the file is opened.
   *
   * @param newDoor opens it
   * @return a reader that opens files so
   */
  public TransactionsCsv with(FileDoor newDoor) {
    return new TransactionsCsv(
        columns, dialect, zone, currency, observationEndExclusive, policy, newDoor);
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @return the events, and what was left out
   * @throws CsvFaultException if the file cannot be used, or one of its rows cannot and the policy
   *     is to stop
   * @throws IllegalArgumentException if there are amounts but neither a currency nor a column of
   *     currencies
   */
  public Transactions read(Path file) {
    if (columns.amount().isPresent() && currency.isEmpty() && columns.currency().isEmpty()) {
      throw new IllegalArgumentException(
          "currency of the amounts must be given, or a column that has it");
    }
    TransactionCollector collector =
        new TransactionCollector(
            file.toString(),
            policy,
            header ->
                new RowParser(header, columns, dialect, zone, currency, observationEndExclusive));
    new RawRows(file, door, dialect.charset(), dialect.separator()).visit(collector);
    return collector.toTransactions(observationEndExclusive);
  }
}
