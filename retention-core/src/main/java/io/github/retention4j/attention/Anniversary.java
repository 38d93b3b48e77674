package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import java.time.LocalDate;

/**
 * A customer's anniversary.
 *
 * @param customer who
 * @param start since when it is a customer
 * @param date the anniversary, after the start
 * @param months after how many months, at least 1
 */
public record Anniversary(CustomerId customer, LocalDate start, LocalDate date, long months) {

  /**
   * Checks the order.
   *
   * @param customer who
   * @param start since when it is a customer
   * @param date the anniversary
   * @param months after how many months
   * @throws IllegalArgumentException if the date is not after the start, or months under 1
   */
  public Anniversary {
    requireNonNull(customer, "customer");
    if (!date.isAfter(start)) {
      throw new IllegalArgumentException("date (" + date + ") must be after start (" + start + ")");
    }
    if (months < 1) {
      throw new IllegalArgumentException("months (" + months + ") must be at least 1");
    }
  }

  /**
   * Returns after what time the anniversary is.
   *
   * @return for example {@code 3 years}, {@code 1 year} or {@code 18 months}
   */
  public String after() {
    boolean years = months % 12 == 0;
    long count = years ? months / 12 : months;
    return count + (years ? " year" : " month") + (count == 1 ? "" : "s");
  }

  /**
   * Returns the anniversary.
   *
   * @return for example {@code 2025-03-01 17: 3 years, since 2022-03-01}
   */
  @Override
  public String toString() {
    return date + " " + customer + ": " + after() + ", since " + start;
  }
}
