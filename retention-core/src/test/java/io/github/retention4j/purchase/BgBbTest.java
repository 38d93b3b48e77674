package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitException.Reason;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitWarning.Kind;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BgBbTest {

  private static final double ROUNDING = 1e-14;

  /** Chances to buy and to leave are both uniform: all is a fraction. */
  private static final BgBb UNIFORM = new BgBb(1, 1, 1, 1);

  private static void refuses(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  /** Draws customers who had from 4 to 12 opportunities. */
  private static OpportunitySample drawn(BgBb model, int customers, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    OpportunityHistory[] histories = new OpportunityHistory[customers];
    Arrays.setAll(
        histories,
        i -> {
          int opportunities = 4 + i % 9;
          return OpportunityHistory.of(model.simulate(opportunities, random), opportunities);
        });
    int[] one = new int[customers];
    Arrays.fill(one, 1);
    return OpportunitySample.of(
        Arrays.stream(histories).mapToInt(OpportunityHistory::purchases).toArray(),
        Arrays.stream(histories).mapToInt(OpportunityHistory::recency).toArray(),
        Arrays.stream(histories).mapToInt(OpportunityHistory::opportunities).toArray(),
        one);
  }

  /**
   * One opportunity without a purchase: still there 1/2 * 1/2, left before 1/2; together 3/4. One
   * with a purchase 1/4.
   */
  @Test
  void oneOpportunityByHand() {
    OpportunityHistory none = new OpportunityHistory(0, 0, 1);
    OpportunityHistory bought = new OpportunityHistory(1, 1, 1);
    assertThat(UNIFORM.logLikelihood(none)).isCloseTo(Math.log(0.75), within(ROUNDING));
    assertThat(UNIFORM.logLikelihood(bought)).isCloseTo(Math.log(0.25), within(ROUNDING));
    assertThat(UNIFORM.probabilityAlive(none)).isCloseTo(1 / 3.0, within(ROUNDING));
    assertThat(UNIFORM.probabilityAlive(bought)).isEqualTo(1);
    // Having stayed once, the chance to stay again is 2/3.
    assertThat(UNIFORM.probabilityAliveAtNext(none)).isCloseTo(2 / 9.0, within(ROUNDING));
    assertThat(UNIFORM.probabilityAlive(none, 1)).isCloseTo(2 / 9.0, within(ROUNDING));
    assertThat(UNIFORM.probabilityAlive(none, 0)).isEqualTo(UNIFORM.probabilityAlive(none));
    // P(stays k times) = 1 / (k + 1); E = 1/2 (1/2 + 1/3).
    assertThat(UNIFORM.expectedPurchases(2)).isCloseTo(5 / 12.0, within(ROUNDING));
    assertThat(UNIFORM.expectedPurchases(0)).isZero();
    // Then p has mean 2/3: 2/3 * 2/3.
    assertThat(UNIFORM.expectedPurchases(bought, 1)).isCloseTo(4 / 9.0, within(ROUNDING));
    assertThat(UNIFORM.probabilityOfPurchases(0, 1)).isCloseTo(0.75, within(ROUNDING));
    assertThat(UNIFORM.probabilityOfPurchases(1, 1)).isCloseTo(0.25, within(ROUNDING));
    assertThat(UNIFORM.probabilityOfPurchases(2, 1)).isZero();
    assertThat(UNIFORM.probabilityOfPurchases(0, 0)).isEqualTo(1);
    assertThat(UNIFORM.probabilityOfPurchases(bought, 1, 1)).isCloseTo(4 / 9.0, within(ROUNDING));
    assertThat(UNIFORM.probabilityOfPurchases(bought, 0, 1)).isCloseTo(5 / 9.0, within(ROUNDING));
  }

  /** Discounted by 1/2, sum of 1/2 * 1/(i + 1) * 2^-i = 1/2 (2 ln 2 - 1). */
  @Test
  void discountsFromTheFirstOpportunityToCome() {
    assertThat(UNIFORM.discountedPurchases(1)).isCloseTo(Math.log(2) - 0.5, within(ROUNDING));
    OpportunityHistory none = new OpportunityHistory(0, 0, 0);
    assertThat(UNIFORM.discountedPurchases(none, 1)).isEqualTo(UNIFORM.discountedPurchases(1));
    assertThat(UNIFORM.logLikelihood(none)).isZero();
  }

  /** The closed form has a hole at gamma = 1; neighbours must lie as close as they are. */
  @Test
  void expectationGoesSmoothlyThroughGammaOne() {
    double at = new BgBb(0.5, 2, 1, 5).expectedPurchases(365);
    double sum = 0;
    for (int i = 1; i <= 365; i++) {
      sum += 0.2 * 5 / (5.0 + i);
    }
    assertThat(at).isCloseTo(sum, within(1e-12));
    for (double excess : new double[] {1e-15, 1e-12, 1e-9, -1e-15, -1e-12, -1e-9}) {
      double near = new BgBb(0.5, 2, 1 + excess, 5).expectedPurchases(365);
      assertThat(near).isCloseTo(at, within(20 * Math.abs(excess) + 1e-13));
    }
  }

  @Test
  void drawsCustomersOfTheModel() {
    BgBb model = new BgBb(1.2, 0.75, 0.66, 2.8);
    SplittableRandom random = new SplittableRandom(9);
    int customers = 40_000;
    int[] counts = new int[7];
    for (int i = 0; i < customers; i++) {
      counts[model.simulate(6, random).length]++;
    }
    for (int x = 0; x <= 6; x++) {
      double expected = model.probabilityOfPurchases(x, 6);
      // Four standard errors.
      assertThat(counts[x] / (double) customers)
          .isCloseTo(expected, within(4 * Math.sqrt(expected / customers)));
    }
    int[] drawn = model.simulate(50, new SplittableRandom(1));
    assertThat(drawn).isEqualTo(model.simulate(50, new SplittableRandom(1)));
    assertThat(new BgBb(1e-4, 1e4, 1e4, 1e-4).simulate(9, random)).isEmpty();
    assertThat(new BgBb(1e9, 1e-9, 1e-9, 1e9).simulate(3, random)).containsExactly(1, 2, 3);
  }

  @Test
  void historyOfDrawnPurchases() {
    int[] drawn = {2, 3, 7};
    assertThat(OpportunityHistory.of(drawn, 10)).isEqualTo(new OpportunityHistory(3, 7, 10));
    assertThat(OpportunityHistory.of(drawn, 6)).isEqualTo(new OpportunityHistory(2, 3, 6));
    assertThat(OpportunityHistory.of(drawn, 1)).isEqualTo(new OpportunityHistory(0, 0, 1));
    refuses(
        () -> OpportunityHistory.of(new int[] {2, 2}, 5),
        "purchase (2) must be at an opportunity after 2");
    refuses(
        () -> OpportunityHistory.of(new int[] {0}, 5),
        "purchase (0) must be at an opportunity after 0");
  }

  @Test
  void recoversTheParametersOfDrawnCustomers() {
    double[] truth = {1.2, 0.75, 0.66, 2.8};
    BgBb model = new BgBb(truth[0], truth[1], truth[2], truth[3]);
    Fit<BgBb> fit = BgBbFitter.withDefaults().fit(drawn(model, 20_000, 4));
    for (int i = 0; i < 4; i++) {
      double error = fit.report().estimates().get(i).standardError().orElseThrow();
      assertThat(fit.report().estimates().get(i).value()).isCloseTo(truth[i], within(3 * error));
    }
    assertThat(fit.report().warnings()).isEmpty();
  }

  @Test
  void threadsDoNotChangeAFit() {
    OpportunitySample sample = drawn(new BgBb(1.2, 0.75, 0.66, 2.8), 500, 4);
    BgBbFitter fitter = BgBbFitter.withDefaults();
    assertThat(fitter.with(FitOptions.defaults().withThreads(2)).fit(sample))
        .isEqualTo(fitter.fit(sample));
  }

  @Test
  void refusesASampleWithoutRepeatsAndWarnsOfFew() {
    int[] zero = {0};
    int[] five = {5};
    OpportunitySample none = OpportunitySample.of(zero, zero, five, five);
    assertThatThrownBy(() -> BgBbFitter.withDefaults().fit(none))
        .isInstanceOf(FitException.class)
        .hasMessage("BG/BB: none of the 5 customers bought again")
        .extracting(e -> ((FitException) e).reason())
        .isEqualTo(Reason.DEGENERATE_SAMPLE);
    int[] x = {0, 1, 1, 2, 3, 2, 1, 4};
    int[] recency = {0, 1, 3, 3, 5, 6, 6, 6};
    int[] opportunities = IntStream.generate(() -> 6).limit(x.length).toArray();
    int[] customers = {9, 4, 2, 3, 2, 3, 2, 3};
    assertThat(
            BgBbFitter.withDefaults()
                .fit(OpportunitySample.of(x, recency, opportunities, customers))
                .report()
                .warnings())
        .anySatisfy(
            warning -> {
              assertThat(warning.kind()).isEqualTo(Kind.SMALL_SAMPLE);
              assertThat(warning.text()).isEqualTo("only 19 of 28 customers bought again");
            });
  }

  @Test
  void refusesBadNumbers() {
    refuses(() -> new BgBb(0, 1, 1, 1), "alpha (0.0) must be over 0 and finite");
    refuses(() -> new BgBb(1, -1, 1, 1), "beta (-1.0) must be over 0 and finite");
    refuses(() -> new BgBb(1, 1, Double.NaN, 1), "gamma (NaN) must be over 0 and finite");
    refuses(
        () -> new BgBb(1, 1, 1, Double.POSITIVE_INFINITY),
        "delta (Infinity) must be over 0 and finite");
    OpportunityHistory none = new OpportunityHistory(0, 0, 1);
    refuses(() -> UNIFORM.probabilityAlive(none, -1), "ahead (-1) must be 0 or more");
    refuses(() -> UNIFORM.expectedPurchases(-1), "opportunities (-1) must be 0 or more");
    refuses(() -> UNIFORM.probabilityOfPurchases(-1, 1), "purchases (-1) must be 0 or more");
    refuses(() -> UNIFORM.probabilityOfPurchases(1, -1), "opportunities (-1) must be 0 or more");
    refuses(() -> UNIFORM.discountedPurchases(0), "rate (0.0) must be over 0 and finite");
    refuses(
        () -> UNIFORM.simulate(-1, new SplittableRandom(1)),
        "opportunities (-1) must be 0 or more");
  }
}
