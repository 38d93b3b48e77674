package io.github.retention4j.attention;

/** What the amounts given are, for the reader of the result; nothing is converted. */
public enum AmountMeaning {
  /** What customers paid. */
  REVENUE,
  /** What is left of it; may be negative. */
  MARGIN
}
