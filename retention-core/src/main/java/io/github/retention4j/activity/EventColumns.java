package io.github.retention4j.activity;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Events as columns, in the order in which they came. Columns that no event uses are not there. */
final class EventColumns {

  private int[] day = new int[16];
  private long @Nullable [] second;
  private TextColumn kind = new TextColumn();
  private @Nullable AmountColumn amount;
  private final SortedMap<String, TextColumn> attributes = new TreeMap<>();
  private int size;

  int size() {
    return size;
  }

  @Nullable Currency currency() {
    return amount == null ? null : amount.currency();
  }

  @Nullable AmountColumn amounts() {
    return amount;
  }

  TextColumn kinds() {
    return kind;
  }

  /** Returns the values of an attribute, which no event may have. */
  TextColumn attribute(String name) {
    return attributes.getOrDefault(name, new TextColumn());
  }

  /** Tells whether events have instants: all of them or none. */
  boolean hasInstants() {
    return second != null;
  }

  /**
   * Checks that the amount of an event fits those before it.
   *
   * @throws IllegalArgumentException if it is of another currency or needs too many digits
   */
  void checkAmount(Event event, Money money) {
    (amount == null ? new AmountColumn(money.currency()) : amount).check(event, money);
  }

  /** Takes an event that fits those before it. */
  void add(Event event) {
    if (size == day.length) {
      grow(Math.addExact(size, size >> 1));
    }
    int at = size++;
    day[at] = (int) event.date().toEpochDay();
    event.instant().ifPresent(instant -> seconds()[at] = instant.getEpochSecond());
    event.kind().ifPresent(name -> kind.put(at, name));
    event.amount().ifPresent(money -> amounts(money.currency()).put(at, money));
    event.attributes().forEach((name, value) -> attributes(name).put(at, value));
  }

  /** Takes all events of other columns. */
  void append(EventColumns other) {
    if (size > 0 && hasInstants() != other.hasInstants()) {
      throw new IllegalArgumentException(
          "events with instants must not join events without: all have one or none has");
    }
    int before = size;
    int needed = Math.addExact(before, other.size);
    if (needed > day.length) {
      grow(Math.max(needed, before + (before >> 1)));
    }
    if (other.amount != null) {
      amounts(other.amount.currency()).append(before, other.amount, other.size);
    }
    kind.append(before, other.kind, other.size);
    other.attributes.forEach((name, values) -> attributes(name).append(before, values, other.size));
    System.arraycopy(other.day, 0, day, before, other.size);
    if (other.second != null) {
      System.arraycopy(other.second, 0, seconds(), before, other.size);
    }
    size += other.size;
  }

  private AmountColumn amounts(Currency currency) {
    if (amount == null) {
      amount = new AmountColumn(currency);
    }
    return amount;
  }

  private TextColumn attributes(String name) {
    return attributes.computeIfAbsent(name, key -> new TextColumn());
  }

  private long[] seconds() {
    if (second == null) {
      second = new long[day.length];
    }
    return second;
  }

  private void grow(int capacity) {
    day = Arrays.copyOf(day, capacity);
    second = second == null ? null : Arrays.copyOf(second, capacity);
  }

  /** Returns columns of bare days, or of instants on days. */
  static EventColumns of(int[] days, long @Nullable [] seconds) {
    EventColumns columns = new EventColumns();
    columns.day = days;
    columns.second = seconds;
    columns.size = days.length;
    return columns;
  }

  int dayAt(int event) {
    return day[event];
  }

  /** Returns a number that orders events by time: seconds where they are known, days otherwise. */
  long timeAt(int event) {
    return second == null ? day[event] : second[event];
  }

  long secondAt(int event) {
    if (second == null) {
      throw new IllegalStateException("events have days only, no instants");
    }
    return second[event];
  }

  Event event(CustomerId customer, int event) {
    return new Event(
        customer,
        LocalDate.ofEpochDay(day[event]),
        second == null ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second[event])),
        kind.get(event),
        amount == null ? Optional.empty() : amount.get(event),
        attributesOf(event));
  }

  private SortedMap<String, String> attributesOf(int event) {
    if (attributes.isEmpty()) {
      return Collections.emptySortedMap();
    }
    SortedMap<String, String> values = new TreeMap<>();
    attributes.forEach(
        (name, column) -> column.get(event).ifPresent(value -> values.put(name, value)));
    return values;
  }

  /** Returns the events in another order, or some of them. */
  EventColumns reordered(int[] order) {
    EventColumns target = new EventColumns();
    target.size = order.length;
    target.day = new int[order.length];
    Arrays.setAll(target.day, i -> day[order[i]]);
    if (second != null) {
      long[] from = second;
      target.second = new long[order.length];
      Arrays.setAll(target.second, i -> from[order[i]]);
    }
    target.kind = kind.reordered(order);
    target.amount = amount == null ? null : amount.reordered(order);
    attributes.forEach((name, column) -> target.attributes.put(name, column.reordered(order)));
    return target;
  }
}
