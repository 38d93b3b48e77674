package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.TimeScale;

/**
 * The MBG/CNBD-k model: as {@link BgCnbdK}, but a customer may leave right after its first purchase
 * already.
 *
 * <p>See {@link BetaGeometricModel} for assumptions and formulas; here d = x + 1. With k = 1 this
 * is the modified BG/NBD model.
 *
 * <p>Example: under {@code new MbgCnbdK(2, 1, 1, 1, 1, TimeScale.WEEK)} a new customer has left
 * with chance 1/2, and has not bought again after a week with chance 1/2 + 0.75 / 2 = 0.875.
 *
 * @param k how regular purchases are, from 1 (at random) to 30; intervals are Erlang-k
 * @param r shape of the gamma distribution of purchase rates, over 0
 * @param alpha rate of that distribution, in the unit of time, over 0
 * @param a first parameter of the beta distribution of the chance to leave, over 0
 * @param b second parameter of that distribution, over 0
 * @param timeScale the unit of time
 * @see <a href="https://doi.org/10.1016/j.ijresmar.2020.09.002">Reutterer, Platzer and Schroeder
 *     (2021)</a>
 */
public record MbgCnbdK(int k, double r, double alpha, double a, double b, TimeScale timeScale)
    implements BetaGeometricModel {

  /**
   * Checks the parameters.
   *
   * @param k how regular purchases are
   * @param r shape of the distribution of purchase rates
   * @param alpha rate of that distribution
   * @param a first parameter of the distribution of the chance to leave
   * @param b second parameter of that distribution
   * @param timeScale the unit of time
   * @throws IllegalArgumentException if a parameter is not from 1e-100 to 1e100, or k not from 1 to
   *     100
   */
  public MbgCnbdK {
    BetaGeometricSimulation.requireRegularity(k);
    PurchaseChecks.parameter("r", r);
    PurchaseChecks.parameter("alpha", alpha);
    PurchaseChecks.parameter("a", a);
    PurchaseChecks.parameter("b", b);
    requireNonNull(timeScale, "timeScale");
  }

  /**
   * Tells whether a customer may leave right after its first purchase.
   *
   * @return true: it may leave right after its first purchase
   */
  @Override
  public boolean mayLeaveAtFirst() {
    return true;
  }
}
