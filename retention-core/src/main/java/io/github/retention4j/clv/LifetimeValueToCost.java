package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * LTV:CAC, the lifetime value of a customer over the cost of acquiring one.
 *
 * <pre>{@code ratio = LTV / CAC}</pre>
 *
 * <p>Below 1 a customer never earns back its acquisition. The ratio is no better than the formula
 * behind the value, and ratios of different formulas do not compare: state both. Example: 266.67 at
 * a cost of 100 is 2.67.
 *
 * @param value the lifetime value; empty if it has no finite value
 * @param interval the interval of the value, if it has one
 * @param acquisitionCost the cost of acquiring one customer, above 0
 */
public record LifetimeValueToCost(
    Optional<MonetaryEstimate> value,
    Optional<MonetaryInterval> interval,
    MonetaryEstimate acquisitionCost) {

  /**
   * Checks the cost and the currencies.
   *
   * @param value the lifetime value
   * @param interval the interval of the value
   * @param acquisitionCost the cost of acquiring one customer
   * @throws IllegalArgumentException if the cost is not above 0
   * @throws CurrencyMismatchException if the currencies differ
   */
  public LifetimeValueToCost {
    requireNonNull(value, "value");
    requireNonNull(interval, "interval");
    Checks.acquisitionCost(acquisitionCost);
    requireCurrencyOf(acquisitionCost, value);
    requireCurrencyOf(acquisitionCost, interval.flatMap(MonetaryInterval::lower));
    requireCurrencyOf(acquisitionCost, interval.flatMap(MonetaryInterval::upper));
  }

  /**
   * Returns the ratio of a calculated value, with its interval where it has one.
   *
   * @param value the lifetime value
   * @param acquisitionCost the cost of acquiring one customer, above 0
   * @return the ratio
   * @throws IllegalArgumentException if the cost is not above 0
   * @throws CurrencyMismatchException if the currencies differ
   */
  public static LifetimeValueToCost of(LifetimeValue value, MonetaryEstimate acquisitionCost) {
    return new LifetimeValueToCost(value.value(), value.interval(), acquisitionCost);
  }

  /**
   * Returns the ratio of a value from elsewhere, without an interval.
   *
   * @param value the lifetime value
   * @param acquisitionCost the cost of acquiring one customer, above 0
   * @return the ratio
   * @throws IllegalArgumentException if the cost is not above 0
   * @throws CurrencyMismatchException if the currencies differ
   */
  public static LifetimeValueToCost of(MonetaryEstimate value, MonetaryEstimate acquisitionCost) {
    return new LifetimeValueToCost(Optional.of(value), Optional.empty(), acquisitionCost);
  }

  /**
   * Returns the ratio.
   *
   * @return value over cost, unitless, negative if the value is; empty if the value is unbounded
   */
  public OptionalDouble ratio() {
    return overCost(value);
  }

  /**
   * Returns the lower end of the ratio's interval, at the level of {@link #interval()}.
   *
   * @return the lower limit; empty if there is no interval, or its lower end is open
   */
  public OptionalDouble lowerRatio() {
    return overCost(interval.flatMap(MonetaryInterval::lower));
  }

  /**
   * Returns the upper end of the ratio's interval, at the level of {@link #interval()}.
   *
   * @return the upper limit; empty if there is no interval, or its upper end is open
   */
  public OptionalDouble upperRatio() {
    return overCost(interval.flatMap(MonetaryInterval::upper));
  }

  private static void requireCurrencyOf(MonetaryEstimate cost, Optional<MonetaryEstimate> amount) {
    amount.ifPresent(money -> Checks.sameCurrency(cost.currency(), money.currency()));
  }

  private OptionalDouble overCost(Optional<MonetaryEstimate> amount) {
    return amount.isPresent()
        ? OptionalDouble.of(amount.get().amount() / acquisitionCost.amount())
        : OptionalDouble.empty();
  }

  /**
   * Returns the ratio, its interval where it has one, and what it comes from.
   *
   * @return for example {@code 2.67: lifetime value USD 266.67 over acquisition cost USD 100.00}
   */
  @Override
  public String toString() {
    return inWords(ratio(), "undefined")
        + interval.map(this::inWords).orElse("")
        + ": lifetime value "
        + value.map(MonetaryEstimate::toString).orElse("without a finite value")
        + " over acquisition cost "
        + acquisitionCost;
  }

  private String inWords(MonetaryInterval limits) {
    return " ["
        + inWords(lowerRatio(), "unbounded")
        + ", "
        + inWords(upperRatio(), "unbounded")
        + "] "
        + ConfidenceInterval.words(limits.level(), limits.method());
  }

  private static String inWords(OptionalDouble number, String otherwise) {
    return number.isPresent()
        ? String.format(Locale.ROOT, "%.2f", number.getAsDouble())
        : otherwise;
  }
}
