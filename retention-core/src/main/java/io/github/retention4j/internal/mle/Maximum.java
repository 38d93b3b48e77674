package io.github.retention4j.internal.mle;

/** Where a search ended. */
final class Maximum {

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
}
