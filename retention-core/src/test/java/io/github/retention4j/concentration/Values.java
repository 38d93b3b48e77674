package io.github.retention4j.concentration;

import io.github.retention4j.activity.CustomerAmounts;
import java.util.Currency;
import java.util.stream.LongStream;

/** Amounts of customers 1, 2, 3 and so on. */
final class Values {

  private Values() {}

  static CustomerAmounts dollars(long... dollars) {
    return CustomerAmounts.of(
        LongStream.rangeClosed(1, dollars.length).toArray(),
        Currency.getInstance("USD"),
        2,
        LongStream.of(dollars).map(units -> 100 * units).toArray());
  }
}
