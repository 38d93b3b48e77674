package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.SampleMean;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What the members of a cohort paid, with the numbers that its averages rest on.
 *
 * <p>Example: of 4 members one paid USD 10 and another USD 20 and USD 6. The sum is USD 36 of 3
 * events and 2 payers: USD 9 for each member, USD 18 for each payer, USD 12 for each event.
 *
 * @param sum the exact sum of the amounts, refunds taken off
 * @param events how many events with an amount there were
 * @param payers members with at least one of these events, a refund among them
 * @param members all members of the cohort, at least 1
 * @param sumOfSquares the exact sum, over the members, of the square of what each paid, in squared
 *     units of the currency; 776 in the example
 */
public record CohortAmount(
    Money sum, long events, long payers, long members, BigDecimal sumOfSquares) {

  private static final int MOST_DIGITS = 1_000;

  /**
   * Checks that the numbers agree.
   *
   * @param sum the exact sum of the amounts
   * @param events how many events with an amount there were
   * @param payers members with at least one of these events
   * @param members all members of the cohort
   * @param sumOfSquares the sum of the squares of what each member paid
   * @throws IllegalArgumentException if not 0 &lt;= payers &lt;= events, payers &lt;= members and 1
   *     &lt;= members, or the squares are too few for the sum: payers * squares &lt; sum^2
   */
  public CohortAmount {
    requireNonNull(sum, "sum");
    sumOfSquares = requireNonNull(sumOfSquares, "sumOfSquares").stripTrailingZeros();
    if (members < 1) {
      throw new IllegalArgumentException("members (" + members + ") must be at least 1");
    }
    if (payers < 0 || payers > members) {
      throw new IllegalArgumentException(
          "payers (" + payers + ") must be 0 to the number of members (" + members + ")");
    }
    if (events < payers) {
      throw new IllegalArgumentException(
          "events (" + events + ") must be at least as many as payers (" + payers + ")");
    }
    if (Math.abs((long) sumOfSquares.scale()) > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "sumOfSquares (" + sumOfSquares + ") must have at most " + MOST_DIGITS + " digits");
    }
    if (excess(sum, sumOfSquares, payers).signum() < 0) {
      throw new IllegalArgumentException(
          "sumOfSquares ("
              + sumOfSquares.toPlainString()
              + ") must be at least sum^2 / payers ("
              + sum
              + " of "
              + payers
              + ")");
    }
  }

  /** n times the sum of squares less the square of the sum; exact. */
  private static BigDecimal excess(Money sum, BigDecimal sumOfSquares, long n) {
    BigDecimal total = sum.amount();
    return sumOfSquares.multiply(BigDecimal.valueOf(n)).subtract(total.multiply(total));
  }

  /**
   * Returns the average of all members: revenue per customer, those who paid nothing among them.
   *
   * @return sum / members
   */
  public MonetaryEstimate perMember() {
    return average(members);
  }

  /**
   * Returns the average of those who paid.
   *
   * @return sum / payers; empty if nobody paid
   */
  public Optional<MonetaryEstimate> perPayer() {
    return payers == 0 ? Optional.empty() : Optional.of(average(payers));
  }

  /**
   * Returns the average amount of an event, such as the average order value.
   *
   * @return sum / events; empty if there was no event with an amount
   */
  public Optional<MonetaryEstimate> perEvent() {
    return events == 0 ? Optional.empty() : Optional.of(average(events));
  }

  private MonetaryEstimate average(long count) {
    BigDecimal quotient = sum.amount().divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
    return new MonetaryEstimate(sum.currency(), quotient.doubleValue());
  }

  /**
   * Returns the t interval of the average of all members.
   *
   * <pre>{@code
   * sum / n +- t * s / sqrt(n), t of n - 1 degrees of freedom
   * s^2 = (sumOfSquares - sum^2 / n) / (n - 1), n = members
   * }</pre>
   *
   * <p>Limits are in units of the currency. Spend is skewed and most members of an age pay nothing,
   * so with few payers (some dozens) such an interval holds the true average less often than its
   * level says. Where all members paid the same, it has no width.
   *
   * @param level the confidence level, over 0 and under 1
   * @return the interval; empty for a single member, who tells nothing about the spread
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Optional<ConfidenceInterval> interval(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level (" + level + ") must be between 0 and 1");
    }
    if (members == 1) {
      return Optional.empty();
    }
    double mean = perMember().amount();
    double variance = excess(sum, sumOfSquares, members).doubleValue() / members / (members - 1.0);
    return Optional.of(new SampleMean(members, mean, Math.sqrt(variance)).interval(level));
  }

  /**
   * Pools this with the amounts of other members.
   *
   * @param other amounts of the same currency, of members that are not members here
   * @return all numbers summed
   * @throws CurrencyMismatchException if the currencies differ
   * @throws IllegalArgumentException if a sum has more digits than fit
   * @throws ArithmeticException if a sum of counts exceeds a long
   */
  public CohortAmount plus(CohortAmount other) {
    return new CohortAmount(
        sum.plus(other.sum),
        sum("events", events, other.events),
        sum("payers", payers, other.payers),
        sum("members", members, other.members),
        sumOfSquares.add(other.sumOfSquares));
  }

  private static long sum(String name, long own, long other) {
    if (other > Long.MAX_VALUE - own) {
      throw new ArithmeticException(
          name + " (" + own + " and " + other + ") must sum to what a long holds");
    }
    return own + other;
  }

  /**
   * Returns the sum and the counts.
   *
   * @return for example {@code USD 36.00 of 2/4 members in 3 events}
   */
  @Override
  public String toString() {
    return sum + " of " + payers + "/" + members + " members in " + events + " events";
  }
}
