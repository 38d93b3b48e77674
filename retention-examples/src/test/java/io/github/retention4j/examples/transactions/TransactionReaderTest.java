package io.github.retention4j.examples.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.FaultPolicy;
import io.github.retention4j.activity.Rejection;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.examples.transactions.Transactions.ObservationEnd;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.BusinessZone;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionReaderTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final TransactionReader CSV =
      TransactionReader.of(TransactionColumns.of("id", "day").withAmount("paid")).with(EUR);
  private static final TransactionReader WITHOUT_MONEY =
      TransactionReader.of(TransactionColumns.of("id", "day"));

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("shop.csv");
  }

  private Transactions read(TransactionReader csv, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return csv.readCsv(file);
  }

  private static List<Event> events(Transactions transactions) {
    return transactions.log().events().toList();
  }

  private static Event event(String customer, String day, String paid) {
    return Event.of(CustomerId.of(customer), LocalDate.parse(day), Money.of("EUR", paid));
  }

  private LocalDate dayOf(TransactionReader csv, String time) throws IOException {
    return events(read(csv, "id;day\nA;" + time + "\n")).get(0).date();
  }

  @Test
  void readsEventsAndAssumesTheEndOfObservation() throws IOException {
    Transactions read = read(CSV, "paid,id,day\n12.50,B,2024-01-31\n-3,A,2024-01-02\n");

    assertThat(events(read))
        .containsExactly(event("A", "2024-01-02", "-3"), event("B", "2024-01-31", "12.5"));
    assertThat(read.log().observationEndExclusive()).isEqualTo("2024-02-01");
    assertThat(read.observationEnd()).isEqualTo(ObservationEnd.ASSUMED);
    assertThat(read.rows()).isEqualTo(2);
    assertThat(read.rejections()).isEmpty();
  }

  @Test
  void takesTheEndOfObservationThatIsGiven() throws IOException {
    Transactions read =
        read(CSV.withObservationEnd(LocalDate.of(2024, 3, 1)), "id,day,paid\nA,2024-02-29,1\n");

    assertThat(read.log().observationEndExclusive()).isEqualTo("2024-03-01");
    assertThat(read.observationEnd()).isEqualTo(ObservationEnd.GIVEN);
  }

  @Test
  void readsQuotesByteOrderMarksAndWindowsLineEnds() throws IOException {
    Transactions read =
        read(
            CSV,
            "\uFEFF\"id\",day,paid,note\r\n"
                + "\"Doe, \"\"J\"\"\",2024-01-31,1,\"two\r\nlines\"\r\n"
                + "B,2024-01-31,2,\r\n");

    assertThat(events(read))
        .containsExactly(event("B", "2024-01-31", "2"), event("Doe, \"J\"", "2024-01-31", "1"));
  }

  @Test
  void countsBlankLinesApartFromRows() throws IOException {
    Transactions read = read(CSV, "\nid,day,paid\n\nA,2024-01-31,1\n   \n");

    assertThat(read.blankLines()).isEqualTo(3);
    assertThat(read.rows()).isEqualTo(1);
    assertThat(read.faults()).isEmpty();
  }

  @Test
  void readsDecimalCommasWhereTheyAreAskedFor() throws IOException {
    CsvDialect german = CsvDialect.USUAL.withSeparator(';').with(DecimalSign.COMMA);

    assertThat(events(read(CSV.with(german), "id;day;paid\nA;2024-01-31;1234,50\n")))
        .containsExactly(event("A", "2024-01-31", "1234.50"));
  }

  @Test
  void readsOtherEncodingsWhereTheyAreAskedFor() throws IOException {
    Charset latin = Charset.forName("windows-1252");
    Files.writeString(file, "id,day,paid\nZoë,2024-01-31,1\n", latin);

    assertThat(events(CSV.with(CsvDialect.USUAL.with(latin)).readCsv(file)))
        .containsExactly(event("Zoë", "2024-01-31", "1"));
    assertThatThrownBy(() -> CSV.readCsv(file))
        .isInstanceOf(RowFaultException.class)
        .hasMessage(file + " has bytes after line 1 that are not UTF-8; choose its charset");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-31, 2024-01-31",
    "2024-01-31T23:59, 2024-01-31",
    "2024-01-31 23:59:59.123, 2024-01-31",
    "2024-01-31T23:30:00Z, 2024-02-01",
    "2024-01-31 23:30:00+00, 2024-02-01",
    "2024-01-31T23:30:00+0100, 2024-01-31",
    "2024-02-01T01:30:00+02:00, 2024-02-01",
    "2024-02-01T00:30:00+02:00, 2024-01-31",
    "2024-02-29, 2024-02-29",
  })
  void takesEachTimeToTheDayOfTheBusiness(String time, String day) throws IOException {
    TransactionReader berlin =
        WITHOUT_MONEY
            .with(CsvDialect.USUAL.withSeparator(';'))
            .with(BusinessZone.of("Europe/Berlin"));

    assertThat(dayOf(berlin, time)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    // Clocks went from 02:00 to 03:00 on 31 March and from 03:00 to 02:00 on 27 October 2024.
    "2024-03-31T02:30, 2024-03-31",
    "2024-03-30T22:59:59Z, 2024-03-30",
    "2024-03-30T23:00:00Z, 2024-03-31",
    "2024-03-31T21:59:59Z, 2024-03-31",
    "2024-03-31T22:00:00Z, 2024-04-01",
    "2024-10-27T02:30, 2024-10-27",
    "2024-10-26T21:59:59Z, 2024-10-26",
    "2024-10-26T22:00:00Z, 2024-10-27",
    "2024-10-27T22:59:59Z, 2024-10-27",
    "2024-10-27T23:00:00Z, 2024-10-28",
  })
  void keepsDaysWholeWhereClocksChange(String time, String day) throws IOException {
    TransactionReader berlin =
        WITHOUT_MONEY
            .with(CsvDialect.USUAL.withSeparator(';'))
            .with(BusinessZone.of("Europe/Berlin"));

    assertThat(dayOf(berlin, time)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    "dd/MM/uuuu HH:mm, 31/01/2024 23:30, 2024-01-31",
    "MM/dd/yyyy, 01/31/2024, 2024-01-31",
    "d-MMM-yy, 31-JAN-24, 2024-01-31",
    "uuuuMMddHHmmssX, 20240131233000Z, 2024-02-01",
  })
  void readsTimesInAPatternOfOnesOwn(String pattern, String time, String day) throws IOException {
    TransactionReader csv =
        WITHOUT_MONEY
            .with(CsvDialect.USUAL.withSeparator(';').with(TimeFormat.pattern(pattern)))
            .with(BusinessZone.of("Europe/Berlin"));

    assertThat(dayOf(csv, time)).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HH:mm", "nonsense", "yyyy", ""})
  void rejectsAPatternWithoutADate(String pattern) {
    assertThatThrownBy(() -> TimeFormat.pattern(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pattern (" + pattern + ") must describe a date, as dd/MM/uuuu HH:mm does");
  }

  @ParameterizedTest
  @CsvSource({
    "DATE, 2024-01-31T10:00, a date such as 2024-01-31",
    "LOCAL, 2024-01-31T10:00Z, a local time such as 2024-01-31T15:30:00",
    "INSTANT, 2024-01-31T10:00,"
        + " an instant such as 2024-01-31T15:30:00Z or 2024-01-31T16:30:00+01:00",
  })
  void holdsANamedFormatToItsForm(String name, String time, String right) {
    TimeFormat format =
        switch (name) {
          case "DATE" -> TimeFormat.DATE;
          case "LOCAL" -> TimeFormat.LOCAL;
          default -> TimeFormat.INSTANT;
        };

    assertThatThrownBy(
            () -> read(WITHOUT_MONEY.with(CsvDialect.USUAL.with(format)), "id,day\nA," + time))
        .hasMessage(file + " line 2, column 2 (day): \"" + time + "\" must be " + right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          A,31.01.2024,1    | column 2 (day): "31.01.2024" must be a date such as 2024-01-31, a local time such as 2024-01-31T15:30:00 or an instant such as 2024-01-31T15:30:00Z
          A,2023-02-29,1    | column 2 (day): "2023-02-29" must be a date such as 2024-01-31, a local time such as 2024-01-31T15:30:00 or an instant such as 2024-01-31T15:30:00Z
          A,,1              | column 2 (day): "" must be a date such as 2024-01-31, a local time such as 2024-01-31T15:30:00 or an instant such as 2024-01-31T15:30:00Z
          A,0001-01-01,1    | column 2 (day): "0001-01-01" must lie in the years 1900 to 2199; it looks like a stand-in for an unknown time
          A,2024-03-01,1    | column 2 (day): "2024-03-01" must be before the end of observation (2024-03-01)
          A,2024-01-31,"1,50" | column 3 (paid): "1,50" must have a decimal point, as in 1234.50; if the file is written with a comma, choose COMMA
          A,2024-01-31,1.234.50 | column 3 (paid): "1.234.50" must be a number with a decimal point, as in 1234.50, without grouping or currency signs
          A,2024-01-31,1e9  | column 3 (paid): "1e9" must be a number with a decimal point, as in 1234.50, without grouping or currency signs
          A,2024-01-31,$5   | column 3 (paid): "$5" must be a number with a decimal point, as in 1234.50, without grouping or currency signs
          A,2024-01-31,     | column 3 (paid): "" must be a number with a decimal point, as in 1234.50, without grouping or currency signs
          A,2024-01-31,NaN  | column 3 (paid): "NaN" must be a number with a decimal point, as in 1234.50, without grouping or currency signs
          "  ",2024-01-31,1 | column 1 (id): "  " must name a customer
          A,2024-01-31      | column 3 (paid): the row has 2 fields and must have 3, as the header
          A,2024-01-31,1,2  | column 4: the row has 4 fields and must have 3, as the header
          """)
  void namesFileLineAndColumnOfAFault(String row, String message) {
    TransactionReader until = CSV.withObservationEnd(LocalDate.of(2024, 3, 1));

    assertThatThrownBy(() -> read(until, "id,day,paid\nB,2024-01-01,1\n" + row + "\n"))
        .isInstanceOf(RowFaultException.class)
        .hasMessage(file + " line 3, " + message);
  }

  @Test
  void saysThatAPointIsWrongWhereACommaIsExpected() {
    CsvDialect comma = CsvDialect.USUAL.with(DecimalSign.COMMA);

    assertThatThrownBy(() -> read(CSV.with(comma), "id,day,paid\nA,2024-01-31,12.50\n"))
        .hasMessage(
            file
                + " line 2, column 3 (paid): \"12.50\" must have a decimal comma, as in 1234,50; if"
                + " the file is written with a point, choose POINT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A,\"2024-01-31\"x,1", "A,2024-01-31,\"1\nB,2024-01-31,1"})
  void namesTheLineOfMalformedQuoting(String rows) {
    assertThatThrownBy(() -> read(CSV, "id,day,paid\nB,2024-01-01,1\n" + rows + "\n"))
        .isInstanceOf(RowFaultException.class)
        .hasMessageStartingWith(
            file + " line 3: quotes must enclose a whole field, and be doubled within (Un");
  }

  @Test
  void goesOnAtTheLineAfterMalformedQuoting() throws IOException {
    Transactions read =
        read(
            CSV.with(FaultPolicy.COLLECT),
            """
            id,day,paid
            A,"2024-01-01"x,1
            B,2024-01-02,1
            C,2024-01-03,"1
            D,2024-01-04,1
            E,2024-01-05,"1""");

    assertThat(read.log().customers()).containsExactly(CustomerId.of("B"), CustomerId.of("D"));
    assertThat(read.faultCounts()).isEqualTo(Map.of(FaultKind.MALFORMED_QUOTING, 3L));
    assertThat(read.faults()).extracting(RowFault::line).containsExactly(2L, 4L, 6L);
    assertThat(read.rows()).isEqualTo(5);
  }

  @Test
  void givesUpOnAFileOfBrokenQuotes() {
    String rows = "A,\"2024-01-01\"x,1\n".repeat(1_002);

    assertThatThrownBy(() -> read(CSV.with(FaultPolicy.COLLECT), "id,day,paid\n" + rows))
        .isInstanceOf(RowFaultException.class)
        .hasMessage(
            file
                + " line 1002: more than 1000 rows have malformed quoting; is the file really CSV?");
  }

  @Test
  void collectsCountsAndReturnsFaultyRows() throws IOException {
    Transactions read =
        read(
            CSV.with(FaultPolicy.COLLECT),
            "id,day,paid\nA,2024-01-01,1\n,2024-01-01,1\nB,x,1\nC,y,1\n\nD,2024-01-02,1\n");

    assertThat(read.rows()).isEqualTo(5);
    assertThat(read.log().size()).isEqualTo(2);
    assertThat(read.blankLines()).isEqualTo(1);
    assertThat(read.faultCounts())
        .isEqualTo(Map.of(FaultKind.BLANK_CUSTOMER, 1L, FaultKind.UNREADABLE_TIME, 2L));
    assertThat(read.rejections()).extracting(Rejection::number).containsExactly(3L, 4L, 5L);
    assertThat(read.rejections().get(0).reason())
        .isEqualTo(file + " line 3, column 1 (id): \"\" must name a customer");
  }

  @Test
  void neverMixesCurrencies() {
    TransactionReader csv =
        TransactionReader.of(
            TransactionColumns.of("id", "day").withAmount("paid").withCurrency("cur"));
    String rows = "id,day,paid,cur\nA,2024-01-01,1,USD\nB,2024-01-01,1,EUR\n";

    assertThatThrownBy(() -> read(csv, rows))
        .hasMessage(
            file + " line 3, column 4 (cur): \"EUR\" must be USD: currencies are never mixed");
    assertThatThrownBy(() -> read(csv.with(EUR), rows))
        .hasMessage(
            file + " line 2, column 4 (cur): \"USD\" must be EUR: currencies are never mixed");
    assertThatThrownBy(() -> read(csv, "id,day,paid,cur\nA,2024-01-01,1,Dollar\n"))
        .hasMessage(
            file + " line 2, column 4 (cur): \"Dollar\" must be a code of ISO 4217 such as USD");
  }

  @Test
  void asksForACurrencyBeforeItReads() {
    assertThatThrownBy(
            () ->
                TransactionReader.of(TransactionColumns.of("id", "day").withAmount("paid"))
                    .readCsv(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("currency of the amounts must be given, or a column that has it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "none",
      textBlock =
          """
          ID,day,paid     | customer column ("id") must be one of [ID, day, paid]; did you mean "ID"?
          customer,day    | customer column ("id") must be one of [customer, day]
          id,dy,paid      | time column ("day") must be one of [id, dy, paid]; did you mean "dy"?
          id;day;paid     | customer column ("id") must be one of [id;day;paid]
          """)
  void listsTheColumnsWhereOneIsUnknown(String header, String message) {
    assertThatThrownBy(() -> read(CSV, header + "\nA,2024-01-01,1\n"))
        .isInstanceOf(RowFaultException.class)
        .hasMessage(file + " line 1: " + message);
  }

  @Test
  void rejectsAHeaderThatNamesTwoColumnsAlike() {
    assertThatThrownBy(() -> read(CSV, "id,day,paid, day\nA,2024-01-01,1,1\n"))
        .hasMessage(file + " line 1, column 4: \"day\" must be the name of one column only");
  }

  @ParameterizedTest
  @CsvSource({
    "'', ' must have a header and rows, and is empty'",
    "'\n\n', ' must have a header and rows, and is empty'",
    "'id,day,paid\n', ' must have rows after its header'",
  })
  void rejectsAFileWithoutRows(String text, String message) {
    assertThatThrownBy(() -> read(CSV, text))
        .isInstanceOf(RowFaultException.class)
        .hasMessage(file + message);
  }

  @Test
  void rejectsAFileWithoutAUsableRow() {
    assertThatThrownBy(
            () -> read(CSV.with(FaultPolicy.COLLECT), "id,day,paid\n,2024-01-01,1\nA,x,1\n"))
        .hasMessage(
            file
                + " must have a row that can be used; 2 cannot, the first: "
                + file
                + " line 2, column 1 (id): \"\" must name a customer");
  }

  @Test
  void rejectsAFileThatIsNotThere() {
    assertThatThrownBy(() -> CSV.readCsv(file))
        .isInstanceOf(RowFaultException.class)
        .hasMessage(file + " must be a readable file (NoSuchFileException)");
    assertThatThrownBy(() -> CSV.readCsv(directory)).isInstanceOf(RowFaultException.class);
  }

  @Test
  void showsOnlyTheStartOfAHugeField() {
    assertThatThrownBy(() -> read(CSV, "id,day,paid\nA," + "9".repeat(100_000) + ",1\n"))
        .hasMessageContaining("\"" + "9".repeat(60) + "...\" must be a date")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
  }

  @Test
  void rejectsColumnsThatDoNotGoTogether() {
    assertThatThrownBy(() -> TransactionColumns.of("id", "id"))
        .hasMessage("time column (id) must be another than the customer column");
    assertThatThrownBy(() -> TransactionColumns.of(" ", "day"))
        .hasMessage("customer column ( ) must not be blank");
    assertThatThrownBy(() -> TransactionColumns.of("id", "day").withCurrency("cur"))
        .hasMessage("currency column (cur) must come with an amount column");
    assertThatThrownBy(() -> CsvDialect.USUAL.withSeparator('"'))
        .hasMessage("separator (34) must be neither a quote nor the end of a line");
  }
}
