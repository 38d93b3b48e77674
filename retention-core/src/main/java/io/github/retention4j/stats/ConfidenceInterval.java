package io.github.retention4j.stats;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.DoubleUnaryOperator;

/**
 * The values that the data do not speak against: were the study done again and again, intervals
 * made by the same method would hold the true value in about a share {@code level} of them.
 *
 * <p>Limits have the unit of what was estimated. Both belong to the interval.
 *
 * @param lower the lower limit, finite
 * @param upper the upper limit, finite, not below {@code lower}
 * @param level the confidence level, over 0 and under 1, such as 0.95
 * @param method the name of the method, such as Wilson
 */
public record ConfidenceInterval(double lower, double upper, double level, String method) {

  /** How many digits past the leading digit of its width an interval is shown with. */
  private static final int DIGITS_PAST_WIDTH = 3;

  /**
   * Checks the limits, and makes a negative zero a plain one so that equal intervals are equal.
   *
   * @param lower the lower limit
   * @param upper the upper limit
   * @param level the confidence level
   * @param method the name of the method
   * @throws IllegalArgumentException if a limit is not finite, the limits are swapped, the level is
   *     not between 0 and 1 or the method is blank
   */
  public ConfidenceInterval {
    requireFinite("lower", lower);
    requireFinite("upper", upper);
    if (lower > upper) {
      throw new IllegalArgumentException(
          "lower (" + lower + ") must not be above upper (" + upper + ")");
    }
    Checks.level(level);
    Checks.name("method", requireNonNull(method, "method"));
    lower += 0.0;
    upper += 0.0;
  }

  private static void requireFinite(String name, double limit) {
    if (!Double.isFinite(limit)) {
      throw new IllegalArgumentException(name + " (" + limit + ") must be finite");
    }
  }

  /**
   * Tells whether a value lies within the limits.
   *
   * @param value any number
   * @return true from {@code lower} to {@code upper}, both included
   */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  /**
   * Returns the distance between the limits.
   *
   * @return upper - lower, zero or more
   */
  public double width() {
    return upper - lower;
  }

  /**
   * Carries the interval over to a function of the estimate, for example from a monthly rate to a
   * yearly one. The level still holds, because the function keeps the order of values or turns it
   * round.
   *
   * @param monotone a function that only rises or only falls between the limits; this is not
   *     checked
   * @return the interval between the images of the limits, same level and method
   * @throws IllegalArgumentException if an image is not finite
   */
  public ConfidenceInterval map(DoubleUnaryOperator monotone) {
    double first = monotone.applyAsDouble(lower);
    double second = monotone.applyAsDouble(upper);
    return first <= second
        ? new ConfidenceInterval(first, second, level, method)
        : new ConfidenceInterval(second, first, level, method);
  }

  /**
   * Returns limits, level and method, with digits enough to tell the limits apart.
   *
   * @return for example {@code [0.7222, 0.8749] 95 % Wilson}
   */
  @Override
  public String toString() {
    return "[" + rounded(lower) + ", " + rounded(upper) + "] " + words(level, method);
  }

  /**
   * Returns a level and a method in words, for any interval to end its own with.
   *
   * @param level the confidence level, over 0 and under 1
   * @param method the method
   * @return for example {@code 95 % Wilson}
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public static String words(double level, String method) {
    BigDecimal percent =
        BigDecimal.valueOf(Checks.level(level)).movePointRight(2).stripTrailingZeros();
    return percent.toPlainString() + " % " + method;
  }

  private String rounded(double limit) {
    BigDecimal exact = BigDecimal.valueOf(limit);
    if (width() == 0) {
      return exact.toPlainString();
    }
    int magnitude = (int) Math.floor(Math.log10(width()));
    return exact
        .setScale(Math.max(0, DIGITS_PAST_WIDTH - magnitude), RoundingMode.HALF_EVEN)
        .toPlainString();
  }
}
