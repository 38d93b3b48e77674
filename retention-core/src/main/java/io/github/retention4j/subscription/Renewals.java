package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.Money;
import io.github.retention4j.stats.Proportion;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The contracts up for renewal in a period, the exposed base, and those renewed. Values are monthly
 * prices in book currency.
 *
 * <p>Renewal is not retention: of contracts worth 1,000,000 those worth 250,000 are due and those
 * worth 200,000 are renewed. That is 80 % renewal, and 95 % retention, since most were not asked.
 *
 * @param contracts how many were due in the period, or in force at its opening
 * @param due how many of them were due
 * @param renewed how many renewals the period is credited with
 * @param contractValue what the contracts were worth
 * @param dueValue what those due were worth before
 * @param renewedValue what those renewed were worth before, or after where that is less: what was
 *     kept, without expansion
 * @param renewedAtNewPrice what those renewed are worth after
 */
public record Renewals(
    long contracts,
    long due,
    long renewed,
    Money contractValue,
    Money dueValue,
    Money renewedValue,
    Money renewedAtNewPrice) {

  /**
   * Checks the counts.
   *
   * @param contracts how many were due or in force
   * @param due how many of them were due
   * @param renewed how many renewals the period is credited with
   * @param contractValue what the contracts were worth
   * @param dueValue what those due were worth before
   * @param renewedValue what those renewed kept
   * @param renewedAtNewPrice what those renewed are worth after
   * @throws IllegalArgumentException if a count is negative or more are due than there are
   */
  public Renewals {
    requireNonNull(contractValue, "contractValue");
    requireNonNull(dueValue, "dueValue");
    requireNonNull(renewedValue, "renewedValue");
    requireNonNull(renewedAtNewPrice, "renewedAtNewPrice");
    if (due < 0 || due > contracts) {
      throw new IllegalArgumentException(
          "due (" + due + ") must be from 0 to contracts (" + contracts + ")");
    }
    if (renewed < 0) {
      throw new IllegalArgumentException("renewed (" + renewed + ") must not be negative");
    }
  }

  /**
   * Returns the renewal rate in contracts.
   *
   * @return renewed / due; over 1 where late renewals are credited when closed; empty if none was
   *     due
   */
  public OptionalDouble rate() {
    return due == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) renewed / due);
  }

  /**
   * Returns the renewal rate in contracts with its counts, and by them its interval. Where late
   * renewals are credited when closed, some of those renewed were due before, so that the interval
   * is rough.
   *
   * @return renewed of due; empty if none was due, or if more were credited than were due, of which
   *     they are no share
   */
  public Optional<Proportion> proportion() {
    return renewed > due ? Optional.empty() : Proportion.ifAny(renewed, due);
  }

  /**
   * Returns the renewal rate in money, without expansion. It has no interval: contracts are of
   * unlike worth, so that counts do not tell how sure it is.
   *
   * @return renewed value / due value; empty if nothing was due
   */
  public OptionalDouble valueRate() {
    return ratio(renewedValue, dueValue);
  }

  /**
   * Returns the renewal rate in money at the new prices, over 1 where renewals cost more.
   *
   * @return renewed at the new price / due value; empty if nothing was due
   */
  public OptionalDouble valueRateAtNewPrice() {
    return ratio(renewedAtNewPrice, dueValue);
  }

  /**
   * Returns the share of contracts that was not lost for want of renewal.
   *
   * @return (renewed + not due) / contracts; empty if there was none
   */
  public OptionalDouble retention() {
    return contracts == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) (contracts - due + renewed) / contracts);
  }

  /**
   * Returns the share of the worth of contracts that was not lost for want of renewal.
   *
   * @return (renewed value + value not due) / contract value; empty if there was none
   */
  public OptionalDouble valueRetention() {
    return ratio(contractValue.minus(dueValue).plus(renewedValue), contractValue);
  }

  private static OptionalDouble ratio(Money part, Money whole) {
    return whole.signum() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            part.amount().divide(whole.amount(), MathContext.DECIMAL64).doubleValue());
  }
}
