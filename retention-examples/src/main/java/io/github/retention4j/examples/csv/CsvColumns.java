package io.github.retention4j.examples.csv;

import java.util.Optional;

/**
 * Which columns of a file say what, by the names in its header.
 *
 * @param customer who
 * @param time when
 * @param amount what was paid; empty to leave money out
 * @param currency the code of ISO 4217 of each amount; empty where the file has one currency only
 */
public record CsvColumns(
    String customer, String time, Optional<String> amount, Optional<String> currency) {

  /**
   * Checks that the columns go together.
   *
   * @param customer who
   * @param time when
   * @param amount what was paid
   * @param currency in which currency
   * @throws IllegalArgumentException if a name is blank or customer and time are one column, or
   *     there is a currency but no amount
   */
  public CsvColumns {
    requireName("customer", customer);
    requireName("time", time);
    amount.ifPresent(name -> requireName("amount", name));
    currency.ifPresent(name -> requireName("currency", name));
    if (customer.equals(time)) {
      throw new IllegalArgumentException(
          "time column (" + time + ") must be another than the customer column");
    }
    if (currency.isPresent() && amount.isEmpty()) {
      throw new IllegalArgumentException(
          "currency column (" + currency.get() + ") must come with an amount column");
    }
  }

  /**
   * Returns columns without money.
   *
   * @param customer who
   * @param time when
   * @return the columns
   * @throws IllegalArgumentException if a name is blank or both are one
   */
  public static CsvColumns of(String customer, String time) {
    return new CsvColumns(customer, time, Optional.empty(), Optional.empty());
  }

  /**
   * Adds what was paid.
   *
   * @param name the column of the amounts
   * @return columns with amounts
   * @throws IllegalArgumentException if the name is blank
   */
  public CsvColumns withAmount(String name) {
    return new CsvColumns(customer, time, Optional.of(name), currency);
  }

  /**
   * Adds the currency of each amount.
   *
   * @param name the column of the codes
   * @return columns with currencies
   * @throws IllegalArgumentException if the name is blank or there is no amount
   */
  public CsvColumns withCurrency(String name) {
    return new CsvColumns(customer, time, amount, Optional.of(name));
  }

  private static void requireName(String what, String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(what + " column (" + name + ") must not be blank");
    }
  }
}
