package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import java.util.Optional;

/**
 * What was spent to win customers over a period, and who was won.
 *
 * @param paid spending on paid channels, such as advertising and commissions, 0 or more
 * @param other all other costs of acquisition, such as salaries and tools, 0 or more
 * @param newByPaid customers won through paid channels, 0 or more
 * @param newOrganic customers who came by themselves or were referred, 0 or more
 */
public record AcquisitionSpend(Money paid, Money other, long newByPaid, long newOrganic) {

  /**
   * Checks the numbers.
   *
   * @param paid spending on paid channels
   * @param other all other costs of acquisition
   * @param newByPaid customers won through paid channels
   * @param newOrganic customers who came by themselves
   * @throws IllegalArgumentException if an amount or a count is negative
   * @throws CurrencyMismatchException if the currencies differ
   */
  public AcquisitionSpend {
    requireNotNegative("paid", paid);
    requireNotNegative("other", other);
    paid.plus(other);
    Checks.count("newByPaid", newByPaid);
    Checks.count("newOrganic", newOrganic);
  }

  private static void requireNotNegative(String name, Money amount) {
    requireNonNull(amount, name);
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(name + " (" + amount + ") must not be negative");
    }
  }

  /**
   * Returns the cost of winning one customer.
   *
   * @param basis which costs over which customers
   * @return the cost; empty if no such customer was won
   * @throws ArithmeticException if the customers together exceed a long
   */
  public Optional<AcquisitionCost> per(AcquisitionCostBasis basis) {
    Money spend = basis == AcquisitionCostBasis.PAID ? paid : paid.plus(other);
    long won =
        basis == AcquisitionCostBasis.BLENDED ? Math.addExact(newByPaid, newOrganic) : newByPaid;
    return won == 0 ? Optional.empty() : Optional.of(new AcquisitionCost(basis, spend, won));
  }

  /**
   * Tells why there is no cost of winning one customer.
   *
   * @param basis which costs over which customers
   * @return the reason; empty where there is one
   * @throws ArithmeticException if the customers together exceed a long
   */
  public Optional<String> whyNoCostPer(AcquisitionCostBasis basis) {
    if (per(basis).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        basis == AcquisitionCostBasis.BLENDED
            ? "no customer was won"
            : "no customer was won through paid channels");
  }
}
