package io.github.retention4j.customer;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * The key by which a business knows a customer. Text and number are one name: {@code of(42)} equals
 * {@code of("42")}.
 *
 * @param value the key, not blank; compared to the letter
 */
public record CustomerId(String value) implements Comparable<CustomerId> {

  /**
   * Checks that there is a key.
   *
   * @param value the key
   * @throws IllegalArgumentException if it is blank
   */
  public CustomerId {
    requireNonNull(value, "customer");
    if (value.isBlank()) {
      throw new IllegalArgumentException("customer (" + value + ") must not be blank");
    }
  }

  /**
   * Returns a customer known by text.
   *
   * @param value the key, not blank
   * @return the customer
   * @throws IllegalArgumentException if it is blank
   */
  public static CustomerId of(String value) {
    return new CustomerId(value);
  }

  /**
   * Returns a customer known by a number.
   *
   * @param value the number
   * @return the customer whose key is the number in decimal digits
   */
  public static CustomerId of(long value) {
    return new CustomerId(Long.toString(value));
  }

  /**
   * Returns the number that the key is.
   *
   * @return the number, if the key is written as {@link #of(long)} writes it; empty for another,
   *     such as {@code 007}
   */
  public OptionalLong number() {
    try {
      long number = Long.parseLong(value);
      return Long.toString(number).equals(value) ? OptionalLong.of(number) : OptionalLong.empty();
    } catch (NumberFormatException notANumber) {
      return OptionalLong.empty();
    }
  }

  /**
   * Orders keys as text, by UTF-16 code unit: {@code 10} comes before {@code 9}.
   *
   * @param other another customer
   * @return negative, zero or positive
   */
  @Override
  public int compareTo(CustomerId other) {
    return value.compareTo(other.value);
  }

  /**
   * Returns the key itself.
   *
   * @return the key
   */
  @Override
  public String toString() {
    return value;
  }
}
