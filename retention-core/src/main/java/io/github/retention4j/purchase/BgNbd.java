package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.TimeScale;

/**
 * The BG/NBD model: purchases come at random while a customer stays, and after each repeat purchase
 * it may leave.
 *
 * <p>A customer without repeat purchases has therefore not left: its chance to be alive is 1. See
 * {@link BetaGeometricModel} for assumptions and formulas; here k = 1 and d = x, and
 *
 * <pre>{@code
 * P(alive) = 1 / (1 + a / (b + x - 1) ((alpha + T) / (alpha + t_x))^(r + x))  for x over 0
 * E(X(t)) = (a + b - 1) / (a - 1) (1 - (alpha / (alpha + t))^r 2F1(r, b; a + b - 1; t / (alpha + t)))
 * }</pre>
 *
 * <p>which has a finite limit at a = 1. Example: {@code new BgNbd(0.243, 4.414, 0.793, 2.426,
 * TimeScale.WEEK)} expects 1.226 purchases in 39 weeks of a customer with x = 2, t_x = 30.43, T =
 * 38.86.
 *
 * @param r shape of the gamma distribution of purchase rates, over 0
 * @param alpha rate of that distribution, in the unit of time, over 0
 * @param a first parameter of the beta distribution of the chance to leave, over 0
 * @param b second parameter of that distribution, over 0
 * @param timeScale the unit of time
 * @see <a href="https://doi.org/10.1287/mksc.1040.0098">Fader, Hardie and Lee (2005)</a>
 */
public record BgNbd(double r, double alpha, double a, double b, TimeScale timeScale)
    implements BetaGeometricModel {

  /**
   * Checks the parameters.
   *
   * @param r shape of the distribution of purchase rates
   * @param alpha rate of that distribution
   * @param a first parameter of the distribution of the chance to leave
   * @param b second parameter of that distribution
   * @param timeScale the unit of time
   * @throws IllegalArgumentException if a parameter is not from 1e-100 to 1e100
   */
  public BgNbd {
    PurchaseChecks.parameter("r", r);
    PurchaseChecks.parameter("alpha", alpha);
    PurchaseChecks.parameter("a", a);
    PurchaseChecks.parameter("b", b);
    requireNonNull(timeScale, "timeScale");
  }

  /**
   * Returns the regularity of purchases.
   *
   * @return 1: they come at random
   */
  @Override
  public int k() {
    return 1;
  }

  /**
   * Tells whether a customer may leave right after its first purchase.
   *
   * @return false: it leaves after a repeat purchase only
   */
  @Override
  public boolean mayLeaveAtFirst() {
    return false;
  }
}
