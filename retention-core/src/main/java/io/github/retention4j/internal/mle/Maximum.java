package io.github.retention4j.internal.mle;

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
    return Maximiser.isFinite(information) && model(objective).decrement() < PEAK;
  }

  /** Whether a point is so close to this peak that a climb from there ends here. */
  boolean isNear(Objective objective, Point other) {
    if (!isPeak(objective) || !Maximiser.atLimit(objective, point, information).isEmpty()) {
      return false;
    }
    double[] step = other.position();
    double[] top = point.position();
    for (int i = 0; i < step.length; i++) {
      step[i] -= top[i];
    }
    return -2 * model(objective).gain(step) < NEAR;
  }

  private LocalModel model(Objective objective) {
    return LocalModel.of(
        objective, point, information, Maximiser.atLimit(objective, point, information));
  }
}
