package io.github.retention4j.purchase;

import io.github.retention4j.time.TimeScale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the customers of a sample did after the end of calibration: what forecasts are held against.
 * Immutable.
 */
public final class PurchaseHoldout {

  private final Durations length;
  private final int[] purchases;
  private final double @Nullable [] spend;

  PurchaseHoldout(Durations length, int[] purchases, double @Nullable [] spend) {
    this.length = length;
    this.purchases = purchases;
    this.spend = spend;
  }

  /**
   * Returns the length of the holdout, which starts at the end of calibration.
   *
   * @param unit the unit of time
   * @return over 0, in that unit
   */
  public double length(TimeScale unit) {
    return length.in(unit, 0);
  }

  /**
   * Returns the purchases of a customer in the holdout.
   *
   * @param row the row of the customer in the sample, from 0
   * @return 0 or more
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int purchases(int row) {
    return purchases[row];
  }

  /**
   * Returns the purchases of all customers in the holdout.
   *
   * @return 0 or more
   */
  public long purchases() {
    return IntStream.of(purchases).asLongStream().sum();
  }

  /**
   * Returns what a customer spent in the holdout.
   *
   * @param row the row of the customer in the sample, from 0
   * @return the sum in units of the currency of the sample, 0 or more; empty if no amounts are
   *     known
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public OptionalDouble spend(int row) {
    Objects.checkIndex(row, purchases.length);
    return spend == null ? OptionalDouble.empty() : OptionalDouble.of(spend[row]);
  }
}
