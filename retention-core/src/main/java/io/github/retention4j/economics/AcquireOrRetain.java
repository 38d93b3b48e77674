package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.clv.MonetaryInterval;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.ProportionDifference;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Should the next budget win customers or keep them? Keeping is paid for all customers it is
 * offered to, and keeps only those who would have left otherwise.
 *
 * <p>"Acquiring costs five times as much" (or six times) is often quoted and never assumed here:
 * the cost ratio k, the cost of winning one customer over the cost of the retention offer for one,
 * is always the caller's. The ratio decides nothing by itself; what a unit of money earns is
 *
 * <pre>{@code
 * winning: value if won / A            keeping: lift x value if kept x k / A
 * }</pre>
 *
 * <p>with A the cost of winning one. Example: a lift from 0.70 to 0.75 where a kept customer is
 * worth 400 may cost 20 for each customer it is offered to, which is 400 for each customer kept;
 * and only 5 if the lost could be won back at 100 each.
 *
 * @param lift by how many points the programme raises the share kept, as a fraction, -1 to 1
 * @param liftInterval how sure the lift is; empty if it was assumed
 * @param valueIfKept what a customer is worth who stays and would have left, above 0
 * @param valueIfWon what a new customer is worth before the cost of winning it, above 0
 * @param acquisitionCost what winning one costs, above 0
 */
