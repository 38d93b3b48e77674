package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.Money;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much recurring revenue was gained for each unit lost; unitless, 1 where it stood still.
 *
 * <p>Example: 20,000 new, 8,000 expansion, 5,000 churn and 3,000 contraction is 3.5. There is no
 * interval: movements are totals, and those do not tell how customers differ.
 *
 * @param definition what is called gained
 * @param gained the amount above the line, zero or more
 * @param lost the amount below the line, zero or more
 */
public record QuickRatio(QuickRatioDefinition definition, Money gained, Money lost) {

  private static final String NOTHING_LOST =
      "nothing was lost, so that there is nothing to divide by";

  /**
   * Checks the amounts.
   *
   * @param definition what is called gained
   * @param gained the amount above the line
   * @param lost the amount below the line
   * @throws IllegalArgumentException if an amount is negative; a {@link
   *     io.github.retention4j.money.CurrencyMismatchException} if currencies differ
   */
  public QuickRatio {
    requireNonNull(definition, "definition");
    if (gained.signum() < 0) {
      throw new IllegalArgumentException("gained (" + gained + ") must be zero or more");
    }
    if (lost.signum() < 0) {
      throw new IllegalArgumentException("lost (" + lost + ") must be zero or more");
    }
    gained.compareTo(lost);
  }

  /**
   * Returns the ratio of a period.
   *
   * @param movements what moved revenue in the period
   * @param definition what is called gained
   * @return the ratio, defined or not
   */
  public static QuickRatio of(RevenueMovements movements, QuickRatioDefinition definition) {
    Money gained = movements.newRevenue().plus(movements.expansion());
    if (definition == QuickRatioDefinition.WITH_REACTIVATION) {
      gained = gained.plus(movements.reactivation());
    }
    return new QuickRatio(definition, gained, movements.churn().plus(movements.contraction()));
  }

  /**
   * Returns the ratio.
   *
   * @return gained / lost, 0 or more; empty for the reason that {@link #whyUndefined()} tells
   */
  public OptionalDouble value() {
    return lost.signum() == 0 ? OptionalDouble.empty() : OptionalDouble.of(Ratios.of(gained, lost));
  }

  /**
   * Tells why there is no ratio.
   *
   * @return the reason; empty where there is one
   */
  public Optional<String> whyUndefined() {
    return lost.signum() == 0 ? Optional.of(NOTHING_LOST) : Optional.empty();
  }

  /**
   * Returns the ratio, or why there is none, and the definition.
   *
   * @return for example {@code 3.50, (new + expansion) / (churn + contraction)}
   */
  @Override
  public String toString() {
    String ratio =
        lost.signum() == 0
            ? "undefined: " + NOTHING_LOST
            : String.format(Locale.ROOT, "%.2f", Ratios.of(gained, lost));
    return ratio + ", " + definition.formula();
  }
}
