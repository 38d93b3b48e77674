package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.time.TimeScale;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ParetoNbdWithCorrelationProperties extends PurchaseModelLaws<ParetoNbdWithCorrelation> {

  /** Each Pareto/NBD number is good to 1e-12; a signed sum of four loses what cancels. */
  private static final double COMPONENT = 1e-12;

  private static Arbitrary<Double> powersOfTen(double from, double to) {
    return Arbitraries.doubles().between(from, to).map(exponent -> Math.pow(10, exponent));
  }

  /** A share of omega's least or largest value. */
  private static ParetoNbdWithCorrelation model(ParetoNbd base, double time, double share) {
    ParetoNbdWithCorrelation none = new ParetoNbdWithCorrelation(base, 0, time);
    double bound = share < 0 ? -none.leastOmega() : none.largestOmega();
    return new ParetoNbdWithCorrelation(base, share * bound, time);
  }

  @Override
  @Provide
  Arbitrary<ParetoNbdWithCorrelation> models() {
    Arbitrary<ParetoNbd> bases =
        Combinators.combine(
                powersOfTen(-1, 0.5), powersOfTen(0, 1.5), powersOfTen(-1, 0.5), powersOfTen(0, 2))
            .as((r, alpha, s, beta) -> new ParetoNbd(r, alpha, s, beta, TimeScale.WEEK));
    return Combinators.combine(bases, powersOfTen(0, 1.5), Arbitraries.doubles().between(-1, 1))
        .as(ParetoNbdWithCorrelationProperties::model);
  }

  @Override
  ParetoNbdWithCorrelation inShorterUnit(ParetoNbdWithCorrelation model, double times) {
    ParetoNbd base = model.base();
    return new ParetoNbdWithCorrelation(
        new ParetoNbd(
            base.r(), base.alpha() * times, base.s(), base.beta() * times, base.timeScale()),
        model.omega(),
        model.mixingTime() * times);
  }

  /**
   * A joint density of the Sarmanov family with exponential mixing is a signed sum of four products
   * of gamma densities.
   */
  @Property(tries = 200)
  void resultsAreSignedSumsOfFourModels(
      @ForAll("models") ParetoNbdWithCorrelation model,
      @ForAll("histories") PurchaseHistory history,
      @ForAll @DoubleRange(min = 0.1, max = 60) double t,
      @ForAll @DoubleRange(min = 0.01, max = 1) double force,
      @ForAll @IntRange(max = 8) int n) {
    assertSigned(model, history, model.probabilityAlive(history), m -> m.probabilityAlive(history));
    assertSigned(
        model, history, model.expectedPurchases(history, t), m -> m.expectedPurchases(history, t));
    assertSigned(
        model,
        history,
        model.discountedPurchases(history, force),
        m -> m.discountedPurchases(history, force));
    assertSigned(
        model,
        history,
        model.probabilityOfPurchases(history, n, t),
        m -> m.probabilityOfPurchases(history, n, t));
    assertSigned(
        model,
        history,
        model.probabilityOfPurchaseWithin(history, t),
        m -> m.probabilityOfPurchaseWithin(history, t));
  }

  private static void assertSigned(
      ParetoNbdWithCorrelation model,
      PurchaseHistory history,
      double actual,
      ToDoubleFunction<ParetoNbd> result) {
    ParetoNbd base = model.base();
    double time = model.mixingTime();
    double k =
        model.omega()
            * Math.pow(base.alpha() / (base.alpha() + time), base.r())
            * Math.pow(base.beta() / (base.beta() + time), base.s());
    double sum = 0;
    double size = 0;
    double likelihood = 0;
    for (int i = 0; i < 4; i++) {
      ParetoNbd part =
          new ParetoNbd(
              base.r(),
              base.alpha() + (i % 2 == 0 ? 0 : time),
              base.s(),
              base.beta() + (i < 2 ? 0 : time),
              base.timeScale());
      double sign = i == 1 || i == 2 ? -1 : 1;
      double weight =
          ((i == 0 ? 1 : 0) + sign * k)
              * Math.exp(part.logLikelihood(history) - model.logLikelihood(history));
      likelihood += weight;
      sum += weight * result.applyAsDouble(part);
      size += Math.abs(weight) * Math.max(1, result.applyAsDouble(part));
    }
    assertThat(likelihood).isCloseTo(1, within(COMPONENT * size + COMPONENT * (1 + Math.abs(k))));
    assertThat(actual).isCloseTo(sum, within(COMPONENT * (1 + size)));
  }

  @Property(tries = 100)
  void withoutCorrelationItIsTheBase(
      @ForAll("models") ParetoNbdWithCorrelation any,
      @ForAll("histories") PurchaseHistory history,
      @ForAll @DoubleRange(min = 0.1, max = 60) double t,
      @ForAll @DoubleRange(min = 0.01, max = 1) double force,
      @ForAll @IntRange(max = 8) int n) {
    ParetoNbd base = any.base();
    ParetoNbdWithCorrelation model = new ParetoNbdWithCorrelation(base, 0, any.mixingTime());
    assertLastDigits(model.logLikelihood(history), base.logLikelihood(history));
    assertLastDigits(model.probabilityAlive(history, t), base.probabilityAlive(history, t));
    assertLastDigits(model.expectedPurchases(history, t), base.expectedPurchases(history, t));
    assertLastDigits(
        model.discountedPurchases(history, force), base.discountedPurchases(history, force));
    assertLastDigits(
        model.probabilityOfPurchases(history, n, t), base.probabilityOfPurchases(history, n, t));
    assertLastDigits(model.probabilityOfPurchases(n, t), base.probabilityOfPurchases(n, t));
  }

  private static void assertLastDigits(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-14 * Math.max(1e-2, Math.abs(expected))));
  }

  @Property
  void associationLeadsToOmegaWithinItsBounds(
      @ForAll("models") ParetoNbdWithCorrelation model,
      @ForAll @DoubleRange(min = -0.99, max = 0.99) double association) {
    ParetoNbd base = model.base();
    SarmanovChance quiet = SarmanovChance.of(base.r(), base.alpha(), model.mixingTime());
    SarmanovChance stays = SarmanovChance.of(base.s(), base.beta(), model.mixingTime());
    SarmanovAssociation found = new SarmanovAssociation(association, quiet, stays);
    assertThat(found.omega).isBetween(model.leastOmega(), model.largestOmega());
    SarmanovWeights w = found.weights;
    double agree = w.quietStays() * w.busyLeaves();
    double differ = w.quietLeaves() * w.busyStays();
    assertThat((agree - differ) / (agree + differ)).isCloseTo(association, within(1e-12));
    assertThat(w.mean(quiet, stays)).isCloseTo(1, within(1e-14));
  }
}
