package io.github.retention4j.examples.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.FaultPolicy;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.BusinessZone;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlQueryTest {

  private static final String DUCKDB = "jdbc:duckdb:";
  private static final TransactionReader READER =
      TransactionReader.of(TransactionColumns.of("id", "day").withAmount("paid"))
          .with(Currency.getInstance("EUR"));

  @TempDir Path directory;

  private static Transactions read(TransactionReader reader, String sql) {
    return reader.readQuery(SqlQuery.of(DUCKDB, sql));
  }

  private static List<Event> events(Transactions transactions) {
    return transactions.log().events().toList();
  }

  private static Event event(String customer, String day, String paid) {
    return Event.of(CustomerId.of(customer), LocalDate.parse(day), Money.of("EUR", paid));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "date '2024-01-31' | 2024-01-31",
        "timestamp '2024-01-31 23:59:59.5' | 2024-01-31",
        "timestamp_ns '2024-01-31 23:59:59.123456789' | 2024-01-31",
        "timestamptz '2024-01-31 23:30:00+00' | 2024-02-01",
        "'2024-01-31T23:30:00Z' | 2024-02-01",
        "'2024-01-31' | 2024-01-31",
      })
  void bringsEachTypeOfTimeToTheDayOfTheBusiness(String time, String day) {
    Transactions read =
        read(
            READER.with(BusinessZone.of("Europe/Berlin")),
            "select 'A' as id, " + time + " as day, 1 as paid");

    assertThat(events(read)).containsExactly(event("A", day, "1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "12::tinyint | 12",
        "-3::bigint | -3",
        "12.3400::decimal(18,4) | 12.34",
        "0.1::double | 0.1",
        "1e15::double | 1000000000000000",
        "1e-7::double | 0.0000001",
        "2.5::float | 2.5",
        "'7.25' | 7.25",
      })
  void takesAmountsOfAnyType(String amount, String money) {
    Transactions read =
        read(READER, "select 7 as id, date '2024-01-31' as day, " + amount + " as paid");

    assertThat(events(read)).containsExactly(event("7", "2024-01-31", money));
  }

  @Test
  void readsParquetWhateverItsName() throws SQLException {
    Path file = directory.resolve("it's all.parquet");
    try (Connection connection = DriverManager.getConnection(DUCKDB);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "copy (select 'C' || i as id, date '2024-01-01' + i::int as day, i / 4 as paid, 'x' as other"
              + " from range(25000) t(i)) to '"
              + file.toString().replace("'", "''")
              + "' (format parquet)");
    }
    List<Long> told = new ArrayList<>();

    Transactions read = READER.withListener(told::add).readQuery(SqlQuery.ofParquet(file));

    assertThat(read.rows()).isEqualTo(25_000);
    assertThat(read.log().size()).isEqualTo(25_000);
    assertThat(events(read)).contains(event("C6", "2024-01-07", "1.5"));
    assertThat(told).containsExactly(10_000L, 20_000L, 25_000L);
  }

  @Test
  void collectsFaultsByRow() {
    Transactions read =
        read(
            READER.with(FaultPolicy.COLLECT).withObservationEnd(LocalDate.of(2024, 2, 1)),
            """
            select * from (values
              (null, date '2024-01-01', 1.0),
              ('A', null, 1.0),
              ('A', date '2024-01-01', 'nan'::double),
              ('A', date '2024-02-01', 1.0),
              ('A', date '2024-01-02', 1.5)) as t(id, day, paid)
            """);

    assertThat(events(read)).containsExactly(event("A", "2024-01-02", "1.5"));
    assertThat(read.faults())
        .extracting(RowFault::line, RowFault::kind)
        .containsExactly(
            tuple(1L, FaultKind.BLANK_CUSTOMER),
            tuple(2L, FaultKind.UNREADABLE_TIME),
            tuple(3L, FaultKind.UNREADABLE_AMOUNT),
            tuple(4L, FaultKind.FUTURE_EVENT));
    assertThat(read.faults().get(0).message())
        .isEqualTo("jdbc:duckdb: row 1, column 1 (id): \"\" must name a customer");
    assertThat(read.faults().get(2).message())
        .contains("row 3, column 3 (paid)", "must be a number");
  }

  @Test
  void stopsAtTheFirstFaultUnlessTold() {
    assertThatThrownBy(() -> read(READER, "select 'A' as id, 'soon' as day, 1 as paid"))
        .isInstanceOf(RowFaultException.class)
        .hasMessageStartingWith(
            "jdbc:duckdb: row 1, column 2 (day): \"soon\" must be a date such as 2024-01-31");
  }

  @Test
  void namesAColumnThatIsNotThere() {
    assertThatThrownBy(() -> read(READER, "select 'A' as id, 'x' as days, 1 as paid"))
        .isInstanceOf(RowFaultException.class)
        .hasMessage(
            "jdbc:duckdb:: time column (\"day\") must be one of [id, days, paid]; did you mean"
                + " \"days\"?");
  }

  @Test
  void refusesWhatGivesNoRows() {
    assertThatThrownBy(
            () -> read(READER, "select 'A' as id, date '2024-01-01' as day, 1 as paid where false"))
        .isInstanceOf(RowFaultException.class)
        .hasMessage("jdbc:duckdb: must have rows after its header");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "jdbc:duckdb: | select * from orders | jdbc:duckdb: must answer the query (Catalog Error: Table with name orders does not exist!",
        "jdbc:duckdb: | selekt | jdbc:duckdb: must answer the query (Parser Error: syntax error at or near \"selekt\"",
        "jdbc:nowhere:x | select 1 | jdbc:nowhere:x must answer the query (No suitable driver found for jdbc:nowhere:x)",
      })
  void saysWhyAQueryFails(String url, String sql, String message) {
    assertThatThrownBy(() -> READER.readQuery(SqlQuery.of(url, sql)))
        .isInstanceOf(RowFaultException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void refusesWhatIsNoAddressOrNoQuery() {
    assertThatThrownBy(() -> SqlQuery.of("shop.db", "select 1"))
        .hasMessage("url (shop.db) must be an address of JDBC, such as jdbc:duckdb:shop.db");
    assertThatThrownBy(() -> SqlQuery.of(DUCKDB, " ")).hasMessage("sql ( ) must be a query");
  }

  @Test
  void neverShowsThePassword() {
    SqlQuery query = SqlQuery.of("jdbc:duckdb:", "select 1").withLogin("ada", "secret");

    assertThat(query.toString()).isEqualTo("query of jdbc:duckdb:");
    assertThat(query.password()).contains("secret");
    assertThatThrownBy(
            () ->
                READER.readQuery(
                    SqlQuery.of("jdbc:nowhere://ada:secret@host/shop?password=secret", "select 1")))
        .hasMessage(
            "jdbc:nowhere://host/shop must answer the query (No suitable driver found for"
                + " jdbc:nowhere://host/shop)");
  }
}
