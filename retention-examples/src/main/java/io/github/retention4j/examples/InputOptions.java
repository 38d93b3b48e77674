package io.github.retention4j.examples;

import io.github.retention4j.activity.FaultPolicy;
import io.github.retention4j.examples.shop.SampleShop;
import io.github.retention4j.examples.transactions.CsvDialect;
import io.github.retention4j.examples.transactions.DecimalSign;
import io.github.retention4j.examples.transactions.SqlQuery;
import io.github.retention4j.examples.transactions.TimeFormat;
import io.github.retention4j.examples.transactions.TransactionColumns;
import io.github.retention4j.examples.transactions.TransactionReader;
import io.github.retention4j.time.BusinessZone;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

  /** The options that no other source than CSV can use. */
  static final Set<String> CSV_ONLY = Set.of("--separator", "--charset");

  /** A password on the command line could be read by everyone on the machine. */
  private static final String PASSWORD = "RETENTION4J_PASSWORD";

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description =
          "Transactions to read from CSV; without --csv, --parquet and --jdbc the job reads the"
              + " sample that it generates.")
  @Nullable Path csv;

  @Option(
      names = "--parquet",
      paramLabel = "FILE",
      description = "Transactions to read from Parquet; orders/*.parquet names several files.")
  @Nullable Path parquet;

  @Option(
      names = "--jdbc",
      paramLabel = "URL",
      description =
          "Database to read transactions from, such as jdbc:duckdb:shop.db; comes with --query."
              + " DuckDB is built in, the driver of any other must be on the class path.")
  @Nullable String jdbc;

  @Option(
      names = "--query",
      paramLabel = "SQL",
      description = "What to ask the database, such as \"select * from orders\".")
  @Nullable String query;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description =
          "Who logs in to the database, with the password of the environment's " + PASSWORD + ".")
  @Nullable String user;

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

  /** Whether anything is named to be read. */
  boolean isGiven() {
    return csv != null || parquet != null || jdbc != null;
  }

  /** The option that names the file to read, and the file; empty if none is. */
  Map<String, Path> files() {
    Map<String, Path> files = new LinkedHashMap<>();
    if (csv != null) {
      files.put("--csv", csv);
    }
    if (parquet != null) {
      files.put("--parquet", parquet);
    }
    return files;
  }

  /**
   * Returns what the options ask to read.
   *
   * @throws IllegalArgumentException if they do not go together, or name nothing
   */
  Input input() {
    requireOneSource();
    TransactionReader reader = reader();
    if (csv != null) {
      Path file = csv;
      return new Input(file.toString(), reader, with -> with.readCsv(file));
    }
    SqlQuery asked = sqlQuery();
    return new Input(asked.name(), reader, with -> with.readQuery(asked));
  }

  private void requireOneSource() {
    long sources = Stream.of(csv, parquet, jdbc).filter(Objects::nonNull).count();
    if (sources != 1) {
      throw new IllegalArgumentException(
          "only one of --csv, --parquet and --jdbc must be given, not " + sources);
    }
    if ((jdbc == null) != (query == null)) {
      throw new IllegalArgumentException("--jdbc and --query must come together");
    }
    if (jdbc == null && user != null) {
      throw new IllegalArgumentException("--user must come with --jdbc");
    }
  }

  private SqlQuery sqlQuery() {
    if (parquet != null) {
      return SqlQuery.ofParquet(parquet);
    }
    SqlQuery asked = SqlQuery.of(String.valueOf(jdbc), String.valueOf(query));
    return user == null
        ? asked
        : asked.withLogin(user, Objects.requireNonNullElse(System.getenv(PASSWORD), ""));
  }

  private TransactionReader reader() {
    Optional<String> amount = Optional.ofNullable(amountColumn);
    if (amount.isPresent() && currency == null && currencyColumn == null) {
      throw new IllegalArgumentException(
          "--amount-column must come with --currency or --currency-column");
    }
    TransactionColumns columns =
        new TransactionColumns(
            customerColumn, timeColumn, amount, Optional.ofNullable(currencyColumn));
    TransactionReader reader =
        TransactionReader.of(columns).with(dialect()).with(zone).with(faults);
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
