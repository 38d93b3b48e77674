package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.text.TextTable;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import java.util.Currency;
import java.util.List;

/**
 * The recurring revenue at the opening of a period and what moved it, in one currency. The closing
 * follows: {@code opening + new + reactivation + expansion - contraction - churn + foreign exchange
 * = closing}, exactly.
 *
 * <p>From a grid by {@link RevenueBridgeCalculator}, or from the totals of another tool: {@code
 * RevenueMovements.from(Money.of("USD", 1000)).with(RevenueMovement.CHURN, Money.of("USD", 100))}.
 *
 * @param opening what stood at the opening, zero or more
 * @param newRevenue from new customers, zero or more
 * @param reactivation from customers who came back, zero or more
 * @param expansion more from customers who went on, zero or more
 * @param contraction less from customers who went on, zero or more
 * @param churn from customers who were lost, zero or more
 * @param foreignExchange the same prices worth more, or less if negative
 */
public record RevenueMovements(
    Money opening,
    Money newRevenue,
    Money reactivation,
    Money expansion,
    Money contraction,
    Money churn,
    Money foreignExchange) {

  /**
   * Checks the amounts.
   *
   * @param opening what stood at the opening
   * @param newRevenue from new customers
   * @param reactivation from customers who came back
   * @param expansion more from customers who went on
   * @param contraction less from customers who went on
   * @param churn from customers who were lost
   * @param foreignExchange the same prices worth more, or less
   * @throws IllegalArgumentException if one but foreign exchange, or the closing, is negative; a
   *     {@link CurrencyMismatchException} if currencies differ
   */
  public RevenueMovements {
    requireAmount("opening", opening, opening);
    requireAmount("new", newRevenue, opening);
    requireAmount("reactivation", reactivation, opening);
    requireAmount("expansion", expansion, opening);
    requireAmount("contraction", contraction, opening);
    requireAmount("churn", churn, opening);
    requireCurrency("foreign exchange", foreignExchange, opening);
    List<Money> gains = List.of(newRevenue, reactivation, expansion, foreignExchange);
    Money closing = closing(opening, gains, List.of(contraction, churn));
    requireAmount("closing, which follows from the others,", closing, opening);
  }

  private static void requireAmount(String name, Money amount, Money opening) {
    requireCurrency(name, amount, opening);
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(name + " (" + amount + ") must be zero or more");
    }
  }

  private static void requireCurrency(String name, Money amount, Money opening) {
    if (!requireNonNull(amount, name).currency().equals(opening.currency())) {
      throw new CurrencyMismatchException(opening.currency(), amount.currency(), name);
    }
  }

  private static Money closing(Money opening, List<Money> gains, List<Money> losses) {
    Money closing = gains.stream().reduce(opening, Money::plus);
    return losses.stream().reduce(closing, Money::minus);
  }

  /**
   * Returns an opening that nothing has moved yet.
   *
   * @param opening what stood at the opening, zero or more
   * @return the opening, all movements zero
   */
  public static RevenueMovements from(Money opening) {
    Money zero = Money.zero(requireNonNull(opening, "opening").currency());
    return new RevenueMovements(opening, zero, zero, zero, zero, zero, zero);
  }

  /**
   * Sets a movement.
   *
   * @param movement which
   * @param amount how much, zero or more; foreign exchange may be negative
   * @return the same with that amount
   * @throws IllegalArgumentException if it is negative, or more is lost than there was
   */
  public RevenueMovements with(RevenueMovement movement, Money amount) {
    requireNonNull(movement, "movement");
    return new RevenueMovements(
        opening,
        movement == RevenueMovement.NEW ? amount : newRevenue,
        movement == RevenueMovement.REACTIVATION ? amount : reactivation,
        movement == RevenueMovement.EXPANSION ? amount : expansion,
        movement == RevenueMovement.CONTRACTION ? amount : contraction,
        movement == RevenueMovement.CHURN ? amount : churn,
        movement == RevenueMovement.FOREIGN_EXCHANGE ? amount : foreignExchange);
  }

  /**
   * Returns the amount of a movement.
   *
   * @param movement which
   * @return zero or more; foreign exchange may be negative
   */
  public Money amount(RevenueMovement movement) {
    return switch (movement) {
      case NEW -> newRevenue;
      case REACTIVATION -> reactivation;
      case EXPANSION -> expansion;
      case CONTRACTION -> contraction;
      case CHURN -> churn;
      case FOREIGN_EXCHANGE -> foreignExchange;
    };
  }

  /**
   * Returns what stands at the close.
   *
   * @return opening and all that moved it, zero or more
   */
  public Money closing() {
    return closing(
        opening,
        List.of(newRevenue, reactivation, expansion, foreignExchange),
        List.of(contraction, churn));
  }

  /**
   * Adds the movements of the period that follows.
   *
   * @param next the movements that begin where these end
   * @return the movements of both periods
   * @throws IllegalArgumentException if the next does not open with this closing
   */
  public RevenueMovements then(RevenueMovements next) {
    if (!next.opening.equals(closing())) {
      throw new IllegalArgumentException(
          "opening (" + next.opening + ") of the next must be the closing (" + closing() + ")");
    }
    return new RevenueMovements(
        opening,
        newRevenue.plus(next.newRevenue),
        reactivation.plus(next.reactivation),
        expansion.plus(next.expansion),
        contraction.plus(next.contraction),
        churn.plus(next.churn),
        foreignExchange.plus(next.foreignExchange));
  }

  /**
   * Returns the currency.
   *
   * @return the currency of all amounts
   */
  public Currency currency() {
    return opening.currency();
  }

  /**
   * Returns the sum, rounded to the digits of the currency; movements of zero are left out.
   *
   * @return for example {@code USD 1000.00 + new 70.00 - churn 100.00 = 970.00}
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(TextTable.amount(opening));
    for (RevenueMovement movement : RevenueMovement.values()) {
      Money amount = amount(movement);
      if (amount.signum() != 0) {
        boolean loss = movement == RevenueMovement.CONTRACTION || movement == RevenueMovement.CHURN;
        boolean less = loss || amount.signum() < 0;
        text.append(less ? " - " : " + ").append(movement.words()).append(' ');
        text.append(TextTable.plain(amount.signum() < 0 ? amount.negated() : amount));
      }
    }
    return text.append(" = ").append(TextTable.plain(closing())).toString();
  }
}
