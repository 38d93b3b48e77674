package io.github.retention4j.renewal;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.CompensatedSum;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * A model of contracts in whole periods. Immutable: its parameters are the model.
 *
 * <p>T is the number of the renewal at which a customer is lost, 1 or more: every customer stays
 * for the first period, and {@code S(t) = P(T > t)} is the share that is left after t renewals.
 */
public sealed interface RenewalModel
    permits GeometricLifetime, ShiftedBetaGeometric, BetaDiscreteWeibull, TwoSegmentGeometric {

  /** Simulated lifetimes are not followed further. */
  long LONGEST_LIFETIME = 1L << 40;

  /**
   * Returns the logarithm of the share of those left at some age that is left later.
   *
   * @param age renewals made, 0 or more
   * @param ahead periods from then on, 0 or more; need not be whole
   * @return {@code log (S(age + ahead) / S(age))}, 0 or less
   * @throws IllegalArgumentException if a number is negative, infinite or NaN
   */
  double logConditionalSurvival(long age, double ahead);

  /**
   * Returns the expected number of periods of a new customer.
   *
   * <pre>{@code E(T) = sum over t >= 0 of S(t)}</pre>
   *
   * @return 1 or more; empty if it is infinite
   */
  default OptionalDouble expectedLifetime() {
    return expectedLifetime(0);
  }

  /**
   * Returns the expected number of periods of a customer from its last renewal on.
   *
   * <pre>{@code sum over k >= 0 of S(age + k) / S(age)}</pre>
   *
   * <p>The period running counts; one less is the expected number of renewals to come.
   *
   * @param age renewals made, 0 or more
   * @return 1 or more; empty if it is infinite
   * @throws IllegalArgumentException if age is negative
   */
  OptionalDouble expectedLifetime(long age);

  /**
   * Returns the discounted expected lifetime of a customer from its last renewal on.
   *
   * <pre>{@code sum over k >= 0 of S(age + k) / S(age) / (1 + d)^k}</pre>
   *
   * @param age renewals made, 0 or more
   * @param discount d, the rate per period as a fraction, over 0
   * @return 1 or more periods
   * @throws IllegalArgumentException if age is negative or the discount not finite and over 0
   */
  double discountedLifetime(long age, double discount);

  /**
   * Returns the share of a cohort that is left.
   *
   * @param period t, renewals, 0 or more
   * @return S(t), in [0, 1]; 1 at 0
   * @throws IllegalArgumentException if the period is negative
   */
  default double survival(long period) {
    return Math.exp(logConditionalSurvival(0, (double) Checks.count("period", period)));
  }

  /**
   * Returns the share of a cohort that is lost at a renewal.
   *
   * @param period t, 1 or more
   * @return P(T = t) = S(t - 1) - S(t), in [0, 1]
   * @throws IllegalArgumentException if the period is under 1
   */
  default double churnProbability(long period) {
    Checks.period(period);
    return -survival(period - 1) * Math.expm1(logConditionalSurvival(period - 1, 1));
  }

  /**
   * Returns the share of those who made the renewal before that makes this one.
   *
   * @param period t, 1 or more
   * @return r(t) = S(t) / S(t - 1), in [0, 1]
   * @throws IllegalArgumentException if the period is under 1
   */
  default double retentionRate(long period) {
    return conditionalSurvival(Checks.period(period) - 1, 1);
  }

  /**
   * Returns the chance of a customer of some age to be left later.
   *
   * @param age renewals made, 0 or more
   * @param ahead renewals to make, 0 or more
   * @return S(age + ahead) / S(age), in [0, 1]
   * @throws IllegalArgumentException if a number is negative
   */
  default double conditionalSurvival(long age, long ahead) {
    return Math.exp(logConditionalSurvival(age, (double) Checks.count("ahead", ahead)));
  }

  /**
   * Returns the discounted expected lifetime (DEL) of a new customer.
   *
   * <pre>{@code DEL = sum over t >= 0 of S(t) / (1 + d)^t}</pre>
   *
   * @param discount d, the rate per period as a fraction, over 0
   * @return 1 or more periods
   * @throws IllegalArgumentException if the discount is not finite and over 0
   */
  default double discountedLifetime(double discount) {
    return discountedLifetime(0, discount);
  }

  /**
   * Returns the discounted expected residual lifetime (DERL) of a customer.
   *
   * <pre>{@code
   * JUST_RENEWED:   sum over k >= 0 of S(age + k) / S(age) / (1 + d)^k
   * ABOUT_TO_RENEW: sum over k >= 0 of S(age + 1 + k) / S(age) / (1 + d)^k
   * }</pre>
   *
   * <p>The second is that of Fader and Hardie (2010) for the renewal with the number {@code n = age
   * + 1}.
   *
   * @param age renewals made, 0 or more
   * @param discount d, the rate per period as a fraction, over 0
   * @param moment from when it is counted
   * @return 0 or more periods
   * @throws IllegalArgumentException if age is negative or the discount not finite and over 0
   * @see <a href="https://doi.org/10.1287/mksc.1080.0482">Fader and Hardie (2010)</a>
   */
  default double discountedResidualLifetime(long age, double discount, RenewalMoment moment) {
    return switch (requireNonNull(moment, "moment")) {
      case JUST_RENEWED -> discountedLifetime(age, discount);
      case ABOUT_TO_RENEW -> conditionalSurvival(age, 1) * discountedLifetime(age + 1, discount);
    };
  }

  /**
   * Returns survival, churn and retention of the first periods.
   *
   * @param periods how many, 0 or more
   * @return one line for each, from the first renewal on
   * @throws IllegalArgumentException if the number is negative
   */
  default List<RenewalPeriod> project(int periods) {
    Checks.count("periods", periods);
    return LongStream.rangeClosed(1, periods)
        .mapToObj(t -> new RenewalPeriod(t, survival(t), churnProbability(t), retentionRate(t)))
        .toList();
  }

  /**
   * Returns how many of the customers of some cohorts will be left.
   *
   * @param sample the cohorts as they stand
   * @param ahead renewals from now on, 0 or more
   * @return the expected number of customers over all cohorts
   * @throws IllegalArgumentException if the number is negative
   */
  default double expectedSurvivors(RenewalSample sample, long ahead) {
    CompensatedSum sum = new CompensatedSum();
    for (RenewalCohort cohort : sample.cohorts()) {
      sum.add(cohort.active() * conditionalSurvival(cohort.age(), ahead));
    }
    return sum.value();
  }

  /**
   * Returns the discounted expected residual lifetime of all customers left in some cohorts.
   *
   * @param sample the cohorts as they stand
   * @param discount d, the rate per period as a fraction, over 0
   * @param moment from when it is counted
   * @return customer periods over all cohorts
   * @throws IllegalArgumentException if the discount is not finite and over 0
   */
  default double discountedResidualLifetime(
      RenewalSample sample, double discount, RenewalMoment moment) {
    CompensatedSum sum = new CompensatedSum();
    for (RenewalCohort cohort : sample.cohorts()) {
      sum.add(cohort.active() * discountedResidualLifetime(cohort.age(), discount, moment));
    }
    return sum.value();
  }

  /**
   * Draws the lifetime of a new customer.
   *
   * @param random the source of chance; one number is taken from it
   * @return T, 1 or more; {@link #LONGEST_LIFETIME} stands for that or more
   */
  default long drawLifetime(RandomGenerator random) {
    double logUniform = Math.log1p(-random.nextDouble());
    long high = 1;
    while (high < LONGEST_LIFETIME && logConditionalSurvival(0, (double) high) > logUniform) {
      high *= 2;
    }
    long low = high / 2;
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (logConditionalSurvival(0, (double) middle) > logUniform) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
