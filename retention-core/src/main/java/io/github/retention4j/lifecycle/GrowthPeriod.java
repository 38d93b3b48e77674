package io.github.retention4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.lifecycle.GrowthQuickRatio.NobodyLost;
import io.github.retention4j.lifecycle.GrowthQuickRatio.Ratio;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import java.util.Optional;

/**
 * Where the active customers of one complete period came from, and where those of the period before
 * went.
 *
 * <pre>{@code
 * active       = new + retained + resurrected
 * activeBefore = retained + churned
 * active       = activeBefore + new + resurrected - churned
 * }</pre>
 *
 * @param period the index of the period on the axis
 * @param label the name of the period, such as {@code 2024-02}
 * @param days the days of the period
 * @param newCustomers active now, not known before
 * @param retained active now and in the period before
 * @param resurrected active now, not in the period before, known from earlier
 * @param churned active in the period before, not now
 */
public record GrowthPeriod(
    int period,
    String label,
    DateRange days,
    long newCustomers,
    long retained,
    long resurrected,
    long churned) {

  /**
   * Checks that the counts are counts.
   *
   * @param period the index of the period on the axis
   * @param label the name of the period
   * @param days the days of the period
   * @param newCustomers active now, not known before
   * @param retained active now and in the period before
   * @param resurrected active now, not in the period before, known from earlier
   * @param churned active in the period before, not now
   * @throws IllegalArgumentException if a count is negative
   */
  public GrowthPeriod {
    requireNonNull(label, "label");
    requireNonNull(days, "days");
    EngagementChecks.count("newCustomers", newCustomers);
    EngagementChecks.count("retained", retained);
    EngagementChecks.count("resurrected", resurrected);
    EngagementChecks.count("churned", churned);
  }

  /**
   * Returns the customers active in the period.
   *
   * @return new + retained + resurrected
   */
  public long active() {
    return newCustomers + retained + resurrected;
  }

  /**
   * Returns the customers active in the period before.
   *
   * @return retained + churned; 0 for the first period of an axis that begins with the history
   */
  public long activeBefore() {
    return retained + churned;
  }

  /**
   * Returns by how many the active customers grew.
   *
   * @return new + resurrected - churned, negative if they became fewer
   */
  public long netGrowth() {
    return newCustomers + resurrected - churned;
  }

  /**
   * Returns the customers won for each one lost.
   *
   * @return (new + resurrected) / churned, or the reason why there is none
   */
  public GrowthQuickRatio quickRatio() {
    long won = newCustomers + resurrected;
    return churned == 0 ? new NobodyLost(won) : new Ratio(won, churned);
  }

  /**
   * Returns the share of the customers of the period before that stayed active.
   *
   * @return retained of (retained + churned); empty if nobody was active before
   */
  public Optional<Proportion> retention() {
    return Proportion.ifAny(retained, activeBefore());
  }
}
