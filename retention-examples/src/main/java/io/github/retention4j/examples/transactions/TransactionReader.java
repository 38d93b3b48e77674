package io.github.retention4j.examples.transactions;

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
 * Reads transactions, one row for each event, from a CSV file with a header or from a query of a
 * database.
 *
 * <p>Each fault names file, line and column (or query, row and column), the value and what would be
 * right. With {@link FaultPolicy#STOP} the first ends the work; with {@link FaultPolicy#COLLECT}
 * faulty rows are left out, counted and returned. Faults of the file as a whole (no header, unknown
 * or doubled column, wrong encoding, no usable row) always end it, as does a query that fails.
 * Blank lines are no rows; they are counted too.
 *
 * <p>Defaults: {@link CsvDialect#USUAL}, zone UTC, no currency, {@link FaultPolicy#STOP}, and an
 * end of observation on the day after the last event, which the result calls assumed. Rows with
 * amounts need a currency or a column of currencies. Immutable.
 */
public final class TransactionReader {

  private final TransactionColumns columns;
  private final CsvDialect dialect;
  private final BusinessZone zone;
  private final Optional<Currency> currency;
  private final Optional<LocalDate> observationEndExclusive;
  private final FaultPolicy policy;
  private final FileDoor door;
  private final RowListener listener;

  private TransactionReader(
      TransactionColumns columns,
      CsvDialect dialect,
      BusinessZone zone,
      Optional<Currency> currency,
      Optional<LocalDate> observationEndExclusive,
      FaultPolicy policy,
      FileDoor door,
      RowListener listener) {
    this.columns = requireNonNull(columns, "columns");
    this.dialect = requireNonNull(dialect, "dialect");
    this.zone = requireNonNull(zone, "zone");
    this.currency = requireNonNull(currency, "currency");
    this.observationEndExclusive = observationEndExclusive;
    this.policy = requireNonNull(policy, "policy");
    this.door = requireNonNull(door, "door");
    this.listener = requireNonNull(listener, "listener");
  }

  /**
   * Returns a reader with the defaults above.
   *
   * @param columns which columns say what
   * @return the reader
   */
  public static TransactionReader of(TransactionColumns columns) {
    return new TransactionReader(
        columns,
        CsvDialect.USUAL,
        BusinessZone.of(ZoneOffset.UTC),
        Optional.empty(),
        Optional.empty(),
        FaultPolicy.STOP,
        Files::newInputStream,
        rows -> {});
  }

  /**
   * Chooses how the file is written.
   *
   * @param newDialect the dialect
   * @return a reader of that dialect
   */
  public TransactionReader with(CsvDialect newDialect) {
    return new TransactionReader(
        columns, newDialect, zone, currency, observationEndExclusive, policy, door, listener);
  }

  /**
   * Chooses where instants become days.
   *
   * @param newZone the zone of the business
   * @return a reader in that zone
   */
  public TransactionReader with(BusinessZone newZone) {
    return new TransactionReader(
        columns, dialect, newZone, currency, observationEndExclusive, policy, door, listener);
  }

  /**
   * Chooses the currency of the amounts. If the file has a column of currencies, rows in any other
   * are faults.
   *
   * @param newCurrency the currency
   * @return a reader for that currency
   */
  public TransactionReader with(Currency newCurrency) {
    return new TransactionReader(
        columns,
        dialect,
        zone,
        Optional.of(newCurrency),
        observationEndExclusive,
        policy,
        door,
        listener);
  }

  /**
   * Says how long customers were observed. Rows from that day on are faults.
   *
   * @param endExclusive the first day about which nothing is known
   * @return a reader with that end
   */
  public TransactionReader withObservationEnd(LocalDate endExclusive) {
    return new TransactionReader(
        columns, dialect, zone, currency, Optional.of(endExclusive), policy, door, listener);
  }

  /**
   * Chooses what becomes of a faulty row.
   *
   * @param newPolicy stop or collect
   * @return a reader with that policy
   */
  public TransactionReader with(FaultPolicy newPolicy) {
    return new TransactionReader(
        columns, dialect, zone, currency, observationEndExclusive, newPolicy, door, listener);
  }

  /**
   * Chooses how the file is opened.
   *
   * @param newDoor opens it
   * @return a reader that opens files so
   */
  public TransactionReader with(FileDoor newDoor) {
    return new TransactionReader(
        columns, dialect, zone, currency, observationEndExclusive, policy, newDoor, listener);
  }

  /**
   * Chooses who is told how many rows of a query were read.
   *
   * @param newListener is told
   * @return a reader that tells it
   */
  public TransactionReader withListener(RowListener newListener) {
    return new TransactionReader(
        columns, dialect, zone, currency, observationEndExclusive, policy, door, newListener);
  }

  /**
   * Reads a CSV file.
   *
   * @param file the file
   * @return the events, and what was left out
   * @throws RowFaultException if the file cannot be used, or one of its rows cannot and the policy
   *     is to stop
   * @throws IllegalArgumentException if there are amounts but neither a currency nor a column of
   *     currencies
   */
  public Transactions readCsv(Path file) {
    return read(new RawRows(file, door, dialect.charset(), dialect.separator()));
  }

  /**
   * Reads the rows of a query. Of the {@link CsvDialect} only the forms of times and amounts count,
   * and only for columns of text: dates, time stamps and numbers speak for themselves. A time stamp
   * without zone is a reading of the business's own clocks.
   *
   * @param query the query
   * @return the events, and what was left out; faults are numbered by row, from 1
   * @throws RowFaultException if the query fails, or one of its rows cannot be used and the policy
   *     is to stop
   * @throws IllegalArgumentException if there are amounts but neither a currency nor a column of
   *     currencies
   */
  public Transactions readQuery(SqlQuery query) {
    return read(new QueryRows(query, columns.names(), listener));
  }

  private Transactions read(RowSource rows) {
    if (columns.amount().isPresent() && currency.isEmpty() && columns.currency().isEmpty()) {
      throw new IllegalArgumentException(
          "currency of the amounts must be given, or a column that has it");
    }
    TransactionCollector collector =
        new TransactionCollector(
            rows.source(),
            policy,
            header ->
                new RowParser(header, columns, dialect, zone, currency, observationEndExclusive));
    rows.visit(collector);
    return collector.toTransactions(observationEndExclusive);
  }
}
