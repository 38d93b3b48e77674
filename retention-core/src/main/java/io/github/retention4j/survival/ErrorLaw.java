package io.github.retention4j.survival;

import static java.lang.Math.exp;
import static java.lang.Math.log;

import io.github.retention4j.internal.numeric.LogSum;
import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.internal.numeric.StandardLogGamma;
import io.github.retention4j.internal.numeric.StandardLogGamma.Tail;

/** The distribution of the error in {@code ln T = mu + sigma * error}. */
enum ErrorLaw {
  /** Of the smallest of many: T is Weibull. */
  EXTREME_VALUE("Weibull") {
    @Override
    void at(double w, double q, double[] terms) {
      double hazard = exp(w);
      terms[LOG_SURVIVAL] = -hazard;
      terms[HAZARD] = hazard;
      terms[LOG_HAZARD] = w;
      terms[LOG_HAZARD_SLOPE] = 1;
    }
  },
  NORMAL("log-normal") {
    @Override
    void at(double w, double q, double[] terms) {
      double hazard = Normal.hazard(w);
      terms[LOG_SURVIVAL] = Normal.logUpperTail(w);
      terms[HAZARD] = hazard;
      terms[LOG_HAZARD] = w < 0 ? -w * w / 2 - LOG_ROOT - terms[LOG_SURVIVAL] : log(hazard);
      terms[LOG_HAZARD_SLOPE] = hazard - w;
    }
  },
  LOGISTIC("log-logistic") {
    @Override
    void at(double w, double q, double[] terms) {
      double odds = exp(-Math.abs(w));
      double small = odds / (1 + odds);
      terms[LOG_SURVIVAL] = -LogSum.log1pExp(w);
      terms[HAZARD] = w > 0 ? 1 - small : small;
      terms[LOG_HAZARD] = -LogSum.log1pExp(-w);
      terms[LOG_HAZARD_SLOPE] = w > 0 ? small : 1 - small;
    }
  },
  LOG_GAMMA("generalized gamma") {
    @Override
    void at(double w, double q, double[] terms) {
      Tail tail = StandardLogGamma.upperTail(w, q);
      terms[LOG_SURVIVAL] = tail.log();
      terms[HAZARD] = tail.hazard();
      terms[LOG_HAZARD] =
          w < 0 ? StandardLogGamma.logDensity(w, q) - tail.log() : log(tail.hazard());
      terms[LOG_HAZARD_SLOPE] = tail.hazard() - StandardLogGamma.fall(w, q);
      terms[LOG_SURVIVAL_IN_SHAPE] = tail.slopeInShape();
      terms[LOG_HAZARD_IN_SHAPE] =
          StandardLogGamma.logDensitySlopeInShape(w, q) - tail.slopeInShape();
    }
  };

  static final int LOG_SURVIVAL = 0;

  /** Minus the derivative of the log survival with respect to w. */
  static final int HAZARD = 1;

  static final int LOG_HAZARD = 2;
  static final int LOG_HAZARD_SLOPE = 3;
  static final int LOG_SURVIVAL_IN_SHAPE = 4;
  static final int LOG_HAZARD_IN_SHAPE = 5;
  static final int TERMS = 6;

  private static final double LOG_ROOT = 0.5 * log(2 * Math.PI);

  private final String lifetimes;

  ErrorLaw(String lifetimes) {
    this.lifetimes = lifetimes;
  }

  /** The name of the family of T. */
  String lifetimes() {
    return lifetimes;
  }

  boolean hasShape() {
    return this == LOG_GAMMA;
  }

  /**
   * Computes survival and hazard of the error.
   *
   * @param w any number
   * @param q the shape, where there is one
   */
  abstract void at(double w, double q, double[] terms);
}
