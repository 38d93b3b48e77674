package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.revenue.LossReason;
import java.time.LocalDate;
import java.util.Optional;

/** What happens to a subscription on a day. */
public sealed interface SubscriptionChange {

  /**
   * The subscription begins, or begins again after its end.
   *
   * @param plan what it costs
   * @param termEndExclusive when the contract ends unless it is renewed; empty for one that runs
   *     until it is cancelled
   * @param signed when the contract was signed, not after it begins; empty for the same day
   */
  record Start(Plan plan, Optional<LocalDate> termEndExclusive, Optional<LocalDate> signed)
      implements SubscriptionChange {

    /**
     * Checks that nothing is null.
     *
     * @param plan what it costs
     * @param termEndExclusive when the contract ends, or empty
     * @param signed when it was signed, or empty
     */
    public Start {
      requireNonNull(plan, "plan");
      requireNonNull(termEndExclusive, "termEndExclusive");
      requireNonNull(signed, "signed");
    }

    /**
     * Says when the contract ends unless it is renewed.
     *
     * @param end the first day after the term
     * @return the same start with that term
     */
    public Start until(LocalDate end) {
      return new Start(plan, Optional.of(end), signed);
    }

    /**
     * Says when the contract was signed.
     *
     * @param day the day, not after the subscription begins
     * @return the same start, signed then
     */
    public Start signedOn(LocalDate day) {
      return new Start(plan, termEndExclusive, Optional.of(day));
    }
  }

  /**
   * The price changes: another plan, more or fewer seats, the end of a trial.
   *
   * @param plan what it costs from now on
   */
  record PlanChange(Plan plan) implements SubscriptionChange {

    /**
     * Checks that there is a plan.
     *
     * @param plan what it costs from now on
     */
    public PlanChange {
      requireNonNull(plan, "plan");
    }
  }

  /**
   * A discount begins.
   *
   * @param discount the discount
   */
  record DiscountStart(Discount discount) implements SubscriptionChange {

    /**
     * Checks that there is a discount.
     *
     * @param discount the discount
     */
    public DiscountStart {
      requireNonNull(discount, "discount");
    }
  }

  /**
   * A discount ends, before its time if it had one.
   *
   * @param name the name of the discount
   */
  record DiscountEnd(String name) implements SubscriptionChange {

    /**
     * Checks that there is a name.
     *
     * @param name the name of the discount
     */
    public DiscountEnd {
      requireNonNull(name, "name");
    }
  }

  /**
   * The contract is renewed: early, on time, or late, when the subscription comes back.
   *
   * @param termEndExclusive when the new term ends, after the one before
   * @param plan what it costs from now on; empty if the price stays
   */
  record Renewal(LocalDate termEndExclusive, Optional<Plan> plan) implements SubscriptionChange {

    /**
     * Checks that nothing is null.
     *
     * @param termEndExclusive when the new term ends
     * @param plan what it costs from now on, or empty
     */
    public Renewal {
      requireNonNull(termEndExclusive, "termEndExclusive");
      requireNonNull(plan, "plan");
    }

    /**
     * Says what the new term costs.
     *
     * @param newPlan what it costs from now on
     * @return the same renewal at that price
     */
    public Renewal with(Plan newPlan) {
      return new Renewal(termEndExclusive, Optional.of(newPlan));
    }
  }

  /**
   * Notice is given that the subscription shall end; it runs on until then.
   *
   * @param reason why
   */
  record CancelRequest(LossReason reason) implements SubscriptionChange {

    /**
     * Checks that there is a reason.
     *
     * @param reason why
     */
    public CancelRequest {
      requireNonNull(reason, "reason");
    }
  }

  /**
   * The subscription is cancelled.
   *
   * @param reason why
   * @param paidUntilExclusive the first day that is not paid for; empty for the end of the term, or
   *     this day where there is no term
   */
  record Cancellation(LossReason reason, Optional<LocalDate> paidUntilExclusive)
      implements SubscriptionChange {

    /**
     * Checks that nothing is null.
     *
     * @param reason why
     * @param paidUntilExclusive the first day that is not paid for, or empty
     */
    public Cancellation {
      requireNonNull(reason, "reason");
      requireNonNull(paidUntilExclusive, "paidUntilExclusive");
    }

    /**
     * Says until when it is paid for.
     *
     * @param end the first day that is not paid for, not before the cancellation
     * @return the same cancellation, paid for until then
     */
    public Cancellation paidUntil(LocalDate end) {
      return new Cancellation(reason, Optional.of(end));
    }
  }

  /** Changes that need no more to be said. */
  enum Status implements SubscriptionChange {
    /** The subscription rests; it is not charged. */
    PAUSE,
    /** A pause ends. */
    RESUMPTION,
    /** The notice is taken back. */
    CANCEL_WITHDRAWAL,
    /** A payment failed and is owed. */
    PAST_DUE,
    /** What was owed was paid. */
    RECOVERY
  }

  /**
   * Returns the start of a subscription that runs until it is cancelled.
   *
   * @param plan what it costs
   * @return the change; {@link Start#until(LocalDate)} gives it a term
   */
  static Start start(Plan plan) {
    return new Start(plan, Optional.empty(), Optional.empty());
  }

  /**
   * Returns a change of price.
   *
   * @param plan what it costs from now on
   * @return the change
   */
  static PlanChange planChange(Plan plan) {
    return new PlanChange(plan);
  }

  /**
   * Returns a renewal at the same price.
   *
   * @param termEndExclusive when the new term ends
   * @return the change; {@link Renewal#with(Plan)} gives it another price
   */
  static Renewal renewal(LocalDate termEndExclusive) {
    return new Renewal(termEndExclusive, Optional.empty());
  }

  /**
   * Returns the start of a discount.
   *
   * @param discount the discount
   * @return the change
   */
  static DiscountStart discountStart(Discount discount) {
    return new DiscountStart(discount);
  }

  /**
   * Returns the end of a discount, before its time if it had one.
   *
   * @param name the name of the discount
   * @return the change
   */
  static DiscountEnd discountEnd(String name) {
    return new DiscountEnd(name);
  }

  /**
   * Returns a notice that the subscription shall end.
   *
   * @param reason why
   * @return the change
   */
  static CancelRequest cancelRequest(LossReason reason) {
    return new CancelRequest(reason);
  }

  /**
   * Returns a cancellation that holds at the end of the term, or at once where there is none.
   *
   * @param reason why
   * @return the change; {@link Cancellation#paidUntil(LocalDate)} says when else it holds
   */
  static Cancellation cancellation(LossReason reason) {
    return new Cancellation(reason, Optional.empty());
  }
}
