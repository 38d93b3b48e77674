package io.github.retention4j.attention;

import java.util.Locale;

/**
 * The time from one purchase of a customer to the next, in days: a median, and the range in which a
 * central share of its gaps is expected to lie.
 *
 * @param lower the lower end
 * @param median the median
 * @param upper the upper end
 */
public record UsualGap(double lower, double median, double upper) {

  /** Longer than any calendar, and short enough to be added to a date. */
  private static final double MOST_DAYS = 1e8;

  /**
   * Checks the order.
   *
   * @param lower the lower end
   * @param median the median
   * @param upper the upper end
   * @throws IllegalArgumentException if the three are not in order, from 0 to 1e8
   */
  public UsualGap {
    if (!(lower >= 0 && lower <= median && median <= upper && upper <= MOST_DAYS)) {
      throw new IllegalArgumentException(
          "gap (" + lower + ", " + median + ", " + upper + ") must be 0 to 1e8, and rise");
    }
    lower += 0.0;
    median += 0.0;
  }

  /**
   * Returns the median and the range.
   *
   * @return for example {@code 60.0 days (58.0 to 75.0)}
   */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f days (%.1f to %.1f)", median, lower, upper);
  }
}
