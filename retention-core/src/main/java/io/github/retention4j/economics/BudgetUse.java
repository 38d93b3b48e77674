package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.MonetaryEstimate;

/**
 * A use to which a budget can be put: so much spent on each of a number of people.
 *
 * @param people prospects to be won, or customers to be kept, above 0
 * @param curve the share of them that responds, by spending per person
 * @param valueEach what one who responds is worth, before the spending, above 0
 */
public record BudgetUse(double people, ResponseCurve curve, MonetaryEstimate valueEach) {

  /**
   * Checks the numbers.
   *
   * @param people how many people it is spent on
   * @param curve the share that responds
   * @param valueEach what one who responds is worth
   * @throws IllegalArgumentException if people or the value is not above 0
   */
  public BudgetUse {
    Checks.positive("people", people);
    requireNonNull(curve, "curve");
    Checks.positive("valueEach", valueEach);
    Checks.positive("people / steepness", people / curve.steepness());
  }

  /**
   * Returns the spending per person beyond which one more unit of money brings back less than a
   * unit: {@code ln(ceiling k value) / k}, at least 0.
   *
   * @return what is best spent on each person if the budget allows it
   */
  public MonetaryEstimate bestPerPerson() {
    return new MonetaryEstimate(valueEach.currency(), spendAt(0));
  }

  /** The spending per person at which the next unit brings back exp(logReturn). */
  double spendAt(double logReturn) {
    return Math.max(0, (logFirstReturn() - logReturn) / curve.steepness());
  }

  /** What the first unit of money brings back, as a logarithm. */
  double logFirstReturn() {
    return Math.log(curve.slope(0)) + Math.log(valueEach.amount());
  }

  /** How fast the budget grows as the logarithm of the return falls. */
  double width() {
    return people / curve.steepness();
  }

  double worth(double spend) {
    return people * curve.share(spend) * valueEach.amount();
  }
}
