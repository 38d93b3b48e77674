package io.github.retention4j.purchase;

/**
 * How long customers stay whose hazard {@code eta b e^(b t)} grows with time, where eta has a gamma
 * distribution of shape s and rate beta between them: {@code P(stays past t) = e^(-s L(t))}, {@code
 * L(t) = ln(1 + (e^(b t) - 1) / beta)}.
 */
record GgomNbdLifetime(double b, double s, double beta) {

  /** Past this exponent e^(b t) counts alone, and is not computed any more. */
  private static final double ENORMOUS = 300;

  /** {@code e^(b t) - 1}, held at a number large enough to count alone. */
  double growth(double t) {
    return Math.expm1(Math.min(b * t, ENORMOUS));
  }

  /** Whether the growth at t is held. */
  boolean isHeld(double t) {
    return b * t > ENORMOUS;
  }

  /** L(t), given the growth at t. */
  double exposure(double t, double growth) {
    return Math.log1p(growth / beta) + Math.max(0, b * t - ENORMOUS);
  }

  /** The hazard between customers over s b: L'(t) / b. It runs from 1 / beta to 1. */
  double steepness(double growth) {
    return (1 + growth) / (beta + growth);
  }

  double exposure(double t) {
    return exposure(t, growth(t));
  }

  double logStays(double t) {
    return -s * exposure(t);
  }

  /** The time that is left to customers who have stayed for some time. */
  GgomNbdLifetime after(double t) {
    return new GgomNbdLifetime(b, s, beta * Math.exp(-b * t) - Math.expm1(-b * t));
  }
}