public record AcquireOrRetain(
    double lift,
    Optional<ConfidenceInterval> liftInterval,
    MonetaryEstimate valueIfKept,
    MonetaryEstimate valueIfWon,
    MonetaryEstimate acquisitionCost) {

  /**
   * Checks the numbers.
   *
   * @param lift by how many points the programme raises the share kept
   * @param liftInterval how sure the lift is
   * @param valueIfKept what a customer kept is worth
   * @param valueIfWon what a customer won is worth
   * @param acquisitionCost what winning one costs
   * @throws IllegalArgumentException if the lift is not from -1 to 1, or an amount not above 0
   * @throws CurrencyMismatchException if the currencies differ
   */
  public AcquireOrRetain {
    Checks.inRange("lift", lift, -1, 1);
    requireNonNull(liftInterval, "liftInterval");
    Checks.positive("valueIfKept", valueIfKept);
    Checks.positive("valueIfWon", valueIfWon);
    Checks.positive("acquisitionCost", acquisitionCost);
    Checks.sameCurrency(valueIfKept.currency(), valueIfWon);
    Checks.sameCurrency(valueIfKept.currency(), acquisitionCost);
  }

  /**
   * Returns the question for an assumed lift.
   *
   * @param retentionBefore the share kept without the programme, in [0, 1]
   * @param retentionAfter the share kept with it, in [0, 1]
   * @param valueIfKept what a customer kept is worth, above 0
   * @param valueIfWon what a customer won is worth, above 0
   * @param acquisitionCost what winning one costs, above 0
   * @return the question; no interval
   * @throws IllegalArgumentException if a rate is outside [0, 1], or an amount not above 0
   * @throws CurrencyMismatchException if the currencies differ
   */
  public static AcquireOrRetain of(
      double retentionBefore,
      double retentionAfter,
      MonetaryEstimate valueIfKept,
      MonetaryEstimate valueIfWon,
      MonetaryEstimate acquisitionCost) {
    double lift =
        Checks.unit("retentionAfter", retentionAfter)
            - Checks.unit("retentionBefore", retentionBefore);
    return new AcquireOrRetain(lift, Optional.empty(), valueIfKept, valueIfWon, acquisitionCost);
  }

  /**
   * Returns the question for a measured lift.
   *
   * @param kept the share kept with the programme, {@code first}, and without it, {@code second}
   * @param level the level of the intervals, Newcombe's of the lift carried on
   * @param valueIfKept what a customer kept is worth, above 0
   * @param valueIfWon what a customer won is worth, above 0
   * @param acquisitionCost what winning one costs, above 0
   * @return the question
   * @throws IllegalArgumentException if the level is not between 0 and 1, or an amount not above 0
   * @throws CurrencyMismatchException if the currencies differ
   */
  public static AcquireOrRetain of(
      ProportionDifference kept,
      double level,
      MonetaryEstimate valueIfKept,
      MonetaryEstimate valueIfWon,
      MonetaryEstimate acquisitionCost) {
    return new AcquireOrRetain(
        kept.difference(),
        Optional.of(kept.interval(level)),
        valueIfKept,
        valueIfWon,
        acquisitionCost);
  }

  /**
   * Returns what the programme may cost for each customer it is offered to: there it breaks even.
   *
   * @return lift x value if kept; negative for a programme that does harm
   */
  public MonetaryEstimate mostPerCustomer() {
    return valueIfKept.times(lift);
  }

  /**
   * Returns how sure {@link #mostPerCustomer()} is.
   *
   * @return the interval of the lift times the value; empty if the lift was assumed
   */
  public Optional<MonetaryInterval> mostPerCustomerInterval() {
    return carried(valueIfKept);
  }

  /**
   * Returns what the programme may cost for each customer it is offered to if the customers it
   * keeps could be won back instead, at the cost of winning a new one.
   *
   * @return lift x acquisition cost
   */
  public MonetaryEstimate mostAgainstWinningBack() {
    return acquisitionCost.times(lift);
  }

  /**
   * Returns how sure {@link #mostAgainstWinningBack()} is.
   *
   * @return the interval of the lift times the cost; empty if the lift was assumed
   */
  public Optional<MonetaryInterval> mostAgainstWinningBackInterval() {
    return carried(acquisitionCost);
  }

  private Optional<MonetaryInterval> carried(MonetaryEstimate amount) {
    return liftInterval.map(
        it ->
            new MonetaryInterval(
                Optional.of(amount.times(it.lower())),
                Optional.of(amount.times(it.upper())),
                it.level(),
                it.method()));
  }

  /**
   * Returns what keeping one customer costs who would have left, at a cost per customer it is
   * offered to. At {@link #mostPerCustomer()} it is the value of a customer kept.
   *
   * @param costPerCustomer what the programme costs for each customer it is offered to, 0 or more
   * @return cost / lift; empty if the programme keeps nobody
   * @throws IllegalArgumentException if the cost is negative
   * @throws CurrencyMismatchException if the currency differs
   */
  public Optional<MonetaryEstimate> costPerCustomerKept(MonetaryEstimate costPerCustomer) {
    Checks.notNegative("costPerCustomer", costPerCustomer);
    Checks.sameCurrency(valueIfKept.currency(), costPerCustomer);
    return lift > 0 ? Optional.of(costPerCustomer.times(1 / lift)) : Optional.empty();
  }

  /**
   * Returns the cost ratio at which a unit of money earns the same either way; above it keeping
   * earns more.
   *
   * @return value if won / (lift x value if kept); empty if the programme keeps nobody, so that no
   *     ratio is enough
   */
  public OptionalDouble breakEvenCostRatio() {
    double ratio = valueIfWon.amount() / (lift * valueIfKept.amount());
    return lift > 0 && Double.isFinite(ratio) ? OptionalDouble.of(ratio) : OptionalDouble.empty();
  }

  /**
   * Tells why there is no break-even: neither a cost ratio nor a cost per customer kept.
   *
   * @return the reason; empty where there is one
   */
  public Optional<String> whyNoBreakEven() {
    if (breakEvenCostRatio().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(lift > 0 ? "the lift is too small for a finite ratio" : "it keeps nobody");
  }

  /**
   * Tells why there are no intervals.
   *
   * @return the reason; empty where there are
   */
  public Optional<String> whyNoIntervals() {
    return liftInterval.isPresent() ? Optional.empty() : Optional.of("the lift was assumed");
  }

  /**
   * Returns the lift that a programme must have to earn as much per unit of money as winning does.
   *
   * @param costRatio the cost of winning one over that of the offer for one, above 0
   * @return value if won / (cost ratio x value if kept), in points as a fraction; a programme
   *     cannot have more than 1
   * @throws IllegalArgumentException if the ratio is not above 0, or too small for a finite lift
   */
  public double breakEvenLift(double costRatio) {
    double lift =
        valueIfWon.amount() / (Checks.positive("costRatio", costRatio) * valueIfKept.amount());
    Checks.finite("lift at costRatio " + costRatio, lift);
    return lift;
  }

  /**
   * Spends a budget on the one or on the other.
   *
   * @param budget what is spent, above 0
   * @param costRatio the cost of winning one over that of the offer for one, above 0
   * @return what each earns
   * @throws IllegalArgumentException if the budget or the ratio is not above 0
   * @throws CurrencyMismatchException if the currency differs
   */
  public BudgetComparison compare(MonetaryEstimate budget, double costRatio) {
    Checks.positive("budget", budget);
    Checks.sameCurrency(valueIfKept.currency(), budget);
    Checks.positive("costRatio", costRatio);
    double won = budget.amount() / acquisitionCost.amount();
    double offered = won * costRatio;
    return new BudgetComparison(
        budget,
        costRatio,
        won,
        offered,
        offered * lift,
        valueIfWon.times(won).minus(budget),
        valueIfKept.times(offered * lift).minus(budget));
  }

  /**
   * Returns the break-evens, in lines.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append("Lift ").append(Texts.points(lift));
    text.append(liftInterval.map(it -> " " + Texts.range(it)).orElse(", assumed")).append('\n');
    text.append(line("may cost per customer", mostPerCustomer(), mostPerCustomerInterval()));
    text.append(
        line(
            "if winning back is the alternative",
            mostAgainstWinningBack(),
            mostAgainstWinningBackInterval()));
    OptionalDouble ratio = breakEvenCostRatio();
    text.append("  keeping earns more than winning ");
    text.append(
        ratio.isPresent()
            ? Texts.format("where winning costs over %.2f times as much\n", ratio.getAsDouble())
            : "at no cost ratio: " + whyNoBreakEven().orElseThrow() + "\n");
    return text.toString();
  }

  private static String line(
      String name, MonetaryEstimate amount, Optional<MonetaryInterval> interval) {
    return "  " + name + " " + amount + interval.map(it -> " " + it).orElse("") + "\n";
  }
}
