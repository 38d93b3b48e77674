package io.github.retention4j.economics;

import java.util.OptionalDouble;

/**
 * A stretch of rates, both ends included.
 *
 * @param lower the lower end, as a fraction
 * @param upper the upper end, not below the lower; empty where there is none
 */
public record RateRange(double lower, OptionalDouble upper) {

  /**
   * Checks the ends.
   *
   * @param lower the lower end
   * @param upper the upper end
   * @throws IllegalArgumentException if an end is not finite or the lower above the upper
   */
  public RateRange {
    Checks.finite("lower", lower);
    Checks.finite("upper", upper);
    if (upper.isPresent() && !(lower <= upper.getAsDouble())) {
      throw new IllegalArgumentException(
          "lower (" + lower + ") must not be above upper (" + upper.getAsDouble() + ")");
    }
  }

  static RateRange of(double lower, double upper) {
    return new RateRange(lower, OptionalDouble.of(upper));
  }

  /**
   * Tells whether a rate lies in the stretch, ends included.
   *
   * @param rate any number
   * @return true if it is neither below nor above
   */
  public boolean contains(double rate) {
    return rate >= lower && rate <= upper.orElse(Double.POSITIVE_INFINITY);
  }

  /**
   * Returns both ends in per cent.
   *
   * @return for example {@code 75.0 % to 89.7 %}, or {@code 12.5 % and more}
   */
  @Override
  public String toString() {
    return Texts.percent(lower)
        + (upper.isPresent() ? " to " + Texts.percent(upper.getAsDouble()) : " and more");
  }
}
