package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.time.TimeScale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardisedSurvivalTest {

  private static final double EXACT = 1e-12;

  private static final LifetimeSample SAMPLE =
      LifetimeSample.fromStart(
              TimeScale.MEAN_MONTH,
              new double[] {3, 1, 4, 1, 5, 9, 2, 6},
              new boolean[] {true, true, true, false, true, true, false, true})
          .withWeights(new double[] {1, 2, 1, 1, 3, 1, 1, 2});

  private static final CovariateTable TABLE =
      CovariateTable.ofRows(8)
          .withFactor("plan", List.of("a", "b", "a", "b", "b", "a", "a", "b"), "a")
          .withNumbers("age", new double[] {2, 7, 1, 8, 2, 8, 1, 8});

  private static final CoxModel MODEL = CoxFitter.withDefaults().fit(SAMPLE, TABLE).model();

  @Test
  void averagesTheCurvesOfAllCustomers() {
    Map<String, List<PredictedSurvival>> levels =
        StandardisedSurvival.of(MODEL, SAMPLE, TABLE).byLevel("plan", 0.5, 4);
    assertThat(levels.keySet()).containsExactly("a", "b");
    for (String level : levels.keySet()) {
      double sum = 0;
      double weights = 0;
      for (int row = 0; row < 8; row++) {
        Map<String, Double> values = new HashMap<>(TABLE.row(row));
        values.put("plan=b", level.equals("b") ? 1.0 : 0.0);
        double survival = MODEL.survival(values).at(4).orElseThrow().survival();
        sum += SAMPLE.weight(row) * survival;
        weights += SAMPLE.weight(row);
      }
      assertThat(levels.get(level))
          .satisfies(points -> assertThat(points.get(0).survival()).isEqualTo(1))
          .satisfies(points -> assertThat(points.get(0).standardError()).hasValue(0));
      assertThat(levels.get(level).get(1).survival()).isCloseTo(sum / weights, within(EXACT));
    }
  }

  @Test
  void isTheCurveOfACustomerWhereAllAreAlike() {
    Map<String, Double> customer = Map.of("plan=b", 1.0, "age", 3.0);
    PredictedSurvival average =
        StandardisedSurvival.of(MODEL, SAMPLE, TABLE).calculate(customer, 5).get(0);
    PredictedSurvival alone = MODEL.survival(customer).at(5).orElseThrow();
    assertThat(average.survival()).isCloseTo(alone.survival(), within(EXACT));
    assertThat(average.standardError().orElseThrow())
        .isCloseTo(alone.standardError().orElseThrow(), within(EXACT));
  }

  @Test
  void refusesWhatIsNotThere() {
    StandardisedSurvival averages = StandardisedSurvival.of(MODEL, SAMPLE, TABLE);
    assertThatThrownBy(() -> averages.byLevel("age", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("factor (age) must be one of [plan]");
    assertThatThrownBy(() -> averages.calculate(Map.of("sex", 1.0), 1))
        .hasMessage("sex (1.0) must be finite, and one of [plan=b, age]");
    assertThatThrownBy(() -> averages.calculate(Map.of(), 10))
        .hasMessage("time (10.0) must be from 0 to the last time seen, 9.0");
    assertThatThrownBy(
            () ->
                StandardisedSurvival.of(
                    MODEL,
                    SAMPLE.withStrata("s", List.of("a", "b", "a", "b", "b", "a", "a", "b")),
                    TABLE))
        .hasMessage("strata ([a, b]) must be those of the model, []");
  }
}
