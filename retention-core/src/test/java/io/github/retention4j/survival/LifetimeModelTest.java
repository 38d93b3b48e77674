package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LifetimeModelTest {

  private static final TimeScale UNIT = TimeScale.MEAN_MONTH;

  /** Percent. The condition of e^(shape ln t) where its exponent is some hundreds. */
  private static final double TAIL = 1e-10;

  static List<NamedCsvRecord> tails() {
    return ReferenceTable.rows(LifetimeModelTest.class, "lifetime-tails.csv");
  }

  @ParameterizedTest
  @MethodSource("tails")
  void isAccurateFarOut(NamedCsvRecord row) {
    LifetimeModel model =
        LifetimeModels.of(row.getField("family"), ReferenceTable.numbers(row, "parameters"));
    double time = ReferenceTable.number(row, "time");
    assertThat(model.logSurvival(time))
        .isCloseTo(ReferenceTable.number(row, "logSurvival"), withinPercentage(TAIL));
    assertThat(model.hazard(time))
        .isCloseTo(ReferenceTable.number(row, "hazard"), withinPercentage(TAIL));
  }

  @Test
  void givesTheNumbersOfTheDocumentation() {
    Exponential exponential = new Exponential(0.05, UNIT);
    assertThat(exponential.quantile(0.5).orElseThrow()).isCloseTo(13.86, within(0.005));
    assertThat(exponential.meanLifetime()).isEqualTo(new MeanLifetime.Finite(20));
    Weibull weibull = new Weibull(0.7, 20, UNIT);
    assertThat(weibull.survival(12)).isCloseTo(0.497, within(0.0005));
    assertThat(mean(weibull)).isCloseTo(25.3, within(0.05));
    LogNormal logNormal = new LogNormal(3, 1, UNIT);
    assertThat(logNormal.quantile(0.5).orElseThrow()).isCloseTo(Math.exp(3), within(1e-12));
    assertThat(mean(logNormal)).isCloseTo(33.1, within(0.05));
    assertThat(mean(new LogLogistic(2, 20, UNIT))).isCloseTo(31.4, within(0.05));
    assertThat(new Gompertz(-0.1, 0.05, UNIT).neverLeaving()).isCloseTo(0.607, within(0.0005));
    PiecewiseExponential pieces =
        new PiecewiseExponential(List.of(12.0), List.of(0.05, 0.01), UNIT);
    assertThat(pieces.survival(12)).isCloseTo(0.549, within(0.0005));
    assertThat(pieces.conditionalSurvival(12, 12)).isCloseTo(0.887, within(0.0005));
    assertThat(pieces.hazard(12)).isEqualTo(0.05);
    MixtureCure<Exponential> cure = new MixtureCure<>(0.4, new Exponential(0.1, UNIT));
    assertThat(cure.survival(10)).isCloseTo(0.621, within(0.0005));
    GeneralizedGamma gamma = new GeneralizedGamma(3, 0.8, 0.8, UNIT);
    // A gamma variable of mean e^mu.
    assertThat(mean(gamma)).isCloseTo(Math.exp(3), withinPercentage(1e-11));
  }

  private static double mean(LifetimeModel model) {
    return model.meanLifetime().finite().orElseThrow();
  }

  @Test
  void saysWhyAMeanIsInfinite() {
    assertThat(new LogLogistic(1, 20, UNIT).meanLifetime())
        .isEqualTo(MeanLifetime.Infinite.HEAVY_TAIL);
    assertThat(new GeneralizedGamma(1, 2, -0.5, UNIT).meanLifetime())
        .isEqualTo(MeanLifetime.Infinite.HEAVY_TAIL);
    assertThat(new GeneralizedGamma(1, 1.9, -0.5, UNIT).meanLifetime().finite()).isPresent();
    MixtureCure<Weibull> cure = new MixtureCure<>(0.2, new Weibull(1, 10, UNIT));
    assertThat(cure.meanLifetime()).isEqualTo(MeanLifetime.Infinite.SOME_NEVER_LEAVE);
    assertThat(cure.expectedRemaining(3)).isEqualTo(MeanLifetime.Infinite.SOME_NEVER_LEAVE);
    assertThat(cure.quantile(0.79)).isPresent();
    assertThat(cure.quantile(0.8)).isEmpty();
    assertThat(cure.neverLeaving()).isEqualTo(0.2);
    Gompertz dying = new Gompertz(-0.1, 0.05, UNIT);
    assertThat(dying.meanLifetime()).isEqualTo(MeanLifetime.Infinite.SOME_NEVER_LEAVE);
    assertThat(dying.quantile(0.4)).isEmpty();
    assertThat(new LogNormal(1000, 1, UNIT).quantile(0.5)).isEmpty();
  }

  @Test
  void remainingLifeIsThatOfTheConditionalLifetime() {
    assertThat(new Exponential(0.05, UNIT).expectedRemaining(100))
        .isEqualTo(new MeanLifetime.Finite(20));
    Weibull falling = new Weibull(0.5, 10, UNIT);
    // At shape 1/2, with y = sqrt(age / scale), it is 2 scale (1 + y).
    assertThat(falling.expectedRemaining(40).finite().orElseThrow())
        .isCloseTo(60, withinPercentage(1e-9));
    assertThat(new Weibull(2, 1, UNIT).expectedRemaining(1e6).finite().orElseThrow())
        .isCloseTo(5e-7, withinPercentage(1e-6));
    assertThat(new Gompertz(0.1, 0.01, UNIT).expectedRemaining(100).finite().orElseThrow())
        .isCloseTo(0.0045360, within(1e-3));
    assertThat(new Exponential(0.5, UNIT).restrictedMean(0)).isZero();
    assertThat(new Weibull(3, 1, UNIT).restrictedMean(1e200)).isCloseTo(0.8929795, within(1e-6));
  }

  @Test
  void refusesWhatIsNoModel() {
    refused(() -> new Exponential(0, UNIT), "rate (0.0) must be over 0 and finite");
    refused(() -> new Weibull(1, Double.NaN, UNIT), "scale (NaN) must be over 0 and finite");
    refused(() -> new LogNormal(Double.NaN, 1, UNIT), "mu (NaN) must be finite");
    refused(
        () -> new PiecewiseExponential(List.of(2.0, 2.0), List.of(1.0, 1.0, 1.0), UNIT),
        "cut (2.0) must be over the last, 2.0");
    refused(
        () -> new PiecewiseExponential(List.of(2.0), List.of(1.0), UNIT),
        "rates (1) must be one more than cuts (1)");
    MixtureCure<Exponential> cure = new MixtureCure<>(0.5, new Exponential(1, UNIT));
    refused(() -> new MixtureCure<>(1, cure.leavers()), "cureShare (1.0) must be 0 or more");
    refused(() -> new MixtureCure<>(0.1, cure), "leavers (MixtureCure[");
  }

  @Test
  void refusesTimesThatAreNone() {
    LifetimeModel model = new Weibull(2, 1, UNIT);
    refused(() -> model.survival(-1), "time (-1.0) must be 0 or more, and finite");
    refused(() -> model.hazard(0), "time (0.0) must be over 0 and finite");
    refused(() -> model.quantile(1), "share (1.0) must be over 0 and under 1");
    refused(() -> model.expectedRemaining(1e200), "age (1.0E200) must be one that some reach");
    refused(() -> model.restrictedMean(Double.POSITIVE_INFINITY), "horizon (Infinity) must be");
  }

  private static void refused(Runnable action, String message) {
    assertThatThrownBy(action::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
