package io.github.retention4j.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class BudgetSplitTest {

  private static MonetaryEstimate usd(double amount) {
    return MonetaryEstimate.of("USD", amount);
  }

  private static BudgetUse use(double people, double ceiling, double steepness, double value) {
    return new BudgetUse(people, new ResponseCurve(ceiling, steepness), usd(value));
  }

  @Test
  void aCurveGoesThroughItsPoint() {
    ResponseCurve curve = ResponseCurve.through(0.4, 5, 0.1);
    assertThat(curve.steepness()).isCloseTo(-Math.log(0.75) / 5, within(1e-15));
    assertThat(curve.share(5)).isCloseTo(0.1, within(1e-15));
    assertThat(curve.share(10)).isCloseTo(0.175, within(1e-15));
    assertThat(curve.share(0)).isZero();
    double step = 1e-6;
    assertThat(curve.slope(7))
        .isCloseTo((curve.share(7 + step) - curve.share(7 - step)) / (2 * step), within(1e-9));
  }

  @Test
  void theExampleOfTheDocumentation() {
    BudgetSplit split =
        new BudgetSplit(usd(20_000), use(1000, 0.4, 0.05, 100), use(1000, 0.9, 0.05, 100));
    // The difference per head is ln(0.9 / 0.4) / 0.05 = 16.22, the sum 20.
    assertThat(split.perProspect().amount()).isCloseTo(10 - Math.log(2.25) / 0.1, within(1e-9));
    assertThat(split.perCustomer().amount()).isCloseTo(10 + Math.log(2.25) / 0.1, within(1e-9));
    assertThat(split.toText())
        .isEqualTo(
            """
            Budget USD 20000.00, the last unit brings back 1.820
              win   USD 1890.70, USD 1.89 a prospect
              keep  USD 18109.30, USD 18.11 a customer
              profit USD 37216.32; greatest at a budget of USD 43944.49
            """);
  }

  @Test
  void aSmallBudgetGoesToTheRicherUse() {
    BudgetSplit split =
        new BudgetSplit(usd(1000), use(1000, 0.4, 0.05, 100), use(1000, 0.9, 0.05, 100));
    assertThat(split.spentOnWinning().amount()).isZero();
    assertThat(split.spentOnKeeping().amount()).isCloseTo(1000, within(1e-9));
    assertThat(split.lastReturn()).isCloseTo(4.5 * Math.exp(-0.05), within(1e-12));
  }

  @Test
  void whatDoesNotPayGetsNothingAtBest() {
    BudgetSplit split =
        new BudgetSplit(usd(1000), use(100, 0.1, 0.05, 100), use(100, 0.1, 0.05, 100));
    assertThat(split.bestBudget().amount()).isZero();
    assertThat(split.lastReturn()).isLessThan(0.5);
    assertThat(split.profit().amount()).isNegative();
  }

  @Property(tries = 300)
  void noOtherSplitEarnsMore(
      @ForAll @Scale(2) @DoubleRange(min = 0.05, max = 1) double ceiling,
      @ForAll @Scale(3) @DoubleRange(min = 0.005, max = 1) double steepness,
      @ForAll @IntRange(min = 1, max = 5000) int prospects,
      @ForAll @IntRange(min = 10, max = 900) int value,
      @ForAll @IntRange(min = 100, max = 90_000) int budget) {
    BudgetUse winning = use(prospects, ceiling, steepness, value);
    BudgetUse keeping = use(800, 0.8, 0.04, 250);
    BudgetSplit split = new BudgetSplit(usd(budget), winning, keeping);
    double all = split.spentOnWinning().amount() + split.spentOnKeeping().amount();
    assertThat(all).isCloseTo(budget, within(1e-9 * budget));
    double best = split.profit().amount();
    for (int i = 0; i <= 200; i++) {
      double spent = budget * i / 200.0;
      double other =
          prospects * winning.curve().share(spent / prospects) * value
              + 800 * keeping.curve().share((budget - spent) / 800) * 250
              - budget;
      assertThat(other).isLessThanOrEqualTo(best + 1e-9 * (budget + Math.abs(best)));
    }
  }

  @Property(tries = 300)
  void theBestBudgetIsWhereTheLastUnitBringsBackItself(
      @ForAll @Scale(2) @DoubleRange(min = 0.3, max = 1) double ceiling,
      @ForAll @IntRange(min = 100, max = 900) int value) {
    BudgetUse winning = use(700, ceiling, 0.1, value);
    BudgetUse keeping = use(800, 0.8, 0.04, 250);
    MonetaryEstimate best = new BudgetSplit(usd(1), winning, keeping).bestBudget();
    BudgetSplit split = new BudgetSplit(best, winning, keeping);
    assertThat(split.lastReturn()).isCloseTo(1, within(1e-9));
    for (double factor : new double[] {0.98, 1.02}) {
      BudgetSplit other = new BudgetSplit(best.times(factor), winning, keeping);
      assertThat(other.profit().amount()).isLessThan(split.profit().amount());
    }
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ResponseCurve(1.2, 1))
        .withMessage("ceiling (1.2) must be above 0 and at most 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResponseCurve.through(0.4, 5, 0.4))
        .withMessage("share (0.4) must be above 0 and below ceiling (0.4)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ResponseCurve(0.4, 1).share(-1))
        .withMessage("spend (-1.0) must be finite and at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> use(0, 0.4, 1, 1))
        .withMessage("people (0.0) must be finite and above 0");
    BudgetUse use = use(1, 0.4, 1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BudgetSplit(usd(0), use, use))
        .withMessage("budget (USD 0.00) must be above 0");
    assertThatExceptionOfType(CurrencyMismatchException.class)
        .isThrownBy(() -> new BudgetSplit(MonetaryEstimate.of("EUR", 1), use, use));
  }

  @Test
  void refusesACurveThatNeverRises() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ResponseCurve(1e-300, 1e-300))
        .withMessage("ceiling * steepness (0.0) must be finite and above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new BudgetUse(1e300, new ResponseCurve(1, 1e-300), MonetaryEstimate.of("USD", 1)))
        .withMessage("people / steepness (Infinity) must be finite and above 0");
  }
}
