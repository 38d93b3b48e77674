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
 * R_g(t) = Y_g(t) (1 - F_g(t-)) / S_g(t-)
 * z_g    = sum over t_i of (1 - F(t_i-))^rho (d_gi - d_i R_g(t_i) / R(t_i))
 * }</pre>
 *
 * <p>Y_g customers of group g are at risk, d_gi leave for the reason at t_i, F_g is their {@link
 * CumulativeIncidence} and S_g the share still active; R and d_i are sums over groups; 1 - F is the
 * product of {@code 1 - d_i / R(t_i)}. The statistic is {@code z' V^-1 z}, chi-square with groups
 * less 1 degrees of freedom. With strata, z and V are sums over strata.
 *
 * <p><b>Variance.</b> By the martingales of losses for the reason (1) and for others (2) in each
 * group r, with the estimates of that group and hypothesis imposed on the rate of R_r alone:
 *
 * <pre>{@code
 * V_gh   = sum over r, t_i of c_i a_gr a_hr R_r(t_i) d_i / R(t_i) + b_gr b_hr d_2ri
 * a_gr   = w (1{g=r} - R_g / R) - q_gr F_2r / Y_r,   b_gr = -q_gr (1 - F_1r) / Y_r
 * q_gr   = sum over later t_j of w (1{g=r} - R_g / R) Y_r / S_r d_j / R,   w = (1 - F(t-))^rho
 * c_i    = (R - d_i) / (R - 1)
 * }</pre>
 *
 * <p>In a_gr and b_gr, F counts the losses at t_i too. With one reason only F_2 is 0, R_g is Y_g
 * and, with rho 0, all is the log-rank test with its correction for ties. Other programs estimate
 * the variance in ways that differ in finite samples: for one published comparison of 205 patients
 * R's {@code cmprsk} gives 26.12 and 0.1587 for the two reasons, this class 26.94 and 0.1590.
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
