package io.github.retention4j.internal.numeric;

import java.math.BigInteger;

/**
 * Exact sums of longs and of their squares, many side by side, each of 128 bits: a sum of longs
 * never overflows. Mutable, not thread-safe.
 */
public final class WideSums {

  private final long[] high;
  private final long[] low;

  /**
   * Starts all sums at zero.
   *
   * @param size how many sums
   */
  public WideSums(int size) {
    this.high = new long[size];
    this.low = new long[size];
  }

  /**
   * Adds a number.
   *
   * @param sum which sum
   * @param term any number
   */
  public void add(int sum, long term) {
    add(sum, term >> (Long.SIZE - 1), term);
  }

  /**
   * Adds the difference of two squares.
   *
   * @param sum which sum
   * @param to the root of the square to add
   * @param from the root of the square to take off
   * @throws ArithmeticException if the sum is not in [-2^127, 2^127)
   */
  public void addSquares(int sum, long to, long from) {
    long square = from * from;
    long borrow = square == 0 ? 0 : 1;
    add(sum, Math.multiplyHigh(to, to), to * to);
    add(sum, -Math.multiplyHigh(from, from) - borrow, -square);
  }

  /**
   * Adds other sums, each to the one of the same number.
   *
   * @param others as many as here, or fewer
   * @throws ArithmeticException if a sum is not in [-2^127, 2^127)
   */
  public void addAll(WideSums others) {
    for (int sum = 0; sum < others.high.length; sum++) {
      add(sum, others.high[sum], others.low[sum]);
    }
  }

  private void add(int sum, long termHigh, long termLow) {
    long before = low[sum];
    low[sum] = before + termLow;
    long carry = Long.compareUnsigned(low[sum], before) < 0 ? 1 : 0;
    high[sum] = Math.addExact(high[sum], termHigh + carry);
  }

  /**
   * Adds to each sum all those before it.
   *
   * @throws ArithmeticException if a sum is not in [-2^127, 2^127)
   */
  public void accumulate() {
    for (int sum = 1; sum < high.length; sum++) {
      add(sum, high[sum - 1], low[sum - 1]);
    }
  }

  /**
   * Returns a sum.
   *
   * @param sum which
   * @return its exact value
   */
  public BigInteger get(int sum) {
    BigInteger upper = BigInteger.valueOf(high[sum]).shiftLeft(Long.SIZE);
    return upper.add(new BigInteger(Long.toUnsignedString(low[sum])));
  }
}
