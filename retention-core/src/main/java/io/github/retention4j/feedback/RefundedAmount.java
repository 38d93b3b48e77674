package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import java.util.Optional;

/**
 * What share of the money taken went back: the refund rate by amount. That by customers or orders
 * is an {@link IncidentRate}.
 *
 * <p>Example: USD 250 went back of USD 10,000 sold, 2.5 %.
 *
 * <p>It has no interval: sums of money do not tell how many refunds they are, and a single large
 * one may be most of them. {@link IncidentRate} counts refunds and has one.
 *
 * @param refunded what went back, zero or more; it may exceed what was sold where sales of earlier
 *     times are refunded
 * @param sold what was taken, over zero, before refunds
 */
public record RefundedAmount(Money refunded, Money sold) {

  /**
   * Checks the amounts.
   *
   * @param refunded what went back
   * @param sold what was taken
   * @throws IllegalArgumentException if refunded is negative or sold not over zero
   * @throws CurrencyMismatchException if the currencies differ
   */
  public RefundedAmount {
    requireNonNull(refunded, "refunded");
    requireNonNull(sold, "sold");
    if (!refunded.currency().equals(sold.currency())) {
      throw new CurrencyMismatchException(sold.currency(), refunded.currency());
    }
    if (refunded.signum() < 0) {
      throw new IllegalArgumentException("refunded (" + refunded + ") must be zero or more");
    }
    if (sold.signum() <= 0) {
      throw new IllegalArgumentException("sold (" + sold + ") must be over zero");
    }
  }

  /**
   * Adds up a log of purchases in which refunds are negative amounts.
   *
   * @param log the purchases and refunds
   * @return the sum of the negative amounts over that of the others; empty if nothing was sold
   * @throws IllegalArgumentException if no event has an amount
   */
  public static Optional<RefundedAmount> of(EventLog log) {
    Currency currency =
        log.currency()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "log (" + log.size() + " events) must hold an amount"));
    Money sold = sum(log, currency, 1);
    return sold.signum() == 0
        ? Optional.empty()
        : Optional.of(new RefundedAmount(sum(log, currency, -1).negated(), sold));
  }

  private static Money sum(EventLog log, Currency currency, int sign) {
    BigDecimal sum =
        log.events()
            .map(Event::amount)
            .flatMap(Optional::stream)
            .filter(amount -> amount.signum() == sign)
            .map(Money::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Money(currency, sum);
  }

  /**
   * Returns the share.
   *
   * @return refunded / sold, zero or more
   */
  public double value() {
    return refunded.amount().divide(sold.amount(), MathContext.DECIMAL64).doubleValue();
  }

  /**
   * Pools two parts, such as two months.
   *
   * @param other amounts of the same currency
   * @return the sums of both
   * @throws CurrencyMismatchException if the currencies differ
   */
  public RefundedAmount plus(RefundedAmount other) {
    return new RefundedAmount(refunded.plus(other.refunded), sold.plus(other.sold));
  }

  /**
   * Returns the share and what it comes from.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    return Texts.format(
        "Refund rate, amount refunded of amount sold: %s / %s = %.4f, no interval: sums do not tell"
            + " how many refunds they are\n",
        refunded, sold, value());
  }
}
