package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Optional;

/**
 * A confidence interval in money. An end may be open: where the interval of a retention rate
 * reaches 1, an undiscounted endless life has no upper limit of value, and this says so.
 *
 * @param lower the lower end; empty when nothing bounds the value from below
 * @param upper the upper end, not below the lower; empty when nothing bounds the value from above
 * @param level the chance with which such intervals hold the true value, in (0, 1)
 * @param method how the interval was made
 */
public record MonetaryInterval(
    Optional<MonetaryEstimate> lower,
    Optional<MonetaryEstimate> upper,
    double level,
    String method) {

  /**
   * Checks the ends.
   *
   * @param lower the lower end
   * @param upper the upper end
   * @param level the confidence level
   * @param method how the interval was made
   * @throws IllegalArgumentException if both ends are open, the lower is above the upper, or the
   *     level is not between 0 and 1
   * @throws CurrencyMismatchException if the ends differ in currency
   */
  public MonetaryInterval {
    requireNonNull(lower, "lower");
    requireNonNull(upper, "upper");
    requireNonNull(method, "method");
    Checks.level(level);
    if (lower.isEmpty() && upper.isEmpty()) {
      throw new IllegalArgumentException("lower and upper must not both be unbounded");
    }
    if (lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) > 0) {
      throw new IllegalArgumentException(
          "lower (" + lower.get() + ") must not be above upper (" + upper.get() + ")");
    }
  }

  /**
   * Returns the interval between the values of two multiples of an amount. A multiple may be
   * infinite, which opens that end; a negative amount turns the order round; nothing times any
   * multiple, even an infinite one, is nothing.
   */
  static MonetaryInterval ofMultiples(
      MonetaryEstimate amount, double low, double high, double level, String method) {
    Optional<MonetaryEstimate> atLow = times(amount, low);
    Optional<MonetaryEstimate> atHigh = times(amount, high);
    return amount.amount() < 0
        ? new MonetaryInterval(atHigh, atLow, level, method)
        : new MonetaryInterval(atLow, atHigh, level, method);
  }

  /** An amount times a multiple; empty if the multiple is infinite and the amount is not zero. */
  static Optional<MonetaryEstimate> times(MonetaryEstimate amount, double multiple) {
    if (amount.amount() == 0) {
      return Optional.of(amount);
    }
    return Double.isInfinite(multiple) ? Optional.empty() : Optional.of(amount.times(multiple));
  }

  /**
   * Tells whether an amount lies in the interval, ends included.
   *
   * @param amount an amount of the same currency
   * @return true if no end shuts it out
   * @throws CurrencyMismatchException if the currency differs
   */
  public boolean contains(MonetaryEstimate amount) {
    return lower.map(end -> end.compareTo(amount) <= 0).orElse(true)
        && upper.map(end -> end.compareTo(amount) >= 0).orElse(true);
  }

  /**
   * Returns the ends and the level.
   *
   * @return for example {@code [USD 213.53, USD 331.07] 95 % Wilson}
   */
  @Override
  public String toString() {
    return "["
        + lower.map(MonetaryEstimate::toString).orElse("unbounded")
        + ", "
        + upper.map(MonetaryEstimate::toString).orElse("unbounded")
        + "] "
        + ConfidenceInterval.words(level, method);
  }
}
