package io.github.retention4j.segment;

/**
 * What becomes of a column of a regression that is the same for all customers, or that the columns
 * before it make up: the sample cannot tell its coefficient.
 */
public enum CollinearColumns {
  /** There is no fit; the message names the columns. */
  REFUSE,

  /** It is left out, and the fit names it. The other columns explain all that it could. */
  LEAVE_OUT
}
