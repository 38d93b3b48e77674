package io.github.retention4j.internal.mle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.estimation.NoPenalty;
import io.github.retention4j.estimation.ParameterRange;
import io.github.retention4j.internal.mle.SimpleLikelihoods.Density;
import io.github.retention4j.internal.numeric.Workers;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When an end counts as a peak, and when another climb has come close enough to it. */
class MaximumTest {

  /** x is sought up to 3. */
  private static final List<Parameter> PAIR =
      List.of(new Parameter("x", ParameterRange.REAL, 3, 0), Parameter.real("y"));

  private final Workers workers = new Workers(1);
  private final double[][] curved = {{2, 0}, {0, 8}};
  private final double[][] flat = {{0, 0}, {0, 8}};

  /** {@code -x^2 - 4 y^2}. */
  private final Objective hill =
      objective((none, p) -> value(-p[0] * p[0] - 4 * p[1] * p[1], -2 * p[0], -8 * p[1]));

  /** Rises by the cube of what x lacks to 3, so that there is neither slope nor curvature there. */
  private final Objective ridge =
      objective(
          (none, p) ->
              value(
                  -100 * Math.pow(3 - p[0], 3) - 4 * p[1] * p[1],
                  300 * (3 - p[0]) * (3 - p[0]),
                  -8 * p[1]));

  private static double[] value(double value, double byX, double byY) {
    return new double[] {value, byX, byY};
  }

  private Objective objective(Density surface) {
    RowSums sums = RowSums.ofAll(SimpleLikelihoods.of(new double[1], surface), workers);
    return new Objective(PAIR, sums, NoPenalty.INSTANCE, 1000);
  }

  @AfterEach
  void close() {
    workers.close();
  }

  private static Point at(Objective objective, double x, double y) {
    return objective.at(new double[] {x, y});
  }

  private Maximum end(double x, double y) {
    return new Maximum(at(hill, x, y), curved);
  }

  /** From (x, 0) the step left over is 2 x^2 long, squared and in standard errors. */
  @Test
  void aPeakHasLessThanAThousandthOfAStandardErrorLeft() {
    assertThat(end(0, 0).isPeak(hill)).isTrue();
    assertThat(end(7e-4, 0).isPeak(hill)).isTrue();
    assertThat(end(8e-4, 0).isPeak(hill)).isFalse();
    assertThat(new Maximum(at(hill, 0, 0), new double[][] {{-2, 0}, {0, 8}}).isPeak(hill))
        .isFalse();
    assertThat(new Maximum(at(hill, 0, 0), new double[][] {{Double.NaN, 0}, {0, 8}}).isPeak(hill))
        .isFalse();
  }

  @Test
  void whatIsHeldNeedNotStandAtItsBest() {
    BitSet x = new BitSet();
    x.set(0);
    assertThat(end(1, 0).isPeak(hill, x)).isTrue();
    assertThat(end(1, 1).isPeak(hill, x)).isFalse();
    assertThat(end(1, 0).isPeak(hill, new BitSet())).isFalse();
  }

  @Test
  void nearIsWithinATenthOfAStandardError() {
    assertThat(end(0, 0).isNear(hill, at(hill, 0.07, 0))).isTrue();
    assertThat(end(0, 0).isNear(hill, at(hill, 0.071, 0))).isFalse();
    assertThat(end(0, 0).isNear(hill, at(hill, 0, -0.035))).isTrue();
    assertThat(end(0, 0).isNear(hill, at(hill, 0, -0.036))).isFalse();
    assertThat(end(1, 0).isNear(hill, at(hill, 1, 0))).isFalse();
  }

  @Test
  void atALimitTheWayThereDecides() {
    Maximum limit = new Maximum(at(ridge, 3, 0), flat);
    assertThat(limit.isPeak(ridge)).isTrue();
    // What is lacking is 100 (3 - x)^3, twice that under 0.01.
    assertThat(limit.isNear(ridge, at(ridge, 2.964, 0))).isTrue();
    assertThat(limit.isNear(ridge, at(ridge, 2.96, 0))).isFalse();
    assertThat(limit.isNear(ridge, at(ridge, 2.99, 0.03))).isTrue();
    assertThat(limit.isNear(ridge, at(ridge, 2.99, 0.04))).isFalse();
    assertThat(limit.isNear(ridge, at(ridge, 3, 0))).isFalse();
  }

  @Test
  void atALimitAPointThatLeadsAwayIsNotNear() {
    Maximum limit = new Maximum(at(ridge, 3, 0), flat);
    double[] place = {2.99, 0};
    assertThat(limit.isNear(ridge, new Point(place, -1e-4, 0, new double[] {0.03, 0}))).isTrue();
    assertThat(limit.isNear(ridge, new Point(place, -1e-4, 0, new double[] {-0.03, 0}))).isFalse();
    assertThat(limit.isNear(ridge, new Point(place, 1e-4, 0, new double[] {0.03, 0}))).isFalse();
    assertThat(limit.isNear(ridge, new Point(place, -4e-3, -2e-3, new double[] {0.03, 0})))
        .isFalse();
  }

  @Test
  void aPointIsFiniteWithItsValueAndItsSlopes() {
    double[] place = {1};
    assertThat(new Point(place, 1, 2, new double[] {3}).isFinite()).isTrue();
    assertThat(new Point(place, Double.NaN, 2, new double[] {3}).isFinite()).isFalse();
    assertThat(new Point(place, 1, Double.NEGATIVE_INFINITY, new double[] {3}).isFinite())
        .isFalse();
    assertThat(new Point(place, 1, 2, new double[] {Double.NaN}).isFinite()).isFalse();
  }
}
