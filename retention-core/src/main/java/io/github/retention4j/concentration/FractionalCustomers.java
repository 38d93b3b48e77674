package io.github.retention4j.concentration;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a share of customers is that is not a whole number of them, such as 20 % of 12. */
public enum FractionalCustomers {
  /** A part of the next customer: 2 customers and 0.4 of the third. Follows the Lorenz curve. */
  INTERPOLATED,
  /** Whole customers only, at most that share: 2 of 12. */
  ROUNDED_DOWN,
  /** Whole customers only, at least that share: 3 of 12. */
  ROUNDED_UP;

  BigDecimal customers(BigDecimal number) {
    return switch (this) {
      case INTERPOLATED -> number;
      case ROUNDED_DOWN -> number.setScale(0, RoundingMode.FLOOR);
      case ROUNDED_UP -> number.setScale(0, RoundingMode.CEILING);
    };
  }
}
