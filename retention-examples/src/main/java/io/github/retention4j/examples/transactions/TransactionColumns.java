package io.github.retention4j.examples.transactions;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns say what, by the names in the header of a file or in the head of a query.
 *
 * @param customer who
 * @param time when
 * @param amount what was paid; empty to leave money out
 * @param currency the code of ISO 4217 of each amount; empty where the file has one currency only
 */
public record TransactionColumns(
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
  public TransactionColumns {
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
  public static TransactionColumns of(String customer, String time) {
    return new TransactionColumns(customer, time, Optional.empty(), Optional.empty());
  }

  /**
   * Adds what was paid.
   *
   * @param name the column of the amounts
   * @return columns with amounts
   * @throws IllegalArgumentException if the name is blank
   */
  public TransactionColumns withAmount(String name) {
    return new TransactionColumns(customer, time, Optional.of(name), currency);
  }

  /**
   * Adds the currency of each amount.
   *
   * @param name the column of the codes
   * @return columns with currencies
   * @throws IllegalArgumentException if the name is blank or there is no amount
   */
  public TransactionColumns withCurrency(String name) {
    return new TransactionColumns(customer, time, amount, Optional.of(name));
  }

  /** The names of all columns that are read. */
  Set<String> names() {
    Set<String> names = new HashSet<>(Set.of(customer, time));
    amount.ifPresent(names::add);
    currency.ifPresent(names::add);
    return names;
  }

  private static void requireName(String what, String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(what + " column (" + name + ") must not be blank");
    }
  }
}
