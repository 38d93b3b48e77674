package io.github.retention4j.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RetentionLiftTest {

  @Test
  void fivePercentMoreHasThreeSenses() {
    assertThat(RetentionLift.byPoints(0.05).applyTo(0.8)).isCloseTo(0.85, within(1e-15));
    assertThat(RetentionLift.byShareOfRetention(0.05).applyTo(0.8)).isCloseTo(0.84, within(1e-15));
    assertThat(RetentionLift.byShareOfChurn(0.05).applyTo(0.8)).isCloseTo(0.81, within(1e-15));
  }

  @Test
  void reachesOneDespiteRounding() {
    assertThat(RetentionLift.byShareOfRetention(1 / 0.9 - 1).applyTo(0.9)).isEqualTo(1);
    assertThat(RetentionLift.byShareOfChurn(1).applyTo(0.3)).isEqualTo(1);
    assertThat(RetentionLift.byPoints(-0.3).applyTo(0.3)).isZero();
  }

  @Property
  void aLiftOf0ChangesNothing(
      @ForAll RetentionLift.Kind kind, @ForAll @DoubleRange(min = 0, max = 1) double rate) {
    assertThat(new RetentionLift(kind, 0).applyTo(rate)).isEqualTo(rate);
    assertThat(new RetentionLift(kind, -0.0)).isEqualTo(new RetentionLift(kind, 0));
  }

  @Property
  void isLinearInTheRate(
      @ForAll RetentionLift.Kind kind,
      @ForAll @DoubleRange(min = 0, max = 0.9) double amount,
      @ForAll @DoubleRange(min = 0, max = 1) double rate) {
    RetentionLift lift = new RetentionLift(kind, amount);
    double start = rate * lift.highestStart();
    assertThat(lift.applyTo(start))
        .isCloseTo(lift.intercept() + lift.slope() * start, within(1e-14));
    assertThat(lift.applyTo(start)).isGreaterThanOrEqualTo(start);
  }

  @Test
  void isShownAsSaid() {
    assertThat(RetentionLift.byPoints(0.05)).hasToString("+5 points");
    assertThat(RetentionLift.byPoints(-0.025)).hasToString("-2.5 points");
    assertThat(RetentionLift.byShareOfRetention(0.05)).hasToString("+5 % of retention");
    assertThat(RetentionLift.byShareOfChurn(0.5)).hasToString("50 % less churn");
    assertThat(RetentionLift.Kind.OF_RETENTION.formula()).isEqualTo("r (1 + a)");
  }

  @Test
  void refusesWhatLeavesNoRate() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetentionLift.byPoints(1.5))
        .withMessage("amount (1.5) must leave a rate from 0 to 1 possible, by r + a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetentionLift.byShareOfRetention(-1.1))
        .withMessage("amount (-1.1) must leave a rate from 0 to 1 possible, by r (1 + a)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetentionLift.byShareOfChurn(Double.NaN))
        .withMessage("amount (NaN) must leave a rate from 0 to 1 possible, by 1 - (1 - r) (1 - a)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetentionLift.byPoints(0.5).applyTo(0.75))
        .withMessage("retention (0.75) by +50 points (1.25) must be from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetentionLift.byPoints(0.5).applyTo(-0.5))
        .withMessage("retention (-0.5) must be from 0 to 1");
  }
}
