package io.github.retention4j.segment;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.Proportion;

/**
 * How many losses are above those at the rate of the best value of an attribute.
 *
 * <pre>{@code losses = sum over values of max(0, lost - customers * best share)}</pre>
 *
 * <p>The best value is that of the lowest share, among equals the first, of those that have enough
 * customers not to be pooled; {@code (other)} and {@code (missing)} are never the best. An upper
 * bound in two ways: that customers would leave as seldom if their value were another is an
 * assumption, and the lowest of several shares is low also by chance.
 *
 * @param best the best value
 * @param bestChurn the share of its customers that left
 * @param losses customers, 0 or more, not whole
 * @param share of all losses, from 0 to 1
 */
public record AvoidableLosses(String best, Proportion bestChurn, double losses, double share) {

  /**
   * Checks the numbers.
   *
   * @param best the best value
   * @param bestChurn the share of its customers that left
   * @param losses customers
   * @param share of all losses
   * @throws IllegalArgumentException if losses are under 0 or the share is not from 0 to 1
   */
  public AvoidableLosses {
    requireNonNull(best, "best");
    requireNonNull(bestChurn, "bestChurn");
    if (!(losses >= 0)) {
      throw new IllegalArgumentException("losses (" + losses + ") must be 0 or more");
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share (" + share + ") must be from 0 to 1");
    }
  }
}
