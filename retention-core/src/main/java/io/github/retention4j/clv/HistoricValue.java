package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.SampleMean;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What customers have been worth so far: exact sums by customer, and their mean.
 *
 * <p>It looks back only. Customers observed for longer had longer to spend, so the mean is no
 * forecast for a new customer.
 *
 * @param customers the sum of each customer, at least one, no customer twice, one currency; from
 *     {@link HistoricValueCalculator} in the order of the customers' ids
 * @param eventsWithoutAmount how many events of the log carried no amount and added nothing
 * @param marginShare the part of the amounts that is margin, at most 1
 * @param level the confidence level of the interval of the mean, in (0, 1)
 */
public record HistoricValue(
    List<CustomerTotal> customers, long eventsWithoutAmount, double marginShare, double level) {

  /**
   * The sum of one customer.
   *
   * @param customer who
   * @param amount the exact sum of the amounts, refunds taken off
   */
  public record CustomerTotal(CustomerId customer, Money amount) {

    /**
     * Checks that both are there.
     *
     * @param customer who
     * @param amount the exact sum
     */
    public CustomerTotal {
      requireNonNull(customer, "customer");
      requireNonNull(amount, "amount");
    }
  }

  /**
   * Checks and copies the sums.
   *
   * @param customers the sum of each customer
   * @param eventsWithoutAmount how many events carried no amount
   * @param marginShare the part of the amounts that is margin
   * @param level the confidence level of the interval of the mean
   * @throws IllegalArgumentException if there is no customer or one comes twice, the count is
   *     negative, the share above 1, infinite or NaN, or the level not between 0 and 1
   * @throws CurrencyMismatchException if the currencies differ
   */
  public HistoricValue {
    customers = List.copyOf(customers);
    Checks.marginShare(marginShare);
    Checks.level(level);
    if (eventsWithoutAmount < 0) {
      throw new IllegalArgumentException(
          "eventsWithoutAmount (" + eventsWithoutAmount + ") must be at least 0");
    }
    if (customers.isEmpty()) {
      throw new IllegalArgumentException("customers ([]) must not be empty");
    }
    Money first = customers.get(0).amount();
    Set<CustomerId> seen = new HashSet<>();
    for (CustomerTotal total : customers) {
      Checks.sameCurrency(first.currency(), total.amount().currency());
      if (!seen.add(total.customer())) {
        throw new IllegalArgumentException(
            "customers (" + total.customer() + ") must not name a customer twice");
      }
    }
  }

  /**
   * Returns the exact sum of all amounts, before the margin share.
   *
   * @return the total, equal to the sum of the events of the log
   */
  public Money total() {
    BigDecimal sum =
        customers.stream().map(c -> c.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Money(customers.get(0).amount().currency(), sum);
  }

  /**
   * Returns the mean value of a customer.
   *
   * <pre>{@code margin share * total / number of customers}</pre>
   *
   * @return the mean margin so far
   */
  public MonetaryEstimate mean() {
    return total().toEstimate().times(marginShare / customers.size());
  }

  /**
   * Returns the t interval of the mean.
   *
   * <pre>{@code mean +- t * s / sqrt(n), t of n - 1 degrees of freedom}</pre>
   *
   * <p>s is the standard deviation between customers. Spend is skewed, so with few customers (some
   * dozens) such an interval holds the true mean less often than its level says. The margin share
   * is taken as known.
   *
   * @return the interval; empty for a single customer, who tells nothing about the spread
   */
  public Optional<MonetaryInterval> interval() {
    if (customers.size() == 1) {
      return Optional.empty();
    }
    double[] margins =
        customers.stream()
            .mapToDouble(it -> it.amount().amount().doubleValue() * marginShare)
            .toArray();
    ConfidenceInterval interval = SampleMean.of(margins).interval(level);
    return Optional.of(
        new MonetaryInterval(
            Optional.of(new MonetaryEstimate(mean().currency(), interval.lower())),
            Optional.of(new MonetaryEstimate(mean().currency(), interval.upper())),
            level,
            interval.method()));
  }

  /**
   * Returns the mean value of a customer and its interval where it has one.
   *
   * @return for example {@code mean USD 20.00 of 1 customer}
   */
  @Override
  public String toString() {
    return "mean "
        + mean()
        + interval().map(it -> " " + it).orElse("")
        + " of "
        + customers.size()
        + (customers.size() == 1 ? " customer" : " customers");
  }
}
