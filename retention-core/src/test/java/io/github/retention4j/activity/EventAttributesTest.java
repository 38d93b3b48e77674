package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.testing.RetentionArbitraries;
import io.github.retention4j.time.DateRange;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EventAttributesTest {

  private static final LocalDate END = LocalDate.of(2024, 4, 1);
  private static final DateRange DAYS = DateRange.ofDays(END.minusDays(10), 10);
  private static final CustomerId A = CustomerId.of("a");
  private static final CustomerId B = CustomerId.of("b");

  private static Event visit(CustomerId customer, int daysBefore, String browser) {
    return Event.of(customer, END.minusDays(daysBefore)).withAttribute("browser", browser);
  }

  private static final Event FIREFOX = visit(A, 9, "Firefox");
  private static final Event SAFARI = visit(A, 5, "Safari");
  private static final Event SAFARI_AGAIN = visit(A, 2, "Safari").withAttribute("os", "macOS");
  private static final Event BARE = Event.of(B, END.minusDays(7));
  private static final Event LATER = visit(B, 3, "Safari");
  private static final EventLog LOG =
      EventLog.of(List.of(LATER, SAFARI_AGAIN, BARE, FIREFOX, SAFARI), END);

  @Test
  void eventsKeepTheirAttributes() {
    assertThat(LOG.events()).containsExactly(FIREFOX, SAFARI, SAFARI_AGAIN, BARE, LATER);
    assertThat(SAFARI_AGAIN.attributes()).isEqualTo(Map.of("browser", "Safari", "os", "macOS"));
    assertThat(BARE.attributes()).isEmpty();
    assertThat(SAFARI_AGAIN.withKind("visit").attributes()).hasSize(2);
    assertThat(SAFARI.withAttribute("browser", "Chrome").attributes())
        .isEqualTo(Map.of("browser", "Chrome"));
    EventLog merged =
        EventLog.merged(
            List.of(
                EventLog.of(List.of(BARE, FIREFOX), END),
                EventLog.of(List.of(SAFARI_AGAIN, LATER), END),
                EventLog.of(List.of(SAFARI), END)));
    assertThat(merged.events()).containsExactlyElementsOf(LOG.events().toList());
  }

  @Test
  void findsEventsByValue() {
    assertThat(LOG.where("browser", "Safari").orElseThrow().events())
        .containsExactly(SAFARI, SAFARI_AGAIN, LATER);
    assertThat(LOG.where("os", "macOS").orElseThrow().customers()).containsExactly(A);
    assertThat(LOG.where("browser", "Opera")).isEmpty();
    assertThat(LOG.where("plan", "pro")).isEmpty();
  }

  @Test
  void splitsEventsByValue() {
    SortedMap<String, EventLog> parts = LOG.split("browser");
    assertThat(parts.keySet()).containsExactly(Segmentation.UNASSIGNED, "Firefox", "Safari");
    assertThat(part(parts, "Safari").events()).containsExactly(SAFARI, SAFARI_AGAIN, LATER);
    assertThat(part(parts, "Safari").observationEndExclusive()).isEqualTo(END);
    assertThat(part(parts, Segmentation.UNASSIGNED).events()).containsExactly(BARE);
    assertThat(part(LOG.split("plan"), Segmentation.UNASSIGNED).size()).isEqualTo(5);
    Event called = visit(B, 8, Segmentation.UNASSIGNED);
    assertThat(
            part(EventLog.of(List.of(BARE, called), END).split("browser"), "(unassigned)").events())
        .containsExactly(called, BARE);
  }

  private static EventLog part(SortedMap<String, EventLog> parts, String value) {
    return requireNonNull(parts.get(value), value);
  }

  @Test
  void dividesCustomersByTheirFirstOrLastEvent() {
    assertThat(LOG.segmentation("browser", AttributeValue.AT_START))
        .isEqualTo(new Segmentation("browser", Map.of(A, "Firefox")));
    assertThat(LOG.segmentation("browser", AttributeValue.LATEST))
        .isEqualTo(new Segmentation("browser", Map.of(A, "Safari", B, "Safari")));
    EventLog sameDay = EventLog.of(List.of(visit(A, 9, "Opera"), FIREFOX), END);
    assertThat(sameDay.segmentation("browser", AttributeValue.AT_START).segmentOf(A))
        .isEqualTo("Opera");
    assertThat(sameDay.segmentation("browser", AttributeValue.LATEST).segmentOf(A))
        .isEqualTo("Firefox");
    assertThat(LOG.segmentation("plan", AttributeValue.LATEST).segments()).isEmpty();
  }

  @Test
  void keepsWhatIsKnownOfCustomers() {
    Segmentation plans = new Segmentation("plan", Map.of(A, "pro", B, "basic"));
    EventLog log = LOG.withCustomerAttribute(plans);
    assertThat(LOG.customerAttribute("plan")).isEmpty();
    assertThat(log.customerAttribute("plan")).contains(plans);
    assertThat(log.customerAttribute("region")).isEmpty();
    assertThat(log.where("browser", "Firefox").orElseThrow().customerAttribute("plan"))
        .contains(plans);
    assertThat(log.filter(event -> true).orElseThrow().customerAttribute("plan")).contains(plans);
    assertThat(part(log.split("browser"), "Safari").customerAttribute("plan")).contains(plans);
    Segmentation newer = new Segmentation("plan", Map.of(A, "basic"));
    assertThat(log.withCustomerAttribute(newer).customerAttribute("plan")).contains(newer);
  }

  @Test
  void mergesWhatIsKnownOfCustomers() {
    EventLog one = LOG.withCustomerAttribute(new Segmentation("plan", Map.of(A, "pro")));
    EventLog two =
        LOG.withCustomerAttribute(new Segmentation("plan", Map.of(A, "pro", B, "basic")));
    EventLog three = LOG.withCustomerAttribute(new Segmentation("region", Map.of(B, "north")));
    EventLog merged = EventLog.merged(List.of(one, two, three));
    assertThat(merged.customerAttribute("plan"))
        .contains(new Segmentation("plan", Map.of(A, "pro", B, "basic")));
    assertThat(merged.customerAttribute("region").orElseThrow().segmentOf(B)).isEqualTo("north");
    EventLog other = LOG.withCustomerAttribute(new Segmentation("plan", Map.of(A, "basic")));
    assertThatThrownBy(() -> EventLog.merged(List.of(two, other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("plan (basic) of customer a must be that of the parts before (pro)");
  }

  @Test
  void namesABlankText() {
    assertThatThrownBy(() -> BARE.withAttribute(" ", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name of an attribute ( ) of an event of customer b must not be blank");
    assertThatThrownBy(() -> BARE.withAttribute("browser", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("browser () of an event of customer b must not be blank");
  }

  @Test
  void readsColumnsOfADatabase() throws SQLException {
    EventCollector collector = EventCollector.until(END, FaultPolicy.COLLECT);
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select * from (values ('a', date '2024-03-23', 'Firefox', null),"
                    + " ('a', date '2024-03-30', 'Safari', 'macOS'),"
                    + " ('b', date '2024-03-30', ' ', null))")) {
      JdbcEvents.onDays("c1", "c2")
          .withAttribute("browser", "c3")
          .withAttribute("os", "c4")
          .read(rows, collector);
    }
    assertThat(collector.toLog().events()).containsExactly(FIREFOX, SAFARI_AGAIN);
    assertThat(collector.rejections())
        .containsExactly(
            new Rejection(3, "row 3: browser ( ) of an event of customer b must not be blank"));
  }

  @Provide
  Arbitrary<List<Event>> events() {
    return Combinators.combine(
            RetentionArbitraries.customers(6),
            RetentionArbitraries.dates(DAYS),
            Arbitraries.of("x", "y", "z").optional(0.7),
            Arbitraries.of("order", "visit").optional())
        .as(
            (customer, date, value, kind) -> {
              Event event = Event.of(customer, date);
              Event ofKind = kind.map(event::withKind).orElse(event);
              return value.map(it -> ofKind.withAttribute("letter", it)).orElse(ofKind);
            })
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Property
  void partsSumToTheWhole(@ForAll("events") List<Event> events) {
    EventLog log = EventLog.of(events, END);
    SortedMap<String, EventLog> parts = log.split("letter");
    assertThat(EventLog.merged(List.copyOf(parts.values())).events())
        .containsExactlyInAnyOrderElementsOf(events);
    parts.forEach(
        (value, part) ->
            assertThat(part.events())
                .allMatch(
                    event ->
                        event
                            .attributes()
                            .getOrDefault("letter", Segmentation.UNASSIGNED)
                            .equals(value)));
  }

  @Property
  void columnsFindWhatEventsSay(@ForAll("events") List<Event> events) {
    EventLog log = EventLog.of(events, END);
    assertSame(
        log.ofKind("order"), log.filter(event -> event.kind().filter("order"::equals).isPresent()));
    assertSame(
        log.where("letter", "y"),
        log.filter(event -> "y".equals(event.attributes().get("letter"))));
  }

  private static void assertSame(Optional<EventLog> found, Optional<EventLog> expected) {
    assertThat(found.map(log -> log.events().toList()))
        .isEqualTo(expected.map(log -> log.events().toList()));
    assertThat(found.map(EventLog::customers)).isEqualTo(expected.map(EventLog::customers));
  }

  @Property
  void segmentationsAgreeWithTheEvents(@ForAll("events") List<Event> events) {
    EventLog log = EventLog.of(events, END);
    Map<CustomerId, String> first = new TreeMap<>();
    Map<CustomerId, String> last = new TreeMap<>();
    log.events()
        .forEach(
            event -> {
              String value = event.attributes().getOrDefault("letter", Segmentation.UNASSIGNED);
              first.putIfAbsent(event.customer(), value);
              last.put(event.customer(), value);
            });
    log.customers()
        .forEach(
            customer -> {
              assertThat(log.segmentation("letter", AttributeValue.AT_START).segmentOf(customer))
                  .isEqualTo(first.get(customer));
              assertThat(log.segmentation("letter", AttributeValue.LATEST).segmentOf(customer))
                  .isEqualTo(last.get(customer));
            });
  }
}
