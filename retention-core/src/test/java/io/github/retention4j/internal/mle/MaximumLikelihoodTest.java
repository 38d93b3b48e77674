package io.github.retention4j.internal.mle;

import static io.github.retention4j.internal.mle.SimpleLikelihoods.normalData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitException.Reason;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.FitWarning.Kind;
import io.github.retention4j.estimation.NormalPriors;
import io.github.retention4j.estimation.NormalPriors.NormalPrior;
import io.github.retention4j.estimation.ParameterRange;
import io.github.retention4j.estimation.RidgePenalty;
import io.github.retention4j.internal.mle.SimpleLikelihoods.Density;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MaximumLikelihoodTest {

  private static final double SEARCH_ERROR = 1e-7;

  private static final FitOptions OPTIONS = FitOptions.defaults();

  /** A likelihood of one row, which need not be one of any data. */
  private static Fit<double[]> fit(
      FitOptions options, Density surface, List<Parameter> parameters, double[]... starts) {
    return MaximumLikelihood.of(
            "surface", parameters, SimpleLikelihoods.of(new double[1], surface), 10)
        .withStarts(starts)
        .fit(options, p -> p);
  }

  private static final List<Parameter> REAL_PAIR =
      List.of(Parameter.real("x"), Parameter.real("y"));
  private static final List<Parameter> POSITIVE_PAIR =
      List.of(Parameter.positive("a"), Parameter.positive("b"));

  /** A curved ridge with its top at (1, 1). */
  private static final Density ROSENBROCK =
      (none, p) -> {
        double side = p[1] - p[0] * p[0];
        return new double[] {
          -100 * side * side - (1 - p[0]) * (1 - p[0]),
          400 * p[0] * side + 2 * (1 - p[0]),
          -200 * side
        };
      };

  /** Tops near -1 and 1; the one at 1 is higher by 0.4. */
  private static final Density HILLS =
      (none, p) -> {
        double x = p[0];
        return new double[] {-5 * (x * x - 1) * (x * x - 1) + 0.2 * x, -20 * x * (x * x - 1) + 0.2};
      };

  /** Tops at x of -1 and 1, a saddle between them. */
  private static final Density SADDLE =
      (none, p) -> {
        double x = p[0];
        return new double[] {
          -(x * x - 1) * (x * x - 1) - p[1] * p[1], -4 * x * (x * x - 1), -2 * p[1]
        };
      };

  private static FitException failure(ThrowingCallable fit) {
    return catchThrowableOfType(FitException.class, fit);
  }

  @Test
  void climbsTheCurvedRidgeOfRosenbrock() {
    Fit<double[]> fit = fit(OPTIONS, ROSENBROCK, REAL_PAIR, new double[] {-1.2, 1});
    assertThat(fit.model()[0]).isCloseTo(1, within(SEARCH_ERROR));
    assertThat(fit.model()[1]).isCloseTo(1, within(SEARCH_ERROR));
    // Minus the Hessian at the top is [[802, -400], [-400, 200]], its determinant 400.
    assertThat(fit.report().covariance().between("x", "x").orElseThrow())
        .isCloseTo(0.5, within(1e-5));
    assertThat(fit.report().evaluations()).isLessThan(200);
  }

  @Test
  void takesTheHigherOfTwoMaximaAndSaysSo() {
    Fit<double[]> fit =
        fit(OPTIONS, HILLS, List.of(Parameter.real("x")), new double[] {-1}, new double[] {0.8});
    assertThat(fit.model()[0]).isCloseTo(1, within(0.01));
    assertThat(fit.report().warnings())
        .containsExactly(
            new FitWarning(Kind.SEVERAL_MAXIMA, "1 other starts ended at a lower maximum"));
    assertThat(fit.report().starts()).isEqualTo(2);
  }

  @Test
  void endsAClimbThatComesCloseToAKnownPeak() {
    Density hill = (none, p) -> new double[] {-Math.cosh(p[0] - 1), -Math.sinh(p[0] - 1)};
    List<Parameter> line = List.of(Parameter.real("x"));
    Fit<double[]> one = fit(OPTIONS, hill, line, new double[] {0.9});
    Fit<double[]> two = fit(OPTIONS, hill, line, new double[] {0.9}, new double[] {0.8});
    assertThat(two.model()).isEqualTo(one.model());
    assertThat(two.report().warnings()).isEmpty();
    // The second start, its slope and one step.
    assertThat(two.report().evaluations()).isEqualTo(one.report().evaluations() + 3);
  }

  @Test
  void leavesASaddle() {
    Fit<double[]> fit = fit(OPTIONS, SADDLE, REAL_PAIR, new double[] {0, 0});
    assertThat(Math.abs(fit.model()[0])).isCloseTo(1, within(SEARCH_ERROR));
  }

  @Test
  void saysThatALikelihoodHasNoMaximum() {
    FitException rising =
        failure(
            () ->
                fit(
                    OPTIONS,
                    (none, p) ->
                        new double[] {
                          Math.log(p[0]) - Math.pow(Math.log(p[1]), 2),
                          1 / p[0],
                          -2 * Math.log(p[1]) / p[1]
                        },
                    POSITIVE_PAIR,
                    new double[] {1, 2}));
    assertThat(rising.reason()).isEqualTo(Reason.NO_MAXIMUM);
    assertThat(rising)
        .hasMessageStartingWith(
            "surface: the likelihood has no maximum: it still rises with a at the end of the"
                + " search (highest point: a 1.0");
    assertThat(rising.report().orElseThrow().estimate("b").value())
        .isCloseTo(1, within(SEARCH_ERROR));
    assertThat(rising.report().orElseThrow().estimate("b").standardError()).isEmpty();
  }

  /** It rises by 10 / a along the ridge b = a, which it leaves steeply. */
  private static final Density ENDLESS_RIDGE =
      (none, p) -> {
        double side = Math.log(p[1] / p[0]);
        return new double[] {
          -10 / p[0] - 100 * side * side, 10 / (p[0] * p[0]) + 200 * side / p[0], -200 * side / p[1]
        };
      };

  private static final List<Parameter> UP_TO_A_THOUSAND =
      List.of(Parameter.positive("a").upTo(1000), Parameter.positive("b"));

  private static RowLikelihood withLimits(RowLikelihood likelihood) {
    return new RowLikelihood() {
      @Override
      public int rows() {
        return likelihood.rows();
      }

      @Override
      public RowSum at(double[] parameters) {
        return likelihood.at(parameters);
      }

      @Override
      public boolean hasLimits() {
        return true;
      }
    };
  }

  @Test
  void followsARidgeToTheLimitOfTheLikelihood() {
    RowLikelihood ridge = withLimits(SimpleLikelihoods.of(new double[1], ENDLESS_RIDGE));
    Fit<double[]> fit =
        MaximumLikelihood.of("ridge", UP_TO_A_THOUSAND, ridge, 10)
            .withStarts(new double[] {1, 20})
            .fit(OPTIONS, p -> p);
    assertThat(fit.model()[0]).isCloseTo(1000, within(1e-5));
    assertThat(fit.model()[1] / fit.model()[0]).isCloseTo(1, within(SEARCH_ERROR));
    assertThat(fit.report().warnings())
        .extracting(FitWarning::kind)
        .containsExactly(Kind.AT_BOUNDARY);
    assertThat(fit.report().estimate("a").standardError()).isEmpty();
    // Minus the second derivative on the line of b is 200, a held.
    assertThat(fit.report().estimate("b").standardError().orElseThrow())
        .isCloseTo(fit.model()[1] / Math.sqrt(200), within(1e-2));
  }

  @Test
  void endsAClimbThatComesCloseToAKnownLimit() {
    RowLikelihood ridge = withLimits(SimpleLikelihoods.of(new double[1], ENDLESS_RIDGE));
    MaximumLikelihood task = MaximumLikelihood.of("ridge", UP_TO_A_THOUSAND, ridge, 10);
    double[] near = {1, 20};
    double[] far = {30, 2};
    int first = task.withStarts(near).fit(OPTIONS, p -> p).report().evaluations();
    int second = task.withStarts(far).fit(OPTIONS, p -> p).report().evaluations();
    FitReport both = task.withStarts(near, far).fit(OPTIONS, p -> p).report();
    assertThat(both.warnings()).extracting(FitWarning::kind).containsExactly(Kind.AT_BOUNDARY);
    assertThat(both.evaluations()).isLessThan(first + second);
  }

  @Test
  void warnsFirstOfWhatWasKnownBefore() {
    FitWarning known = new FitWarning(Kind.NEAR_FLAT_RIDGE, "known before");
    Fit<double[]> fit =
        SimpleLikelihoods.task("normal", normalData(100, 5, 2, 1))
            .withStarts(new double[] {0, 1})
            .withWarnings(List.of(known))
            .fit(OPTIONS, p -> p);
    assertThat(fit.report().warnings()).containsExactly(known);
  }

  @Test
  void refusesARidgeWithoutALimit() {
    FitException rising =
        failure(() -> fit(OPTIONS, ENDLESS_RIDGE, UP_TO_A_THOUSAND, new double[] {1, 20}));
    assertThat(rising.reason()).isEqualTo(Reason.NO_MAXIMUM);
    assertThat(rising).hasMessageContaining("it still rises with a at the end of the search");
  }

  @Test
  void saysThatNoParameterHasAMaximum() {
    FitException rising =
        failure(
            () ->
                fit(
                    OPTIONS,
                    (none, p) -> new double[] {-p[0], -1},
                    List.of(Parameter.positive("a")),
                    new double[] {1}));
    assertThat(rising.reason()).isEqualTo(Reason.NO_MAXIMUM);
    assertThat(rising).hasMessageContaining("it rises towards the ends of all ranges");
  }

  @Test
  void flagsAParameterThatRunsToItsBoundary() {
    Fit<double[]> fit =
        fit(
            OPTIONS,
            (none, p) ->
                new double[] {
                  -50 * p[0] - 8 * Math.pow(Math.log(p[1] / 3), 2),
                  -50,
                  -16 * Math.log(p[1] / 3) / p[1]
                },
            POSITIVE_PAIR,
            new double[] {1, 1});
    FitReport report = fit.report();
    assertThat(report.estimate("a").atBoundary()).isTrue();
    assertThat(report.estimate("a").standardError()).isEmpty();
    assertThat(report.estimate("a").value()).isLessThan(1e-6);
    assertThat(report.estimate("b").value()).isCloseTo(3, within(SEARCH_ERROR));
    assertThat(report.estimate("b").standardError().orElseThrow()).isCloseTo(0.75, within(1e-5));
    assertThat(report.covariance().names()).containsExactly("b");
    assertThat(report.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.kind()).isEqualTo(Kind.AT_BOUNDARY);
              assertThat(warning.text())
                  .startsWith("a (")
                  .endsWith(
                      ") ran to the lower end of its range: the model is the limit of its kind");
            });
  }

  @Test
  void saysThatParametersAreNotTold() {
    // Only the product of both matters.
    FitException flat =
        failure(
            () ->
                fit(
                    OPTIONS,
                    (none, p) -> {
                      double product = Math.log(p[0] * p[1]);
                      return new double[] {
                        -product * product, -2 * product / p[0], -2 * product / p[1]
                      };
                    },
                    POSITIVE_PAIR,
                    new double[] {2, 3}));
    assertThat(flat.reason()).isEqualTo(Reason.NOT_IDENTIFIED);
    assertThat(flat)
        .hasMessageContaining("the sample does not tell a: other values explain it as well");
  }

  @Test
  void namesTheParameterThatMovesMostWhereNothingChanges() {
    // Flat where ln b falls by twice what ln a rises.
    FitException flat =
        failure(
            () ->
                fit(
                    OPTIONS,
                    (none, p) -> {
                      double kept = 2 * Math.log(p[0]) + Math.log(p[1]);
                      return new double[] {-kept * kept, -4 * kept / p[0], -2 * kept / p[1]};
                    },
                    POSITIVE_PAIR,
                    new double[] {2, 3}));
    assertThat(flat)
        .hasMessageContaining("the sample does not tell b: other values explain it as well");
  }

  @Test
  void warnsOfANearlyFlatRidge() {
    Fit<double[]> fit =
        fit(
            OPTIONS,
            (none, p) -> {
              double product = Math.log(p[0] * p[1]);
              double ratio = Math.log(p[0] / p[1]);
              return new double[] {
                -100 * product * product - 0.005 * ratio * ratio,
                (-200 * product - 0.01 * ratio) / p[0],
                (-200 * product + 0.01 * ratio) / p[1]
              };
            },
            POSITIVE_PAIR,
            new double[] {2, 3});
    assertThat(fit.report().warnings())
        .containsExactly(
            new FitWarning(
                Kind.NEAR_FLAT_RIDGE,
                "the likelihood is nearly flat along a ridge of a, b (standard error 7.07 on their"
                    + " lines)"));
  }

  @Test
  void endsWhenItsEvaluationsAreSpent() {
    FitException spent =
        failure(
            () ->
                SimpleLikelihoods.task("normal", normalData(100, 5, 2, 1))
                    .withStarts(new double[] {0, 1})
                    .fit(OPTIONS.withMaxEvaluations(5), p -> p));
    assertThat(spent.reason()).isEqualTo(Reason.EVALUATIONS_SPENT);
    assertThat(spent).hasMessageStartingWith("normal: the 5 evaluations allowed were not enough (");
    assertThat(spent.report().orElseThrow().evaluations()).isEqualTo(5);
  }

  @Test
  void turnsBackWhereTheLikelihoodCannotBeComputed() {
    Fit<double[]> fit =
        fit(
            OPTIONS,
            (none, p) ->
                p[0] > 2.001
                    ? new double[] {Double.NaN, Double.NaN}
                    : new double[] {-Math.pow(p[0] - 2, 2), -2 * (p[0] - 2)},
            List.of(Parameter.positive("a")),
            new double[] {0.01});
    assertThat(fit.model()[0]).isCloseTo(2, within(SEARCH_ERROR));
  }

  @Test
  void refusesALikelihoodThatIsNowhereComputed() {
    FitException nowhere =
        failure(
            () ->
                fit(
                    OPTIONS,
                    (none, p) -> new double[] {Double.NaN, 0},
                    List.of(Parameter.positive("a")),
                    new double[] {1},
                    new double[] {2}));
    assertThat(nowhere.reason()).isEqualTo(Reason.DEGENERATE_SAMPLE);
    assertThat(nowhere)
        .hasMessage("surface: the likelihood cannot be computed at any of the 2 starts");
    assertThat(nowhere.report()).isEmpty();
  }

  @Test
  void givesTheSameBitsOnAnyNumberOfThreads() {
    double[] data = normalData(100_003, 5, 2, 2);
    FitReport alone = largeFit(data, OPTIONS);
    assertThat(largeFit(data, OPTIONS.withThreads(2))).isEqualTo(alone);
    assertThat(largeFit(data, OPTIONS.withThreads(5))).isEqualTo(alone);
    double mean = Arrays.stream(data).average().orElseThrow();
    assertThat(alone.estimate("mu").value()).isCloseTo(mean, within(SEARCH_ERROR));
    assertThat(alone.observations()).isEqualTo(100_003);
  }

  @Test
  void needsFewPassesOverALargeSample() {
    int[] passes = new int[1];
    double[] data = normalData(200_000, 5, 2, 3);
    RowLikelihood likelihood = SimpleLikelihoods.of(data, SimpleLikelihoods.density("normal"));
    RowLikelihood counted =
        new RowLikelihood() {
          @Override
          public int rows() {
            return likelihood.rows();
          }

          @Override
          public RowSum at(double[] parameters) {
            RowSum sum = likelihood.at(parameters);
            return (from, toExclusive, sums) -> {
              passes[0] += toExclusive - from;
              sum.add(from, toExclusive, sums);
            };
          }
        };
    MaximumLikelihood.of("normal", SimpleLikelihoods.parameters("normal"), counted, 200_000)
        .withStarts(new double[] {0, 1}, new double[] {1, 1}, new double[] {10, 10})
        .fit(OPTIONS, p -> p);
    assertThat(passes[0] / 200_000.0).isLessThan(20);
  }

  private static FitReport largeFit(double[] data, FitOptions options) {
    return SimpleLikelihoods.task("normal", data)
        .withStarts(new double[] {0, 1})
        .fit(options, p -> p)
        .report();
  }

  @Test
  void drawsTowardsAPriorAndKeepsItApart() {
    double[] data = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    // With a known deviation of the data the posterior mean is that of Gauss: 9/s^2 against
    // 1/0.5^2.
    FitOptions options = OPTIONS.with(new NormalPriors(Map.of("mu", new NormalPrior(1, 0.5))));
    Fit<double[]> fit =
        SimpleLikelihoods.task("normal", data).withStarts(new double[] {0, 1}).fit(options, p -> p);
    double sigma = fit.model()[1];
    double weight = 9 / (sigma * sigma);
    assertThat(fit.model()[0]).isCloseTo((weight * 5 + 4) / (weight + 4), within(1e-6));
    double distance = (fit.model()[0] - 1) / 0.5;
    assertThat(fit.report().penaltyValue())
        .isCloseTo(
            -0.5 * distance * distance - Math.log(0.5 * Math.sqrt(2 * Math.PI)), within(1e-9));
    assertThat(fit.report().penalisedLogLikelihood().orElseThrow())
        .isEqualTo(fit.report().logLikelihood() + fit.report().penaltyValue());
  }

  @Test
  void aRidgePenaltyHoldsWhatTheSampleDoesNotTell() {
    Fit<double[]> fit =
        fit(
            OPTIONS.with(new RidgePenalty(2)),
            (none, p) -> new double[] {0, 0, 0},
            POSITIVE_PAIR,
            new double[] {2, 3});
    assertThat(fit.model()[0]).isCloseTo(1, within(SEARCH_ERROR));
    assertThat(fit.report().estimate("a").standardError().orElseThrow())
        .isCloseTo(Math.sqrt(0.5), within(1e-6));
  }

  @Test
  void startsAlsoWhereItIsTold() {
    Density hills =
        (none, p) ->
            new double[] {
              -Math.pow(Math.log(p[0]), 2) * Math.pow(Math.log(p[0]) - 3, 2) + 0.1 * Math.log(p[0]),
              0
            };
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () ->
                fit(
                    OPTIONS.withExtraStarts(List.of(List.of(1.0, 2.0))),
                    hills,
                    List.of(Parameter.positive("a")),
                    new double[] {1}))
        .withMessage("extra start ([1.0, 2.0]) must have 1 parameters");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () ->
                fit(
                    OPTIONS.withExtraStarts(List.of(List.of(-1.0))),
                    hills,
                    List.of(Parameter.positive("a")),
                    new double[] {1}))
        .withMessage("extra start ([-1.0]) must have a a inside its range, POSITIVE");
  }

  /**
   * The path is part of the product: each evaluation is a pass over all customers. The surfaces are
   * polynomials, of which any machine makes the same; a change of the search that needs more is
   * seen here.
   */
  @Test
  void needsSoManyEvaluations() {
    Density quartic =
        (none, p) -> {
          double x = p[0] - 3;
          double y = p[1] + 2;
          return new double[] {
            -x * x * x * x - x * x - 10 * y * y - x * y, -4 * x * x * x - 2 * x - y, -20 * y - x
          };
        };
    assertThat(
            List.of(
                evaluations(ROSENBROCK, -1.2, 1),
                evaluations(ROSENBROCK, 3, -4),
                evaluations(SADDLE, 0, 0),
                evaluations(SADDLE, 0.1, 5),
                evaluations(quartic, 0, 0),
                evaluations(quartic, 100, 50)))
        .containsExactly(76, 61, 23, 18, 19, 44);
  }

  private static int evaluations(Density surface, double... start) {
    return fit(OPTIONS, surface, REAL_PAIR, start).report().evaluations();
  }

  /** Rises to the limit of x, past which it would rise on; y follows x. */
  private static final Density SLOPE =
      (none, p) -> {
        double side = p[1] - p[0] / 2;
        return new double[] {
          p[0] - 0.01 * p[0] * p[0] * p[0] - 5 * side * side,
          1 - 0.03 * p[0] * p[0] + 5 * side,
          -10 * side
        };
      };

  private static final List<Parameter> UP_TO_THREE =
      List.of(new Parameter("x", ParameterRange.REAL, 3, 0), Parameter.real("y"));

  @Test
  void needsSoManyEvaluationsToALimit() {
    MaximumLikelihood task =
        MaximumLikelihood.of(
            "slope", UP_TO_THREE, withLimits(SimpleLikelihoods.of(new double[1], SLOPE)), 10);
    Fit<double[]> one = task.withStarts(new double[] {-2, 4}).fit(OPTIONS, p -> p);
    assertThat(one.model()[0]).isEqualTo(3);
    assertThat(one.model()[1]).isCloseTo(1.5, within(SEARCH_ERROR));
    assertThat(one.report().estimate("y").standardError().orElseThrow())
        .isCloseTo(Math.sqrt(0.1), within(1e-6));
    Fit<double[]> two =
        task.withStarts(new double[] {-2, 4}, new double[] {2.9, 0}).fit(OPTIONS, p -> p);
    Fit<double[]> profiled =
        task.withStarts(new double[] {-2, 4}).withProfiles("y").fit(OPTIONS, p -> p);
    assertThat(
            List.of(
                one.report().evaluations(),
                two.report().evaluations(),
                profiled.report().evaluations()))
        .containsExactly(10, 14, 20);
  }

  @Test
  void climbsFromAnExtraStart() {
    List<Parameter> line = List.of(Parameter.real("x"));
    assertThat(fit(OPTIONS, HILLS, line, new double[] {-1}).model()[0]).isCloseTo(-1, within(0.01));
    Fit<double[]> told =
        fit(OPTIONS.withExtraStarts(List.of(List.of(0.8))), HILLS, line, new double[] {-1});
    assertThat(told.model()[0]).isCloseTo(1, within(0.01));
    assertThat(told.report().starts()).isEqualTo(2);
  }

  /** At the limit of x nothing hangs on y. */
  @Test
  void tellsWhatRanToItsEndFromWhatThenChangesNothing() {
    Density surface =
        (none, p) -> {
          double left = 3 - p[0];
          double side = p[2] - 1;
          return new double[] {
            p[0] - left * p[1] * p[1] - side * side, 1 + p[1] * p[1], -2 * left * p[1], -2 * side
          };
        };
    List<Parameter> three =
        List.of(
            new Parameter("x", ParameterRange.REAL, 3, 0),
            Parameter.real("y"),
            Parameter.real("z"));
    RowLikelihood rows = withLimits(SimpleLikelihoods.of(new double[1], surface));
    FitReport report =
        MaximumLikelihood.of("surface", three, rows, 10)
            .withStarts(new double[] {0, 1, 0})
            .fit(OPTIONS, p -> p)
            .report();
    assertThat(report.warnings())
        .extracting(FitWarning::kind)
        .containsExactly(Kind.AT_BOUNDARY, Kind.NEAR_FLAT_RIDGE);
    assertThat(report.warnings().get(0).text())
        .isEqualTo(
            "x (3.00) ran to the upper end of its range: the model is the limit of its kind");
    assertThat(report.warnings().get(1).text())
        .startsWith("y (")
        .endsWith(") changes nothing where others ran to the ends of their ranges");
    assertThat(report.estimate("y").standardError()).isEmpty();
    assertThat(report.estimate("z").standardError().orElseThrow())
        .isCloseTo(Math.sqrt(0.5), within(1e-6));
  }

  @Test
  void saysThatASearchEndedShort() {
    // The slope leads to 0.5, where the value is no higher.
    FitException lost =
        failure(
            () ->
                fit(
                    OPTIONS,
                    (none, p) -> new double[] {0, 1 - 2 * p[0]},
                    List.of(Parameter.real("x")),
                    new double[] {0}));
    assertThat(lost.reason()).isEqualTo(Reason.NOT_CONVERGED);
    assertThat(lost).hasMessageStartingWith("surface: the search ended short of a maximum (");
  }

  @Test
  void saysThatThereIsNoCurvature() {
    Density edge = (none, p) -> new double[] {0, p[0] == 0 ? 0 : Double.NaN};
    FitException bent =
        failure(() -> fit(OPTIONS, edge, List.of(Parameter.real("x")), new double[] {0}));
    assertThat(bent.reason()).isEqualTo(Reason.NOT_CONVERGED);
    assertThat(bent).hasMessageStartingWith("surface: the curvature cannot be computed (");
  }
}
