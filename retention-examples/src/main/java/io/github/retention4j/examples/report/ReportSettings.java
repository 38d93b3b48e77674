package io.github.retention4j.examples.report;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.Granularity;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a report is to answer.
 *
 * @param period the length of the periods of the section on retention: week, month, quarter, year
 * @param silentPeriods how many periods without activity make a customer lost, at least 1
 * @param marginShare the share of an amount that is margin, in [0, 1]
 * @param yearlyDiscount the discount rate a year, 0 or more
 * @param acquisitionCost what acquiring a customer costs, in the currency of the amounts; empty if
 *     not known
 * @param industry the industry to compare with
 */
public record ReportSettings(
    Granularity period,
    int silentPeriods,
    double marginShare,
    double yearlyDiscount,
    Optional<BigDecimal> acquisitionCost,
    String industry) {

  /**
   * Checks the numbers.
   *
   * @param period the length of the periods
   * @param silentPeriods how many silent periods make a loss
   * @param marginShare the share of an amount that is margin
   * @param yearlyDiscount the discount rate a year
   * @param acquisitionCost what acquiring a customer costs
   * @param industry the industry to compare with
   * @throws IllegalArgumentException if one is out of range
   */
  public ReportSettings {
    requireNonNull(acquisitionCost, "acquisitionCost");
    requireNonNull(industry, "industry");
    usualSilence(period);
    if (silentPeriods < 1 || silentPeriods > 1_000) {
      throw new IllegalArgumentException(
          "silentPeriods (" + silentPeriods + ") must be from 1 to 1000");
    }
    if (!(marginShare >= 0 && marginShare <= 1)) {
      throw new IllegalArgumentException(
          "marginShare (" + marginShare + ") must be a fraction from 0 to 1, not a percentage");
    }
    if (!(yearlyDiscount >= 0 && yearlyDiscount <= 10)) {
      throw new IllegalArgumentException(
          "yearlyDiscount (" + yearlyDiscount + ") must be a fraction from 0 to 10, such as 0.1");
    }
    if (acquisitionCost.isPresent() && acquisitionCost.get().signum() <= 0) {
      throw new IllegalArgumentException(
          "acquisitionCost (" + acquisitionCost.get() + ") must be above 0");
    }
  }

  /**
   * Returns how many silent periods make a loss unless someone knows better: about three months, or
   * one year.
   *
   * @param period week, month, quarter or year
   * @return 13, 3, 1 or 1
   * @throws IllegalArgumentException if the period is another
   */
  public static int usualSilence(Granularity period) {
    return switch (period) {
      case WEEK -> 13;
      case MONTH -> 3;
      case QUARTER, YEAR -> 1;
      default ->
          throw new IllegalArgumentException(
              "period (" + period + ") must be WEEK, MONTH, QUARTER or YEAR");
    };
  }
}
