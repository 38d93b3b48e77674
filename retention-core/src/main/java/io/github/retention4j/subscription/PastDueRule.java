package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.revenue.LossReason;
import java.util.OptionalInt;

/**
 * What becomes of a subscription whose payment failed. Once lost, it is lost {@linkplain
 * LossReason#INVOLUNTARY involuntarily}, and its recovery is a reactivation.
 *
 * @param lostAfterDays how many days after the failure it is lost unless it recovered, 0 or more;
 *     empty if it stays until it is cancelled
 */
public record PastDueRule(OptionalInt lostAfterDays) {

  /** It stays until it is cancelled. Stripe counts past-due subscriptions so. */
  public static final PastDueRule ACTIVE = new PastDueRule(OptionalInt.empty());

  /**
   * Checks the days.
   *
   * @param lostAfterDays how many days after the failure it is lost, or empty
   * @throws IllegalArgumentException if they are negative
   */
  public PastDueRule {
    requireNonNull(lostAfterDays, "lostAfterDays");
    if (lostAfterDays.orElse(0) < 0) {
      throw new IllegalArgumentException(
          "lostAfterDays (" + lostAfterDays.getAsInt() + ") must not be negative");
    }
  }

  /**
   * Returns the rule that it is lost unless it recovers in time. ChartMogul's setting is the
   * automatic churn of past-due subscriptions.
   *
   * @param days after the failure, 0 or more
   * @return the rule
   * @throws IllegalArgumentException if they are negative
   */
  public static PastDueRule lostAfter(int days) {
    return new PastDueRule(OptionalInt.of(days));
  }
}
