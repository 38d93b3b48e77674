package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.estimation.RidgePenalty;
import io.github.retention4j.internal.numeric.Workers;
import io.github.retention4j.time.TimeScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CoxProperties {

  /** Sums of some dozen terms, each in a few roundings. */
  private static final double ROUNDING = 1e-9;

  /** Central differences over 1e-5 of a function known to 1e-14: 1e-9, and a third derivative. */
  private static final double DERIVATIVE = 1e-6;

  /** A sample of whole times, so that ties are many, and covariates with some values in common. */
  private static final class Drawn {

    private final double[] entry;
    private final double[] exit;
    private final boolean[] left;
    private final double[] weight;
    private final List<String> stratum = new ArrayList<>();
    private final CovariateTable covariates;

    Drawn(long seed, int rows) {
      SplittableRandom random = new SplittableRandom(seed);
      entry = new double[rows];
      exit = new double[rows];
      left = new boolean[rows];
      weight = new double[rows];
      double[] x = new double[rows];
      double[] z = new double[rows];
      for (int i = 0; i < rows; i++) {
        entry[i] = random.nextInt(4);
        exit[i] = entry[i] + 1 + random.nextInt(7);
        left[i] = random.nextDouble() < 0.7;
        weight[i] = 1 + random.nextInt(3);
        x[i] = random.nextInt(5) - 2.0;
        z[i] = random.nextGaussian();
        stratum.add(random.nextBoolean() ? "a" : "b");
      }
      left[0] = true;
      covariates = CovariateTable.ofRows(rows).withNumbers("x", x).withNumbers("z", z);
    }

    LifetimeSample sample() {
      return LifetimeSample.entering(TimeScale.DAY, entry, exit, left)
          .withWeights(weight)
          .withStrata("stratum", stratum);
    }
  }

  private static CoxFit fit(CoxTies ties, LifetimeSample sample, CovariateTable covariates) {
    return CoxFitter.withDefaults().with(ties).with(new RidgePenalty(0.1)).fit(sample, covariates);
  }

  private static double[] coefficients(CoxFit fit) {
    return fit.model().coefficients().values().stream().mapToDouble(value -> value).toArray();
  }

  private static CoxPoint at(Drawn drawn, CoxTies ties, double[] beta, double[] scales) {
    try (Workers workers = new Workers(1)) {
      PartialLikelihood likelihood =
          PartialLikelihood.of(
              drawn.sample(), drawn.covariates, ties, Optional.empty(), Optional.empty(), workers);
      double[] standardised = new double[beta.length];
      for (int j = 0; j < beta.length; j++) {
        scales[j] = likelihood.design().scale(j);
        standardised[j] = beta[j] * scales[j];
      }
      return likelihood.at(standardised);
    }
  }

  private static void assumeComparable(Drawn drawn) {
    RiskOrder order = RiskOrder.of(drawn.sample(), RiskOrder.events(drawn.sample(), 0));
    Assume.that(order.comparesAnyone());
  }

  @Property
  void likelihoodAndDerivativesAreThoseOfTheDefinition(
      @ForAll long seed, @ForAll @IntRange(min = 3, max = 30) int rows, @ForAll CoxTies ties) {
    Drawn drawn = new Drawn(seed, rows);
    assumeComparable(drawn);
    double[] beta = {0.4, -0.7};
    double[] scales = new double[2];
    CoxPoint point = at(drawn, ties, beta, scales);
    double slow = SlowCox.logLikelihood(drawn.sample(), drawn.covariates, beta, ties);
    // The shift by the means cancels from each term but for rounding.
    assertThat(point.logLikelihood()).isCloseTo(slow, within(ROUNDING * (1 + Math.abs(slow))));
    for (int j = 0; j < 2; j++) {
      double step = 1e-5;
      double[] up = beta.clone();
      double[] down = beta.clone();
      up[j] += step;
      down[j] -= step;
      double slope =
          (SlowCox.logLikelihood(drawn.sample(), drawn.covariates, up, ties)
                  - SlowCox.logLikelihood(drawn.sample(), drawn.covariates, down, ties))
              / (2 * step);
      assertThat(point.gradient()[j] * scales[j]).isCloseTo(slope, within(DERIVATIVE * rows));
      CoxPoint above = at(drawn, ties, up, scales);
      CoxPoint below = at(drawn, ties, down, scales);
      for (int k = 0; k < 2; k++) {
        double curvature = (below.gradient()[k] - above.gradient()[k]) * scales[k] / (2 * step);
        assertThat(point.information()[j][k] * scales[j] * scales[k])
            .isCloseTo(curvature, within(DERIVATIVE * rows));
      }
    }
  }

  @Property(tries = 200)
  void orderOfRowsDoesNotMatter(@ForAll long seed, @ForAll CoxTies ties) {
    Drawn drawn = new Drawn(seed, 25);
    int[] shuffled = IntStream.range(0, 25).map(i -> (i * 7 + 3) % 25).toArray();
    CovariateTable covariates = CovariateTable.ofRows(25);
    for (String name : List.of("x", "z")) {
      double[] column = drawn.covariates.column(name.equals("x") ? 0 : 1);
      covariates =
          covariates.withNumbers(
              name, IntStream.of(shuffled).mapToDouble(i -> column[i]).toArray());
    }
    CoxFit plain = fit(ties, drawn.sample(), drawn.covariates);
    CoxFit other = fit(ties, drawn.sample().select(shuffled), covariates);
    assertThat(coefficients(other)).containsExactly(coefficients(plain), within(ROUNDING));
    assertThat(other.report().logLikelihood())
        .isCloseTo(plain.report().logLikelihood(), within(ROUNDING));
  }

  @Property(tries = 200)
  void unitsOfColumnsDoNotMatter(@ForAll long seed, @ForAll CoxTies ties) {
    Drawn drawn = new Drawn(seed, 60);
    double[] inThousandths =
        Arrays.stream(drawn.covariates.column(0)).map(x -> 1000 * x + 5).toArray();
    CovariateTable scaled =
        CovariateTable.ofRows(60)
            .withNumbers("x", inThousandths)
            .withNumbers("z", drawn.covariates.column(1));
    CoxFitter fitter = CoxFitter.withDefaults().with(ties).withRobustVariance();
    CoxReport plain = fitter.fit(drawn.sample(), drawn.covariates).report();
    CoxReport other = fitter.fit(drawn.sample(), scaled).report();
    assertThat(1000 * other.coefficient("x").value())
        .isCloseTo(plain.coefficient("x").value(), within(ROUNDING));
    assertThat(1000 * other.coefficient("x").standardError().orElseThrow())
        .isCloseTo(plain.coefficient("x").standardError().orElseThrow(), within(ROUNDING));
    assertThat(other.coefficient("z").value())
        .isCloseTo(plain.coefficient("z").value(), within(ROUNDING));
  }

  @Property(tries = 200)
  void aRowMayBeSplitInTwoStretches(@ForAll long seed, @ForAll CoxTies ties) {
    Drawn drawn = new Drawn(seed, 25);
    int rows = 50;
    double[] entry = new double[rows];
    double[] exit = new double[rows];
    boolean[] left = new boolean[rows];
    double[] x = new double[rows];
    double[] z = new double[rows];
    List<CustomerId> customers = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      int of = i / 2;
      double middle = (drawn.entry[of] + drawn.exit[of]) / 2;
      entry[i] = i % 2 == 0 ? drawn.entry[of] : middle;
      exit[i] = i % 2 == 0 ? middle : drawn.exit[of];
      left[i] = i % 2 == 1 && drawn.left[of];
      x[i] = drawn.covariates.value(of, 0);
      z[i] = drawn.covariates.value(of, 1);
      customers.add(CustomerId.of(of));
    }
    CoxFitter fitter =
        CoxFitter.withDefaults().with(ties).with(new RidgePenalty(0.1)).withRobustVariance();
    CoxReport split =
        fitter
            .fit(
                LifetimeSample.entering(TimeScale.DAY, entry, exit, left).withCustomers(customers),
                CovariateTable.ofRows(rows).withNumbers("x", x).withNumbers("z", z))
            .report();
    CoxReport whole =
        fitter
            .fit(
                LifetimeSample.entering(TimeScale.DAY, drawn.entry, drawn.exit, drawn.left),
                drawn.covariates)
            .report();
    for (String name : List.of("x", "z")) {
      assertThat(split.coefficient(name).value())
          .isCloseTo(whole.coefficient(name).value(), within(ROUNDING));
      assertThat(split.coefficient(name).standardError().orElseThrow())
          .isCloseTo(whole.coefficient(name).standardError().orElseThrow(), within(ROUNDING));
    }
    assertThat(split.concordance().orElseThrow().standardError())
        .isCloseTo(whole.concordance().orElseThrow().standardError(), within(ROUNDING));
  }

  @Property(tries = 200)
  void aWeightStandsForSoManyRowsAfterBreslow(@ForAll long seed) {
    Drawn drawn = new Drawn(seed, 20);
    int[] copies =
        IntStream.range(0, 20)
            .flatMap(i -> IntStream.generate(() -> i).limit((long) drawn.weight[i]))
            .toArray();
    CovariateTable covariates =
        CovariateTable.ofRows(copies.length)
            .withNumbers(
                "x", IntStream.of(copies).mapToDouble(i -> drawn.covariates.value(i, 0)).toArray())
            .withNumbers(
                "z", IntStream.of(copies).mapToDouble(i -> drawn.covariates.value(i, 1)).toArray());
    double[] ones = new double[copies.length];
    Arrays.fill(ones, 1);
    CoxFit weighted = fit(CoxTies.BRESLOW, drawn.sample(), drawn.covariates);
    CoxFit copied =
        fit(CoxTies.BRESLOW, drawn.sample().select(copies).withWeights(ones), covariates);
    assertThat(coefficients(copied)).containsExactly(coefficients(weighted), within(ROUNDING));
    assertThat(copied.report().logLikelihood())
        .isCloseTo(weighted.report().logLikelihood(), within(ROUNDING));
  }

  @Property
  void concordanceIsThatOfAllPairs(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int rows) {
    Drawn drawn = new Drawn(seed, rows);
    LifetimeSample sample = drawn.sample();
    double[] score = drawn.covariates.column(0);
    double[] pairs = SlowCox.pairs(sample, score, drawn.weight);
    Optional<ConcordanceIndex> found = Concordance.withDefaults().calculate(sample, score);
    assertThat(found.isPresent()).isEqualTo(pairs[0] + pairs[1] + pairs[2] > 0);
    found.ifPresent(
        index -> {
          assertThat(index.concordant()).isEqualTo(pairs[0]);
          assertThat(index.discordant()).isEqualTo(pairs[1]);
          assertThat(index.tiedScore()).isEqualTo(pairs[2]);
          assertThat(index.tiedTime()).isEqualTo(pairs[3]);
          assertThat(index.tiedBoth()).isEqualTo(pairs[4]);
          assertThat(index.standardError())
              .isCloseTo(jackknife(sample, score, drawn.weight), within(DERIVATIVE));
        });
  }

  /** From the derivatives of the concordance with respect to the weights, by differences. */
  private static double jackknife(LifetimeSample sample, double[] score, double[] weight) {
    double squares = 0;
    for (int i = 0; i < weight.length; i++) {
      double[] up = weight.clone();
      double[] down = weight.clone();
      up[i] *= 1 + 1e-5;
      down[i] *= 1 - 1e-5;
      double moved =
          (SlowCox.concordance(SlowCox.pairs(sample, score, up))
                  - SlowCox.concordance(SlowCox.pairs(sample, score, down)))
              / 2e-5;
      squares += moved * moved;
    }
    return Math.sqrt(squares);
  }

  @Property(tries = 100)
  void residualsSumToNothing(@ForAll long seed, @ForAll CoxTies ties) {
    Drawn drawn = new Drawn(seed, 40);
    CoxFit fit = CoxFitter.withDefaults().with(ties).fit(drawn.sample(), drawn.covariates);
    CoxResiduals residuals = CoxResiduals.of(fit.model(), drawn.sample(), drawn.covariates);
    assertThat(weighted(drawn, residuals.martingale())).isCloseTo(0, within(ROUNDING));
    assertThat(weighted(drawn, residuals.score("x"))).isCloseTo(0, within(ROUNDING));
    assertThat(weighted(drawn, residuals.score("z"))).isCloseTo(0, within(ROUNDING));
  }

  private static double weighted(Drawn drawn, double[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> drawn.weight[i] * values[i]).sum();
  }
}
