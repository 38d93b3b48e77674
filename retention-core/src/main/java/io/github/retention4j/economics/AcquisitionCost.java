package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.clv.MonetaryInterval;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.EventRate;
import java.util.Optional;

/**
 * The cost of winning one customer (CAC), with the spending and the customers that it comes from.
 *
 * <pre>{@code CAC = spend / new customers}</pre>
 *
 * <p>Example: 50 000 spent and 200 customers won are 250 each, 95 % interval 218 to 289. For the
 * ratio to the lifetime value see {@link io.github.retention4j.clv.LifetimeValueToCost}, for the
 * time until it is paid back {@link AcquisitionPayback}.
 *
 * @param basis which costs over which customers
 * @param spend what was spent, 0 or more
 * @param newCustomers the customers won by it, at least 1
 */
public record AcquisitionCost(AcquisitionCostBasis basis, Money spend, long newCustomers) {

  /**
   * Checks the numbers.
   *
   * @param basis which costs over which customers
   * @param spend what was spent
   * @param newCustomers the customers won by it
   * @throws IllegalArgumentException if spend is negative or nobody was won
   */
  public AcquisitionCost {
    requireNonNull(basis, "basis");
    requireNonNull(spend, "spend");
    if (spend.signum() < 0) {
      throw new IllegalArgumentException("spend (" + spend + ") must not be negative");
    }
    if (newCustomers < 1) {
      throw new IllegalArgumentException("newCustomers (" + newCustomers + ") must be at least 1");
    }
  }

  /**
   * Returns the cost of one customer.
   *
   * @return spend / new customers
   */
  public MonetaryEstimate value() {
    return spend.toEstimate().times(1.0 / newCustomers);
  }

  /**
   * Returns an interval of the cost: the number of customers won is taken to be Poisson, with
   * Garwood's exact limits, and the spending as known.
   *
   * @param level the confidence level, in (0, 1)
   * @return spend over the upper, and over the lower limit of the number of customers
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public MonetaryInterval interval(double level) {
    ConfidenceInterval won = EventRate.of(newCustomers, 1).interval(level);
    MonetaryEstimate all = spend.toEstimate();
    return new MonetaryInterval(
        Optional.of(all.times(1 / won.upper())),
        Optional.of(all.times(1 / won.lower())),
        level,
        won.method() + " of new customers");
  }

  /**
   * Returns the cost, its interval and its definition.
   *
   * @return one line that ends with a line feed
   */
  public String toText() {
    return "CAC "
        + value()
        + " "
        + interval(0.95)
        + ": "
        + spend
        + " for "
        + newCustomers
        + " customers, "
        + basis
        + " = "
        + basis.formula()
        + "\n";
  }
}
