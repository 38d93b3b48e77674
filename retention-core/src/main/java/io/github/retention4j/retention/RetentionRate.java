package io.github.retention4j.retention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.IntervalMethod;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.util.Optional;

/**
 * The share of customers retained over a period, with the counts that it comes from; {@code
 * value()} is unitless, in [0, 1].
 *
 * @param retained customers retained, of customers at the start
 * @param per the length of the period
 * @param definition what "retained" means here
 */
public record RetentionRate(Proportion retained, Granularity per, RetentionDefinition definition) {

  /**
   * Checks that nothing is null.
   *
   * @param retained customers retained, of customers at the start
   * @param per the length of the period
   * @param definition what "retained" means here
   */
  public RetentionRate {
    requireNonNull(retained, "retained");
    requireNonNull(per, "per");
    requireNonNull(definition, "definition");
  }

  /**
   * Returns the renewal rate: of the contracts up for renewal, those renewed.
   *
   * @param upForRenewal contracts whose term ended in the period, 0 or more
   * @param renewed those of them that were renewed
   * @param per the length of the period
   * @return the rate; empty if nothing was up for renewal
   * @throws IllegalArgumentException if renewed is negative or more than upForRenewal
   */
  public static Optional<RetentionRate> ofRenewals(
      long upForRenewal, long renewed, Granularity per) {
    return Proportion.ifAny(renewed, upForRenewal)
        .map(share -> new RetentionRate(share, per, RetentionDefinition.RENEWAL));
  }

  /**
   * Returns the rate.
   *
   * @return retained / at start, in [0, 1]
   */
  public double value() {
    return retained.value();
  }

  /**
   * Returns the Wilson 95 % interval.
   *
   * @return the interval
   */
  public ConfidenceInterval interval() {
    return retained.interval();
  }

  /**
   * Returns the Wilson interval at a level.
   *
   * @param level the share of such intervals that hold the true rate, in (0, 1)
   * @return the interval
   */
  public ConfidenceInterval interval(double level) {
    return retained.interval(level);
  }

  /**
   * Returns an interval by a method of choice.
   *
   * @param method how it is made
   * @param level the share of such intervals that hold the true rate, in (0, 1)
   * @return the interval
   */
  public ConfidenceInterval interval(IntervalMethod method, double level) {
    return retained.interval(method, level);
  }

  /**
   * Returns the share lost over the same period from the same customers.
   *
   * @return 1 - this, with the same counts
   */
  public ChurnRate churn() {
    ChurnDenominator denominator =
        definition == RetentionDefinition.RENEWAL
            ? ChurnDenominator.UP_FOR_RENEWAL
            : ChurnDenominator.AT_START;
    return ChurnRate.ofShare(retained.complement(), denominator, per);
  }

  /**
   * Converts the rate to another length of period by compounding: over k periods value^k stay, if
   * each keeps the same share and customers leave alike. 95 % a quarter is 0.95^4 = 81.45 % a year.
   *
   * @param other the length to convert to
   * @return the converted rate, which remembers this one
   * @throws IllegalArgumentException if the lengths have no exact ratio
   */
  public CompoundedRate compoundedTo(Granularity other) {
    return new CompoundedRate(this, other);
  }

  /**
   * Returns counts, percentage and period.
   *
   * @return for example {@code 31/44 (70.45 %) a quarter}
   */
  @Override
  public String toString() {
    return retained + " " + per.perUnit();
  }
}
