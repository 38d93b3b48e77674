package io.github.retention4j.renewal;

import java.util.OptionalDouble;

/**
 * Two kinds of customers, each with a chance of its own to be lost at a renewal; who is of which is
 * not seen (a latent class model).
 *
 * <pre>{@code S(t) = share (1 - theta1)^t + (1 - share) (1 - theta2)^t}</pre>
 *
 * @param theta1 the chance to be lost at a renewal in the first segment, between 0 and 1
 * @param theta2 that chance in the second segment, between 0 and 1
 * @param share the share of new customers in the first segment, between 0 and 1
 */
public record TwoSegmentGeometric(double theta1, double theta2, double share)
    implements RenewalModel {

  /**
   * Checks the parameters.
   *
   * @param theta1 the chance to be lost in the first segment
   * @param theta2 the chance to be lost in the second segment
   * @param share the share of the first segment
   * @throws IllegalArgumentException if a parameter is not between 0 and 1
   */
  public TwoSegmentGeometric {
    Checks.share("theta1", theta1);
    Checks.share("theta2", theta2);
    Checks.share("share", share);
  }

  /**
   * Returns the share of the first segment among those left at some age.
   *
   * @param age renewals made, 0 or more
   * @return in [0, 1]
   * @throws IllegalArgumentException if age is negative
   */
  public double shareAt(long age) {
    double logOdds =
        Math.log(share)
            - Math.log1p(-share)
            + Checks.count("age", age) * (Math.log1p(-theta1) - Math.log1p(-theta2));
    return 1 / (1 + Math.exp(-logOdds));
  }

  @Override
  public double logConditionalSurvival(long age, double ahead) {
    double first = shareAt(age);
    double lostFirst = -Math.expm1(Checks.ahead(ahead) * Math.log1p(-theta1));
    double lostSecond = -Math.expm1(ahead * Math.log1p(-theta2));
    double lost = first * lostFirst + (1 - first) * lostSecond;
    return lost < 0.5 ? Math.log1p(-lost) : logSurvival(first, ahead);
  }

  /** Where next to nobody is left, the smaller of two exponents is put aside. */
  private double logSurvival(double first, double ahead) {
    double logFirst = Math.log(first) + ahead * Math.log1p(-theta1);
    double logSecond = Math.log1p(-first) + ahead * Math.log1p(-theta2);
    double larger = Math.max(logFirst, logSecond);
    return larger == Double.NEGATIVE_INFINITY
        ? larger
        : larger + Math.log1p(Math.exp(Math.min(logFirst, logSecond) - larger));
  }

  @Override
  public OptionalDouble expectedLifetime(long age) {
    double first = shareAt(age);
    return OptionalDouble.of(first / theta1 + (1 - first) / theta2);
  }

  @Override
  public double discountedLifetime(long age, double discount) {
    double first = shareAt(age);
    double growth = 1 + Checks.positive("discount", discount);
    return first * growth / (discount + theta1) + (1 - first) * growth / (discount + theta2);
  }
}
