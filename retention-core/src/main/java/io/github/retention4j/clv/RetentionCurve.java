package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.cohort.CohortCurve;
import io.github.retention4j.time.Granularity;
import java.util.List;

/**
 * What share of the customers who started together was there at each age: S(0) = 1, S(1), S(2) and
 * so on.
 *
 * <p>Contracts give a curve that never rises. Where customers come back, the share active at an age
 * may rise, and such a curve is accepted; only its tail is then restricted, see {@link
 * CurveTail#LAST_RATE_CONTINUES}.
 *
 * @param shares the shares by age, from age 0, each in [0, 1], the first exactly 1
 * @param per the period by which age is counted
 */
public record RetentionCurve(List<Double> shares, Granularity per) {

  /**
   * Checks the shares and copies them.
   *
   * @param shares the shares by age
   * @param per the period by which age is counted
   * @throws IllegalArgumentException if there is no share, the first is not 1, or one is outside
   *     [0, 1]
   */
  public RetentionCurve {
    shares = List.copyOf(shares);
    requireNonNull(per, "per");
    if (shares.isEmpty()) {
      throw new IllegalArgumentException("shares ([]) must begin with S(0) = 1");
    }
    if (shares.get(0) != 1) {
      throw new IllegalArgumentException("shares[0] (" + shares.get(0) + ") must be 1");
    }
    for (int age = 1; age < shares.size(); age++) {
      double share = shares.get(age);
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("shares[" + age + "] (" + share + ") must be in [0, 1]");
      }
    }
  }

  /**
   * Returns the curve of a cohort, or of cohorts pooled.
   *
   * <p>Pooled shares rest on fewer cohorts at higher ages, so such a curve may rise even where each
   * cohort's own falls.
   *
   * @param curve the shares active by age, not empty
   * @param per the granularity of the cohort table that the curve comes from
   * @return the same shares
   * @throws IllegalArgumentException if the curve is empty, or not all were active at age 0
   */
  public static RetentionCurve from(CohortCurve curve, Granularity per) {
    return new RetentionCurve(curve.values(), per);
  }

  /**
   * Returns the last age that was observed.
   *
   * @return whole periods, zero or more
   */
  public int lastAge() {
    return shares.size() - 1;
  }

  /** S(k) / S(k - 1) at the last age k, which must exist and be a rate that can go on for ever. */
  double lastRate() {
    int last = lastAge();
    if (last == 0) {
      throw new IllegalArgumentException(
          "shares (" + shares + ") must have two ages for the last rate to continue");
    }
    double before = shares.get(last - 1);
    double after = shares.get(last);
    if (before < after) {
      throw new IllegalArgumentException(
          "shares["
              + last
              + "] ("
              + after
              + ") must not be above shares["
              + (last - 1)
              + "] ("
              + before
              + ") for the last rate to continue: a share cannot rise for ever");
    }
    return after == 0 ? 0 : after / before;
  }

  /** The same rate of a curve drawn anew: 1 where that one rises at its end. */
  double lastRateAtMostOne() {
    double before = shares.get(lastAge() - 1);
    double after = shares.get(lastAge());
    return after >= before && after > 0 ? 1 : lastRate();
  }
}
