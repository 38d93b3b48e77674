package io.github.retention4j.examples.transactions;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * How amounts are written. Neither form has grouping signs: in {@code 1.234} nobody can tell a
 * thousand from one and a bit.
 */
public enum DecimalSign {
  /** As in {@code 1234.50}. */
  POINT("\\.", "point", "1234.50"),
  /** As in {@code 1234,50}. */
  COMMA(",", "comma", "1234,50");

  private static final int MOST_DIGITS = 40;

  private final Pattern right;
  private final String words;
  private final String example;

  DecimalSign(String sign, String words, String example) {
    this.right = Pattern.compile("[+-]?([0-9]+(" + sign + "[0-9]*)?|" + sign + "[0-9]+)");
    this.words = words;
    this.example = example;
  }

  /**
   * Reads an amount.
   *
   * @param text the field
   * @return the exact number
   * @throws FieldException if it is no number, or one with the other sign
   */
  BigDecimal parse(String text) throws FieldException {
    if (text.length() <= MOST_DIGITS && right.matcher(text).matches()) {
      return new BigDecimal(text.replace(',', '.'));
    }
    if (text.length() <= MOST_DIGITS && other().right.matcher(text).matches()) {
      throw new FieldException(
          FaultKind.WRONG_DECIMAL_SIGN,
          "must have a decimal "
              + words
              + ", as in "
              + example
              + "; if the file is written with a "
              + other().words
              + ", choose "
              + other());
    }
    throw new FieldException(
        FaultKind.UNREADABLE_AMOUNT,
        "must be a number with a decimal "
            + words
            + ", as in "
            + example
            + ", without grouping or currency signs");
  }

  private DecimalSign other() {
    return this == POINT ? COMMA : POINT;
  }
}
