package io.github.retention4j.internal.mle;

import java.util.BitSet;

/** Where a search ended. */
final class Maximum {

  /** A Newton step left over that is shorter, squared and in standard errors, ends on a peak. */
  private static final double PEAK = 1e-6;

  /** A tenth of a standard error, squared. */
  private static final double NEAR = 1e-2;

  private final Point point;
  private final double[][] information;

  Maximum(Point point, double[][] information) {
    this.point = point;
    this.information = information;
  }

  Point point() {
    return point;
  }

  /** Minus the Hessian there, by central differences. */
  double[][] information() {
    return information;
  }

  /** Whether the gradient vanishes and the curvature is that of a peak. */
  boolean isPeak(Objective objective) {
    return isPeak(objective, new BitSet());
  }

  /** The same of the parameters that are not held. */
  boolean isPeak(Objective objective, BitSet held) {
    return Maximiser.isFinite(information) && model(objective, held).decrement() < PEAK;
  }

  /** Whether a point is so close to this peak that a climb from there ends here. */
  boolean isNear(Objective objective, Point other) {
    if (!isPeak(objective)) {
      return false;
    }
    double[] step = other.position();
    double[] top = point.position();
    for (int i = 0; i < step.length; i++) {
      step[i] -= top[i];
    }
    LocalModel ofAll = LocalModel.of(objective, point, information, new BitSet());
    return -2 * ofAll.gain(step) < NEAR && (isInside(objective) || isOnTheWay(other, step));
  }

  private boolean isInside(Objective objective) {
    return Maximiser.atLimit(objective, point, information).isEmpty();
  }

  /**
   * Whether a point leads to this one, which is at a limit. The parabola is flat along the ridge
   * that runs out there, and tells nothing of how high the ridge is elsewhere.
   */
  private boolean isOnTheWay(Point other, double[] step) {
    double lacking = 2 * (point.value() - other.value());
    double[] slopes = other.gradient();
    double backwards = 0;
    for (int i = 0; i < step.length; i++) {
      backwards += slopes[i] * step[i];
    }
    return lacking >= 0 && lacking < NEAR && backwards < 0;
  }

  private LocalModel model(Objective objective, BitSet held) {
    BitSet still = Maximiser.atLimit(objective, point, information);
    still.or(held);
    return LocalModel.of(objective, point, information, still);
  }
}
