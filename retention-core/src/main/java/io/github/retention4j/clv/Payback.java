package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.Granularity;

/** When the margins of a customer have paid for acquiring it. */
public sealed interface Payback permits Payback.After, Payback.Never {

  /**
   * The cost is covered after so many whole periods.
   *
   * @param periods whole periods since the acquisition, zero (covered by a first margin that comes
   *     at once) or more; one period fewer does not cover the cost
   * @param per the period
   */
  record After(long periods, Granularity per) implements Payback {

    /**
     * Checks the count.
     *
     * @param periods whole periods since the acquisition
     * @param per the period
     * @throws IllegalArgumentException if the count is negative
     */
    public After {
      requireNonNull(per, "per");
      if (periods < 0) {
        throw new IllegalArgumentException("periods (" + periods + ") must be at least 0");
      }
    }

    /**
     * Returns the time in words.
     *
     * @return for example {@code 5 months}
     */
    @Override
    public String toString() {
      return per.times(periods);
    }
  }

  /**
   * The cost is never covered.
   *
   * @param reason why
   */
  record Never(Reason reason) implements Payback {

    /**
     * Checks that there is a reason.
     *
     * @param reason why
     */
    public Never {
      requireNonNull(reason, "reason");
    }

    /**
     * Returns that it is never covered, and why.
     *
     * @return for example {@code never: the margin is not above 0}
     */
    @Override
    public String toString() {
      return "never: " + reason.words();
    }
  }

  /** Why a cost is never covered. */
  enum Reason {
    /** A customer who stays brings in nothing, or costs money. */
    MARGIN_NOT_POSITIVE("the margin is not above 0"),
    /**
     * The margins of a whole life do not add up to the cost: without discount and with a certain
     * first margin, {@code cost * (1 - r) / m >= 1}.
     */
    LIFETIME_VALUE_NOT_ABOVE_COST("the margins of a whole life do not add up to the cost"),
    /** The margins of the observed ages do not add up to the cost, and nothing is assumed after. */
    NOT_WITHIN_OBSERVED_AGES(
        "the margins of the observed ages do not add up to the cost, and nothing is assumed after"),
    /** It would take more than 2^53 periods, beyond which a double cannot count. */
    BEYOND_COUNTING("it would take more periods than can be counted");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /**
     * Returns the reason in words.
     *
     * @return for example {@code the margin is not above 0}
     */
    public String words() {
      return words;
    }
  }
}
