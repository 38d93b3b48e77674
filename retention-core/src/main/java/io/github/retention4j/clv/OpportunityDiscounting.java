package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.purchase.BgBb;
import io.github.retention4j.purchase.OpportunityHistory;
import io.github.retention4j.time.Granularity;
import java.util.OptionalInt;

/**
 * Which of the opportunities to come count, and how much less for coming later: a purchase at the
 * i-th opportunity after the last one known counts {@code (1 + d)^-i}.
 *
 * <p>Without a limit that is the discounted expected residual transactions (DERT) of the paper.
 *
 * @param opportunities how many of those to come count, at least 1; empty for all, without end
 * @param opportunity the period of which each has one opportunity
 * @param discount the discount rate, compounded to that period; over 0 without end
 * @see <a href="https://doi.org/10.1287/mksc.1100.0580">Fader, Hardie and Shang (2010)</a>
 */
public record OpportunityDiscounting(
    OptionalInt opportunities, Granularity opportunity, DiscountRate discount) {

  /**
   * Checks that the parts go together.
   *
   * @param opportunities how many of those to come count
   * @param opportunity the period of an opportunity
   * @param discount the discount rate
   * @throws IllegalArgumentException if there is no opportunity or more than a million, the rate is
   *     0 without end, or it cannot be compounded to the period, as a yearly rate to a week
   */
  public OpportunityDiscounting {
    requireNonNull(opportunities, "opportunities");
    requireNonNull(opportunity, "opportunity");
    requireNonNull(discount, "discount");
    opportunities.ifPresent(count -> PeriodicDiscounting.requireCount("opportunities", count));
    if (opportunities.isEmpty() && discount.rate() == 0) {
      throw new IllegalArgumentException(
          "discount (" + discount + ") must be over 0 for opportunities without end");
    }
    discount.per(opportunity);
  }

  /**
   * Returns that the next opportunities count.
   *
   * @param opportunities how many, at least 1
   * @param opportunity the period of which each has one
   * @param discount the discount rate
   * @return the choice
   * @throws IllegalArgumentException if there is no opportunity or more than a million, or the rate
   *     cannot be compounded to the period
   */
  public static OpportunityDiscounting next(
      int opportunities, Granularity opportunity, DiscountRate discount) {
    return new OpportunityDiscounting(OptionalInt.of(opportunities), opportunity, discount);
  }

  /**
   * Returns that all opportunities to come count.
   *
   * @param opportunity the period of which each has one
   * @param discount the discount rate, over 0
   * @return the choice
   * @throws IllegalArgumentException if the rate is 0 or cannot be compounded to the period
   */
  public static OpportunityDiscounting endless(Granularity opportunity, DiscountRate discount) {
    return new OpportunityDiscounting(OptionalInt.empty(), opportunity, discount);
  }

  /**
   * Returns the discounted expected purchases of a customer after its last known opportunity.
   *
   * @param model the model
   * @param history the customer
   * @return 0 or more
   */
  public double discountedPurchases(BgBb model, OpportunityHistory history) {
    return opportunities.isEmpty()
        ? model.discountedPurchases(history, rate())
        : PeriodicDiscounting.sum(
            i -> model.expectedPurchases(history, i), opportunities.getAsInt(), rate());
  }

  /**
   * Returns the discounted expected repeat purchases of a customer not yet seen, from its first
   * purchase on.
   *
   * @param model the model
   * @return 0 or more; the first purchase is not among them
   */
  public double discountedPurchases(BgBb model) {
    return opportunities.isEmpty()
        ? model.discountedPurchases(rate())
        : PeriodicDiscounting.sum(model::expectedPurchases, opportunities.getAsInt(), rate());
  }

  private double rate() {
    return discount.per(opportunity).rate();
  }

  /**
   * Returns what counts, in words.
   *
   * @return one line of text
   */
  @Override
  public String toString() {
    return "the purchases at "
        + (opportunities.isEmpty()
            ? "all opportunities to come"
            : "the next " + opportunities.getAsInt() + " opportunities")
        + ", one "
        + opportunity.perUnit()
        + ", discount rate "
        + discount;
  }
}
