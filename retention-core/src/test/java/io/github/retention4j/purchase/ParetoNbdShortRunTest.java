package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ParetoNbdShortRunTest {

  /** What the rule is good to, relatively. */
  private static final double OF_RULE = 1e-12;

  /** What the rule for any run is good to. */
  private static final double OF_ANY_RUN = 1e-11;

  /** Means of small numbers lose digits that derivatives do not need. */
  private static final double OF_SLOPES = 1e-9;

  /** By mpmath 1.3.0: quad(lambda u: (1 + p*u)**-m * (1 + q*u)**-n, [-1, 0, 1]). */
  @Test
  void isTheIntegral() {
    ParetoNbdShortRun run = new ParetoNbdShortRun();
    run.at(1.2, 0.02, 1.9, 0.03);
    assertThat(run.integral()).isCloseTo(2.002920228159206, within(OF_RULE));
    run.at(13.5, 0.04, 1.9, 0.01);
    assertThat(run.integral()).isCloseTo(2.113854849551363, within(OF_RULE));
  }

  @Test
  void runsOfAQuarterOrOfManyPurchasesAreNotShort() {
    assertThat(ParetoNbdShortRun.isShort(1.2, 0.1, 1.9, 0.1)).isTrue();
    assertThat(ParetoNbdShortRun.isShort(1.2, 0.11, 1.9, 0.1)).isFalse();
    assertThat(ParetoNbdShortRun.isShort(1.2, 0.1, 1.9, 0.11)).isFalse();
    assertThat(ParetoNbdShortRun.isShort(13, 0.1, 1.9, 0.1)).isTrue();
    assertThat(ParetoNbdShortRun.isShort(14, 0.1, 1.9, 0.1)).isFalse();
  }

  /**
   * Against the rule that serves any run, from the limits of what is short down to next to nothing:
   * a run in which the clock of leaving goes from 1 - q to 1 + q, that of purchase from 1 - p to 1
   * + p.
   */
  @Property(tries = 2000)
  void isTheOddsOfLeavingInTheRun(
      @ForAll @DoubleRange(min = -5, max = -1) double logP,
      @ForAll @DoubleRange(min = -5, max = -1) double logQ,
      @ForAll @DoubleRange(min = -2, max = 5) double logM,
      @ForAll @DoubleRange(min = -2, max = 5) double logS) {
    double p = Math.pow(10, logP);
    double q = Math.pow(10, logQ);
    double m = Math.min(Math.pow(10, logM), 0.75 / p);
    double s = Math.min(Math.pow(10, logS), 0.75 / q - 1);
    ParetoNbdShortRun run = new ParetoNbdShortRun();
    run.at(m, p, s + 1, q);
    ParetoNbdDropout slow = new ParetoNbdDropout();
    double alpha = (1 - p) / p * q;
    double beta = 1 - q;
    slow.at(m, alpha, s, beta, 0, 2 * q);
    double log = Math.log(s * q * run.integral()) + m * Math.log1p(p) + s * Math.log1p(q);
    assertThat(log).isCloseTo(slow.logOdds, within(OF_ANY_RUN * Math.max(1, Math.abs(log))));
    assertSlope(Math.log1p(p) - run.meanLogP(), slow.byR);
    assertSlope(1 / s + Math.log1p(q) - run.meanLogQ(), slow.byS);
    assertSlope(p * (1 - p) * m * (run.meanByP() - 1 / (1 + p)), alpha * slow.byAlpha);
    assertSlope((1 - q) * (q * ((s + 1) * run.meanByQ() - s / (1 + q)) - 1), beta * slow.byBeta);
  }

  private static void assertSlope(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(OF_SLOPES * Math.abs(expected)));
  }
}
