package io.github.retention4j.money;

import java.io.Serial;
import java.util.Currency;

/** Thrown where amounts of two currencies meet; nothing in this library converts between them. */
public final class CurrencyMismatchException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  /** The currency that the operation works in. */
  private final Currency expected;

  /** The currency that was met instead. */
  private final Currency actual;

  /**
   * Creates the exception.
   *
   * @param expected the currency that the operation works in
   * @param actual the currency that was met instead
   */
  public CurrencyMismatchException(Currency expected, Currency actual) {
    this(expected, actual, "currency");
  }

  /**
   * Creates the exception.
   *
   * @param expected the currency that the operation works in
   * @param actual the currency that was met instead
   * @param where what has it, such as {@code amount of customer 17 on 2024-01-31}
   */
  public CurrencyMismatchException(Currency expected, Currency actual, String where) {
    super(where + " (" + actual + ") must be " + expected + ": currencies are never mixed");
    this.expected = expected;
    this.actual = actual;
  }

  /**
   * Returns the currency that the operation works in.
   *
   * @return the currency that the operation works in
   */
  public Currency expected() {
    return expected;
  }

  /**
   * Returns the currency that was met instead.
   *
   * @return the currency that was met instead
   */
  public Currency actual() {
    return actual;
  }

  static void check(Currency expected, Currency actual) {
    if (!expected.equals(actual)) {
      throw new CurrencyMismatchException(expected, actual);
    }
  }
}
