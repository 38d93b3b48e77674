package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.text.TextTable;
import io.github.retention4j.money.Money;
import java.time.LocalDate;

/**
 * Monthly revenue that is committed at the close of a day (CMRR).
 *
 * <pre>{@code committed = current + signed - leaving}</pre>
 *
 * <p>Example: of 1000 a month 100 have given notice, and a contract of 250 is signed for next
 * month: 1150.
 *
 * @param date the day
 * @param current what recurs at the close of the day
 * @param signed what subscriptions will bring on the day they start that were signed by the day and
 *     start later, at the rates of the day
 * @param leaving what subscriptions bring that have been cancelled or given notice and still count
 *     in the current; nothing where churn is recognised at the request
 * @param rules what counts
 */
public record CommittedRevenue(
    LocalDate date, Money current, Money signed, Money leaving, RevenueRules rules) {

  /**
   * Checks that nothing is null.
   *
   * @param date the day
   * @param current what recurs at the close of the day
   * @param signed what was signed and starts later
   * @param leaving what was cancelled and still counts
   * @param rules what counts
   */
  public CommittedRevenue {
    requireNonNull(date, "date");
    requireNonNull(current, "current");
    requireNonNull(signed, "signed");
    requireNonNull(leaving, "leaving");
    requireNonNull(rules, "rules");
  }

  /**
   * Returns the sum.
   *
   * @return current + signed - leaving
   */
  public Money committed() {
    return current.plus(signed).minus(leaving);
  }

  /**
   * Returns the figures in one line, rounded to the digits of the currency.
   *
   * @return for example {@code 2024-03-31: committed MRR USD 1150.00 = current USD 1000.00 + signed
   *     USD 250.00 - leaving USD 100.00}
   */
  public String toText() {
    return date
        + ": committed MRR "
        + TextTable.amount(committed())
        + " = current "
        + TextTable.amount(current)
        + " + signed "
        + TextTable.amount(signed)
        + " - leaving "
        + TextTable.amount(leaving);
  }
}
