package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.EventRate;
import io.github.retention4j.stats.Proportion;

/**
 * How often customers complain, or how often money goes back, by a named denominator.
 *
 * <p>Example: 12 of 400 orders were refunded, {@code new IncidentRate(IncidentKind.REFUND,
 * IncidentDenominator.ORDERS, 12, 400)}; 0.03 with Wilson's 95 % interval 0.0172 to 0.0517.
 *
 * @param kind what went wrong
 * @param denominator of what the rate is one
 * @param count customers or orders with any, or the number of complaints or refunds
 * @param exposure customers, orders or customer-months
 */
public record IncidentRate(
    IncidentKind kind, IncidentDenominator denominator, long count, double exposure) {

  private static final double USUAL_LEVEL = 0.95;

  /**
   * Checks the numbers.
   *
   * @param kind what went wrong
   * @param denominator of what the rate is one
   * @param count customers or orders with any, or the number of complaints or refunds
   * @param exposure customers, orders or customer-months
   * @throws IllegalArgumentException if count is negative or exposure not over 0 and finite; for a
   *     share also if exposure is not whole or count exceeds it
   */
  public IncidentRate {
    requireNonNull(kind, "kind");
    requireNonNull(denominator, "denominator");
    Checks.count("count", count);
    if (!(exposure > 0 && exposure < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("exposure (" + exposure + ") must be over 0 and finite");
    }
    if (Double.isInfinite(count / exposure)) {
      throw new IllegalArgumentException(
          "exposure (" + exposure + ") must be larger: the rate exceeds a double");
    }
    if (denominator.isShare() && (exposure != Math.rint(exposure) || count > exposure)) {
      throw new IllegalArgumentException(
          Texts.format(
              "exposure (%s) must be whole and at least count (%s): a rate of %s is a share",
              exposure, count, denominator));
    }
  }

  /**
   * Returns the rate.
   *
   * @return count / exposure, 0 or more; at most 1 for a share
   */
  public double value() {
    return count / exposure;
  }

  /**
   * Returns the interval: Wilson's for a share, Garwood's for a number of events. The latter takes
   * complaints as independent of each other; where a few customers complain again and again it is
   * too narrow, and the share of customers tells more.
   *
   * @param level the confidence level, over 0 and under 1
   * @return the interval
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ConfidenceInterval interval(double level) {
    return denominator.isShare()
        ? new Proportion(count, (long) exposure).interval(level)
        : EventRate.of(count, exposure).interval(level);
  }

  /**
   * Returns the rate and its interval in a line.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    ConfidenceInterval interval = interval(USUAL_LEVEL);
    return Texts.format(
        "%s, %s: %d / %s = %.4f, %.4f to %.4f, %s\n",
        kind.title(),
        denominator.words(),
        count,
        denominator.isShare() ? String.valueOf((long) exposure) : String.valueOf(exposure),
        value(),
        interval.lower(),
        interval.upper(),
        ConfidenceInterval.words(interval.level(), interval.method()));
  }
}
