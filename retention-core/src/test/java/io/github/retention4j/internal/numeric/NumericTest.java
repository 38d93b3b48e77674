package io.github.retention4j.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class NumericTest {

  @Test
  void aCompensatedSumKeepsWhatAPlainOneDrops() {
    assertThat(CompensatedSum.of(1, 1e100, 1, -1e100)).isEqualTo(2);
    assertThat(CompensatedSum.of()).isZero();
    CompensatedSum tenths = new CompensatedSum();
    for (int i = 0; i < 10; i++) {
      tenths.add(0.1);
    }
    assertThat(tenths.value()).isEqualTo(1.0);
  }

  @Test
  void productsThatNearlyCancelKeepTheirDigits() {
    double big = (1L << 27) + 1;
    assertThat(Products.difference(big, big, big + 1, big - 1)).isEqualTo(1);
    assertThat(Products.difference(3, 4, 2, 5)).isEqualTo(2);
    double little = 0x1p-30;
    assertThat(Products.difference(1, 1, 1 + little, 1 - little)).isEqualTo(0x1p-60);
    assertThat(Products.difference(1 + little, 1 - little, 1, 1)).isEqualTo(-0x1p-60);
  }

  @Test
  void aRuleOfNPointsIsExactForDegree2nMinus1() {
    GaussLegendre rule = GaussLegendre.ofPoints(3);
    assertThat(rule.integrate(x -> Math.pow(x, 5) + x * x, 0, 2, 1))
        .isCloseTo(64 / 6.0 + 8 / 3.0, within(1e-14));
    assertThat(GaussLegendre.ofPoints(20).integrate(Math::exp, -1, 3, 4))
        .isCloseTo(Math.exp(3) - Math.exp(-1), within(1e-14));
    assertThat(GaussLegendre.ofPoints(1).integrate(x -> 2 * x, 1, 3, 2)).isEqualTo(8);
    assertThat(rule.integrate(x -> Math.pow(x, 5), 1, 3, 2)).isCloseTo(364 / 3.0, within(1e-12));
    double root = Math.sqrt(0.6);
    assertThat(rule.nodes()).containsExactly(new double[] {root, 0, -root}, within(1e-15));
    assertThat(rule.weights())
        .containsExactly(new double[] {5 / 9.0, 8 / 9.0, 5 / 9.0}, within(1e-15));
  }

  /** The drop slows down beyond the first step. Values: mpmath 1.3.0, quad with 40 digits. */
  @Test
  void aTailReachesFartherThanItsCurvatureFirstTells() {
    DoubleUnaryOperator logRatio = u -> -u - 10 * (Math.hypot(1, u) - 1);
    assertThat(LogConcaveTail.integral(logRatio, 1, 10, Double.POSITIVE_INFINITY))
        .isCloseTo(0.32067040638295147, within(1e-13));
    assertThat(LogConcaveTail.integral(logRatio, 1, 10, 0.5))
        .isCloseTo(0.2912950304212457, within(1e-15));
  }

  @Test
  void aTailIsInvertedFromEitherSide() {
    for (double start : new double[] {-9, 0, 4}) {
      assertThat(
              LogConcaveTail.invert(
                  x -> Normal.logUpperTail(-x),
                  x -> -0.5 * x * x - 0.5 * Math.log(2 * Math.PI),
                  Normal.logUpperTail(3),
                  start,
                  1))
          .isCloseTo(-3, within(1e-14));
    }
  }

  @Test
  void drawingWithoutPuttingBack() {
    // Whole numbers of combinations, their logarithms to 40 digits by mpmath 1.3.0.
    assertThat(Hypergeometric.logProbability(3, 10, 20, 8))
        .isCloseTo(-1.1461070173370969, within(1e-14));
    assertThat(Hypergeometric.logProbability(60, 100, 50_000, 1260))
        .isCloseTo(-158.5473673407444, within(1e-12));
  }

  @Test
  void aNegativeBinomialStepsFromChanceToChance() {
    NegativeBinomial counts = new NegativeBinomial(2.5, 3, 4);
    for (int m = 0; m < 30; m++) {
      double step = counts.logProbability(m + 1) - counts.logProbability(m);
      assertThat(Math.log(counts.ratio(m))).isCloseTo(step, within(1e-13));
    }
    assertThat(counts.reach()).isCloseTo(10 / 3.0 + 8 * Math.sqrt(70 / 9.0) + 105, within(1e-13));
    assertThat(counts.atLeast(counts.reach())).isLessThan(1e-15);
  }

  @Test
  void normalEnds() {
    assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Normal.quantile(0.5)).isZero();
    assertThat(Normal.upperTail(Double.POSITIVE_INFINITY)).isZero();
    assertThat(Normal.upperTail(1e300)).isZero();
    assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(Normal.logUpperTail(1e200)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Normal.logTwoSided(0)).isZero();
    assertThat(Normal.logTwoSided(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-15));
  }

  @Test
  void criticalValuesHoldForTinyLevelsToo() {
    assertThat(Normal.criticalValue(0.95)).isCloseTo(1.959963984540054, within(1e-15));
    assertThat(Normal.criticalValue(1e-200)).isCloseTo(1.2533141373155e-200, within(1e-214));
    assertThat(Normal.criticalValue(0.4)).isCloseTo(0.5244005127080407, within(1e-15));
    assertThat(Normal.criticalValue(0.41)).isCloseTo(0.5388360302784500, within(1e-15));
  }

  @Test
  void betaEnds() {
    assertThat(IncompleteBeta.lower(0, 2, 3)).isZero();
    assertThat(IncompleteBeta.lower(1, 2, 3)).isEqualTo(1);
    assertThat(IncompleteBeta.upper(0, 2, 3)).isEqualTo(1);
    assertThat(IncompleteBeta.upper(1, 2, 3)).isZero();
    assertThat(IncompleteBeta.quantile(0, 2, 3)).isZero();
    assertThat(IncompleteBeta.quantile(1, 2, 3)).isEqualTo(1);
    assertThat(IncompleteBeta.quantileUpper(0, 2, 3)).isEqualTo(1);
    assertThat(IncompleteBeta.quantileUpper(1, 2, 3)).isZero();
    // The root of about 1e-600 is below the smallest double.
    assertThat(IncompleteBeta.quantile(1e-300, 0.5, 0.5)).isBetween(0.0, 1e-300);
    assertThat(IncompleteGamma.quantile(1e-300, 0.5)).isBetween(0.0, 1e-300);
  }

  @Test
  void gammaEnds() {
    assertThat(IncompleteGamma.lower(2, 0)).isZero();
    assertThat(IncompleteGamma.upper(2, 0)).isEqualTo(1);
    assertThat(IncompleteGamma.upper(2, Double.POSITIVE_INFINITY)).isZero();
    assertThat(IncompleteGamma.quantile(0, 2)).isZero();
    assertThat(IncompleteGamma.quantile(1, 2)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(IncompleteGamma.quantileUpper(0, 2)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(IncompleteGamma.quantileUpper(1, 2)).isZero();
  }

  @Test
  void hypergeometricCountsTables() {
    // 2 of the 4 marked among 3 drawn of 10: C(4,2) C(6,1) / C(10,3) = 36 / 120.
    assertThat(Hypergeometric.logProbability(2, 4, 6, 3)).isCloseTo(Math.log(0.3), within(1e-15));
    assertThat(Hypergeometric.logProbability(0, 4, 6, 3))
        .isCloseTo(Math.log(20 / 120.0), within(1e-15));
  }

  @Test
  void noncentralityIsFoundByItsTails() {
    for (double df : new double[] {1, 3, 40}) {
      for (double lambda : new double[] {0.3, 12, 900, 2e5}) {
        double x = df + lambda;
        double lower = NoncentralChiSquare.lower(x, df, lambda);
        double upper = NoncentralChiSquare.upper(x, df, lambda);
        assertThat(lower + upper).isCloseTo(1, within(1e-12));
        assertThat(NoncentralChiSquare.noncentralityByLower(lower, x, df))
            .isCloseTo(lambda, within(1e-9 * lambda));
        assertThat(NoncentralChiSquare.noncentralityByUpper(upper, x, df))
            .isCloseTo(lambda, within(1e-9 * lambda));
      }
    }
    assertThat(NoncentralChiSquare.lower(3, 2, 0)).isEqualTo(1 - ChiSquare.upperTail(3, 2));
    assertThat(NoncentralChiSquare.upper(0, 2, 5)).isEqualTo(1);
    assertThat(NoncentralChiSquare.lower(0, 2, 5)).isZero();
    assertThat(NoncentralChiSquare.noncentralityByUpper(0.025, 1, 1)).isZero();
    assertThat(NoncentralChiSquare.noncentralityByLower(0.025, 1e-6, 1)).isZero();
  }
}
