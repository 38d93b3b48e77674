package io.github.retention4j.survival;

import io.github.retention4j.time.TimeScale;
import java.util.OptionalDouble;

/**
 * What the error of a {@link LifetimeRegression} is distributed like, by the lifetimes it gives.
 */
public enum LifetimeRegressionFamily {
  /** {@link Exponential} lifetimes; the scale is 1. */
  EXPONENTIAL("exponential", ErrorLaw.EXTREME_VALUE) {
    @Override
    LifetimeModel lifetime(double mu, double scale, OptionalDouble q, TimeScale timeScale) {
      return new Exponential(Math.exp(-mu), timeScale);
    }
  },
  /** {@link Weibull} lifetimes of shape 1 / scale. */
  WEIBULL("Weibull", ErrorLaw.EXTREME_VALUE) {
    @Override
    LifetimeModel lifetime(double mu, double scale, OptionalDouble q, TimeScale timeScale) {
      return new Weibull(1 / scale, Math.exp(mu), timeScale);
    }
  },
  /** {@link LogNormal} lifetimes, sigma being the scale. */
  LOG_NORMAL("log-normal", ErrorLaw.NORMAL) {
    @Override
    LifetimeModel lifetime(double mu, double scale, OptionalDouble q, TimeScale timeScale) {
      return new LogNormal(mu, scale, timeScale);
    }
  },
  /** {@link LogLogistic} lifetimes of shape 1 / scale. */
  LOG_LOGISTIC("log-logistic", ErrorLaw.LOGISTIC) {
    @Override
    LifetimeModel lifetime(double mu, double scale, OptionalDouble q, TimeScale timeScale) {
      return new LogLogistic(1 / scale, Math.exp(mu), timeScale);
    }
  },
  /** {@link GeneralizedGamma} lifetimes, sigma being the scale, with one more parameter, q. */
  GENERALIZED_GAMMA("generalized gamma", ErrorLaw.LOG_GAMMA) {
    @Override
    LifetimeModel lifetime(double mu, double scale, OptionalDouble q, TimeScale timeScale) {
      return new GeneralizedGamma(mu, scale, q.orElseThrow(), timeScale);
    }
  };

  private final String words;
  private final ErrorLaw law;

  LifetimeRegressionFamily(String words, ErrorLaw law) {
    this.words = words;
    this.law = law;
  }

  ErrorLaw law() {
    return law;
  }

  boolean hasScale() {
    return this != EXPONENTIAL;
  }

  abstract LifetimeModel lifetime(double mu, double scale, OptionalDouble q, TimeScale timeScale);

  /**
   * Returns the family in words.
   *
   * @return for example {@code log-normal}
   */
  @Override
  public String toString() {
    return words;
  }
}
