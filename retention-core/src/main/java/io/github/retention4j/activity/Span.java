package io.github.retention4j.activity;

/**
 * The first and the last active period of a customer as a word: the first above, counted back from
 * the largest {@code int}, and below the last plus one. So both only grow, from the 0 of no span.
 */
final class Span {

  private static final int MOST = Integer.MAX_VALUE;

  private Span() {}

  /** Returns a span that also holds a period. */
  static long extended(long span, int period) {
    long first = Math.max(span >>> Integer.SIZE, MOST - period);
    long last = Math.max((int) span, period + 1);
    return first << Integer.SIZE | last;
  }

  static int first(long span) {
    return MOST - (int) (span >>> Integer.SIZE);
  }

  static int last(long span) {
    return (int) span - 1;
  }
}
