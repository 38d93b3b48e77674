package io.github.retention4j.survival;

/** The partial likelihood and its derivatives at some coefficients, all standardised. */
final class CoxPoint {

  private final PartialLikelihood.Walk walk;
  private final double logLikelihood;
  private final double[] gradient;
  private final double[][] information;
  private final double[] hazard;
  private final double[] spared;

  CoxPoint(
      PartialLikelihood.Walk walk,
      double logLikelihood,
      double[] gradient,
      double[][] information,
      double[] hazard,
      double[] spared) {
    this.walk = walk;
    this.logLikelihood = logLikelihood;
    this.gradient = gradient;
    this.information = information;
    this.hazard = hazard;
    this.spared = spared;
  }

  /** The risks there. */
  PartialLikelihood.Walk walk() {
    return walk;
  }

  double logLikelihood() {
    return logLikelihood;
  }

  double[] gradient() {
    return gradient;
  }

  /** Minus the second derivatives. */
  double[][] information() {
    return information;
  }

  /** For each group what {@link RiskSet#hazard} was. */
  double[] hazard() {
    return hazard;
  }

  /** For each group what {@link RiskSet#spared} was. */
  double[] spared() {
    return spared;
  }
}
