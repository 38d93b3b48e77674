package io.github.retention4j.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatticeSumTest {

  /** Relative; halves of a stretch agree to 1e-13. */
  private static final double RELATIVE = 1e-12;

  @Property
  void geometricSeries(@ForAll @DoubleRange(min = -14, max = 1) double exponent) {
    double rate = Math.pow(10, exponent);
    double log = LatticeSum.log(n -> -rate * n, 0);
    assertThat(log).isCloseTo(-Math.log(-Math.expm1(-rate)), within(RELATIVE));
  }

  @Property
  void probabilitiesAddUpToOne(
      @ForAll @DoubleRange(min = -4, max = 6) double logShape,
      @ForAll @DoubleRange(min = -5, max = 8) double logTime) {
    NegativeBinomial counts =
        new NegativeBinomial(Math.pow(10, logShape), 1, Math.pow(10, logTime));
    assertThat(LatticeSum.log(counts::logProbability, 2 * counts.reach()))
        .isCloseTo(0, within(RELATIVE * 100));
  }

  /** For polynomials the sum over the points is that of the rule, whose error is rounding. */
  @ParameterizedTest
  @ValueSource(ints = {16, 32, 1024})
  void aRuleIsExactUpToDegree31(int length) {
    LatticeSum.Rule rule = new LatticeSum.Rule(length);
    for (int degree = 0; degree < 32; degree++) {
      double all = 0;
      for (int n = 0; n < length; n++) {
        all += Math.pow((2.0 * n + 1) / length - 1, degree);
      }
      double byRule = 0;
      for (int i = 0; i < rule.offsets.length; i++) {
        byRule += rule.weights[i] * Math.pow((2 * rule.offsets[i] + 1) / length - 1, degree);
      }
      assertThat(byRule).isCloseTo(all, within(1e-14 * length));
    }
  }

  @Test
  void noTermsAtAll() {
    assertThat(LatticeSum.log(n -> Double.NEGATIVE_INFINITY, 0))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void tailIsTheSumOfItsChances() {
    NegativeBinomial counts = new NegativeBinomial(2.5, 3, 4);
    double below = 0;
    for (int m = 0; m < 40; m++) {
      assertThat(counts.atLeast(m)).isCloseTo(1 - below, within(1e-14));
      below += Math.exp(counts.logProbability(m));
    }
    assertThat(counts.mean()).isCloseTo(10 / 3.0, within(1e-15));
    assertThat(new NegativeBinomial(2.5, 3, 0).atLeast(1)).isZero();
    assertThat(new NegativeBinomial(2.5, 3, 0).logProbability(1))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
