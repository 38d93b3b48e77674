package io.github.retention4j.renewal;

import io.github.retention4j.internal.numeric.LogBeta;
import io.github.retention4j.internal.numeric.LogGamma;

/**
 * Terms of the beta-discrete-Weibull model, with u = t^c as its time; the derivative with respect
 * to c is left out where there is no room for it.
 */
final class WeibullTerms implements LifetimeTerms {

  private final double alpha;
  private final double beta;
  private final double c;

  WeibullTerms(double alpha, double beta, double c) {
    this.alpha = alpha;
    this.beta = beta;
    this.c = c;
  }

  @Override
  public void active(int age, double[] terms) {
    double u = Math.pow(age, c);
    terms[0] = -LogBeta.logConvexity(beta, alpha, u);
    terms[1] = -LogGamma.digammaDifference(alpha + beta, u);
    terms[2] = LogGamma.digammaDifference(beta, u) + terms[1];
    if (terms.length > 3) {
      terms[3] = -slopeInC(age, u);
    }
  }

  /** log P = log S(t - 1) + log (1 - exp(-h)), h the fall of log S at the renewal. */
  @Override
  public void lost(int period, double[] terms) {
    double u = Math.pow(period, c);
    double before = Math.pow(period - 1, c);
    double fall = LogBeta.logConvexity(beta + before, alpha, u - before);
    double weight = 1 / Math.expm1(fall);
    double inAlpha = LogGamma.digammaDifference(alpha + beta + before, u - before);
    double inBeta = inAlpha - LogGamma.digammaDifference(beta + before, u - before);
    active(period - 1, terms);
    terms[0] += Math.log(-Math.expm1(-fall));
    terms[1] += weight * inAlpha;
    terms[2] += weight * inBeta;
    if (terms.length > 3) {
      terms[3] += weight * (slopeInC(period, u) - slopeInC(period - 1, before));
    }
  }

  /** The derivative of -log S with respect to c. */
  private double slopeInC(int t, double u) {
    return t <= 1 ? 0 : u * Math.log(t) * LogGamma.digammaDifference(beta + u, alpha);
  }
}
