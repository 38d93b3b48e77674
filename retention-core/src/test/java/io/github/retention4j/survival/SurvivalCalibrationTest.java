package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.time.TimeScale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurvivalCalibrationTest {

  private static final SurvivalCalibration CALIBRATION = SurvivalCalibration.withDefaults();

  /** Rows 0 to 9 are lost after 1 to 10; forecasts rise with the row in steps of two. */
  private static final LifetimeSample TEN =
      LifetimeSample.fromStart(
          TimeScale.DAY,
          IntStream.rangeClosed(1, 10).asDoubleStream().toArray(),
          new boolean[] {true, true, true, true, true, true, true, true, true, true});

  @Test
  void setsTheShareThatStayedBesideTheForecast() {
    CalibrationTable table = CALIBRATION.withBins(2).calculate(TEN, (row, time) -> row / 10.0, 7.5);
    assertThat(table.time()).isEqualTo(7.5);
    assertThat(table.bins()).hasSize(2);
    CalibrationBin low = table.bins().get(0);
    assertThat(low.customers()).isEqualTo(5);
    assertThat(low.lowest()).isZero();
    assertThat(low.highest()).isEqualTo(0.4);
    assertThat(low.forecast()).isCloseTo(0.2, within(1e-15));
    assertThat(low.observed().estimate().orElseThrow().survival()).isZero();
    CalibrationBin high = table.bins().get(1);
    assertThat(high.forecast()).isCloseTo(0.7, within(1e-15));
    assertThat(high.observed().estimate().orElseThrow().survival()).isCloseTo(0.6, within(1e-15));
  }

  /** R 4.2.2 survival 3.5-3, conf.type = "log-log": 0.2526689 and 0.827221. */
  @Test
  void hasTheIntervalOfTheBin() {
    double[] months = IntStream.range(0, 10).mapToDouble(row -> row < 4 ? 5 : 20).toArray();
    boolean[] left = new boolean[10];
    IntStream.range(0, 4).forEach(row -> left[row] = true);
    LifetimeSample sample = LifetimeSample.fromStart(TimeScale.MEAN_MONTH, months, left);
    CalibrationTable table = CALIBRATION.calculate(sample, (row, time) -> 0.8, 12);
    assertThat(table.bins()).hasSize(1);
    assertThat(table.toText())
        .isEqualTo(
            """
            Survival over 12, mean months
            customers  forecast  observed   lower   upper
                   10    0.8000    0.6000  0.2527  0.8272
            """);
    assertThat(CALIBRATION.calculate(sample, (row, time) -> 0.8, 30).toText())
        .contains("10    0.8000  not observed      -      -");
  }

  @Test
  void keepsRowsOfTheSameForecastTogetherAndCountsWeights() {
    CalibrationTable table =
        CALIBRATION.withBins(5).calculate(TEN, (row, time) -> row < 6 ? 0.2 : 0.9, 5);
    assertThat(table.bins()).hasSize(2);
    assertThat(table.bins().get(0).customers()).isEqualTo(6);
    assertThat(table.bins().get(0).lowest()).isEqualTo(table.bins().get(0).highest());
    double[] weights = new double[10];
    java.util.Arrays.fill(weights, 1);
    weights[0] = 9;
    CalibrationTable weighted =
        CALIBRATION.withBins(2).calculate(TEN.withWeights(weights), (row, time) -> row / 10.0, 5);
    // The first row alone is one half of all customers.
    assertThat(weighted.bins().get(0).customers()).isEqualTo(9);
    assertThat(weighted.bins().get(1).customers()).isEqualTo(9);
  }

  @Test
  void refusesWhatIsNoForecast() {
    assertThatThrownBy(() -> CALIBRATION.calculate(TEN, (row, time) -> -0.5, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("survival (-0.5) forecast for row 1 at 5 must be from 0 to 1");
    assertThatThrownBy(() -> CALIBRATION.calculate(TEN, (row, time) -> 0.5, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("time (0.0) must be over 0, and finite");
    assertThatThrownBy(() -> CALIBRATION.withBins(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bins (0) must be at least 1");
    assertThatThrownBy(() -> CALIBRATION.with(SurvivalInterval.LOG).withLevel(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("level (1.0) must be between 0 and 1");
  }
}
