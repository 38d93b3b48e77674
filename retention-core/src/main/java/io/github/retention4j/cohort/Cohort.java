package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.DateRange;

/**
 * Customers who started in the same period.
 *
 * @param period the index of that period on the axis of the rows
 * @param label the name of the period, such as {@code 2024-02}
 * @param days the days of the period
 * @param size the number of customers, at least 1; if the period is still open, those seen so far
 */
public record Cohort(int period, String label, DateRange days, long size) {

  /**
   * Checks that the cohort has a member.
   *
   * @param period the index of the period on the axis
   * @param label the name of the period
   * @param days the days of the period
   * @param size the number of customers
   * @throws IllegalArgumentException if size is less than 1
   */
  public Cohort {
    requireNonNull(label, "label");
    requireNonNull(days, "days");
    if (size < 1) {
      throw new IllegalArgumentException("size (" + size + ") must be at least 1");
    }
  }
}
