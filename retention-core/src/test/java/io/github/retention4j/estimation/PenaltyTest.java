package io.github.retention4j.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.estimation.NormalPriors.NormalPrior;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PenaltyTest {

  private static final Offset<Double> EXACT = within(1e-12);

  private final Penalty ridge = new RidgePenalty(3);
  private final Penalty priors =
      new NormalPriors(Map.of("alpha", new NormalPrior(Math.E, 0.5), "mu", new NormalPrior(2, 1)));

  @Test
  void aRidgeDrawsEveryParameterTowardsTheMiddleOfItsLine() {
    assertThat(ridge.valueAt("any", ParameterRange.REAL, 2)).isEqualTo(-6);
    assertThat(ridge.slopeAt("any", ParameterRange.REAL, 2)).isEqualTo(-6);
    assertThat(ridge.slopeAt("any", ParameterRange.REAL, -1)).isEqualTo(3);
    assertThat(ridge).hasToString("ridge of weight 3.0");
  }

  /** The logarithm of the normal density at 2 with mean 1 (of e on the line) and deviation 0.5. */
  @Test
  void aPriorIsANormalDensityOnTheLine() {
    double logDensity = -2 - Math.log(0.5 * Math.sqrt(2 * Math.PI));
    assertThat(priors.valueAt("alpha", ParameterRange.POSITIVE, 2)).isCloseTo(logDensity, EXACT);
    assertThat(priors.slopeAt("alpha", ParameterRange.POSITIVE, 2)).isCloseTo(-4, EXACT);
    assertThat(priors.slopeAt("mu", ParameterRange.REAL, 1)).isCloseTo(1, EXACT);
    assertThat(priors).hasToString("normal priors on alpha, mu");
  }

  @Test
  void aParameterWithoutPriorIsFree() {
    assertThat(priors.valueAt("beta", ParameterRange.REAL, 7)).isZero();
    assertThat(priors.slopeAt("beta", ParameterRange.REAL, 7)).isZero();
  }

  @Test
  void refusesWhatIsNoPenalty() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NormalPriors(Map.of()))
        .withMessage("priors (0) must be at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NormalPrior(Double.NaN, 1))
        .withMessage("median (NaN) must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NormalPrior(1, 0))
        .withMessage("deviation (0.0) must be finite and over 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NormalPrior(1, Double.POSITIVE_INFINITY))
        .withMessage("deviation (Infinity) must be finite and over 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RidgePenalty(0))
        .withMessage("weight (0.0) must be finite and over 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> priors.valueAt("mu", ParameterRange.POSITIVE, Double.NaN));
    Penalty outside = new NormalPriors(Map.of("r", new NormalPrior(-1, 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> outside.slopeAt("r", ParameterRange.POSITIVE, 0))
        .withMessageStartingWith("median (-1.0) must be in the range ");
  }
}
