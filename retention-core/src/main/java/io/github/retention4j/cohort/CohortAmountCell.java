package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.Money;
import java.util.Optional;

/**
 * What is known of the amounts of a cohort at an age. That nobody paid is one thing, that more may
 * still come another.
 */
public sealed interface CohortAmountCell {

  /**
   * The period, or every period of the bracket, lies before the end of observation for every
   * member.
   *
   * @param paid what the members paid
   */
  record Observed(CohortAmount paid) implements CohortAmountCell {

    /**
     * Checks that the amount is there.
     *
     * @param paid what the members paid
     */
    public Observed {
      requireNonNull(paid, "paid");
    }

    @Override
    public Optional<CohortAmount> amount() {
      return Optional.of(paid);
    }
  }

  /**
   * The period, or a period of the bracket, has not ended at the end of observation for every
   * member. There is no average of it, and it enters none.
   *
   * @param sumSoFar the exact sum of the amounts that were observed; more may come
   * @param eventsSoFar how many events with an amount were observed
   * @param payersSoFar members with at least one of these
   */
  record NotYetObserved(Money sumSoFar, long eventsSoFar, long payersSoFar)
      implements CohortAmountCell {

    /**
     * Checks the counts.
     *
     * @param sumSoFar the exact sum of the amounts that were observed
     * @param eventsSoFar how many events with an amount were observed
     * @param payersSoFar members with at least one of these
     * @throws IllegalArgumentException if not 0 &lt;= payersSoFar &lt;= eventsSoFar
     */
    public NotYetObserved {
      requireNonNull(sumSoFar, "sumSoFar");
      if (payersSoFar < 0 || eventsSoFar < payersSoFar) {
        throw new IllegalArgumentException(
            "payersSoFar (" + payersSoFar + ") must be 0 to eventsSoFar (" + eventsSoFar + ")");
      }
    }

    @Override
    public Optional<CohortAmount> amount() {
      return Optional.empty();
    }
  }

  /**
   * Returns what the members paid.
   *
   * @return the amount; empty if not yet observed
   */
  Optional<CohortAmount> amount();
}
