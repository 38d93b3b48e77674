package io.github.retention4j.concentration;

import java.util.Locale;

/**
 * Where the 80/20 rule holds with other numbers: the largest customers, a share p of all, make 1 -
 * p of the total. Equal amounts give 50/50.
 *
 * @param shareOfCustomers p, over 0 and at most 0.5
 */
public record ParetoPoint(double shareOfCustomers) {

  /**
   * Checks the share.
   *
   * @param shareOfCustomers p
   * @throws IllegalArgumentException if not over 0 and at most 0.5
   */
  public ParetoPoint {
    if (!(shareOfCustomers > 0 && shareOfCustomers <= 0.5)) {
      throw new IllegalArgumentException(
          "shareOfCustomers (" + shareOfCustomers + ") must be over 0 and at most 0.5");
    }
  }

  /**
   * Returns what they make.
   *
   * @return 1 - p
   */
  public double shareOfTotal() {
    return 1 - shareOfCustomers;
  }

  /**
   * Returns both in per cent.
   *
   * @return for example {@code 80.0/20.0}
   */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f/%.1f", 100 * shareOfTotal(), 100 * shareOfCustomers);
  }
}
