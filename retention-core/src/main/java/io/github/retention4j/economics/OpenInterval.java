package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A confidence interval of which an end may be open: where a rate of 1 cannot be ruled out, an
 * undiscounted endless life has no upper limit of value, and this says so.
 *
 * @param lower the lower end; empty when nothing bounds the values from below
 * @param upper the upper end, not below the lower; empty when nothing bounds them from above
 * @param level the chance with which such intervals hold the true value, in (0, 1)
 * @param method how the interval was made
 */
public record OpenInterval(
    OptionalDouble lower, OptionalDouble upper, double level, String method) {

  /**
   * Checks the ends.
   *
   * @param lower the lower end
   * @param upper the upper end
   * @param level the confidence level
   * @param method how the interval was made
   * @throws IllegalArgumentException if an end is not finite, the lower is above the upper, or the
   *     level is not between 0 and 1
   */
  public OpenInterval {
    requireNonNull(method, "method");
    Checks.level(level);
    Checks.finite("lower", lower);
    Checks.finite("upper", upper);
    if (lower.isPresent() && upper.isPresent() && !(lower.getAsDouble() <= upper.getAsDouble())) {
      throw new IllegalArgumentException(
          "lower ("
              + lower.getAsDouble()
              + ") must not be above upper ("
              + upper.getAsDouble()
              + ")");
    }
  }

  /** An infinite end is open. */
  static OpenInterval between(double lower, double upper, double level, String method) {
    return new OpenInterval(bound(lower), bound(upper), level, method);
  }

  private static OptionalDouble bound(double end) {
    return Double.isInfinite(end) ? OptionalDouble.empty() : OptionalDouble.of(end);
  }

  /**
   * Tells whether a value lies in the interval, ends included.
   *
   * @param value any number
   * @return true if no end shuts it out
   */
  public boolean contains(double value) {
    return lower.orElse(Double.NEGATIVE_INFINITY) <= value
        && value <= upper.orElse(Double.POSITIVE_INFINITY);
  }

  /**
   * Returns the ends, the level and the method.
   *
   * @return for example {@code [213.53, unbounded] 95 % Wilson}
   */
  @Override
  public String toString() {
    return "["
        + words(lower)
        + ", "
        + words(upper)
        + "] "
        + ConfidenceInterval.words(level, method);
  }

  private static String words(OptionalDouble end) {
    return end.isPresent() ? String.format(Locale.ROOT, "%.6g", end.getAsDouble()) : "unbounded";
  }
}
