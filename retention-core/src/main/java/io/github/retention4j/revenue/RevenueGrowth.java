package io.github.retention4j.revenue;

import io.github.retention4j.internal.text.TextTable;
import io.github.retention4j.money.Money;
import java.util.Optional;

/**
 * Growth of recurring revenue over one or more periods; unitless, 0.05 for 5 % more.
 *
 * <p>There is no interval: it says what all revenue did, and no part of it stands for more.
 *
 * @param opening what stood at the opening, over zero
 * @param closing what stood at the close, zero or more
 * @param periods how many periods lie between them, at least 1
 */
public record RevenueGrowth(Money opening, Money closing, int periods) {

  /**
   * Checks the amounts.
   *
   * @param opening what stood at the opening
   * @param closing what stood at the close
   * @param periods how many periods lie between them
   * @throws IllegalArgumentException if opening is not over zero, closing is negative or there is
   *     no period; a {@link io.github.retention4j.money.CurrencyMismatchException} if currencies
   *     differ
   */
  public RevenueGrowth {
    if (opening.signum() <= 0) {
      throw new IllegalArgumentException("opening (" + opening + ") must be over zero");
    }
    if (closing.signum() < 0) {
      throw new IllegalArgumentException("closing (" + closing + ") must be zero or more");
    }
    if (periods < 1) {
      throw new IllegalArgumentException("periods (" + periods + ") must be at least 1");
    }
    opening.compareTo(closing);
  }

  /**
   * Returns the growth that movements make up.
   *
   * @param movements what moved revenue
   * @param periods how many periods they are of, at least 1
   * @return the growth; empty if nothing stood at the opening
   * @throws IllegalArgumentException if there is no period
   */
  public static Optional<RevenueGrowth> of(RevenueMovements movements, int periods) {
    return movements.opening().signum() == 0
        ? Optional.empty()
        : Optional.of(new RevenueGrowth(movements.opening(), movements.closing(), periods));
  }

  /**
   * Returns the growth over all periods.
   *
   * @return closing / opening - 1, at least -1
   */
  public double value() {
    return Ratios.of(closing.minus(opening), opening);
  }

  /**
   * Returns the growth of each period that compounds to it, CMGR on months.
   *
   * @return (closing / opening)^(1 / periods) - 1, at least -1
   */
  public double compoundPerPeriod() {
    double log = Math.log1p(value());
    return Math.expm1(log / periods);
  }

  /**
   * Returns the growth and the amounts.
   *
   * @return for example {@code 20.00 % over 2 periods, from USD 100.00 to USD 120.00}
   */
  @Override
  public String toString() {
    return TextTable.percent(value())
        + " over "
        + periods
        + (periods == 1 ? " period" : " periods")
        + ", from "
        + TextTable.amount(opening)
        + " to "
        + TextTable.amount(closing);
  }
}
