package io.github.retention4j.internal.mle;

import static io.github.retention4j.internal.mle.SimpleLikelihoods.normalData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.internal.mle.SimpleLikelihoods.Density;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against profiles that have a closed form. */
class ProfileWalkTest {

  /** Of cubics between nodes 0.8 apart, over the width of the interval. */
  private static final double INTERPOLATED = 1e-4;

  /** The upper tail of chi-square with one degree of freedom: scipy 1.17.1, chi2.ppf(0.95, 1). */
  private static final double CHI_SQUARE = 3.841458820694124;

  private static void assertLimits(ParameterEstimate estimate, double lower, double upper) {
    ConfidenceInterval interval = estimate.interval(0.95).orElseThrow();
    assertThat(interval.method()).isEqualTo("profile likelihood");
    double tolerance = INTERPOLATED * (upper - lower);
    assertThat(interval.lower()).isCloseTo(lower, within(tolerance));
    assertThat(interval.upper()).isCloseTo(upper, within(tolerance));
  }

  /**
   * With sigma at its best for each mu, log L = -n / 2 ln(sum of squares about mu) + constant, so
   * that {@code (mu - mean)^2 = variance (exp(3.84146 / n) - 1)} at the limits.
   */
  @Test
  void theMeanOfAFewNormalNumbers() {
    double[] data = normalData(8, 5, 2, 3);
    double mean = Arrays.stream(data).average().orElseThrow();
    double variance = Arrays.stream(data).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    double margin = Math.sqrt(variance * Math.expm1(CHI_SQUARE / data.length));
    FitReport report =
        SimpleLikelihoods.task("normal", data)
            .withStarts(new double[] {4, 1})
            .withProfiles("mu")
            .fit(FitOptions.defaults(), p -> p)
            .report();
    assertLimits(report.estimate("mu"), mean - margin, mean + margin);
    assertThat(report.estimate("sigma").profile()).isEmpty();
    assertThat(report.evaluations()).isLessThan(100);
  }

  /**
   * With mu at the mean, log L = -n (ln sigma + variance / (2 sigma^2)) + constant. In units of the
   * estimate the limits solve {@code ln v + 1 / (2 v^2) - 1 / 2 = 3.84146 / (2 n)}; for n = 8 they
   * are 0.6560977 and 1.7947508 (mpmath 1.3.0, findroot).
   */
  @Test
  void theSpreadOfAFewNormalNumbers() {
    FitReport report =
        SimpleLikelihoods.task("normal", normalData(8, 5, 2, 3))
            .withStarts(new double[] {4, 1})
            .withProfiles("sigma")
            .fit(FitOptions.defaults(), p -> p)
            .report();
    double sigma = report.estimate("sigma").value();
    assertLimits(report.estimate("sigma"), 0.6560977 * sigma, 1.7947508 * sigma);
  }

  private static RowLikelihood withLimits(RowLikelihood rows) {
    return new RowLikelihood() {
      @Override
      public int rows() {
        return rows.rows();
      }

      @Override
      public boolean hasLimits() {
        return true;
      }

      @Override
      public RowSum at(double[] parameters) {
        return rows.at(parameters);
      }
    };
  }

  /** Ten failures out of ten: log L = 10 ln(1 - p), 95 % up to p = 1 - exp(-0.384146 / 2). */
  @Test
  void anEstimateAtTheEndOfItsRange() {
    // With a second parameter that the sample tells: all parameters at their ends are refused.
    Density both =
        (none, p) -> new double[] {Math.log1p(-p[0]) - p[1] * p[1], -1 / (1 - p[0]), -2 * p[1]};
    RowLikelihood rows = withLimits(SimpleLikelihoods.of(new double[10], both));
    FitReport report =
        MaximumLikelihood.of(
                "failures", List.of(Parameter.share("p"), Parameter.real("x")), rows, 10)
            .withStarts(new double[] {0.3, 1})
            .withProfiles("p")
            .fit(FitOptions.defaults(), p -> p)
            .report();
    assertThat(report.estimate("p").atBoundary()).isTrue();
    ConfidenceInterval interval = report.estimate("p").interval(0.95).orElseThrow();
    assertThat(interval.upper()).isCloseTo(-Math.expm1(-CHI_SQUARE / 20), within(INTERPOLATED));
    assertThat(interval.lower()).isEqualTo(report.estimate("p").value());
    assertThat(interval.method()).isEqualTo("profile likelihood, to the lower end of the range");
  }

  /** The likelihood falls to 0.3 of its height at both ends, by 1.2 where 1.92 were too much. */
  @Test
  void aProfileThatReachesBothEnds() {
    Density flat =
        (none, p) -> {
          double height = 0.3 + 2.8 * p[0] * (1 - p[0]);
          return new double[] {Math.log(height), 2.8 * (1 - 2 * p[0]) / height};
        };
    RowLikelihood rows = withLimits(SimpleLikelihoods.of(new double[1], flat));
    FitReport report =
        MaximumLikelihood.of("flat", List.of(Parameter.share("p")), rows, 1)
            .withStarts(new double[] {0.3})
            .withProfiles("p")
            .fit(FitOptions.defaults(), p -> p)
            .report();
    assertThat(report.estimate("p").value()).isCloseTo(0.5, within(1e-6));
    ConfidenceInterval interval = report.estimate("p").interval(0.95).orElseThrow();
    assertThat(interval.lower()).isCloseTo(0, within(1e-9));
    assertThat(interval.upper()).isCloseTo(1, within(1e-9));
    assertThat(interval.method()).isEqualTo("profile likelihood, to both ends of the range");
  }
}
