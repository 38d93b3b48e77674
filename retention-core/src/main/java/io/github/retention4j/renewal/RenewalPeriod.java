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
    long period, double survival, double churnProbability, double retentionRate) {}
