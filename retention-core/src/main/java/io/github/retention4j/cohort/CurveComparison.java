package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.MultipleTesting;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.ProportionDifference;
import io.github.retention4j.stats.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells whether the curves of two groups of customers differ, and at which ages: Fisher's exact
 * test at each age, with p-values made larger by Holm's method.
 *
 * <p>The same customers stand behind every age of a curve, so its ages are not independent. Methods
 * that add evidence up over ages as if they were, such as Cochran-Mantel-Haenszel or a sum of
 * chi-squares, would find differences that are not there. Holm's method holds however the tests
 * hang together: the chance of even one false alarm over all ages stays under alpha. The price is
 * that a small difference at many ages may go unseen.
 *
 * <p>Assumed: no customer is in both groups, and customers act independently of each other. Ages
 * are compared as far as both curves were observed. An age at which all or none of both groups were
 * counted, such as age 0 of classic retention, cannot show a difference and is left out, so that it
 * does not weaken the others; this looks at both groups together only and is therefore no cheating.
 *
 * <p>Example: curves 50/50, 30/50, 25/50 and 40/40, 12/40, 10/40. Fisher's p-values are 0.00586 at
 * age 1 and 0.0181 at age 2, after Holm 0.0117 and 0.0181: the curves differ, at both ages.
 *
 * @param points the ages that were compared, in order
 * @see <a href="https://www.jstor.org/stable/4615733">Holm (1979)</a>
 * @see <a href="https://doi.org/10.2307/2531456">Tarone (1990), on ages that cannot differ</a>
 */
public record CurveComparison(List<Point> points) {

  /**
   * One age.
   *
   * @param age the age, or the number of the bracket
   * @param difference the two shares
   * @param test Fisher's exact test of that age alone
   * @param adjustedPValue its p-value by Holm's method, allowing for all ages compared
   */
  public record Point(
      int age, ProportionDifference difference, TestResult test, double adjustedPValue) {

    /**
     * Checks that all are there.
     *
     * @param age the age
     * @param difference the two shares
     * @param test the test of that age alone
     * @param adjustedPValue its p-value, adjusted
     * @throws IllegalArgumentException if the p-value is not from 0 to 1
     */
    public Point {
      requireNonNull(difference, "difference");
      requireNonNull(test, "test");
      if (!(adjustedPValue >= 0 && adjustedPValue <= 1)) {
        throw new IllegalArgumentException(
            "adjustedPValue (" + adjustedPValue + ") must be from 0 to 1");
      }
    }
  }

  /**
   * Copies the points.
   *
   * @param points the ages that were compared, in order
   */
  public CurveComparison {
    points = List.copyOf(points);
  }

  /**
   * Compares two curves.
   *
   * @param first the curve of the one group
   * @param second the curve of the other, with no customer in common, of the same measure
   * @return the comparison; without points if no age could show a difference
   * @throws ArithmeticException if the counts of an age together exceed a long
   */
  public static CurveComparison of(CohortCurve first, CohortCurve second) {
    List<Integer> ages = new ArrayList<>();
    List<ProportionDifference> differences = new ArrayList<>();
    for (int age = 0; age < Math.min(first.horizon(), second.horizon()); age++) {
      ProportionDifference difference =
          new ProportionDifference(
              first.points().get(age).active(), second.points().get(age).active());
      if (canDiffer(difference)) {
        ages.add(age);
        differences.add(difference);
      }
    }
    return new CurveComparison(points(ages, differences));
  }

  private static boolean canDiffer(ProportionDifference difference) {
    Proportion pooled = difference.first().plus(difference.second());
    return pooled.count() > 0 && pooled.count() < pooled.total();
  }

  private static List<Point> points(List<Integer> ages, List<ProportionDifference> differences) {
    List<TestResult> tests = differences.stream().map(ProportionDifference::exactTest).toList();
    List<Double> adjusted =
        MultipleTesting.HOLM.adjust(tests.stream().map(TestResult::pValue).toList());
    return IntStream.range(0, tests.size())
        .mapToObj(i -> new Point(ages.get(i), differences.get(i), tests.get(i), adjusted.get(i)))
        .toList();
  }

  /**
   * Returns the p-value of the hypothesis that the curves are equal at all ages.
   *
   * @return the smallest adjusted one, which is the smallest of all times their number; 1 without
   *     points
   */
  public double pValue() {
    return points.stream().mapToDouble(Point::adjustedPValue).min().orElse(1);
  }
}
