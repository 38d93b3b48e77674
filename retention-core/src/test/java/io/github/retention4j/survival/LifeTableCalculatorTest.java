package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.time.TimeScale;
import org.junit.jupiter.api.Test;

class LifeTableCalculatorTest {

  private static final LifetimeSample FOUR =
      LifetimeSample.fromStart(
          TimeScale.MEAN_MONTH,
          new double[] {2, 5, 3, 6},
          new boolean[] {true, true, false, false});

  @Test
  void countsThoseWhoGoWithinAnIntervalHalf() {
    LifeTable table = LifeTableCalculator.withDefaults().withWidth(3).calculate(FOUR);
    LifeTableRow second = table.rows().get(1);
    assertThat(second.exposed()).isEqualTo(2.5);
    assertThat(second.lossProbability()).isEqualTo(0.4);
    assertThat(second.survivalAtEnd()).isCloseTo(0.45, within(1e-15));
    // 0.45^2 (1 / (4 3) + 1 / (2.5 1.5))
    assertThat(second.standardError().orElseThrow())
        .isCloseTo(0.45 * Math.sqrt(1.0 / 12 + 1 / 3.75), within(1e-15));
    assertThat(second.hazard()).isCloseTo(0.8 / (3 * 1.6), within(1e-15));
    assertThat(table.toText())
        .isEqualTo(
            """
            from  to  entering  censored  lost  exposed       q  survival      se
               0   3         4         0     1        4  0.2500    0.7500  0.2165
               3   6         3         1     1      2.5  0.4000    0.4500  0.2662
               6   9         1         1     0      0.5  0.0000    0.4500  0.2662
            """);
  }

  @Test
  void countsThoseWhoEnterWithinAnIntervalHalf() {
    LifetimeSample late =
        LifetimeSample.entering(
            TimeScale.DAY,
            new double[] {0, 0, 1, 4},
            new double[] {2, 5, 5, 6},
            new boolean[] {true, false, true, false});
    LifeTable table = LifeTableCalculator.withDefaults().withWidth(3).calculate(late);
    assertThat(table.rows().get(0).entering()).isEqualTo(2);
    assertThat(table.rows().get(0).entered()).isEqualTo(1);
    assertThat(table.rows().get(0).exposed()).isEqualTo(2.5);
    assertThat(table.rows().get(1).entering()).isEqualTo(2);
    assertThat(table.rows().get(1).entered()).isEqualTo(1);
    assertThat(table.rows().get(1).exposed()).isEqualTo(2);
  }

  @Test
  void refusesWidthsThatMakeNoTable() {
    LifeTableCalculator calculator = LifeTableCalculator.withDefaults();
    assertThatThrownBy(() -> calculator.withWidth(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("width (0.0) must be over 0, and finite");
    assertThatThrownBy(() -> calculator.withWidth(1e-6).calculate(FOUR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("width (1.0E-6) must be wider: lifetimes of up to 6.0 were observed");
  }
}
