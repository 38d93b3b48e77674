package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A coupon on a subscription, permanent or for a time.
 *
 * <p>Several at once: the fractions multiply, then the amounts go off, and the price never falls
 * below zero. So their order does not matter.
 *
 * @param name by which it is ended early, and known among those of the subscription; not blank
 * @param reduction what it takes off each charge
 * @param endExclusive the first day without it; empty if it is permanent
 */
public record Discount(String name, Reduction reduction, Optional<LocalDate> endExclusive) {

  /** What a discount takes off each charge. */
  public sealed interface Reduction permits FractionOff, AmountOff {}

  /**
   * A share of the price.
   *
   * @param fraction 0 to 1, such as 0.5 for half
   */
  public record FractionOff(BigDecimal fraction) implements Reduction {

    /**
     * Checks the fraction.
     *
     * @param fraction the share of the price
     * @throws IllegalArgumentException if it is not from 0 to 1
     */
    public FractionOff {
      requireNonNull(fraction, "fraction");
      if (fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException("fraction (" + fraction + ") must be from 0 to 1");
      }
      fraction = fraction.stripTrailingZeros();
    }
  }

  /**
   * A fixed amount.
   *
   * @param amount what goes off each charge, zero or more, in the currency of the price
   */
  public record AmountOff(Money amount) implements Reduction {

    /**
     * Checks the amount.
     *
     * @param amount what goes off each charge
     * @throws IllegalArgumentException if it is negative
     */
    public AmountOff {
      if (amount.signum() < 0) {
        throw new IllegalArgumentException("amount (" + amount + ") must not be negative");
      }
    }
  }

  /**
   * Checks the name.
   *
   * @param name by which it is ended early
   * @param reduction what it takes off each charge
   * @param endExclusive the first day without it, or empty
   * @throws IllegalArgumentException if the name is blank
   */
  public Discount {
    requireNonNull(name, "name");
    requireNonNull(reduction, "reduction");
    requireNonNull(endExclusive, "endExclusive");
    if (name.isBlank()) {
      throw new IllegalArgumentException("name (" + name + ") must not be blank");
    }
  }

  /**
   * Returns a permanent discount of a share of the price.
   *
   * @param name by which it is known
   * @param fraction decimal digits from 0 to 1, such as {@code "0.5"}
   * @return the discount
   * @throws IllegalArgumentException if the name is blank, or the fraction cannot be read or is not
   *     from 0 to 1
   */
  public static Discount ofFraction(String name, String fraction) {
    return new Discount(
        name, new FractionOff(Digits.parse("fraction", fraction)), Optional.empty());
  }

  /**
   * Returns a permanent discount of an amount.
   *
   * @param name by which it is known
   * @param amount what goes off each charge
   * @return the discount
   * @throws IllegalArgumentException if the name is blank or the amount negative
   */
  public static Discount ofAmount(String name, Money amount) {
    return new Discount(name, new AmountOff(amount), Optional.empty());
  }

  /**
   * Ends the discount at a day known beforehand.
   *
   * @param newEndExclusive the first day without it
   * @return the same discount for a time
   */
  public Discount until(LocalDate newEndExclusive) {
    return new Discount(name, reduction, Optional.of(newEndExclusive));
  }

  Discount withoutEnd() {
    return endExclusive.isEmpty() ? this : new Discount(name, reduction, Optional.empty());
  }
}
