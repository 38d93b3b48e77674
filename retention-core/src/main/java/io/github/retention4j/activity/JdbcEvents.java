package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.BusinessZone;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Currency;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads events from the rows of a JDBC result, by the names of its columns. Immutable.
 *
 * <p>The time is a date; or a time stamp without zone, which is a reading of the business's clocks;
 * or one with zone, which is an instant and has its day in the zone of the business. Kind, amount
 * and attributes are optional columns. A row without a customer or a time is a fault that names the
 * row, as is whatever {@link EventCollector} refuses.
 */
public final class JdbcEvents {

  /** What the time column holds. */
  public enum TimeColumn {
    /** A date: events have a day only. */
    DATE,
    /** A time stamp without zone, as the business's clocks showed it: events have an instant. */
    LOCAL_TIMESTAMP,
    /** A time stamp with zone: events have an instant. */
    INSTANT
  }

  private final String customerColumn;
  private final String timeColumn;
  private final TimeColumn timeType;
  private final BusinessZone zone;
  private final @Nullable String kindColumn;
  private final @Nullable String amountColumn;
  private final @Nullable Currency currency;
  private final SortedMap<String, String> attributeColumns;

  private JdbcEvents(
      String customerColumn,
      String timeColumn,
      TimeColumn timeType,
      BusinessZone zone,
      @Nullable String kindColumn,
      @Nullable String amountColumn,
      @Nullable Currency currency,
      SortedMap<String, String> attributeColumns) {
    this.customerColumn = requireNonNull(customerColumn, "customerColumn");
    this.timeColumn = requireNonNull(timeColumn, "timeColumn");
    this.timeType = requireNonNull(timeType, "timeType");
    this.zone = requireNonNull(zone, "zone");
    this.kindColumn = kindColumn;
    this.amountColumn = amountColumn;
    this.currency = currency;
    this.attributeColumns = attributeColumns;
  }

  /**
   * Names the columns of customer and date.
   *
   * @param customerColumn the column of customers, of text or whole numbers
   * @param dateColumn the column of dates
   * @return a reader of events on days
   */
  public static JdbcEvents onDays(String customerColumn, String dateColumn) {
    return new JdbcEvents(
        customerColumn,
        dateColumn,
        TimeColumn.DATE,
        BusinessZone.of("UTC"),
        null,
        null,
        null,
        Collections.emptySortedMap());
  }

  /**
   * Names the columns of customer and time stamp.
   *
   * @param customerColumn the column of customers, of text or whole numbers
   * @param timeColumn the column of time stamps
   * @param timeType whether they have a zone
   * @param zone the zone of the business
   * @return a reader of events
   */
  public static JdbcEvents of(
      String customerColumn, String timeColumn, TimeColumn timeType, BusinessZone zone) {
    return new JdbcEvents(
        customerColumn, timeColumn, timeType, zone, null, null, null, Collections.emptySortedMap());
  }

  /**
   * Names the column of kinds; null there is an event without a kind.
   *
   * @param column the column
   * @return a reader that reads it too
   */
  public JdbcEvents withKind(String column) {
    return new JdbcEvents(
        customerColumn,
        timeColumn,
        timeType,
        zone,
        column,
        amountColumn,
        currency,
        attributeColumns);
  }

  /**
   * Names the column of amounts; null there is an event without an amount.
   *
   * @param column the column, of decimal numbers
   * @param currencyCode the currency of all of them, a code of ISO 4217
   * @return a reader that reads it too
   * @throws IllegalArgumentException if the code is unknown
   */
  public JdbcEvents withAmount(String column, String currencyCode) {
    Currency known = Money.of(currencyCode, 0).currency();
    return new JdbcEvents(
        customerColumn, timeColumn, timeType, zone, kindColumn, column, known, attributeColumns);
  }

  /**
   * Names a column of values of an attribute of events; null there is an event without it.
   *
   * @param name the name of the attribute, not blank
   * @param column the column, of text
   * @return a reader that reads it too
   */
  public JdbcEvents withAttribute(String name, String column) {
    SortedMap<String, String> columns = new TreeMap<>(attributeColumns);
    columns.put(requireNonNull(name, "name"), requireNonNull(column, "column"));
    return new JdbcEvents(
        customerColumn, timeColumn, timeType, zone, kindColumn, amountColumn, currency, columns);
  }

  /**
   * Reads all rows that are left; the result is not closed.
   *
   * @param rows the result, before the first row to read
   * @param collector takes the events, and decides what becomes of faults
   * @return how many rows were read
   * @throws SQLException if the database fails or a column is missing
   * @throws IllegalArgumentException if a row cannot be used and the collector stops at faults; the
   *     message names the row, counted from 1
   */
  public long read(ResultSet rows, EventCollector collector) throws SQLException {
    long row = 0;
    while (rows.next()) {
      row++;
      try {
        collector.addOrThrow(event(rows));
      } catch (IllegalArgumentException fault) {
        collector.refuse(
            new IllegalArgumentException("row " + row + ": " + fault.getMessage(), fault));
      }
    }
    return row;
  }

  private Event event(ResultSet rows) throws SQLException {
    String customer = rows.getString(customerColumn);
    if (customer == null) {
      throw new IllegalArgumentException(customerColumn + " (null) must name a customer");
    }
    Event event = timed(CustomerId.of(customer), rows);
    String kind = kindColumn == null ? null : rows.getString(kindColumn);
    if (kind != null) {
      event = event.withKind(kind);
    }
    BigDecimal amount = amountColumn == null ? null : rows.getBigDecimal(amountColumn);
    if (amount != null && currency != null) {
      event = event.withAmount(new Money(currency, amount));
    }
    return withAttributes(event, rows);
  }

  private Event withAttributes(Event event, ResultSet rows) throws SQLException {
    Event with = event;
    for (Map.Entry<String, String> attribute : attributeColumns.entrySet()) {
      String value = rows.getString(attribute.getValue());
      if (value != null) {
        with = with.withAttribute(attribute.getKey(), value);
      }
    }
    return with;
  }

  private Event timed(CustomerId customer, ResultSet rows) throws SQLException {
    return switch (timeType) {
      case DATE -> Event.of(customer, time(rows, LocalDate.class));
      case LOCAL_TIMESTAMP ->
          Event.of(customer, zone.instantOf(time(rows, LocalDateTime.class)), zone);
      case INSTANT -> Event.of(customer, time(rows, OffsetDateTime.class).toInstant(), zone);
    };
  }

  private <T> T time(ResultSet rows, Class<T> type) throws SQLException {
    T time = rows.getObject(timeColumn, type);
    if (time == null) {
      throw new IllegalArgumentException(timeColumn + " (null) must be a time");
    }
    return time;
  }
}
