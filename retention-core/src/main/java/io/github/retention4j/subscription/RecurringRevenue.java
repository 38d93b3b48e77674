package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.text.TextTable;
import io.github.retention4j.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What recurs at the close of a day, with the customers that bring it.
 *
 * @param date the day
 * @param customers who brings it, in the order of the ledger; those who bring nothing are there if
 *     the rules count them
 * @param monthly the sum: monthly recurring revenue (MRR)
 * @param rules what counts
 */
public record RecurringRevenue(
    LocalDate date, List<CustomerRevenue> customers, Money monthly, RevenueRules rules) {

  /**
   * Checks that the customers bring the sum.
   *
   * @param date the day
   * @param customers who brings it
   * @param monthly the sum
   * @param rules what counts
   * @throws IllegalArgumentException if they do not
   */
  public RecurringRevenue {
    requireNonNull(date, "date");
    customers = List.copyOf(customers);
    requireNonNull(rules, "rules");
    Money sum =
        customers.stream()
            .map(CustomerRevenue::monthly)
            .reduce(Money.zero(monthly.currency()), Money::plus);
    if (!sum.equals(monthly)) {
      throw new IllegalArgumentException(
          "monthly (" + monthly + ") must be the sum of the customers (" + sum + ")");
    }
  }

  /**
   * Returns annual recurring revenue (ARR).
   *
   * @return 12 times the monthly
   */
  public Money annual() {
    return monthly.times(12);
  }

  /**
   * Returns the figures in one line, rounded to the digits of the currency.
   *
   * @return for example {@code 2024-03-31: MRR USD 150.00, ARR USD 1800.00, 3 customers, 1 of them
   *     without revenue}
   */
  public String toText() {
    return date
        + ": MRR "
        + TextTable.amount(monthly)
        + ", ARR "
        + TextTable.amount(annual())
        + ", "
        + customers.size()
        + (customers.size() == 1 ? " customer" : " customers")
        + free();
  }

  private String free() {
    long free = customers.stream().filter(it -> it.monthly().signum() == 0).count();
    return free == 0 ? "" : ", " + free + " of them without revenue";
  }
}
