package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import java.util.List;

/**
 * The share of customers counted at each age, from age 0 without a gap to the last age that was
 * observed. In a table of {@link AgeBrackets} the number of the bracket stands for the age.
 *
 * @param points one for each age, in order, the first at age 0
 */
public record CohortCurve(List<Point> points) {

  /**
   * The share at one age.
   *
   * @param age periods since the period of the start, or the number of the bracket
   * @param active customers counted at that age, of those for whom it was observed
   * @param cohorts how many cohorts were observed at that age
   */
  public record Point(int age, Proportion active, int cohorts) {

    /**
     * Checks that the share is there.
     *
     * @param age periods since the period of the start, or the number of the bracket
     * @param active customers counted at that age, of those for whom it was observed
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

  /**
   * Returns the Wilson interval of each share. They hold age by age, not for the whole curve at
   * once. For cohorts with several starts of one customer they are too narrow.
   *
   * @param level the confidence level, over 0 and under 1
   * @return one for each point
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public List<ConfidenceInterval> intervals(double level) {
    return points.stream().map(point -> point.active().interval(level)).toList();
  }
}
