package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Workers;
import java.util.List;

/**
 * Tests that the customers of several groups leave for one reason by any time in equal shares, when
 * they may leave for other reasons too: Gray's test of cumulative incidences.
 *
 * <p>A log-rank test with the other reasons censored asks for the rate among those still active; it
 * may find a difference where the shares are the same, and none where they differ. Here those who
 * left for another reason stay in part at risk:
 *
 * <pre>{@code
 * h_g(t) = Y_g / S_g(t-),   F(t) = sum over t_i <= t of d_i / h(t_i)
 * R_g(t) = h_g(t) (1 - F_g(t-)),   w(t) = (1 - F(t-))^rho
 * z_g    = sum over t_i of w (d_gi - d_i R_g / R)
 * }</pre>
 *
 * <p>Y_g customers of group g are at risk, d_gi leave for the reason at t_i, F_g is their {@link
 * CumulativeIncidence} and S_g the share still active; R, h and d_i are sums over groups, and F is
 * the incidence they have in common if they are alike. The statistic is {@code z' V^-1 z},
 * chi-square with groups less 1 degrees of freedom. With strata, z and V are sums over strata.
 *
 * <p><b>Variance.</b> Gray's, by the martingales of losses for the reason (a) and for others (b) in
 * each group r, with the common F in place of each F_r:
 *
 * <pre>{@code
 * V_gh   = sum over r, t_i of a_gr a_hr c(d_i, h S_r(t-)) d_i / (h h_r)
 *                           + b_gr b_hr c(d_2ri, Y_r) d_2ri / h_r^2
 * a_gr   = w h_g (1{g=r} - h_r / h) + q_gr - b_gr,   b_gr = q_gr (1 - F(t_i)) / S_r(t_i)
 * q_gr   = sum over later t_j of w h_g (1{g=r} - h_r / h) d_j / (h (1 - F(t_j-)))
 * c(d,n) = (n - d) / (n - 1) for d over 1 (0 if n is under d), 1 for others
 * }</pre>
 *
 * <p>It is the variance of R's {@code cmprsk}, tied times included: for one published comparison of
 * 205 patients both give 26.1207 and 0.1587 for the two reasons. F is a sum over groups and may
 * pass 1 where they differ much; 1 - F is then taken as 0. With one reason only the answer is close
 * to the log-rank test, not equal to it.
 *
 * <p>Late entry and weights count as for Kaplan and Meier. Default: rho 0, all times alike.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176350951">Gray (1988)</a>
 */
public final class GrayTest {

  private final double rho;

  private GrayTest(double rho) {
    this.rho = rho;
  }

  /**
   * Returns the test with rho 0.
   *
   * @return the test
   */
  public static GrayTest withDefaults() {
    return new GrayTest(0);
  }

  /**
   * Chooses how much more early times count than late ones.
   *
   * @param newRho 0 for all alike; over 0 for more weight while few have left for the reason
   * @return a test with it
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public GrayTest withRho(double newRho) {
    if (!(newRho >= 0) || newRho == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("rho (" + newRho + ") must be 0 or more, and finite");
    }
    return new GrayTest(newRho);
  }

  /**
   * Tests the groups of a sample, within its strata where it has some.
   *
   * @param sample the lifetimes, divided into groups
   * @param reason the reason
   * @return what was observed, expected and found
   * @throws IllegalArgumentException if the sample has no two groups, or no one left for the reason
   */
  public IncidenceComparison test(LifetimeSample sample, String reason) {
    String attribute = GroupRows.requireGroups(sample);
    int groups = sample.groups().size();
    if (groups < 2) {
      throw new IllegalArgumentException(
          attribute + " (" + sample.groups() + ") must have at least two groups");
    }
    List<String> reasons = sample.reasons();
    int number = reasons.indexOf(requireNonNull(reason, "reason"));
    if (number < 0) {
      throw new IllegalArgumentException("reason (" + reason + ") must be one of " + reasons);
    }
    GrayScores scores = new GrayScores(groups, rho);
    try (Workers workers = new Workers(1)) {
      for (int[] stratum : strata(sample)) {
        int[][] parts = GroupRows.split(stratum.length, groups, i -> sample.groupOf(stratum[i]));
        for (int[] part : parts) {
          for (int i = 0; i < part.length; i++) {
            part[i] = stratum[part[i]];
          }
        }
        scores.add(GrayTable.of(sample, parts, number, workers));
      }
    }
    return scores.comparison(attribute, sample.groups(), reason);
  }

  private static int[][] strata(LifetimeSample sample) {
    return GroupRows.split(sample.rows(), Math.max(1, sample.strata().size()), sample::stratumOf);
  }
}
