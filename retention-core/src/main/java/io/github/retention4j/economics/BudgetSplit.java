package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;

/**
 * The best split of a budget between winning and keeping customers, where both answer to spending
 * by a {@link ResponseCurve}.
 *
 * <p>The value of those won and kept is greatest where the next unit of money brings back as much
 * here as there, which the curves of Blattberg and Deighton solve in closed form. With P_i people,
 * ceiling c_i, steepness k_i and value v_i of use i, and budget B, spending per person is
 *
 * <pre>{@code
 * s_i = (ln(c_i k_i v_i) - L) / k_i
 * L   = (sum of P_i ln(c_i k_i v_i) / k_i - B) / (sum of P_i / k_i)
 * }</pre>
 *
 * <p>exp(L) being what the last unit brings back; where one s_i would be negative, all goes to the
 * other use. Below 1 the last unit loses money, and the budget is better not spent whole: {@link
 * #bestBudget()}. Example: 1000 prospects with ceiling 0.4, k 0.05 and value 100, and 1000
 * customers with ceiling 0.9, k 0.05 and value 100: of a budget of 20 000 the prospects get 1.89
 * and the customers 18.11 a head.
 *
 * @param budget what is spent in all, above 0
 * @param winning spending on prospects
 * @param keeping spending on customers
 * @see <a href="https://hbr.org/1996/07/manage-marketing-by-the-customer-equity-test">Blattberg and
 *     Deighton (1996), Manage marketing by the customer equity test</a>
 */
public record BudgetSplit(MonetaryEstimate budget, BudgetUse winning, BudgetUse keeping) {

  /**
   * Checks the budget and the currencies.
   *
   * @param budget what is spent in all
   * @param winning spending on prospects
   * @param keeping spending on customers
   * @throws IllegalArgumentException if the budget is not above 0
   * @throws CurrencyMismatchException if the currencies differ
   */
  public BudgetSplit {
    Checks.positive("budget", budget);
    requireNonNull(winning, "winning");
    requireNonNull(keeping, "keeping");
    Checks.sameCurrency(budget.currency(), winning.valueEach());
    Checks.sameCurrency(budget.currency(), keeping.valueEach());
  }

  /**
   * Returns what the last unit of money brings back.
   *
   * @return value per unit of money, above 0; below 1 the last unit loses money
   */
  public double lastReturn() {
    return Math.exp(logLastReturn());
  }

  private double logLastReturn() {
    double width = winning.width() + keeping.width();
    double weighted =
        winning.width() * winning.logFirstReturn() + keeping.width() * keeping.logFirstReturn();
    double both = (weighted - budget.amount()) / width;
    BudgetUse richer = winning.logFirstReturn() >= keeping.logFirstReturn() ? winning : keeping;
    double poorerFirst = Math.min(winning.logFirstReturn(), keeping.logFirstReturn());
    return both <= poorerFirst ? both : richer.logFirstReturn() - budget.amount() / richer.width();
  }

  /**
   * Returns what is spent on each prospect.
   *
   * @return money per person, 0 or more
   */
  public MonetaryEstimate perProspect() {
    return money(winning.spendAt(logLastReturn()));
  }

  /**
   * Returns what is spent on each customer.
   *
   * @return money per person, 0 or more
   */
  public MonetaryEstimate perCustomer() {
    return money(keeping.spendAt(logLastReturn()));
  }

  /**
   * Returns what of the budget goes to winning.
   *
   * @return prospects x spending per prospect
   */
  public MonetaryEstimate spentOnWinning() {
    return perProspect().times(winning.people());
  }

  /**
   * Returns what of the budget goes to keeping.
   *
   * @return customers x spending per customer
   */
  public MonetaryEstimate spentOnKeeping() {
    return perCustomer().times(keeping.people());
  }

  /**
   * Returns the value of those won and kept, less the budget.
   *
   * @return the profit; no other split of the budget has more
   */
  public MonetaryEstimate profit() {
    double worth = winning.worth(perProspect().amount()) + keeping.worth(perCustomer().amount());
    return money(worth).minus(budget);
  }

  /**
   * Returns the budget with the greatest profit, at which the last unit brings back itself.
   *
   * @return people x best spending per person, summed over both uses; 0 where not even the first
   *     unit pays
   */
  public MonetaryEstimate bestBudget() {
    return winning
        .bestPerPerson()
        .times(winning.people())
        .plus(keeping.bestPerPerson().times(keeping.people()));
  }

  private MonetaryEstimate money(double amount) {
    return new MonetaryEstimate(budget.currency(), amount);
  }

  /**
   * Returns the split, in lines.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    return Texts.format(
        """
        Budget %s, the last unit brings back %.3f
          win   %s, %s a prospect
          keep  %s, %s a customer
          profit %s; greatest at a budget of %s
        """,
        budget,
        lastReturn(),
        spentOnWinning(),
        perProspect(),
        spentOnKeeping(),
        perCustomer(),
        profit(),
        bestBudget());
  }
}
