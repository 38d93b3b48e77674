package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.TimeScale;

/**
 * The modified BG/NBD model: as {@link BgNbd}, but a customer may leave right after its first
 * purchase already, so that one who never came back may be gone.
 *
 * <p>See {@link BetaGeometricModel} for assumptions and formulas; here k = 1 and d = x + 1, and
 *
 * <pre>{@code P(alive) = 1 / (1 + a / (b + x) ((alpha + T) / (alpha + t_x))^(r + x))}</pre>
 *
 * <p>Also known as the central variant of the model (CBG/NBD, Hoppe and Wagner 2007). Example:
 * under {@code new MbgNbd(0.525, 6.183, 0.891, 1.614, TimeScale.WEEK)} a new customer is still
 * there after its first purchase with chance 1.614 / (0.891 + 1.614) = 0.644.
 *
 * @param r shape of the gamma distribution of purchase rates, over 0
 * @param alpha rate of that distribution, in the unit of time, over 0
 * @param a first parameter of the beta distribution of the chance to leave, over 0
 * @param b second parameter of that distribution, over 0
 * @param timeScale the unit of time
 * @see <a href="https://doi.org/10.1016/j.ijresmar.2006.12.005">Batislam, Denizel and Filiztekin
 *     (2007)</a>
 */
public record MbgNbd(double r, double alpha, double a, double b, TimeScale timeScale)
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
  public MbgNbd {
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
   * @return true: it may leave right after its first purchase
   */
  @Override
  public boolean mayLeaveAtFirst() {
    return true;
  }
}
