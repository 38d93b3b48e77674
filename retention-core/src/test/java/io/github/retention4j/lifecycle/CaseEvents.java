package io.github.retention4j.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A reference case of a peer that takes instants and properties: its filters are applied here, and
 * its instants become days of its zone, as at the door of a business.
 */
record CaseEvents(JsonNode node) {

  String id() {
    return node.get("id").asText();
  }

  private JsonNode settings() {
    return node.get("settings");
  }

  LocalDate day(String instant) {
    return BusinessZone.of(settings().get("zone").asText()).dateOf(Instant.parse(instant));
  }

  /** The periods to report. */
  PeriodAxis window() {
    LocalDate first = LocalDate.parse(settings().get("first_period").asText().substring(0, 10));
    int periods = settings().get("periods").asInt();
    return axis(DateRange.ofDays(first, isWeekly() ? 7 * periods : periods));
  }

  PeriodAxis axis(DateRange days) {
    return isWeekly()
        ? PeriodAxis.weeks(days, DayOfWeek.valueOf(settings().get("week_start").asText()))
        : PeriodAxis.days(days);
  }

  private boolean isWeekly() {
    return settings().get("period").asText().equals("week");
  }

  /** The first day of the window or of the events, whichever is earlier. */
  LocalDate firstDay() {
    return events().stream()
        .map(Event::date)
        .reduce(window().range().start(), (a, b) -> a.isBefore(b) ? a : b);
  }

  EventLog log(LocalDate endExclusive) {
    return EventLog.of(
        events().stream().filter(event -> event.date().isBefore(endExclusive)), endExclusive);
  }

  List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (JsonNode event : node.get("events")) {
      if (isWanted(event)) {
        events.add(Event.of(entity(event), day(event.get(2).asText())));
      }
    }
    return events;
  }

  private boolean isWanted(JsonNode event) {
    JsonNode kind = settings().path("event").path("event");
    return (kind.isMissingNode() || kind.asText().equals(event.get(1).asText()))
        && !texts(settings().path("filter").path("person_not_in")).contains(event.get(0).asText());
  }

  private CustomerId entity(JsonNode event) {
    JsonNode property = settings().get("entity_property");
    return CustomerId.of(
        property == null ? event.get(0).asText() : event.get(3).get(property.asText()).asText());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  static List<Long> longs(JsonNode array) {
    List<Long> longs = new ArrayList<>();
    array.forEach(number -> longs.add(number.asLong()));
    return longs;
  }
}
