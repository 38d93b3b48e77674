package io.github.retention4j.renewal;

/**
 * One line of a projection.
 *
 * @param period t, the number of the renewal, 1 or more
 * @param survival S(t), the share of a cohort that has made it
 * @param churnProbability P(T = t), the share of a cohort that is lost at it
 * @param retentionRate r(t), the share that makes it of those who made the one before
 */
public record RenewalPeriod(
    long period, double survival, double churnProbability, double retentionRate) {

  /**
   * Checks that the shares are ones.
   *
   * @param period the number of the renewal
   * @param survival the share that has made it
   * @param churnProbability the share that is lost at it
   * @param retentionRate the share that makes it
   * @throws IllegalArgumentException if the period is under 1, or a share not from 0 to 1
   */
  public RenewalPeriod {
    Checks.period(period);
    Checks.chance("survival", survival);
    Checks.chance("churnProbability", churnProbability);
    Checks.chance("retentionRate", retentionRate);
  }
}
