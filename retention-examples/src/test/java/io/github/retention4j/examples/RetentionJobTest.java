package io.github.retention4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.examples.shop.SampleShop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionJobTest {

  @TempDir Path directory;

  private JobRun reading(String csv, String... options) throws IOException {
    return JobRun.of(directory.resolve("out"), withFile(csv, options));
  }

  private JobRun succeeding(String csv, String... options) throws IOException {
    return JobRun.succeeding(directory.resolve("out"), withFile(csv, options));
  }

  private String[] withFile(String csv, String... options) throws IOException {
    Path file = directory.resolve("in.csv");
    Files.writeString(file, csv);
    List<String> args = new ArrayList<>(List.of("--csv", file.toString()));
    args.addAll(List.of(options));
    return args.toArray(String[]::new);
  }

  private static Path shared(String name) {
    Path file = Path.of("..", "..", "shared", "data").resolve(name);
    assumeTrue(Files.isRegularFile(file), () -> file + " is not on this machine");
    return file;
  }

  @Test
  void showsItsHelp() {
    JobRun run = JobRun.of(directory, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("Usage: retention-job")
        .contains("--customer-column", "--observation-end", "Exit codes:", "2   the options");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--csv in.csv --amount-column a | --amount-column must come with --currency or --currency-column",
        "--csv in.csv --zone Mars/Base | zone (Mars/Base) must be a known zone such as Europe/Berlin, UTC or +07:00",
        "--csv in.csv --separator ;; | --separator (;;) must be one character, or the word tab",
        "--csv in.csv --time-pattern HH | pattern (HH) must describe a date, as dd/MM/uuuu HH:mm does",
        "--csv in.csv --time-column customer_id | time column (customer_id) must be another than the customer column",
        "--zone UTC | --zone must come with --csv, --parquet or --jdbc",
        "--parquet in.parquet --separator ; | --separator must come with --csv",
        "--parquet in.parquet --csv in.csv | only one of --csv, --parquet and --jdbc must be given, not 2",
        "--jdbc jdbc:duckdb: | --jdbc and --query must come together",
        "--csv in.csv --query x | --jdbc and --query must come together",
        "--csv in.csv --user ada | --user must come with --jdbc",
        "--jdbc shop.db --query x | url (shop.db) must be an address of JDBC",
        "--margin-share 40 | marginShare (40.0) must be a fraction from 0 to 1, not a percentage",
        "--discount-rate -1 | yearlyDiscount (-1.0) must be a fraction from 0 to 10, such as 0.1",
        "--silent-periods 0 | silentPeriods (0) must be from 1 to 1000",
        "--cac 0 | acquisitionCost (0) must be above 0",
        "--industry Retial Banking | industry (Retial Banking)",
        "--period DAY | Invalid value for option '--period'",
        "--nonsense | Unknown option",
      })
  void tellsWrongOptionsFromWrongData(String options, String message) {
    List<String> args = new ArrayList<>();
    for (String word : options.strip().split(" ", -1)) {
      args.add(word.equals("Banking") ? args.remove(args.size() - 1) + " Banking" : word);
    }

    JobRun run = JobRun.of(directory.resolve("out"), args.toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains(message)
        .contains("Usage: retention-job")
        .doesNotContain("Exception");
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void endsWithOneWhereTheDataCannotBeUsed() throws IOException {
    JobRun run = reading("customer_id,date\nA,2024-13-01\n");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("Error: ")
        .contains("in.csv line 2, column 2 (date): \"2024-13-01\" must be a date such as");
  }

  @Test
  void neverReplacesItsInput() throws IOException {
    Path file = directory.resolve("retention.csv");
    Files.writeString(file, "customer_id,date\nA,2024-01-01\n");

    JobRun run = JobRun.of(directory, "--csv", file.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("--csv (" + file + ") must not be a file that the report replaces");
    assertThat(file).hasContent("customer_id,date\nA,2024-01-01");
  }

  @Test
  void tellsTheSameWhereverTheRowsComeFrom() throws Exception {
    Path csv = directory.resolve("in.csv");
    SampleShop.writeTo(csv);
    Path parquet = directory.resolve("in.parquet");
    Path database = directory.resolve("shop.db");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("create table orders as from read_csv('" + csv + "')");
      statement.execute("copy orders to '" + parquet + "' (format parquet)");
    }
    String[] questions = {"--amount-column", "amount", "--currency", "EUR"};

    String fromCsv = reportOf("csv", questions, "--csv", csv.toString());
    String fromParquet = reportOf("parquet", questions, "--parquet", parquet.toString());
    String fromDatabase =
        reportOf(
            "database",
            questions,
            "--jdbc",
            "jdbc:duckdb:" + database,
            "--query",
            "select * from orders where amount is not null");

    assertThat(fromParquet).isEqualTo(fromCsv.replace(csv.toString(), parquet.toString()));
    assertThat(fromDatabase)
        .isEqualTo(fromCsv.replace(csv.toString(), "jdbc:duckdb:" + database))
        .contains("Source", "Monthly cohorts");
  }

  private String reportOf(String name, String[] questions, String... source) throws IOException {
    List<String> options = new ArrayList<>(List.of(source));
    options.addAll(List.of(questions));
    return JobRun.succeeding(directory.resolve(name), options.toArray(String[]::new)).report();
  }

  @Test
  void saysWhereThePageIsIfNoBrowserCanBeOpened() throws IOException {
    assumeTrue(GraphicsEnvironment.isHeadless(), "a browser would open");

    JobRun run = succeeding("customer_id,date\nA,2024-01-01\nB,2024-02-01\n", "--open");

    assertThat(run.out())
        .contains(
            "No browser can be opened from here; the page is " + run.file("report.html").toUri());
    assertThat(run.file("report.html")).content().contains("No forecast can be made");
  }

  @Test
  void saysWhyNoForecastCanBeMade() throws IOException {
    JobRun run = succeeding("customer_id,date\nA,2024-01-01\nB,2024-02-01\n");

    assertThat(run.report())
        .contains("5. What customers are worth", "No forecast can be made. BG/NBD: ");
    assertThat(run.file("forecast.csv")).doesNotExist();
  }

  /** Customers who come back at all sorts of times, or not at all. */
  private static String visits(int customers, String amount) {
    StringBuilder csv = new StringBuilder("customer_id,date,amount\n");
    LocalDate start = LocalDate.of(2023, 1, 1);
    for (int customer = 0; customer < customers; customer++) {
      int day = customer % 90;
      for (int visit = 0; visit <= (customer * 7) % 5; visit++) {
        csv.append("C" + customer + "," + start.plusDays(day) + "," + amount + "\n");
        day += 5 + (customer * 31 + visit * 17) % 60;
      }
    }
    return csv.toString();
  }

  @Test
  void forecastsPurchasesAlsoWithoutAmounts() throws IOException {
    JobRun run = succeeding(visits(200, ""));

    assertThat(run.report())
        .contains("Learned from     200 customers, 160 of them with ")
        .contains("Test             a model that knows nothing from 2023-")
        .contains("In money: nothing. no amounts were read.");
    assertThat(run.row("forecast.csv", "measure", "CUSTOMERS").getField("value"))
        .isEqualTo("200.0000");
  }

  @Test
  void saysWhyThereIsNoMoneyInAForecast() throws IOException {
    JobRun run =
        succeeding(
            visits(200, "9.90") + "C1,2023-12-01,-5\n",
            "--amount-column",
            "amount",
            "--currency",
            "EUR");

    assertThat(run.report())
        .contains("repeat purchases; 1 refund left out, they are")
        .contains("In money: nothing. gamma-gamma: all customers spend the same on average, 9.9");
  }

  @Test
  void leavesNoFilesOfAnEarlierReport() throws IOException {
    succeeding(
        "customer_id,date,amount\nA,2024-01-01,1\nB,x,1\n",
        "--amount-column",
        "amount",
        "--currency",
        "EUR",
        "--faults",
        "COLLECT");

    JobRun run = succeeding("customer_id,date\nA,2024-01-01\n");

    assertThat(run.file("value.csv")).doesNotExist();
    assertThat(run.file("rejected.csv")).doesNotExist();
    assertThat(run.file("report.txt")).exists();
  }

  @Test
  void endsWithOneWhereTheFileIsMissing() {
    JobRun run = JobRun.of(directory, "--csv", "no-such-file.csv");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "Error: no-such-file.csv must be a readable file (NoSuchFileException)");
  }

  @Test
  void reportsWhatItLeftOut() throws IOException {
    JobRun run =
        succeeding(
            """
            customer_id,date,amount

            A,2024-01-01,10.00
            B,2024-01-02,"10,00"
            C,soon,1
            A,2024-02-01,-5.00
            D,someday,1
            E,2024-04-01,1
            """,
            "--faults",
            "collect",
            "--amount-column",
            "amount",
            "--currency",
            "EUR",
            "--observation-end",
            "2024-04-01");

    assertThat(run.report())
        .contains("Rows            6 read, 2 used, 4 left out; 1 blank line")
        .contains("unreadable time: 2 rows")
        .contains("wrong decimal sign: 1 row")
        .contains("on or after the end of observation: 1 row")
        .contains("line 4, column 3 (amount): \"10,00\" must have a decimal")
        .contains("Amounts         EUR 5.00 in all; 1 row is negative (refunds)");
    assertThat(run.table("rejected.csv"))
        .extracting(row -> row.getField("line"))
        .containsExactly("4", "5", "7", "8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"WEEK", "MONTH", "QUARTER", "YEAR"})
  void saysSoWhereTooLittleIsObserved(String period) throws IOException {
    JobRun run =
        succeeding(
            "customer_id,date,amount\nA,2024-01-15,10\n",
            "--period",
            period,
            "--amount-column",
            "amount",
            "--currency",
            "EUR",
            "--cac",
            "5");

    assertThat(run.report())
        .contains("Not enough is observed: a first rate needs")
        .contains("2024-01          1  .")
        .contains("By formula: not enough complete periods")
        .contains("By curve: not enough complete months are observed.")
        .contains("No complete periods with customers are observed");
    assertThat(run.table("benchmark.csv")).isEmpty();
  }

  @Test
  void doesWithoutAmounts() throws IOException {
    JobRun run = succeeding("customer_id,date\nA,2024-01-15\nA,2024-03-15\n");

    assertThat(run.report()).contains("No amounts were read, so nothing can be said.");
    assertThat(run.file("value.csv")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"WEEK", "MONTH", "QUARTER", "YEAR"})
  void standsExtremes(String period) throws IOException {
    JobRun run =
        succeeding(
            """
            customer_id,date,amount
            A,1900-01-01,0
            B,2199-12-31,-999999999999999.99
            A,2024-02-29,0.001
            """,
            "--period",
            period,
            "--silent-periods",
            "2",
            "--amount-column",
            "amount",
            "--currency",
            "EUR",
            "--cac",
            "0.01",
            "--discount-rate",
            "0");

    assertThat(run.report()).contains("EUR -999999999999999.989 in all");
  }

  @Test
  void namesAnAmountThatIsTooLargeToBeHeldExactly() throws IOException {
    JobRun run =
        reading(
            "customer_id,date,amount\nB,2024-02-29,-99999999999999999999999999.99\n",
            "--amount-column",
            "amount",
            "--currency",
            "EUR");

    assertThat(run.err())
        .startsWith(
            "Error: amount (EUR -99999999999999999999999999.99) of customer B on 2024-02-29 must"
                + " have at most 18 digits");
  }

  @Test
  void standsCustomersWhoAllStay() throws IOException {
    StringBuilder csv = new StringBuilder("customer_id,date,amount\n");
    for (int month = 1; month <= 12; month++) {
      csv.append(
          String.format(Locale.ROOT, "A,2024-%02d-01,10%nB,2024-%02d-28,10%n", month, month));
    }

    JobRun run =
        succeeding(
            csv.toString(),
            "--amount-column",
            "amount",
            "--currency",
            "EUR",
            "--discount-rate",
            "0",
            "--cac",
            "100",
            "--silent-periods",
            "1",
            "--observation-end",
            "2025-01-01");

    assertThat(run.report())
        .contains("no finite value")
        .contains("unbounded")
        .contains("standing still")
        .contains("after 9 months, discounted");
  }

  @Test
  void compoundsMonthsWhereNotTwoQuartersAreObserved() throws IOException {
    JobRun run =
        succeeding(
            """
            customer_id,date
            A,2024-01-01
            B,2024-01-31
            A,2024-04-30
            """,
            "--observation-end",
            "2024-05-01");

    assertThat(run.report()).contains("Not even two quarters were observed.");
    assertThat(run.row("benchmark.csv", "industry", "Retail").getField("counted_per"))
        .isEqualTo("MONTH");
  }

  @Test
  void readsTheCdnowSample() throws IOException {
    JobRun run =
        JobRun.succeeding(
            directory.resolve("out"),
            "--csv",
            shared("clv/cdnow_sample_elog.csv").toString(),
            "--customer-column",
            "sampleid",
            "--time-column",
            "date",
            "--amount-column",
            "sales",
            "--currency",
            "USD",
            "--zone",
            "America/New_York");

    assertThat(run.report())
        .contains("Rows            6,919 read, 6,919 used, 0 left out; 0 blank lines")
        .contains("Customers       2,357")
        .contains("Events          first on 1997-01-01, last on 1998-06-30")
        .contains("Observed until  1998-06-30 (assumed)");
    assertThat(run.table("cohorts.csv"))
        .extracting(row -> row.getField("cohort") + " " + row.getField("customers"))
        .containsExactly("1997-01 781", "1997-02 857", "1997-03 719");
    NamedCsvRecord retail = run.row("benchmark.csv", "industry", "Retail");
    assertThat(retail.getField("counted_per")).isEqualTo("QUARTER");
    assertThat(run.report()).contains("Two whole years were not observed.");
  }

  @Test
  void readsTheOnlineRetailInvoices() throws IOException {
    JobRun run =
        JobRun.succeeding(
            directory.resolve("out"),
            "--csv",
            shared("online-retail-invoices.csv").toString(),
            "--customer-column",
            "customer_id",
            "--time-column",
            "ts",
            "--amount-column",
            "amount",
            "--currency",
            "GBP",
            "--zone",
            "Europe/London");

    assertThat(run.report())
        .contains("Rows            22,221 read, 22,221 used, 0 left out; 0 blank lines")
        .contains("Customers       4,372")
        .contains("first on 2010-12-01, last on 2011-12-09");
    assertThat(
            run.table("cohorts.csv").stream()
                .mapToLong(r -> Long.parseLong(r.getField("customers")))
                .sum())
        .isEqualTo(4_372);
  }

  @Test
  void showsHowFarItIsAsideOfTheReport(@TempDir Path directory) {
    JobRun quiet = JobRun.of(directory);
    JobRun shown = JobRun.of(directory, "--progress");
    assertThat(quiet.err()).isEmpty();
    assertThat(shown.out()).isEqualTo(quiet.out());
    assertThat(shown.err()).contains("Reading sample.csv 100%", "Grouping activity 100%");
  }
}
