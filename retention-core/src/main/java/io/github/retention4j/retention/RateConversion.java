package io.github.retention4j.retention;

import io.github.retention4j.time.Granularity;

/**
 * Conversion of rates between lengths of period, by compounding only.
 *
 * <p>Dividing a yearly rate by twelve is wrong: 12 % churn a year is 1.06 % a month, not 1 %, since
 * each month takes its share of fewer customers. Compounding in turn holds only if the rate is the
 * same in every period and all customers leave alike. In most businesses the newest leave first, so
 * that a rate of one month, compounded, understates how many stay a year.
 */
public final class RateConversion {

  private RateConversion() {}

  /**
   * Converts a retention rate.
   *
   * <pre>{@code r_to = r_from^k, k = length of "to" in units of "from"}</pre>
   *
   * <p>Example: 0.95 a quarter is 0.95^4 = 0.8145 a year.
   *
   * @param rate the share retained over one period, in [0, 1]
   * @param from the length of that period
   * @param to the length to convert to
   * @return the share retained over one period of that length, in [0, 1]
   * @throws IllegalArgumentException if the rate is no share, or the lengths have no exact ratio
   */
  public static double retention(double rate, Granularity from, Granularity to) {
    return Math.pow(requireShare("rate", rate), to.lengthIn(from));
  }

  /**
   * Converts a churn rate, exactly for tiny rates too.
   *
   * <pre>{@code c_to = 1 - (1 - c_from)^k, k = length of "to" in units of "from"}</pre>
   *
   * <p>Example: 0.03 a month is 1 - 0.97^12 = 0.3062 a year.
   *
   * @param rate the share lost over one period, in [0, 1]
   * @param from the length of that period
   * @param to the length to convert to
   * @return the share lost over one period of that length, in [0, 1]
   * @throws IllegalArgumentException if the rate is no share, or the lengths have no exact ratio
   */
  public static double churn(double rate, Granularity from, Granularity to) {
    return -Math.expm1(Math.log1p(-requireShare("rate", rate)) * to.lengthIn(from)) + 0.0;
  }

  /**
   * Returns the mean number of periods that a customer stays, the one in which it leaves included.
   *
   * <pre>{@code mean lifetime = 1 / c}</pre>
   *
   * <p><b>A mean only under constant hazard.</b> If the risk of leaving falls with age or differs
   * between customers, and it does nearly always, 1 / churn is not the mean lifetime of anyone: it
   * is too short for today's new customers and says nothing about old ones. Fit a survival curve
   * then.
   *
   * @param churn the share lost in each period, above 0 and at most 1
   * @return the mean lifetime in periods, at least 1
   * @throws IllegalArgumentException if churn is not in (0, 1]; without churn a lifetime has no
   *     mean
   */
  public static double expectedLifetime(double churn) {
    if (!(churn > 0 && churn <= 1)) {
      throw new IllegalArgumentException(
          "churn ("
              + churn
              + ") must be above 0 and at most 1: without churn a lifetime has no mean");
    }
    return 1 / churn;
  }

  /**
   * Returns the churn under which customers stay a number of periods on average. Holds under
   * constant hazard only, as {@link #expectedLifetime(double)} does.
   *
   * @param periods the mean lifetime in periods, the one in which the customer leaves included;
   *     finite, at least 1
   * @return 1 / periods, in (0, 1]
   * @throws IllegalArgumentException if periods is less than 1 or not finite
   */
  public static double churnOfExpectedLifetime(double periods) {
    if (!(periods >= 1 && periods < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("periods (" + periods + ") must be finite and at least 1");
    }
    return 1 / periods;
  }

  private static double requireShare(String name, double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException(
          name + " (" + rate + ") must be a fraction from 0 to 1, not a percentage");
    }
    return rate;
  }
}
