package io.github.retention4j.economics;

import io.github.retention4j.internal.numeric.CompensatedSum;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How many customers there will be if the same share stays in every period and as many join.
 *
 * <pre>{@code
 * N(t + 1) = N(t) r + new
 * N(t)     = N(0) r^t + new (1 - r^t) / (1 - r)
 * }</pre>
 *
 * <p>Nothing is rounded but what {@link #toText()} shows: carrying whole heads forward gives other
 * figures. Those who join in a period are counted at its end, and leave from the next on. Example:
 * 400 customers at a retention of 0.95 a month are 227.52 after eleven months.
 *
 * @param start customers now, N(0), 0 or more
 * @param retention the share that stays from one period to the next, r, in [0, 1]
 * @param newPerPeriod customers who join in each period, 0 or more
 * @param periods how many periods to look ahead, from 1 to 100000
 */
public record CustomerProjection(double start, double retention, double newPerPeriod, int periods) {

  private static final int MOST_PERIODS = 100_000;

  /**
   * Checks the numbers.
   *
   * @param start customers now
   * @param retention the share that stays from one period to the next
   * @param newPerPeriod customers who join in each period
   * @param periods how many periods to look ahead
   * @throws IllegalArgumentException if a number is out of range
   */
  public CustomerProjection {
    Checks.heads("start", start);
    Checks.unit("retention", retention);
    Checks.heads("newPerPeriod", newPerPeriod);
    checkPeriods(periods);
  }

  static void checkPeriods(int periods) {
    if (periods < 1 || periods > MOST_PERIODS) {
      throw new IllegalArgumentException(
          "periods (" + periods + ") must be from 1 to " + MOST_PERIODS);
    }
  }

  /**
   * Returns the customers after some periods.
   *
   * @param period how many periods from now, 0 or more and no later than the last
   * @return N(period), not rounded
   * @throws IllegalArgumentException if the period is out of range
   */
  public double at(int period) {
    if (period < 0 || period > periods) {
      throw new IllegalArgumentException(
          "period (" + period + ") must be from 0 to periods (" + periods + ")");
    }
    double churn = 1 - retention;
    double lost = -Math.expm1(period * Math.log1p(-churn));
    return period == 0
        ? start
        : start * Math.pow(retention, period) + newPerPeriod * (churn == 0 ? period : lost / churn);
  }

  /**
   * Returns the customers after the last period.
   *
   * @return N(periods), not rounded
   */
  public double end() {
    return at(periods);
  }

  /**
   * Returns the customers now and at the end of each period.
   *
   * @return N(0) to N(periods), not rounded
   */
  public List<Double> path() {
    return IntStream.rangeClosed(0, periods).mapToObj(this::at).toList();
  }

  /**
   * Returns the customers of all periods added up, each period counted by those at its start.
   *
   * @return N(0) + ... + N(periods - 1), in customers times periods
   */
  public double customerPeriodsByStart() {
    return sum(0, periods - 1);
  }

  /**
   * Returns the customers of all periods added up, each period counted by those at its end.
   *
   * @return N(1) + ... + N(periods), in customers times periods
   */
  public double customerPeriodsByEnd() {
    return sum(1, periods);
  }

  private double sum(int from, int to) {
    return CompensatedSum.of(IntStream.rangeClosed(from, to).mapToDouble(this::at).toArray());
  }

  /**
   * Returns the number of customers at which as many join as leave, to which every path tends.
   *
   * @return new / (1 - r); empty at r = 1, where nobody leaves and the number never stops rising,
   *     or never moves
   */
  public OptionalDouble steadyState() {
    return retention == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(newPerPeriod / (1 - retention));
  }

  /**
   * Tells why there is no steady state.
   *
   * @return the reason; empty where there is one
   */
  public Optional<String> whyNoSteadyState() {
    if (retention < 1) {
      return Optional.empty();
    }
    return Optional.of(
        newPerPeriod == 0
            ? "nobody leaves and nobody joins, so that the number never moves"
            : "nobody leaves, so that the number never stops rising");
  }

  /**
   * Returns the customers period by period, in whole heads.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    StringBuilder text = new StringBuilder(Texts.format("%-8s%14s\n", "Period", "Customers"));
    for (int t = 0; t <= periods; t++) {
      text.append(Texts.format("%-8d%,14.0f\n", t, at(t)));
    }
    steadyState().ifPresent(level -> text.append(Texts.format("tends to%,14.0f\n", level)));
    return text.toString();
  }
}
