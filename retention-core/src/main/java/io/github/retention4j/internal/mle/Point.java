package io.github.retention4j.internal.mle;

/** A place on the lines of the parameters, and the objective there. */
final class Point {

  private final double[] position;
  private final double logLikelihood;
  private final double penalty;
  private final double[] gradient;

  Point(double[] position, double logLikelihood, double penalty, double[] gradient) {
    this.position = position;
    this.logLikelihood = logLikelihood;
    this.penalty = penalty;
    this.gradient = gradient;
  }

  double[] position() {
    return position.clone();
  }

  double logLikelihood() {
    return logLikelihood;
  }

  double penalty() {
    return penalty;
  }

  /** What is maximised. */
  double value() {
    return logLikelihood + penalty;
  }

  double[] gradient() {
    return gradient.clone();
  }

  boolean isFinite() {
    for (double slope : gradient) {
      if (!Double.isFinite(slope)) {
        return false;
      }
    }
    return Double.isFinite(value());
  }
}
