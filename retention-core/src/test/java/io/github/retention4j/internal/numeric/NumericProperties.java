package io.github.retention4j.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class NumericProperties {

  /** A quantile is as exact as its argument allows; the log of the argument is compared. */
  private static final double ROUND_TRIP = 1e-12;

  @Property
  void normalRoundTrip(@ForAll @Scale(6) @DoubleRange(min = -37, max = 37) double z) {
    double back =
        z > 0 ? Normal.quantileUpper(Normal.upperTail(z)) : Normal.quantile(Normal.cdf(z));
    assertThat(back).isCloseTo(z, within(1e-14 * Math.max(0.1, Math.abs(z))));
  }

  @Property
  void betaRoundTrip(
      @ForAll @Scale(6) @DoubleRange(min = -300, max = -0.001) double log10,
      @ForAll @Scale(6) @DoubleRange(min = -0.3, max = 9) double log10A,
      @ForAll @Scale(6) @DoubleRange(min = -0.3, max = 9) double log10B) {
    double p = Math.pow(10, log10);
    double a = Math.pow(10, log10A);
    double b = Math.pow(10, log10B);
    double x = IncompleteBeta.quantile(p, a, b);
    if (x > 1e-300 && x < 0.9) {
      double sensitivity = 1 + Math.sqrt(a) * Math.sqrt(-log10) * 1e-2;
      assertThat(IncompleteBeta.logLower(x, a, b))
          .isCloseTo(Math.log(p), within(ROUND_TRIP * sensitivity * (1 - Math.log(p))));
    }
    assertThat(IncompleteBeta.quantileUpper(p, b, a)).isCloseTo(1 - x, within(1e-15));
  }

  @Property
  void gammaRoundTrip(
      @ForAll @Scale(6) @DoubleRange(min = -300, max = -0.001) double log10,
      @ForAll @Scale(6) @DoubleRange(min = -0.3, max = 9) double log10A) {
    double p = Math.pow(10, log10);
    double a = Math.pow(10, log10A);
    double sensitivity = 1 + Math.sqrt(a) * Math.sqrt(-log10) * 1e-2;
    double lower = IncompleteGamma.quantile(p, a);
    if (lower > 1e-300) {
      assertThat(IncompleteGamma.logLower(a, lower))
          .isCloseTo(Math.log(p), within(ROUND_TRIP * sensitivity * (1 - Math.log(p))));
    }
    double upper = IncompleteGamma.quantileUpper(p, a);
    assertThat(IncompleteGamma.logUpper(a, upper))
        .isCloseTo(Math.log(p), within(ROUND_TRIP * sensitivity * (1 - Math.log(p))));
  }

  @Property
  void tailsAddUpToOne(
      @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 0.999) double x,
      @ForAll @Scale(6) @DoubleRange(min = 0.5, max = 3000) double a,
      @ForAll @Scale(6) @DoubleRange(min = 0.5, max = 3000) double b) {
    assertThat(IncompleteBeta.lower(x, a, b) + IncompleteBeta.upper(x, a, b))
        .isCloseTo(1, within(1e-14));
    assertThat(IncompleteGamma.lower(a, x * 2 * a) + IncompleteGamma.upper(a, x * 2 * a))
        .isCloseTo(1, within(1e-14));
  }
}
