package io.github.retention4j.attention;

/** Which amount of a customer the monetary score goes by. */
public enum MonetaryMeasure {
  /** The sum. It grows with frequency, so that both scores often say the same. */
  TOTAL,
  /** The sum over the frequency, as frequency is counted. */
  AVERAGE
}
