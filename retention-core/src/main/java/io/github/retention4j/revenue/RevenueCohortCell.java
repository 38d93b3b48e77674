package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What is known of the revenue of a cohort at an age. */
public sealed interface RevenueCohortCell {

  /**
   * Returns what the cohort kept.
   *
   * @return net and gross retention; empty if the period is not over
   */
  default Optional<Observed> observed() {
    return this instanceof Observed cell ? Optional.of(cell) : Optional.empty();
  }

  /**
   * The period is over.
   *
   * @param net {@code NET_SAME_CUSTOMERS} since the close of the first period; may exceed 1
   * @param gross {@code GROSS_PER_CUSTOMER} since then; at most 1, never above net
   */
  record Observed(RevenueRetention net, RevenueRetention gross) implements RevenueCohortCell {

    /**
     * Checks that nothing is null.
     *
     * @param net net retention since the close of the first period
     * @param gross gross retention since then
     */
    public Observed {
      requireNonNull(net, "net");
      requireNonNull(gross, "gross");
    }
  }

  /** The period is open, or has not begun; which is not the same as nothing kept. */
  enum NotYetObserved implements RevenueCohortCell {
    /** The only one. */
    INSTANCE
  }
}
