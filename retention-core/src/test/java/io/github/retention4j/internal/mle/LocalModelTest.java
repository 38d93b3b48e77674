package io.github.retention4j.internal.mle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.estimation.NoPenalty;
import io.github.retention4j.internal.numeric.Workers;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On {@code -x^2 - 4 y^2}, which is its own parabola; from (2, 1) x is counted in units of 2. */
class LocalModelTest {

  private static final double ROUNDING = 1e-12;

  private final Workers workers = new Workers(1);
  private final Objective objective =
      new Objective(
          List.of(Parameter.real("x"), Parameter.real("y")),
          RowSums.ofAll(
              SimpleLikelihoods.of(
                  new double[1],
                  (none, p) -> new double[] {-p[0] * p[0] - 4 * p[1] * p[1], -2 * p[0], -8 * p[1]}),
              workers),
          NoPenalty.INSTANCE,
          1000);
  private final double[][] information = {{2, 0}, {0, 8}};

  @AfterEach
  void close() {
    workers.close();
  }

  private LocalModel model(int... still) {
    BitSet held = new BitSet();
    for (int i : still) {
      held.set(i);
    }
    return LocalModel.of(objective, at(2, 1), information, held);
  }

  private Point at(double x, double y) {
    return objective.at(new double[] {x, y});
  }

  @Test
  void theDecrementIsTwiceWhatIsLackingToTheTop() {
    assertThat(model().decrement()).isCloseTo(16, within(ROUNDING));
    assertThat(model().decrementAt(at(3, 0.5))).isCloseTo(20, within(ROUNDING));
    assertThat(model(0).decrement()).isCloseTo(8, within(ROUNDING));
    assertThat(model(0).decrementAt(at(3, 0.5))).isCloseTo(2, within(ROUNDING));
  }

  @Test
  void foretellsTheGainOfAStep() {
    assertThat(model().gain(new double[] {-2, -1})).isCloseTo(8, within(ROUNDING));
    assertThat(model().gain(new double[] {1, 0.5})).isCloseTo(-5 - 5, within(ROUNDING));
  }

  @Test
  void stepsToTheTopOrAsFarAsTheRadiusReaches() {
    assertThat(model().stepToPeak()).containsExactly(new double[] {-2, -1}, within(ROUNDING));
    assertThat(model(1).stepToPeak()).containsExactly(new double[] {-2, 0}, within(ROUNDING));
    // In units the step to the top is (-1, -1).
    assertThat(model().step(1.5)).containsExactly(new double[] {-2, -1}, within(ROUNDING));
    double[] shorter = model().step(1);
    assertThat(model().length(shorter)).isCloseTo(1, within(1e-9));
    assertThat(model().length(new double[] {-2, -1})).isCloseTo(Math.sqrt(2), within(ROUNDING));
    // Equal curvatures of 8 in units: straight to the top.
    assertThat(shorter[0]).isCloseTo(2 * shorter[1], within(1e-9));
  }

  @Test
  void aTrueParabolaDoesNotSurprise() {
    assertThat(model().surprise(new double[] {1, -0.5}, at(3, 0.5))).isCloseTo(0, within(1e-12));
    // The slopes are off by (2, 0), in units (4, 0), where the start has (-8, -8).
    assertThat(model().surprise(new double[] {2, -0.5}, at(3, 0.5)))
        .isCloseTo(4 / Math.sqrt(128), within(ROUNDING));
  }

  @Test
  void noPeakHasNoDecrementAndNoStepToIt() {
    LocalModel saddle =
        LocalModel.of(objective, at(2, 1), new double[][] {{-2, 0}, {0, 8}}, new BitSet());
    assertThat(saddle.isPeaked()).isFalse();
    assertThat(saddle.decrement()).isInfinite();
    assertThat(saddle.stepToPeak()).containsExactly(0, 0);
    LocalModel flat =
        LocalModel.of(objective, at(0, 0), new double[][] {{-2, 0}, {0, 8}}, new BitSet());
    double[] along = flat.step(3);
    assertThat(Math.abs(along[0])).isCloseTo(3, within(ROUNDING));
    assertThat(along[1]).isCloseTo(0, within(ROUNDING));
  }
}
