package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.estimation.Covariance;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.NoPenalty;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.estimation.ParameterRange;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelComparisonTest {

  private static final PurchaseSample SAMPLE =
      PurchaseSample.of(TimeScale.WEEK, new int[] {0, 1}, new double[] {0, 1}, new double[] {3, 3});

  private static Fit<NegativeBinomialModel> fit(
      String name, double r, int parameters, double logLikelihood, int customers) {
    List<ParameterEstimate> estimates =
        IntStream.range(0, parameters)
            .mapToObj(
                i ->
                    new ParameterEstimate(
                        "p" + i, 1, ParameterRange.POSITIVE, OptionalDouble.empty(), false))
            .toList();
    FitReport report =
        new FitReport(
            name,
            customers,
            logLikelihood,
            NoPenalty.INSTANCE,
            0,
            estimates,
            Covariance.copyOf(List.of(), new double[0][]),
            1,
            1,
            List.of());
    return new Fit<>(new NegativeBinomialModel(r, 1, TimeScale.WEEK), report);
  }

  @Test
  void setsFitsSideBySide() {
    PurchaseSample sample = SAMPLE.withHoldout(2, new int[] {0, 1});
    // Of r = 1 the expected purchases are 0.5 and 1, of r = 3 they are 1.5 and 2.
    ModelComparison table =
        ModelComparison.of(List.of(fit("B", 3, 3, -9, 2), fit("A", 1, 2, -10.5, 2)), sample);
    assertThat(table.bestByAic().fit().model()).isEqualTo("B");
    assertThat(table.bestByBic().fit().model()).isEqualTo("B");
    assertThat(table.bestInHoldout().orElseThrow().fit().model()).isEqualTo("A");
    assertThat(table)
        .hasToString(
            """
            model: parameters, log-likelihood, AIC, BIC, holdout MAE, RMSE, bias
            B: 3, -9.00, 24.00, 20.08, 1.2500, 1.2748, +1.2500
            A: 2, -10.50, 25.00, 22.39, 0.2500, 0.3536, +0.2500""");
  }

  @Test
  void doesWithoutAHoldout() {
    ModelComparison table = ModelComparison.of(List.of(fit("A", 1, 2, -10.5, 2)), SAMPLE);
    assertThat(table.bestInHoldout()).isEmpty();
    assertThat(table.rows().get(0).holdout()).isEmpty();
    assertThat(table.toString()).endsWith("A: 2, -10.50, 25.00, 22.39");
  }

  @Test
  void refusesFitsOfAnotherSample() {
    assertThatThrownBy(() -> ModelComparison.of(List.of(fit("A", 1, 2, -1, 7)), SAMPLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("observations (7) of A must be the customers of the sample (2)");
    assertThatThrownBy(() -> ModelComparison.of(List.of(), SAMPLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows (0) must be at least 1");
  }
}
