package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.Proportion;
import java.util.List;

/**
 * The share of customers active at each age, from age 0 without a gap to the last age that was
 * observed.
 *
 * @param points one for each age, in order, the first at age 0
 */
public record CohortCurve(List<Point> points) {

  /**
   * The share at one age.
   *
   * @param age periods since the period of the first event
   * @param active customers active at that age, of those for whom it was observed
   * @param cohorts how many cohorts were observed at that age
   */
  public record Point(int age, Proportion active, int cohorts) {

    /**
     * Checks that the share is there.
     *
     * @param age periods since the period of the first event
     * @param active customers active at that age, of those for whom it was observed
     * @param cohorts how many cohorts were observed at that age
     */
    public Point {
      requireNonNull(active, "active");
    }
  }

  /**
   * Checks that ages run from 0 without a gap.
   *
   * @param points one for each age, in order, the first at age 0
   * @throws IllegalArgumentException if an age is missing or out of order
   */
  public CohortCurve {
    points = List.copyOf(points);
    for (int age = 0; age < points.size(); age++) {
      if (points.get(age).age() != age) {
        throw new IllegalArgumentException(
            "age (" + points.get(age).age() + ") of point " + age + " must be " + age);
      }
    }
  }

  /**
   * Returns how far the curve was observed.
   *
   * @return the number of ages; 0 if nothing was observed
   */
  public int horizon() {
    return points.size();
  }

  /**
   * Returns the shares alone.
   *
   * @return the share at each age, in [0, 1]
   */
  public List<Double> values() {
    return points.stream().map(point -> point.active().value()).toList();
  }
}
