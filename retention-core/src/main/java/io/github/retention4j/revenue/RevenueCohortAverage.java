package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

/**
 * What all cohorts that were observed at an age kept together: sum of what they kept / sum of what
 * they started with, so that large cohorts weigh more. Higher ages rest on fewer and older cohorts.
 *
 * @param age periods since the first
 * @param cohorts how many cohorts were observed at that age, at least 1
 * @param net net retention of their customers
 * @param gross gross retention of their customers
 */
public record RevenueCohortAverage(
    int age, int cohorts, RevenueRetention net, RevenueRetention gross) {

  /**
   * Checks that nothing is null.
   *
   * @param age periods since the first
   * @param cohorts how many cohorts were observed at that age
   * @param net net retention of their customers
   * @param gross gross retention of their customers
   */
  public RevenueCohortAverage {
    requireNonNull(net, "net");
    requireNonNull(gross, "gross");
  }
}
