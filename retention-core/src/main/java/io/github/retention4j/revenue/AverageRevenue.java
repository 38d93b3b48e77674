package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.text.TextTable;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.SampleMean;
import java.util.Optional;

/**
 * Average revenue per account (ARPA): recurring revenue at the close of a period / customers with
 * revenue then.
 *
 * <p>The interval takes the customers as a sample of those that the business might have had: mean
 * and Student's t with n - 1 degrees of freedom, cut at 0. From totals there is none, as they do
 * not tell how customers differ.
 *
 * @param revenue the revenue, zero or more
 * @param customers the customers, at least 1
 * @param standardError the standard error of the mean, in units of the currency; empty if only
 *     totals are known, or there is one customer
 */
public record AverageRevenue(Money revenue, long customers, Optional<Double> standardError) {

  /**
   * Checks the parts.
   *
   * @param revenue the revenue
   * @param customers the customers
   * @param standardError the standard error of the mean
   * @throws IllegalArgumentException if there is no customer, or an amount is negative
   */
  public AverageRevenue {
    requireNonNull(standardError, "standardError");
    if (revenue.signum() < 0) {
      throw new IllegalArgumentException("revenue (" + revenue + ") must be zero or more");
    }
    if (customers < 1) {
      throw new IllegalArgumentException("customers (" + customers + ") must be at least 1");
    }
    standardError.ifPresent(AverageRevenue::requireError);
  }

  /**
   * Returns the average at the close of a period.
   *
   * @param grid the revenue
   * @param period the index of the period on the axis of the grid
   * @return the average; empty if nobody had revenue
   * @throws IndexOutOfBoundsException if the period is not on the axis
   */
  public static Optional<AverageRevenue> at(RevenueGrid grid, int period) {
    Money total = grid.totalAt(period);
    long[] paying = new long[grid.rows()];
    int customers = 0;
    for (int row = 0; row < grid.rows(); row++) {
      long units = grid.unitsAt(row, period);
      if (units > 0) {
        paying[customers++] = units;
      }
    }
    if (customers == 0) {
      return Optional.empty();
    }
    double unit = Math.pow(10, -grid.decimals());
    double mean = total.amount().doubleValue() / customers;
    CompensatedSum squares = new CompensatedSum();
    for (int i = 0; i < customers; i++) {
      double rest = paying[i] * unit - mean;
      squares.add(rest * rest);
    }
    double people = customers;
    return Optional.of(
        new AverageRevenue(
            total,
            customers,
            customers == 1
                ? Optional.empty()
                : Optional.of(Math.sqrt(squares.value() / (people - 1) / people))));
  }

  private static void requireError(double error) {
    if (!(error >= 0) || Double.isInfinite(error)) {
      throw new IllegalArgumentException(
          "standardError (" + error + ") must be finite, zero or more");
    }
  }

  /**
   * Returns the average at the close of a period of which totals are known.
   *
   * @param revenue what moved revenue
   * @param customers what moved customers
   * @return the average; empty if nobody had revenue
   */
  public static Optional<AverageRevenue> atClose(
      RevenueMovements revenue, CustomerHeads customers) {
    return customers.closing() == 0
        ? Optional.empty()
        : Optional.of(new AverageRevenue(revenue.closing(), customers.closing(), Optional.empty()));
  }

  /**
   * Returns the average.
   *
   * @return revenue / customers
   */
  public MonetaryEstimate value() {
    double mean = revenue.amount().doubleValue() / customers;
    return new MonetaryEstimate(revenue.currency(), mean);
  }

  /**
   * Returns the interval of the average at a level, in units of the currency.
   *
   * @param level the share of such intervals that hold the true average, in (0, 1)
   * @return the interval; empty if only totals are known, there is one customer, or all pay alike
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Optional<ConfidenceInterval> interval(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level (" + level + ") must be over 0 and under 1");
    }
    double mean = value().amount();
    return standardError
        .filter(error -> error > 0)
        .map(
            error ->
                new SampleMean(customers, mean, error * Math.sqrt((double) customers))
                    .interval(level)
                    .map(limit -> Math.max(0, limit)));
  }

  /**
   * Tells why there is no interval.
   *
   * @return the reason; empty where there is one
   */
  public Optional<String> whyNoInterval() {
    if (customers == 1) {
      return Optional.of("one customer does not tell how customers differ");
    }
    if (standardError.isEmpty()) {
      return Optional.of("totals do not tell how customers differ");
    }
    return standardError.get() == 0
        ? Optional.of("all customers pay alike, which does not tell how they differ")
        : Optional.empty();
  }

  /**
   * Returns the average and what it comes from.
   *
   * @return for example {@code USD 50.00, USD 100.00 of 2 customers}
   */
  @Override
  public String toString() {
    return value()
        + ", "
        + TextTable.amount(revenue)
        + " of "
        + customers
        + (customers == 1 ? " customer" : " customers");
  }
}
