package io.github.retention4j.activity;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events as columns, in the order in which they came. Columns that no event uses are not there. */
final class EventColumns {

  private static final int NONE = -1;

  private final List<String> kinds = new ArrayList<>();
  private final Map<String, Integer> kindOf = new HashMap<>();
  private int[] day = new int[16];
  private long @Nullable [] second;
  private int @Nullable [] kind;
  private @Nullable Money @Nullable [] amount;
  private @Nullable Currency currency;
  private int size;

  int size() {
    return size;
  }

  @Nullable Currency currency() {
    return currency;
  }

  /** Tells whether events have instants: all of them or none. */
  boolean hasInstants() {
    return second != null;
  }

  /** Takes an event that fits those before it. */
  void add(Event event) {
    if (size == day.length) {
      grow(Math.addExact(size, size >> 1));
    }
    int at = size++;
    day[at] = Math.toIntExact(event.date().toEpochDay());
    event.instant().ifPresent(instant -> seconds()[at] = instant.getEpochSecond());
    if (event.kind().isPresent() || kind != null) {
      kinds()[at] = event.kind().map(this::indexOfKind).orElse(NONE);
    }
    event.amount().ifPresent(money -> putAmount(at, money));
  }

  /** Takes all events of other columns. */
  void append(EventColumns other) {
    if (size > 0 && hasInstants() != other.hasInstants()) {
      throw new IllegalArgumentException(
          "events with instants must not join events without: all have one or none has");
    }
    if (currency != null && other.currency != null && !currency.equals(other.currency)) {
      throw new CurrencyMismatchException(currency, other.currency, "amounts of a part");
    }
    CustomerId anyone = CustomerId.of(0);
    for (int event = 0; event < other.size; event++) {
      add(other.event(anyone, event));
    }
  }

  private void putAmount(int at, Money money) {
    if (amount == null) {
      amount = new Money[day.length];
      currency = money.currency();
    }
    amount[at] = money;
  }

  private long[] seconds() {
    if (second == null) {
      second = new long[day.length];
    }
    return second;
  }

  private int[] kinds() {
    if (kind == null) {
      kind = new int[day.length];
      Arrays.fill(kind, NONE);
    }
    return kind;
  }

  private int indexOfKind(String name) {
    return kindOf.computeIfAbsent(
        name,
        key -> {
          kinds.add(key);
          return kinds.size() - 1;
        });
  }

  private void grow(int capacity) {
    day = Arrays.copyOf(day, capacity);
    second = second == null ? null : Arrays.copyOf(second, capacity);
    kind = kind == null ? null : Arrays.copyOf(kind, capacity);
    amount = amount == null ? null : Arrays.copyOf(amount, capacity);
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
        kind == null || kind[event] == NONE
            ? Optional.empty()
            : Optional.of(kinds.get(kind[event])),
        amount == null ? Optional.empty() : Optional.ofNullable(amount[event]));
  }

  /** Returns the events in another order, or some of them. */
  EventColumns reordered(int[] order) {
    EventColumns target = new EventColumns();
    target.kinds.addAll(kinds);
    target.kindOf.putAll(kindOf);
    target.currency = currency;
    target.size = order.length;
    target.day = new int[order.length];
    Arrays.setAll(target.day, i -> day[order[i]]);
    if (second != null) {
      long[] from = second;
      target.second = new long[order.length];
      Arrays.setAll(target.second, i -> from[order[i]]);
    }
    if (kind != null) {
      int[] from = kind;
      target.kind = new int[order.length];
      Arrays.setAll(target.kind, i -> from[order[i]]);
    }
    if (amount != null) {
      @Nullable Money[] from = amount;
      target.amount = new Money[order.length];
      Arrays.setAll(target.amount, i -> from[order[i]]);
    }
    return target;
  }
}
