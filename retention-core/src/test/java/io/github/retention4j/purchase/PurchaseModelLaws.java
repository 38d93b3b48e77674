package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/**
 * What holds for every model of purchases, whatever its formulas. A test of a model extends this
 * and says which of its models are tried: such as are met with times up to 60, and buy up to some
 * hundred times in them.
 */
abstract class PurchaseModelLaws<M extends PurchaseModel> {

  /** Relative; two ways to the same number, each computed to 1e-11 or so. */
  private static final double SAME = 1e-9;

  /** Sums of thousands of probabilities, cut off where a term is below {@link #LEAST_TERM}. */
  private static final double SUM = 1e-9;

  private static final double LEAST_TERM = 1e-14;

  /** Times of a slow sum, in units of one over the force: how they begin, grow and end. */
  private static final double FIRST = 1e-6;

  private static final double GROWTH = 0.005;
  private static final double LAST = 40;

  /** The sum of midpoints errs by {@code (force step)^2 / 24} on each step. */
  private static final double MIDPOINTS = 1e-5;

  /** Models to try; to be annotated with {@code @Provide}. */
  abstract Arbitrary<M> models();

  /** The same customers, with time counted in a unit that is so many times shorter. */
  abstract M inShorterUnit(M model, double times);

  @Provide
  Arbitrary<PurchaseHistory> histories() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 25),
            Arbitraries.doubles().between(0.01, 1),
            Arbitraries.doubles().between(0.1, 60))
        .as((x, share, age) -> new PurchaseHistory(x, x == 0 ? 0 : share * age, age));
  }

  @Property(tries = 50)
  void probabilitiesOfANewCustomerAddUp(
      @ForAll("models") M model, @ForAll @DoubleRange(max = 60) double duration) {
    assertMoments(
        n -> model.probabilityOfPurchases(n, duration), model.expectedPurchases(duration));
  }

  @Property(tries = 50)
  void probabilitiesOfACustomerAddUp(
      @ForAll("models") M model,
      @ForAll("histories") PurchaseHistory history,
      @ForAll @DoubleRange(max = 60) double duration) {
    assertMoments(
        n -> model.probabilityOfPurchases(history, n, duration),
        model.expectedPurchases(history, duration));
  }

  private static void assertMoments(LongToDoubleFunction probabilities, double expected) {
    double sum = 0;
    double mean = 0;
    double term = 1;
    for (long n = 0; n <= expected + 1 || n * term > LEAST_TERM; n++) {
      term = probabilities.applyAsDouble(n);
      assertThat(term).isBetween(0.0, 1.0);
      sum += term;
      mean += n * term;
    }
    assertThat(sum).isCloseTo(1, within(SUM));
    assertThat(mean).isCloseTo(expected, within(SUM * Math.max(1, expected)));
  }

  @Property
  void fewerStayTheLongerOneWaits(
      @ForAll("models") M model,
      @ForAll("histories") PurchaseHistory history,
      @ForAll @DoubleRange(max = 1e4) double ahead,
      @ForAll @DoubleRange(max = 1e4) double more) {
    double now = model.probabilityAlive(history);
    assertThat(now).isBetween(0.0, 1.0);
    assertSame(model.probabilityAlive(history, 0), now);
    double then = model.probabilityAlive(history, ahead);
    assertThat(then).isBetween(0.0, now * (1 + SAME));
    assertThat(model.probabilityAlive(history, ahead + more)).isBetween(0.0, then * (1 + SAME));
  }

  @Property
  void moreIsBoughtTheLongerOneWaits(
      @ForAll("models") M model,
      @ForAll("histories") PurchaseHistory history,
      @ForAll @DoubleRange(max = 1e4) double duration,
      @ForAll @DoubleRange(max = 1e4) double more) {
    assertThat(model.expectedPurchases(history, 0)).isZero();
    assertThat(model.expectedPurchases(0)).isZero();
    assertThat(model.expectedPurchases(history, duration + more))
        .isGreaterThanOrEqualTo(model.expectedPurchases(history, duration) * (1 - SAME));
    assertThat(model.expectedPurchases(duration + more))
        .isGreaterThanOrEqualTo(model.expectedPurchases(duration) * (1 - SAME));
  }

  @Property(tries = 50)
  void discountedPurchasesAreTheDiscountedStepsOfTheExpectedOnes(
      @ForAll("models") M model,
      @ForAll("histories") PurchaseHistory history,
      @ForAll @DoubleRange(min = 0.01, max = 1) double force) {
    double sum = 0;
    double before = 0;
    double from = 0;
    for (double to = FIRST; from < LAST; to *= 1 + GROWTH) {
      double expected = model.expectedPurchases(history, to / force);
      sum += Math.exp(-(from + to) / 2) * (expected - before);
      before = expected;
      from = to;
    }
    double discounted = model.discountedPurchases(history, force);
    assertThat(discounted).isCloseTo(sum, within(MIDPOINTS * discounted));
  }

  @Property
  void aCustomerOfAgeZeroIsANewOne(
      @ForAll("models") M model,
      @ForAll @DoubleRange(max = 60) double duration,
      @ForAll @DoubleRange(min = 0.01, max = 1) double force) {
    PurchaseHistory none = PurchaseHistory.withoutRepeats(0);
    assertThat(model.logLikelihood(none)).isZero();
    assertSame(model.expectedPurchases(none, duration), model.expectedPurchases(duration));
    assertSame(model.discountedPurchases(none, force), model.discountedPurchases(force));
    for (long n = 0; n < 5; n++) {
      assertSame(
          model.probabilityOfPurchases(none, n, duration),
          model.probabilityOfPurchases(n, duration));
    }
  }

  @Property
  void theLikelihoodOfNoPurchaseIsItsProbability(
      @ForAll("models") M model, @ForAll @DoubleRange(max = 60) double age) {
    assertSame(
        Math.exp(model.logLikelihood(PurchaseHistory.withoutRepeats(age))),
        model.probabilityOfPurchases(0, age));
  }

  @Property
  void theUnitOfTimeDoesNotMatter(
      @ForAll("models") M model,
      @ForAll("histories") PurchaseHistory history,
      @ForAll @DoubleRange(max = 60) double duration,
      @ForAll @DoubleRange(min = 0.01, max = 1) double force,
      @ForAll @DoubleRange(min = 1, max = 365) double times) {
    M other = inShorterUnit(model, times);
    long x = history.purchases();
    double longer = times * duration;
    double age = times * history.age();
    PurchaseHistory same = new PurchaseHistory(x, Math.min(age, times * history.recency()), age);
    assertSame(other.probabilityAlive(same), model.probabilityAlive(history));
    assertSame(other.probabilityAlive(same, longer), model.probabilityAlive(history, duration));
    assertSame(other.expectedPurchases(same, longer), model.expectedPurchases(history, duration));
    assertSame(
        other.discountedPurchases(same, force / times), model.discountedPurchases(history, force));
    assertSame(
        other.probabilityOfPurchases(same, 3, longer),
        model.probabilityOfPurchases(history, 3, duration));
    assertThat(other.logLikelihood(same) + x * Math.log(times))
        .isCloseTo(model.logLikelihood(history), within(SAME * (1 + x)));
  }

  private static void assertSame(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(SAME * Math.abs(expected)));
  }
}
