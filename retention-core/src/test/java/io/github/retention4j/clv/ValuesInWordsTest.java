package io.github.retention4j.clv;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.RetentionDefinition;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Results read as words, not as records. */
class ValuesInWordsTest {

  private static final PeriodicMargin MARGIN =
      new PeriodicMargin(MonetaryEstimate.of("USD", 100), Granularity.YEAR);
  private static final LifetimeValueCalculator CALCULATOR =
      LifetimeValueCalculator.withDefaults().with(LifetimeValueFormula.MARGIN_OVER_CHURN);

  private static RetentionRate rate(long kept, long of) {
    return new RetentionRate(
        new Proportion(kept, of), Granularity.YEAR, RetentionDefinition.SAME_CUSTOMERS);
  }

  @Test
  void aLifetimeValue() {
    LifetimeValue assumed = CALCULATOR.calculate(MARGIN, 0.75);
    assertThat(assumed).hasToString("USD 400.00: " + assumed.assumptions());
    LifetimeValue endless = CALCULATOR.calculate(MARGIN, 1);
    assertThat(endless).hasToString("unbounded: " + endless.assumptions());
    LifetimeValue observed = CALCULATOR.calculate(MARGIN, rate(75, 100));
    assertThat(observed)
        .hasToString(
            "USD 400.00 " + observed.interval().orElseThrow() + ": " + observed.assumptions());
  }

  @Test
  void aRatioToCost() {
    MonetaryEstimate cost = MonetaryEstimate.of("USD", 150);
    assertThat(LifetimeValueToCost.of(MonetaryEstimate.of("USD", 400), cost))
        .hasToString("2.67: lifetime value USD 400.00 over acquisition cost USD 150.00");
    assertThat(LifetimeValueToCost.of(CALCULATOR.calculate(MARGIN, 1), cost))
        .hasToString(
            "undefined: lifetime value without a finite value over acquisition cost USD 150.00");
    // Wilson's interval of 75 of 100 is 0.657 to 0.825: 100 / 0.343 and 100 / 0.175 over 150.
    assertThat(LifetimeValueToCost.of(CALCULATOR.calculate(MARGIN, rate(75, 100)), cost))
        .hasToString(
            "2.67 [1.94, 3.80] 95 % Wilson: lifetime value USD 400.00 over acquisition cost USD"
                + " 150.00");
  }

  @Test
  void aPayback() {
    assertThat(new Payback.After(5, Granularity.MONTH)).hasToString("5 months");
    assertThat(new Payback.After(1, Granularity.MONTH)).hasToString("1 month");
    assertThat(new Payback.After(2, Granularity.CUSTOM)).hasToString("2 periods");
    assertThat(new Payback.Never(Payback.Reason.MARGIN_NOT_POSITIVE))
        .hasToString("never: the margin is not above 0");
  }

  @Test
  void aCurveAndAGroup() {
    RetentionCurve curve = new RetentionCurve(List.of(1.0, 0.8, 0.6), Granularity.YEAR);
    assertThat(
            LifetimeValueCalculator.withDefaults()
                .with(LifetimeValueFormula.FIRST_MARGIN_NOW)
                .calculate(MARGIN, curve, CurveTail.NONE))
        .hasToString("USD 240.00, of which USD 0.00 beyond the observed ages");
    assertThat(new CustomerGroupValue(12, Optional.of(MonetaryEstimate.of("USD", 1200))))
        .hasToString("USD 1200.00 of 12 customers");
    assertThat(new CustomerGroupValue(1, Optional.empty()))
        .hasToString("no finite value of 1 customer");
  }
}
