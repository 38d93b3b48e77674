package io.github.retention4j.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.clv.MonetaryInterval;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.ProportionDifference;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class AcquireOrRetainTest {

  private static final AcquireOrRetain QUESTION =
      AcquireOrRetain.of(0.70, 0.75, usd(400), usd(300), usd(100));

  private static MonetaryEstimate usd(double amount) {
    return MonetaryEstimate.of("USD", amount);
  }

  @Test
  void aLiftOfFivePointsMayCostATwentiethOfTheValue() {
    assertThat(QUESTION.mostPerCustomer().amount()).isCloseTo(20, within(1e-9));
    assertThat(QUESTION.costPerCustomerKept(usd(20)).orElseThrow().amount())
        .isCloseTo(400, within(1e-9));
    assertThat(QUESTION.mostAgainstWinningBack().amount()).isCloseTo(5, within(1e-9));
    assertThat(QUESTION.mostPerCustomerInterval()).isEmpty();
  }

  @Test
  void theQuotedRatiosGiveDifferentAnswers() {
    // Value if won over (lift x value if kept): 300 / (0.05 x 400).
    assertThat(QUESTION.breakEvenCostRatio().getAsDouble()).isCloseTo(15, within(1e-9));
    assertThat(QUESTION.breakEvenLift(5)).isCloseTo(0.15, within(1e-12));
    assertThat(QUESTION.breakEvenLift(6)).isCloseTo(0.125, within(1e-12));
    BudgetComparison five = QUESTION.compare(usd(10_000), 5);
    // 100 won, worth 30 000; 500 offered, 25 kept, worth 10 000.
    assertThat(five.won()).isCloseTo(100, within(1e-9));
    assertThat(five.kept()).isCloseTo(25, within(1e-9));
    assertThat(five.profitOfWinning().amount()).isCloseTo(20_000, within(1e-6));
    assertThat(five.advantageOfKeeping().amount()).isCloseTo(-20_000, within(1e-6));
    assertThat(five.toText())
        .isEqualTo(
            """
            Budget USD 10000.00, winning costs 5.00 times the offer
              win            100.0 customers, profit USD 20000.00
              keep            25.0 customers of 500.0 offered, profit USD 0.00
            """);
  }

  @Property
  void atTheBreakEvenBothBudgetsEarnTheSame(
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 1) double lift,
      @ForAll @Scale(1) @DoubleRange(min = 1, max = 9999) double kept,
      @ForAll @Scale(1) @DoubleRange(min = 1, max = 9999) double won,
      @ForAll @Scale(1) @DoubleRange(min = 1, max = 999) double cost) {
    AcquireOrRetain question = AcquireOrRetain.of(0, lift, usd(kept), usd(won), usd(cost));
    double ratio = question.breakEvenCostRatio().getAsDouble();
    BudgetComparison comparison = question.compare(usd(1000), ratio);
    double size = comparison.profitOfWinning().amount() + 1000;
    assertThat(comparison.advantageOfKeeping().amount()).isCloseTo(0, within(1e-9 * size));
    assertThat(question.breakEvenLift(ratio)).isCloseTo(lift, within(1e-12));
    assertThat(question.compare(usd(1000), ratio * 1.01).advantageOfKeeping().amount())
        .isPositive();
    // At the most that it may cost, keeping neither earns nor loses.
    double costRatio = cost / question.mostPerCustomer().amount();
    assertThat(question.compare(usd(1000), costRatio).profitOfKeeping().amount())
        .isCloseTo(0, within(1e-6));
  }

  @Test
  void aMeasuredLiftCarriesItsInterval() {
    ProportionDifference difference =
        new ProportionDifference(new Proportion(750, 1000), new Proportion(700, 1000));
    AcquireOrRetain question = AcquireOrRetain.of(difference, 0.9, usd(400), usd(300), usd(100));
    ConfidenceInterval lift = difference.interval(0.9);
    MonetaryInterval most = question.mostPerCustomerInterval().orElseThrow();
    assertThat(most.lower().orElseThrow().amount()).isCloseTo(400 * lift.lower(), within(1e-9));
    assertThat(most.upper().orElseThrow().amount()).isCloseTo(400 * lift.upper(), within(1e-9));
    assertThat(question.toText())
        .isEqualTo(
            """
            Lift +5.0 points [1.7 %, 8.3 %] 90 % Newcombe
              may cost per customer USD 20.00 [USD 6.86, USD 33.08] 90 % Newcombe
              if winning back is the alternative USD 5.00 [USD 1.72, USD 8.27] 90 % Newcombe
              keeping earns more than winning where winning costs over 15.00 times as much
            """);
  }

  @Test
  void aProgrammeThatKeepsNobodyNeverBreaksEven() {
    AcquireOrRetain harm = AcquireOrRetain.of(0.7, 0.6, usd(400), usd(300), usd(100));
    assertThat(harm.breakEvenCostRatio()).isEmpty();
    assertThat(harm.costPerCustomerKept(usd(1))).isEmpty();
    assertThat(harm.mostPerCustomer().amount()).isCloseTo(-40, within(1e-9));
    assertThat(harm.toText())
        .contains("-10.0 points, assumed", "at no cost ratio: it keeps nobody");
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AcquireOrRetain.of(0.7, 1.2, usd(1), usd(1), usd(1)))
        .withMessage("retentionAfter (1.2) must be from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AcquireOrRetain.of(0.7, 0.8, usd(1), usd(1), usd(0)))
        .withMessage("acquisitionCost (USD 0.00) must be above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QUESTION.compare(usd(1), 0))
        .withMessage("costRatio (0.0) must be finite and above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QUESTION.costPerCustomerKept(usd(-1)))
        .withMessage("costPerCustomer (USD -1.00) must be at least 0");
    assertThatExceptionOfType(CurrencyMismatchException.class)
        .isThrownBy(() -> QUESTION.compare(MonetaryEstimate.of("EUR", 1), 5));
  }

  @Test
  void givesNoRatioThatExceedsADouble() {
    MonetaryEstimate one = MonetaryEstimate.of("USD", 1);
    AcquireOrRetain least = new AcquireOrRetain(Double.MIN_VALUE, Optional.empty(), one, one, one);
    assertThat(least.breakEvenCostRatio()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> least.breakEvenLift(Double.MIN_VALUE))
        .withMessage("lift at costRatio 4.9E-324 (Infinity) must be finite");
    assertThat(
            new NumberNeededToTreat(Double.MIN_VALUE, new ConfidenceInterval(0, 0.1, 0.95, "any"))
                .toKeepOneMore())
        .isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BudgetComparison(one, 5, 1, Double.NaN, 1, one, one))
        .withMessage("offered (NaN) must be finite");
  }
}
