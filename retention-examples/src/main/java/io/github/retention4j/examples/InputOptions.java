package io.github.retention4j.examples;

import io.github.retention4j.activity.FaultPolicy;
import io.github.retention4j.examples.csv.CsvColumns;
import io.github.retention4j.examples.csv.CsvDialect;
import io.github.retention4j.examples.csv.DecimalSign;
import io.github.retention4j.examples.csv.TimeFormat;
import io.github.retention4j.examples.csv.TransactionsCsv;
import io.github.retention4j.examples.shop.SampleShop;
import io.github.retention4j.time.BusinessZone;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what to read. */
final class InputOptions {

  /** The forms of time that have a name. */
  enum NamedTimeFormat {
    AUTO,
    DATE,
    LOCAL,
    INSTANT;

    private TimeFormat format() {
      return switch (this) {
        case AUTO -> TimeFormat.AUTO;
        case DATE -> TimeFormat.DATE;
        case LOCAL -> TimeFormat.LOCAL;
        case INSTANT -> TimeFormat.INSTANT;
      };
    }
  }

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Transactions to read; without it, the sample that the job generates.")
  @Nullable Path csv;

  @Option(
      names = "--customer-column",
      paramLabel = "NAME",
      defaultValue = SampleShop.CUSTOMER_COLUMN,
      description = "Column of customers (default: ${DEFAULT-VALUE}).")
  String customerColumn = SampleShop.CUSTOMER_COLUMN;

  @Option(
      names = "--time-column",
      paramLabel = "NAME",
      defaultValue = SampleShop.DATE_COLUMN,
      description = "Column of times (default: ${DEFAULT-VALUE}).")
  String timeColumn = SampleShop.DATE_COLUMN;

  @Option(
      names = "--amount-column",
      paramLabel = "NAME",
      description = "Column of amounts; without it the report has no money.")
  @Nullable String amountColumn;

  @Option(
      names = "--currency-column",
      paramLabel = "NAME",
      description = "Column of currency codes; all rows must have the same.")
  @Nullable String currencyColumn;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "Currency of the amounts, such as USD.")
  @Nullable Currency currency;

  @Option(
      names = "--zone",
      paramLabel = "ID",
      defaultValue = "UTC",
      description =
          "Zone of the business, in which instants become days, such as Europe/Berlin"
              + " (default: ${DEFAULT-VALUE}).")
  BusinessZone zone = BusinessZone.of("UTC");

  @Option(
      names = "--observation-end",
      paramLabel = "DATE",
      description =
          "First day about which nothing is known, such as 2024-02-01 (default: the day after the"
              + " last event).")
  @Nullable LocalDate observationEnd;

  @Option(
      names = "--separator",
      paramLabel = "CHAR",
      defaultValue = ",",
      description = "Separator of fields, or the word tab (default: ${DEFAULT-VALUE}).")
  String separator = ",";

  @Option(
      names = "--decimal",
      paramLabel = "SIGN",
      defaultValue = "POINT",
      description = "Decimal sign: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  DecimalSign decimalSign = DecimalSign.POINT;

  @Option(
      names = "--time-format",
      paramLabel = "NAME",
      defaultValue = "AUTO",
      description =
          "Form of times: ${COMPLETION-CANDIDATES}, as of ISO 8601 (default: ${DEFAULT-VALUE}).")
  NamedTimeFormat timeFormat = NamedTimeFormat.AUTO;

  @Option(
      names = "--time-pattern",
      paramLabel = "PATTERN",
      description = "Form of times in letters, such as \"dd/MM/uuuu HH:mm\".")
  @Nullable TimeFormat timePattern;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      defaultValue = "UTF-8",
      description = "Encoding of the file (default: ${DEFAULT-VALUE}).")
  Charset charset = Charset.forName("UTF-8");

  @Option(
      names = "--faults",
      paramLabel = "POLICY",
      defaultValue = "STOP",
      description =
          "What becomes of rows that cannot be used: STOP at the first, or COLLECT, leave them out"
              + " and report them (default: ${DEFAULT-VALUE}).")
  FaultPolicy faults = FaultPolicy.STOP;

  Optional<Path> file() {
    return Optional.ofNullable(csv);
  }

  /**
   * Returns the reader that the options ask for.
   *
   * @throws IllegalArgumentException if they do not go together
   */
  TransactionsCsv reader() {
    Optional<String> amount = Optional.ofNullable(amountColumn);
    if (amount.isPresent() && currency == null && currencyColumn == null) {
      throw new IllegalArgumentException(
          "--amount-column must come with --currency or --currency-column");
    }
    CsvColumns columns =
        new CsvColumns(customerColumn, timeColumn, amount, Optional.ofNullable(currencyColumn));
    TransactionsCsv reader = TransactionsCsv.of(columns).with(dialect()).with(zone).with(faults);
    reader = currency == null ? reader : reader.with(currency);
    return observationEnd == null ? reader : reader.withObservationEnd(observationEnd);
  }

  private CsvDialect dialect() {
    return new CsvDialect(
        charset,
        separatorChar(),
        decimalSign,
        timePattern == null ? timeFormat.format() : timePattern);
  }

  private char separatorChar() {
    if (separator.equals("tab")) {
      return '\t';
    }
    if (separator.length() != 1) {
      throw new IllegalArgumentException(
          "--separator (" + separator + ") must be one character, or the word tab");
    }
    return separator.charAt(0);
  }
}
