package io.github.retention4j.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.JdbcEvents.TimeColumn;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.BusinessZone;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class JdbcEventsTest {

  private static final LocalDate END = LocalDate.of(2024, 4, 1);
  private static final BusinessZone BERLIN = BusinessZone.of("Europe/Berlin");

  private static EventCollector read(JdbcEvents events, FaultPolicy policy, String values)
      throws SQLException {
    EventCollector collector = EventCollector.until(END, policy);
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from (values " + values + ")")) {
      long count = events.read(rows, collector);
      assertThat(count).isEqualTo(collector.offered());
    }
    return collector;
  }

  @Test
  void readsDays() throws SQLException {
    EventCollector collector =
        read(
            JdbcEvents.onDays("c1", "c2"),
            FaultPolicy.STOP,
            "(42, date '2024-01-31'), (7, date '2024-02-29')");
    assertThat(collector.toLog().events())
        .containsExactly(
            Event.of(CustomerId.of(42), LocalDate.of(2024, 1, 31)),
            Event.of(CustomerId.of(7), LocalDate.of(2024, 2, 29)));
  }

  @Test
  void readsKindsAndAmountsWhereThereAreAny() throws SQLException {
    EventCollector collector =
        read(
            JdbcEvents.onDays("c1", "c2").withKind("c3").withAmount("c4", "EUR"),
            FaultPolicy.STOP,
            "('a', date '2024-01-31', 'order', 12.50), ('a', date '2024-02-01', null, null)");
    assertThat(collector.toLog().events())
        .containsExactly(
            Event.of(CustomerId.of("a"), LocalDate.of(2024, 1, 31), Money.of("EUR", "12.50"))
                .withKind("order"),
            Event.of(CustomerId.of("a"), LocalDate.of(2024, 2, 1)));
  }

  @Test
  void meetsTheZoneAtTheDoor() throws SQLException {
    EventCollector instants =
        read(
            JdbcEvents.of("c1", "c2", TimeColumn.INSTANT, BERLIN),
            FaultPolicy.STOP,
            "('a', timestamp with time zone '2024-03-30 23:30:00+00:00')");
    Event expected = Event.of(CustomerId.of("a"), Instant.parse("2024-03-30T23:30:00Z"), BERLIN);
    assertThat(expected.date()).isEqualTo(LocalDate.of(2024, 3, 31));
    assertThat(instants.toLog().events()).containsExactly(expected);
    EventCollector local =
        read(
            JdbcEvents.of("c1", "c2", TimeColumn.LOCAL_TIMESTAMP, BERLIN),
            FaultPolicy.STOP,
            "('a', timestamp '2024-03-31 00:30:00')");
    assertThat(local.toLog().events()).containsExactly(expected);
  }

  @Test
  void namesTheRowThatCannotBeUsed() {
    assertThatThrownBy(
            () ->
                read(
                    JdbcEvents.onDays("c1", "c2"),
                    FaultPolicy.STOP,
                    "('a', date '2024-01-31'), ('b', date '2024-04-01')"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "row 2: date (2024-04-01) of customer b must be before the end of observation"
                + " (2024-04-01)");
    assertThatThrownBy(() -> JdbcEvents.onDays("c1", "c2").withAmount("c3", "Euro"))
        .hasMessage("currencyCode (Euro) must be a code of ISO 4217 such as USD");
  }

  @Test
  void collectsFaultsWhereAsked() throws SQLException {
    EventCollector collector =
        read(
            JdbcEvents.onDays("c1", "c2"),
            FaultPolicy.COLLECT,
            "(null, date '2024-01-31'), ('b', null), ('c', date '2024-02-01'), (' ', date"
                + " '2024-02-01')");
    assertThat(collector.rejections())
        .containsExactly(
            new Rejection(1, "row 1: c1 (null) must name a customer"),
            new Rejection(2, "row 2: c2 (null) must be a time"),
            new Rejection(4, "row 4: customer ( ) must not be blank"));
    assertThat(collector.toLog().size()).isEqualTo(1);
  }
}
