package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

/**
 * Customers of like forecasts, and what came.
 *
 * @param customers the sum of their weights
 * @param lowest the lowest forecast among them
 * @param highest the highest
 * @param forecast their mean forecast to last longer than the time, by weight
 * @param observed the share that did, by Kaplan and Meier; or that none of the bin was seen so long
 */
public record CalibrationBin(
    double customers, double lowest, double highest, double forecast, SurvivalAnswer observed) {

  /**
   * Checks that all is there.
   *
   * @param customers the sum of their weights
   * @param lowest the lowest forecast
   * @param highest the highest
   * @param forecast their mean forecast
   * @param observed the share that did
   * @throws IllegalArgumentException if a number is NaN
   */
  public CalibrationBin {
    requireNonNull(observed, "observed");
    LifetimeChecks.number("customers", customers);
    LifetimeChecks.number("lowest", lowest);
    LifetimeChecks.number("highest", highest);
    LifetimeChecks.number("forecast", forecast);
  }
}
