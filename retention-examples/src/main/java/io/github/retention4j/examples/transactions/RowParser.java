package io.github.retention4j.examples.transactions;

import io.github.retention4j.activity.Event;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.BusinessZone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes an event of a row, or says which field of it cannot be used. */
final class RowParser {

  /** A row that cannot be used, with the column at which that shows. */
  static final class RowException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The index of the column, from 0. */
    private final int column;

    /** The value of the field, empty if the fault is not that of a value. */
    private final transient Optional<String> value;

    /** What is wrong. */
    private final FaultKind kind;

    RowException(FaultKind kind, int column, Optional<String> value, String message) {
      super(message);
      this.kind = kind;
      this.column = column;
      this.value = value;
    }

    RowFault at(Source source, long line, Header header) {
      return new RowFault(
          kind,
          line,
          source.at(line)
              + ", "
              + header.place(column)
              + ": "
              + value.map(text -> "\"" + shortened(text) + "\" ").orElse("")
              + getMessage());
    }
  }

  private static final int MOST_SHOWN = 60;

  private final Header header;
  private final CsvDialect dialect;
  private final BusinessZone zone;
  private final Optional<LocalDate> end;
  private final int customerAt;
  private final int timeAt;
  private final int amountAt;
  private final int currencyAt;
  private @Nullable Currency currency;

  RowParser(
      Header header,
      TransactionColumns columns,
      CsvDialect dialect,
      BusinessZone zone,
      Optional<Currency> currency,
      Optional<LocalDate> end) {
    this.header = header;
    this.dialect = dialect;
    this.zone = zone;
    this.end = end;
    this.currency = currency.orElse(null);
    this.customerAt = header.indexOf("customer", columns.customer());
    this.timeAt = header.indexOf("time", columns.time());
    this.amountAt = columns.amount().map(name -> header.indexOf("amount", name)).orElse(-1);
    this.currencyAt = columns.currency().map(name -> header.indexOf("currency", name)).orElse(-1);
  }

  Event parse(RawRow row) throws RowException {
    int fields = row.fields().size();
    if (fields != header.size()) {
      throw new RowException(
          FaultKind.WRONG_FIELD_COUNT,
          Math.min(fields, header.size()),
          Optional.empty(),
          "the row has " + fields + " fields and must have " + header.size() + ", as the header");
    }
    CustomerId customer = customer(row);
    LocalDate date = date(row);
    if (amountAt < 0) {
      return Event.of(customer, date);
    }
    BigDecimal amount = amount(row);
    return Event.of(customer, date, new Money(currency(row), amount));
  }

  private CustomerId customer(RawRow row) throws RowException {
    String text = row.fields().get(customerAt).strip();
    if (text.isEmpty()) {
      throw fault(FaultKind.BLANK_CUSTOMER, customerAt, row, "must name a customer");
    }
    return CustomerId.of(text);
  }

  private LocalDate date(RawRow row) throws RowException {
    try {
      LocalDate date = dialect.timeFormat().dayOf(row.fields().get(timeAt).strip(), zone);
      if (end.isPresent() && !date.isBefore(end.get())) {
        throw new FieldException(
            FaultKind.FUTURE_EVENT, "must be before the end of observation (" + end.get() + ")");
      }
      return date;
    } catch (FieldException e) {
      throw fault(e, timeAt, row);
    }
  }

  private BigDecimal amount(RawRow row) throws RowException {
    try {
      return dialect.decimalSign().parse(row.fields().get(amountAt).strip());
    } catch (FieldException e) {
      throw fault(e, amountAt, row);
    }
  }

  private Currency currency(RawRow row) throws RowException {
    Currency known = currency;
    if (currencyAt < 0 && known != null) {
      return known;
    }
    Currency here = currencyOf(row);
    if (known != null && !here.equals(known)) {
      throw fault(
          FaultKind.MIXED_CURRENCIES,
          currencyAt,
          row,
          "must be " + known + ": currencies are never mixed");
    }
    currency = here;
    return here;
  }

  private Currency currencyOf(RawRow row) throws RowException {
    try {
      return Currency.getInstance(row.fields().get(currencyAt).strip());
    } catch (IllegalArgumentException e) {
      throw fault(
          FaultKind.UNKNOWN_CURRENCY, currencyAt, row, "must be a code of ISO 4217 such as USD");
    }
  }

  private static RowException fault(FieldException e, int column, RawRow row) {
    return fault(e.kind(), column, row, String.valueOf(e.getMessage()));
  }

  private static RowException fault(FaultKind kind, int column, RawRow row, String message) {
    return new RowException(kind, column, Optional.of(row.fields().get(column)), message);
  }

  private static String shortened(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
  }
}
