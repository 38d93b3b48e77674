package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** What whole numbers of amounts count: 10^-decimals of a currency. */
record AmountUnit(Currency currency, int decimals) {

  private static final int MOST_DECIMALS = 18;

  AmountUnit {
    requireNonNull(currency, "currency");
    if (decimals < 0 || decimals > MOST_DECIMALS) {
      throw new IllegalArgumentException(
          "decimals (" + decimals + ") must be from 0 to " + MOST_DECIMALS);
    }
  }

  /**
   * Returns how many units an amount is.
   *
   * @param customer whose amount it is, for the message
   */
  long of(Money amount, Object customer) {
    if (!amount.currency().equals(currency)) {
      throw new CurrencyMismatchException(
          currency, amount.currency(), "amount of customer " + customer);
    }
    try {
      return amount.amount().movePointRight(decimals).longValueExact();
    } catch (ArithmeticException inexact) {
      throw new IllegalArgumentException(
          "amount ("
              + amount
              + ") of customer "
              + customer
              + " must have at most "
              + decimals
              + " decimals, and be at most "
              + money(Long.MAX_VALUE),
          inexact);
    }
  }

  Money money(long units) {
    return new Money(currency, BigDecimal.valueOf(units, decimals));
  }

  void requireSame(AmountUnit other) {
    if (!other.currency.equals(currency)) {
      throw new CurrencyMismatchException(currency, other.currency, "currency of a part");
    }
    if (other.decimals != decimals) {
      throw new IllegalArgumentException("decimals (" + other.decimals + ") must be " + decimals);
    }
  }
}
