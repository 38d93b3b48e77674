package io.github.retention4j.renewal;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Customers who started in one period, and how many of them were left after each renewal.
 *
 * @param survivors at 0 the customers at the start, at t those left after t renewals; never rising
 */
public record RenewalCohort(List<Long> survivors) {

  /**
   * Checks and copies the counts.
   *
   * @param survivors customers left after 0, 1, ... renewals
   * @throws IllegalArgumentException if there is no start, nobody started, or a count is negative
   *     or over the one before
   */
  public RenewalCohort {
    survivors = List.copyOf(requireNonNull(survivors, "survivors"));
    if (survivors.isEmpty() || survivors.get(0) < 1) {
      throw new IllegalArgumentException(
          "survivors (" + survivors + ") must begin with at least one customer");
    }
    for (int t = 1; t < survivors.size(); t++) {
      if (survivors.get(t) < 0 || survivors.get(t) > survivors.get(t - 1)) {
        throw new IllegalArgumentException(
            "survivors ("
                + survivors.get(t)
                + ") after renewal "
                + t
                + " must be from 0 to the "
                + survivors.get(t - 1)
                + " before it");
      }
    }
  }

  /**
   * Returns a cohort of counts.
   *
   * @param survivors customers at the start, and left after 1, 2, ... renewals
   * @return the cohort
   * @throws IllegalArgumentException if nobody started, or a count is negative or over the one
   *     before
   */
  public static RenewalCohort ofSurvivors(long... survivors) {
    return new RenewalCohort(Arrays.stream(survivors).boxed().toList());
  }

  /**
   * Returns a cohort of which only rounded shares are published. Counts are the nearest whole
   * numbers; the fit is that of a cohort of this size, so choose the true one if it is known:
   * standard errors hang on it.
   *
   * @param customers at the start, at least 1
   * @param shares of them left after 1, 2, ... renewals, as fractions from 0 to 1, never rising;
   *     the start is not among them
   * @return the cohort
   * @throws IllegalArgumentException if nobody started, or a share is not from 0 to 1 or over the
   *     one before
   */
  public static RenewalCohort ofShares(long customers, double... shares) {
    return new RenewalCohort(
        IntStream.rangeClosed(0, shares.length)
            .mapToObj(t -> t == 0 ? customers : Math.round(customers * checked(shares, t)))
            .toList());
  }

  private static double checked(double[] shares, int t) {
    double share = shares[t - 1];
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "share (" + share + ") after renewal " + t + " must be a fraction from 0 to 1");
    }
    return share;
  }

  /**
   * Returns how many renewals were observed.
   *
   * @return 0 or more
   */
  public int age() {
    return survivors.size() - 1;
  }

  /**
   * Returns the customers at the start.
   *
   * @return at least 1
   */
  public long customers() {
    return survivors.get(0);
  }

  /**
   * Returns the customers left at the end of observation.
   *
   * @return 0 or more
   */
  public long active() {
    return survivors.get(age());
  }

  /**
   * Returns the customers lost at a renewal.
   *
   * @param period t, from 1 to {@link #age}
   * @return 0 or more
   * @throws IllegalArgumentException if the renewal was not observed
   */
  public long lost(int period) {
    if (period < 1 || period > age()) {
      throw new IllegalArgumentException(
          "period (" + period + ") must be from 1 to age (" + age() + ")");
    }
    return survivors.get(period - 1) - survivors.get(period);
  }
}
