package io.github.retention4j.report;

import static io.github.retention4j.report.Column.amount;
import static io.github.retention4j.report.Column.count;
import static io.github.retention4j.report.Column.date;
import static io.github.retention4j.report.Column.estimate;
import static io.github.retention4j.report.Column.number;
import static io.github.retention4j.report.Column.share;
import static io.github.retention4j.report.Column.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.Proportion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTableTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  private record Month(String name, long retained, long atStart) {
    Optional<Proportion> retention() {
      return Proportion.ifAny(retained, atStart);
    }
  }

  private static final List<Column<Month>> COLUMNS =
      List.of(
          text("month", Month::name),
          count("at start", Month::atStart),
          count("retained", Month::retained),
          share("retention", Proportion::value)
              .ofOptional(Month::retention, "nobody was there at the start"));

  private static final ResultTable MONTHS =
      ResultTable.of(
          "Retention by month",
          List.of(new Month("2024-02", 31, 44), new Month("2024-03", 0, 0)),
          COLUMNS);

  @Test
  void logsRowsAndTheReasonsOfEmptyCells() {
    assertThat(MONTHS.toText())
        .isEqualTo(
            """
            Retention by month
            month    at start  retained  retention
            2024-02        44        31    70.45 %
            2024-03         0         0          -
            - nobody was there at the start
            """);
    assertThat(MONTHS).hasToString("Retention by month, 2 rows");
  }

  @Test
  void writesExactNumbersAndReasonsAsCsv() {
    assertThat(MONTHS.toCsv())
        .isEqualTo(
            """
            month,at start,retained,retention,why empty\r
            2024-02,44,31,0.7045454545454546,\r
            2024-03,0,0,,retention: nobody was there at the start\r
            """);
  }

  @Test
  void hasTheColumnOfReasonsAlsoWhereNoCellIsEmpty() {
    ResultTable whole = ResultTable.of("Retention", List.of(new Month("2024-02", 1, 2)), COLUMNS);
    assertThat(whole.toCsv()).startsWith("month,at start,retained,retention,why empty\r\n");
    assertThat(ResultTable.of("Months", List.of("May"), List.of(text("month", s -> s))).toCsv())
        .isEqualTo("month\r\nMay\r\n");
  }

  @Test
  void tellsReasonsApartByColumn() {
    ResultTable table =
        ResultTable.of(
            "Two",
            List.of(1, 2),
            List.of(
                text("a", String::valueOf),
                number("b", 0, Double::doubleValue).ofOptional(i -> Optional.empty(), "first"),
                number("c", 0, Double::doubleValue)
                    .ofOptional(i -> Optional.empty(), i -> "second")));
    assertThat(table.notes()).containsExactly("b: first", "c: second");
    assertThat(table.toCsv()).endsWith("2,,,\"b: first; c: second\"\r\n");
  }

  @Test
  void tellsOnlySomeOfManyReasons() {
    List<Integer> rows = IntStream.range(0, 8).boxed().toList();
    Column<Integer> column =
        text("c", (String s) -> s).ofOptional(i -> Optional.empty(), i -> "reason " + i);
    assertThat(ResultTable.of("Many", rows, List.of(column)).notes())
        .hasSize(6)
        .startsWith("c: reason 0")
        .endsWith("3 reasons more");
  }

  @Test
  void writesEachKind() {
    Money paid = Money.of("EUR", "1234567.5005");
    ResultTable table =
        ResultTable.of(
            "Kinds",
            List.of(0),
            List.of(
                date("day", i -> LocalDate.of(2024, 2, 29)),
                count("customers", i -> 1_234_567L),
                number("ratio", 3, i -> -12_345.67891),
                amount("paid", EUR, i -> paid),
                estimate("worth", EUR, i -> new MonetaryEstimate(EUR, 0.1 + 0.2))));
    assertThat(table.headings())
        .containsExactly("day", "customers", "ratio", "paid EUR", "worth EUR");
    assertThat(table.row(0).stream().map(Cell::shown))
        .containsExactly("2024-02-29", "1,234,567", "-12,345.679", "1,234,567.50", "0.30");
    assertThat(table.toCsv())
        .isEqualTo(
            """
            day,customers,ratio,paid EUR,worth EUR\r
            2024-02-29,1234567,-12345.67891,1234567.5005,0.30000000000000004\r
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00",
    "-0.0, 0.00",
    "0.004, <0.01",
    "-0.004, >-0.01",
    "0.005, <0.01", // half to even
    "0.006, 0.01",
    "1e-300, <0.01"
  })
  void neverShowsZeroForWhatIsNot(double value, String shown) {
    assertThat(Figures.decimals(value, 2)).isEqualTo(shown);
    assertThat(Figures.decimals(value * 50, 0)).doesNotStartWith("-0");
  }

  @Test
  void keepsEachRowOnALineOfItsOwn() {
    List<String> names =
        List.of("a\nb", "tab\tand\rreturn", "escape\u001B[31m", "\u202Ethgil", "line\u2028end");
    String text =
        ResultTable.of("Na\nmes", names, List.of(text("na\nme", (String s) -> s))).toText();
    assertThat(text)
        .isEqualTo(
            """
            Na\\nmes
            na\\nme
            a\\nb
            tab\\tand\\rreturn
            escape\\u001B[31m
            \\u202Ethgil
            line\\u2028end
            """);
    assertThat(text.lines()).hasSize(7);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "=1+1; '=1+1",
        "+41 44; '+41 44",
        "-5; '-5",
        "@SUM(A1); '@SUM(A1)",
        "＝1; '＝1",
        "'t Hooft; ''t Hooft",
        "a=1; a=1",
        "Müller; Müller"
      },
      delimiter = ';')
  void keepsSpreadsheetsFromComputingNames(String name, String guarded) {
    assertThat(Csv.guarded(name)).isEqualTo(guarded);
  }

  @Test
  void guardsHeadingsAndReasonsToo() {
    Column<Integer> column =
        share("=x", Double::doubleValue).ofOptional(i -> Optional.empty(), "=y");
    assertThat(ResultTable.of("Guard", List.of(1), List.of(column)).toCsv())
        .isEqualTo("'=x,why empty\r\n,'=x: =y\r\n");
  }

  @Test
  void leavesNegativeNumbersAsTheyAre() {
    assertThat(ResultTable.of("N", List.of(-1.5), List.of(number("n", 1, (Double d) -> d))).toCsv())
        .isEqualTo("n\r\n-1.5\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "a\"b", "a\r\nb", " a", "a;b", ""})
  void quotesWhereNeeded(String name) {
    String csv = ResultTable.of("Q", List.of(name), List.of(text("name", (String s) -> s))).toCsv();
    assertThat(csv).isEqualTo("name\r\n\"" + name.replace("\"", "\"\"") + "\"\r\n");
  }

  @Test
  void takesTheFirstRows() {
    List<Integer> rows = IntStream.range(0, 1234).boxed().toList();
    ResultTable table = ResultTable.of("Rows", rows, List.of(count("n", i -> i)));
    assertThat(table.first(2)).hasToString("Rows, the first 2 of 1,234, 2 rows");
    assertThat(table.first(2).toCsv()).isEqualTo("n\r\n0\r\n1\r\n");
    assertThat(table.first(1234)).isSameAs(table);
    assertThatThrownBy(() -> table.first(0)).hasMessage("most (0) must be at least 1");
  }

  @Test
  void writesAFileInUtf8(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("cities.csv");
    ResultTable.of("Cities", List.of("上海"), List.of(text("city", (String s) -> s))).writeCsv(file);
    assertThat(Files.readString(file)).isEqualTo("city\r\n上海\r\n");
  }

  @Test
  void refusesWhatIsNoTable() {
    assertThatThrownBy(() -> ResultTable.of(" ", List.of(), COLUMNS))
        .hasMessage("title ( ) must not be blank");
    assertThatThrownBy(() -> ResultTable.of("T", List.of(), List.of()))
        .hasMessage("columns (0) must be at least one");
    assertThatThrownBy(
            () -> ResultTable.of("T", List.of(), List.of(COLUMNS.get(0), COLUMNS.get(0))))
        .hasMessage("column (month) must have a name of its own, other than why empty");
    assertThatThrownBy(() -> text("", String::valueOf)).hasMessage("name () must not be blank");
    assertThatThrownBy(() -> number("n", 10, i -> 1)).hasMessage("digits (10) must be from 0 to 9");
  }

  @Test
  void refusesValuesThatAreNone() {
    ResultTable nan = ResultTable.of("T", List.of(1), List.of(share("rate", i -> Double.NaN)));
    assertThatThrownBy(nan::toCsv).hasMessage("rate (NaN) must be finite");
    ResultTable mixed =
        ResultTable.of("T", List.of(1), List.of(amount("paid", EUR, i -> Money.of("USD", 1))));
    assertThatThrownBy(mixed::toText).isInstanceOf(CurrencyMismatchException.class);
  }
}
