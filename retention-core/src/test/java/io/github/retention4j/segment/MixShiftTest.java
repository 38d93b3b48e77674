package io.github.retention4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.stats.ContinuityCorrection;
import io.github.retention4j.stats.Proportion;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MixShiftTest {

  private static final double ROUNDING = 1e-15;

  private static final Map<String, Proportion> BEFORE =
      new TreeMap<>(Map.of("monthly", new Proportion(40, 100), "yearly", new Proportion(10, 100)));

  @Test
  void isAllMixWhereRatesStayed() {
    MixShift shift =
        MixShiftCalculator.withDefaults()
            .compare(
                BEFORE,
                new TreeMap<>(
                    Map.of("monthly", new Proportion(60, 150), "yearly", new Proportion(5, 50))));
    assertThat(shift.change()).isCloseTo(0.075, within(ROUNDING));
    assertThat(shift.mix()).isCloseTo(0.075, within(ROUNDING));
    assertThat(shift.rates()).isZero();
    assertThat(shift.withinValues().orElseThrow().test(ContinuityCorrection.NONE).pValue())
        .isEqualTo(1);
    assertThat(shift.toText())
        .isEqualTo(
            """
            Churn 50/200 (25.00 %), then 65/200 (32.50 %): +7.5 points, of which
              mix +7.5 points, rates +0.0 points
                monthly: mix +2.8 points, rates +0.0 points
                yearly: mix +4.7 points, rates +0.0 points
              within values: Cochran-Mantel-Haenszel p = 1.0000, odds ratio 1.000 (0.6251 to 1.600)
            """);
  }

  /** Mix 0.5, 0.5 then 0.75, 0.25; rates 0.4, 0.1 then 0.6, 0.1. */
  @Test
  void putsTheInteractionWhereTheRuleSays() {
    Map<String, Proportion> after =
        new TreeMap<>(Map.of("monthly", new Proportion(90, 150), "yearly", new Proportion(5, 50)));
    // Mix 0.25 * 0.4 - 0.25 * 0.1, rates 0.5 * 0.2, both at once 0.25 * 0.2.
    check(InteractionRule.SEPARATE, after, 0.075, 0.1, 0.05);
    check(InteractionRule.HALVED, after, 0.1, 0.125, 0);
    check(InteractionRule.TO_MIX, after, 0.125, 0.1, 0);
    check(InteractionRule.TO_RATES, after, 0.075, 0.15, 0);
  }

  private static void check(
      InteractionRule rule,
      Map<String, Proportion> after,
      double mix,
      double rates,
      double interaction) {
    MixShift shift = MixShiftCalculator.withDefaults().with(rule).compare(BEFORE, after);
    assertThat(shift.mix()).isCloseTo(mix, within(ROUNDING));
    assertThat(shift.rates()).isCloseTo(rates, within(ROUNDING));
    assertThat(shift.interaction()).isCloseTo(interaction, within(ROUNDING));
    assertThat(shift.parts().get(1).rates()).isZero();
    assertThat(shift.parts().get(1).interaction()).isZero();
  }

  @Test
  void takesANewValueForMix() {
    MixShift shift =
        MixShiftCalculator.withDefaults()
            .with(InteractionRule.SEPARATE)
            .compare(BEFORE, Map.of("daily", new Proportion(9, 10)));
    assertThat(shift.rates()).isZero();
    assertThat(shift.interaction()).isZero();
    assertThat(shift.mix()).isCloseTo(0.65, within(ROUNDING));
    assertThat(shift.withinValues()).isEmpty();
    assertThat(shift.parts().get(2).before()).isEmpty();
    assertThat(shift)
        .hasToString("+65.0 points: mix +65.0 points, rates +0.0 points, both at once +0.0 points");
  }

  @Test
  void wantsCustomersInBothPeriods() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MixShiftCalculator.withDefaults().compare(BEFORE, Map.of()))
        .withMessage("after ({}) must have a value");
  }
}
