package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.MonetaryEstimate;

/**
 * What one budget earns if it wins customers, and if it keeps them. Made by {@link
 * AcquireOrRetain#compare}.
 *
 * @param budget what is spent
 * @param costRatio the cost of winning one over that of the retention offer for one
 * @param won customers won
 * @param offered customers that the retention offer reaches
 * @param kept those of them who stay because of it
 * @param profitOfWinning value of those won less the budget
 * @param profitOfKeeping value of those kept less the budget
 */
public record BudgetComparison(
    MonetaryEstimate budget,
    double costRatio,
    double won,
    double offered,
    double kept,
    MonetaryEstimate profitOfWinning,
    MonetaryEstimate profitOfKeeping) {

  /**
   * Checks the numbers.
   *
   * @param budget what is spent
   * @param costRatio the cost ratio
   * @param won customers won
   * @param offered customers that the offer reaches
   * @param kept those who stay because of it
   * @param profitOfWinning value of those won less the budget
   * @param profitOfKeeping value of those kept less the budget
   * @throws IllegalArgumentException if a number is not finite
   */
  public BudgetComparison {
    requireNonNull(budget, "budget");
    Checks.finite("costRatio", costRatio);
    Checks.finite("won", won);
    Checks.finite("offered", offered);
    Checks.finite("kept", kept);
    requireNonNull(profitOfWinning, "profitOfWinning");
    requireNonNull(profitOfKeeping, "profitOfKeeping");
  }

  /**
   * Returns by how much keeping earns more.
   *
   * @return profit of keeping - profit of winning
   */
  public MonetaryEstimate advantageOfKeeping() {
    return profitOfKeeping.minus(profitOfWinning);
  }

  /**
   * Returns both ways of spending.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    return Texts.format(
        """
        Budget %s, winning costs %.2f times the offer
          win   %,14.1f customers, profit %s
          keep  %,14.1f customers of %,.1f offered, profit %s
        """,
        budget, costRatio, won, profitOfWinning, kept, offered, profitOfKeeping);
  }
}
