package io.github.retention4j.purchase;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A customer that was drawn: when it bought again, when it left, and what it paid. Times run from
 * its first purchase. Immutable.
 */
public final class SimulatedCustomer {

  private final double[] times;
  private final double leavesAt;
  private final double[] amounts;

  private SimulatedCustomer(double[] times, double leavesAt, double[] amounts) {
    this.times = times;
    this.leavesAt = leavesAt;
    this.amounts = amounts;
  }

  /**
   * Returns a customer who leaves for good. The array is copied.
   *
   * @param purchaseTimes when it bought again, over 0, each after the one before
   * @param leavesAt when it leaves, not before its last purchase; infinite if never
   * @return the customer
   * @throws IllegalArgumentException if a time is not after the one before and finite, or it leaves
   *     before the last of them
   */
  public static SimulatedCustomer of(double[] purchaseTimes, double leavesAt) {
    double[] times = purchaseTimes.clone();
    double before = 0;
    for (double time : times) {
      if (!(time > before) || Double.isInfinite(time)) {
        throw new IllegalArgumentException(
            "purchase time (" + time + ") must be finite and after " + before);
      }
      before = time;
    }
    if (!(leavesAt >= before)) {
      throw new IllegalArgumentException(
          "leavesAt (" + leavesAt + ") must not be before the last purchase (" + before + ")");
    }
    return new SimulatedCustomer(times, leavesAt, new double[0]);
  }

  /**
   * Returns a customer who never leaves. The array is copied.
   *
   * @param purchaseTimes when it bought again, over 0, each after the one before
   * @return the customer
   * @throws IllegalArgumentException if a time is not after the one before and finite
   */
  public static SimulatedCustomer ofLoyal(double[] purchaseTimes) {
    return of(purchaseTimes, Double.POSITIVE_INFINITY);
  }

  /**
   * Adds what was paid. The array is copied.
   *
   * @param newAmounts for the first and each repeat purchase its amount, 0 or more
   * @return the customer with amounts
   * @throws IllegalArgumentException if there is not one amount for each purchase, or an amount is
   *     negative, infinite or NaN
   */
  public SimulatedCustomer withAmounts(double[] newAmounts) {
    if (newAmounts.length != times.length + 1) {
      throw new IllegalArgumentException(
          "amounts ("
              + newAmounts.length
              + ") must be one for each of "
              + (times.length + 1)
              + " purchases");
    }
    for (double amount : newAmounts) {
      if (!(amount >= 0) || Double.isInfinite(amount)) {
        throw new IllegalArgumentException("amount (" + amount + ") must be finite and 0 or more");
      }
    }
    return new SimulatedCustomer(times, leavesAt, newAmounts.clone());
  }

  /**
   * Returns how often the customer bought again.
   *
   * @return 0 or more
   */
  public int purchases() {
    return times.length;
  }

  /**
   * Returns the time of a repeat purchase.
   *
   * @param purchase from 0
   * @return the time, over 0
   * @throws IndexOutOfBoundsException if there is no such purchase
   */
  public double purchaseTime(int purchase) {
    return times[purchase];
  }

  /**
   * Returns when the customer leaves for good.
   *
   * @return the time; empty if it never does
   */
  public OptionalDouble leavesAt() {
    return Double.isInfinite(leavesAt) ? OptionalDouble.empty() : OptionalDouble.of(leavesAt);
  }

  /**
   * Tells whether the customer has not left yet.
   *
   * @param time from the first purchase
   * @return true if it leaves later or never
   */
  public boolean isAliveAt(double time) {
    return leavesAt > time;
  }

  /**
   * Returns what the customer paid at its first purchase.
   *
   * @return the amount; empty if spend was not drawn
   */
  public OptionalDouble firstAmount() {
    return amounts.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(amounts[0]);
  }

  /**
   * Returns what the customer paid at a repeat purchase.
   *
   * @param purchase from 0
   * @return the amount; empty if spend was not drawn
   * @throws IndexOutOfBoundsException if there is no such purchase
   */
  public OptionalDouble amount(int purchase) {
    return amounts.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(amounts[purchase + 1]);
  }

  /** Returns how many repeat purchases come up to a time. */
  int purchasesUntil(double time) {
    int count = 0;
    while (count < times.length && times[count] <= time) {
      count++;
    }
    return count;
  }

  /** Returns what was paid for repeat purchases from one to before another. */
  double amounts(int from, int toExclusive) {
    return Arrays.stream(amounts, from + 1, toExclusive + 1).sum();
  }

  /**
   * Returns the customer in one line.
   *
   * @return its purchases and when it leaves
   */
  @Override
  public String toString() {
    return times.length
        + " repeat purchases, "
        + (Double.isInfinite(leavesAt) ? "never leaves" : "leaves at " + leavesAt);
  }
}
