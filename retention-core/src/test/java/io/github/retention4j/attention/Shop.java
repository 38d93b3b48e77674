package io.github.retention4j.attention;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Purchases on days counted from 0. */
final class Shop {

  static final LocalDate DAY_0 = LocalDate.of(2023, 12, 20);
  private static final int OBSERVED_DAYS = 1000;

  private final List<Event> events = new ArrayList<>();

  static LocalDate day(int number) {
    return DAY_0.plusDays(number);
  }

  /** Purchases without amounts. */
  Shop bought(String customer, int... days) {
    for (int number : days) {
      events.add(Event.of(CustomerId.of(customer), day(number)));
    }
    return this;
  }

  /** Purchases of one product without amounts. */
  Shop bought(String customer, Product product, int... days) {
    for (int number : days) {
      events.add(
          Event.of(CustomerId.of(customer), day(number))
              .withKind(product.name())
              .withAttribute("category", product == Product.CUP ? "things" : "drinks"));
    }
    return this;
  }

  /** Purchases of some dollars each. */
  Shop paid(String customer, long dollars, int... days) {
    for (int number : days) {
      events.add(Event.of(CustomerId.of(customer), day(number), Money.of("USD", dollars)));
    }
    return this;
  }

  EventLog log() {
    return EventLog.of(events, day(OBSERVED_DAYS));
  }

  /** What is sold. */
  enum Product {
    COFFEE,
    TEA,
    CUP
  }
}
