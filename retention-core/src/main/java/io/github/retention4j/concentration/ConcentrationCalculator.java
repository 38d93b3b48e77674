package io.github.retention4j.concentration;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.CustomerAmounts;
import java.util.Arrays;
import java.util.Optional;

/**
 * Measures how much of an amount hangs on how few customers. Immutable.
 *
 * <p>Defaults: {@link NegativeAmounts#REFUSED}, {@link GiniDefinition#POPULATION}, {@link
 * FractionalCustomers#INTERPOLATED}, intervals at level 0.95.
 *
 * <p>The amounts are those of a list of customers as it is; shares of it are facts and have no
 * interval. Only the Gini index, which is also read as that of a market, has one.
 */
public final class ConcentrationCalculator {

  private static final ConcentrationCalculator DEFAULTS =
      new ConcentrationCalculator(
          NegativeAmounts.REFUSED,
          GiniDefinition.POPULATION,
          FractionalCustomers.INTERPOLATED,
          0.95);

  private final NegativeAmounts negative;
  private final GiniDefinition gini;
  private final FractionalCustomers fractional;
  private final double level;

  private ConcentrationCalculator(
      NegativeAmounts negative, GiniDefinition gini, FractionalCustomers fractional, double level) {
    this.negative = requireNonNull(negative, "negative");
    this.gini = requireNonNull(gini, "gini");
    this.fractional = requireNonNull(fractional, "fractional");
    this.level = level;
  }

  /**
   * Returns the calculator with the defaults listed above.
   *
   * @return the calculator
   */
  public static ConcentrationCalculator withDefaults() {
    return DEFAULTS;
  }

  /**
   * Chooses what becomes of negative amounts.
   *
   * @param newNegative refused, kept, or taken as zero
   * @return the calculator
   */
  public ConcentrationCalculator with(NegativeAmounts newNegative) {
    return new ConcentrationCalculator(newNegative, gini, fractional, level);
  }

  /**
   * Chooses the Gini index.
   *
   * @param newGini of the population, or without the bias of small numbers
   * @return the calculator
   */
  public ConcentrationCalculator with(GiniDefinition newGini) {
    return new ConcentrationCalculator(negative, newGini, fractional, level);
  }

  /**
   * Chooses what a share of customers is that is no whole number of them.
   *
   * @param newFractional interpolated, or rounded down or up
   * @return the calculator
   */
  public ConcentrationCalculator with(FractionalCustomers newFractional) {
    return new ConcentrationCalculator(negative, gini, newFractional, level);
  }

  /**
   * Chooses the confidence level of the interval of the Gini index.
   *
   * @param newLevel over 0 and under 1
   * @return the calculator
   * @throws IllegalArgumentException if not between 0 and 1
   */
  public ConcentrationCalculator withLevel(double newLevel) {
    if (!(newLevel > 0 && newLevel < 1)) {
      throw new IllegalArgumentException("level (" + newLevel + ") must be over 0 and under 1");
    }
    return new ConcentrationCalculator(negative, gini, fractional, newLevel);
  }

  /**
   * Measures amounts, in time n log n.
   *
   * @param amounts the amount of each customer; who has none but belongs to the list has to be in
   *     it with zero
   * @return the concentration; empty where the amounts do not sum to more than zero, for shares of
   *     such a total say nothing
   * @throws IllegalArgumentException if an amount is negative and such are refused; the message
   *     names the customer
   */
  public Optional<Concentration> calculate(CustomerAmounts amounts) {
    long[] ascending = new long[amounts.rows()];
    for (int row = 0; row < ascending.length; row++) {
      ascending[row] = counted(amounts, row);
    }
    Arrays.sort(ascending);
    if (Arrays.stream(ascending).sum() <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Concentration(amounts, ascending, negative, fractional, giniOf(ascending)));
  }

  private long counted(CustomerAmounts amounts, int row) {
    long units = amounts.unitsAt(row);
    if (units >= 0 || negative == NegativeAmounts.KEPT) {
      return units;
    }
    if (negative == NegativeAmounts.REFUSED) {
      throw new IllegalArgumentException(
          "amount ("
              + amounts.amountAt(row)
              + ") of customer "
              + amounts.customer(row)
              + " must not be negative unless NegativeAmounts are KEPT or AS_ZERO");
    }
    return 0;
  }

  private Optional<GiniIndex> giniOf(long[] ascending) {
    return ascending[0] < 0
        ? Optional.empty()
        : new GiniJackknife(Arrays.stream(ascending).asDoubleStream().toArray(), gini).index(level);
  }
}
