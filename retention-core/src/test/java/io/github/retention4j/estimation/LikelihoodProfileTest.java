package io.github.retention4j.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.estimation.LikelihoodProfile.Node;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LikelihoodProfileTest {

  private static final double ROUNDING = 1e-12;

  /** The normal quantile of 95 %, as scipy 1.17.1 has it: norm.ppf(0.975). */
  private static final double Z = 1.959963984540054;

  /** The value r^3 + 2 r + 5 at the root r, which rises everywhere. */
  private static Node cubic(double root) {
    return new Node(root * root * root + 2 * root + 5, root, 3 * root * root + 2);
  }

  private static LikelihoodProfile cubics(boolean lower, boolean upper, double... roots) {
    return new LikelihoodProfile(
        Arrays.stream(roots).mapToObj(LikelihoodProfileTest::cubic).toList(), lower, upper);
  }

  @Test
  void aParabolaGivesTheIntervalOfWald() {
    LikelihoodProfile parabola =
        new LikelihoodProfile(
            List.of(new Node(0.5, -3, 0.5), new Node(2, 0, 0.5), new Node(4, 4, 0.5)),
            false,
            false);
    ConfidenceInterval interval = parabola.interval(0.95).orElseThrow();
    assertThat(interval.lower()).isCloseTo(2 - 0.5 * Z, within(ROUNDING));
    assertThat(interval.upper()).isCloseTo(2 + 0.5 * Z, within(ROUNDING));
    assertThat(interval.method()).isEqualTo("profile likelihood");
    assertThat(interval.level()).isEqualTo(0.95);
  }

  @Test
  void betweenNodesTheValueIsACubicOfTheRoot() {
    ConfidenceInterval interval = cubics(false, false, -3, -1, 0, 1.5, 4).interval(0.95).get();
    // 1.95996^3 + 2 * 1.95996 = 7.52911 + 3.91993.
    assertThat(interval.upper()).isCloseTo(5 + 11.44904, within(1e-5));
    assertThat(interval.upper()).isCloseTo(5 + Z * Z * Z + 2 * Z, within(ROUNDING));
    assertThat(interval.lower()).isCloseTo(5 - Z * Z * Z - 2 * Z, within(ROUNDING));
  }

  @Test
  void anEndOfTheRangeIsALimitAndSaidToBe() {
    LikelihoodProfile above = cubics(false, true, -2, 0, 1);
    assertThat(above.interval(0.95).orElseThrow())
        .satisfies(
            interval -> {
              assertThat(interval.upper()).isEqualTo(8);
              assertThat(interval.lower()).isCloseTo(5 - Z * Z * Z - 2 * Z, within(ROUNDING));
              assertThat(interval.method())
                  .isEqualTo("profile likelihood, to the upper end of the range");
            });
    // The root at the end is 1, that of 50 % is 0.674.
    assertThat(above.interval(0.5).orElseThrow().method()).isEqualTo("profile likelihood");
    ConfidenceInterval below = cubics(true, false, -1, 0, 2).interval(0.95).orElseThrow();
    assertThat(below.lower()).isEqualTo(2);
    assertThat(below.method()).isEqualTo("profile likelihood, to the lower end of the range");
    ConfidenceInterval all = cubics(true, true, -1, 0, 1).interval(0.95).orElseThrow();
    assertThat(all.method()).isEqualTo("profile likelihood, to both ends of the range");
  }

  @Test
  void anEstimateAtTheEndHasAnInterval() {
    LikelihoodProfile atEnd =
        new LikelihoodProfile(
            List.of(new Node(0.2, -2, 0.4), new Node(1, 0, 0)), /* reachesLowerEnd= */ false, true);
    ConfidenceInterval interval = atEnd.interval(0.95).orElseThrow();
    // 1 - r^2 / 5 has these values and the slope 0 at 0; at -2 its slope is 0.8, not 0.4.
    assertThat(interval.lower()).isBetween(0.2, 0.23);
    assertThat(interval.upper()).isEqualTo(1);
  }

  @Test
  void isEmptyBeyondItsNodes() {
    assertThat(cubics(false, false, -3, 0, 1.9).interval(0.95)).isEmpty();
    assertThat(cubics(false, false, -1.9, 0, 3).interval(0.95)).isEmpty();
    assertThat(cubics(false, false, -3, 0, 3).interval(0.999)).isEmpty();
  }

  @Test
  void takesThePlaceOfWaldInAnEstimate() {
    ParameterEstimate estimate =
        new ParameterEstimate(
            "y",
            5,
            ParameterRange.REAL,
            OptionalDouble.of(2),
            false,
            Optional.of(cubics(false, false, -3, 0, 3)));
    assertThat(estimate.interval(0.95).orElseThrow().method()).isEqualTo("profile likelihood");
    ParameterEstimate plain =
        new ParameterEstimate("y", 5, ParameterRange.REAL, OptionalDouble.of(2), false);
    assertThat(plain.profile()).isEmpty();
    assertThat(plain.interval(0.95).orElseThrow().method()).isEqualTo("Wald");
  }

  @Test
  void refusesWhatIsNoProfile() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cubics(false, false, 0))
        .withMessage("nodes (1) must be at least two");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cubics(false, false, 0, -1))
        .withMessage(
            "node (Node[value=2.0, root=-1.0, slope=5.0]) must be above Node[value=5.0, root=0.0,"
                + " slope=2.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cubics(false, false, 1, 2))
        .withMessageEndingWith("must have one of the root 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Node(1, Double.NaN, 1))
        .withMessage("value (1.0) and root (NaN) must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Node(1, 0, -1))
        .withMessage("slope (-1.0) must be finite and not negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cubics(false, false, -3, 0, 3).interval(1))
        .withMessage("level (1.0) must be between 0 and 1");
  }
}
