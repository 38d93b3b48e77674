package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.purchase.PurchaseHistory;
import io.github.retention4j.purchase.PurchaseModel;
import io.github.retention4j.time.TimeScale;

/**
 * All purchases to come count, without end, each discounted for the exact time until it comes: the
 * discounted expected residual transactions (DERT).
 *
 * <pre>{@code
 * integral over t from 0 to infinity of (1 + d)^-(t / length) dE(X(T, T + t))
 * }</pre>
 *
 * @param discount the discount rate, over 0
 * @param period the length of the period in which it is charged once; the rate is compounded to
 *     that period first, from months to years for example
 * @see <a href="https://doi.org/10.1509/jmkr.2005.42.4.415">Fader, Hardie and Lee (2005)</a>
 */
public record ContinuousDiscounting(DiscountRate discount, TimeScale period)
    implements PurchaseDiscounting {

  /**
   * Checks that both go together.
   *
   * @param discount the discount rate
   * @param period the length of its period
   * @throws IllegalArgumentException if the rate is 0, or it cannot be compounded to the period, as
   *     a yearly rate to a week
   */
  public ContinuousDiscounting {
    requireNonNull(discount, "discount");
    requireNonNull(period, "period");
    if (discount.rate() == 0) {
      throw new IllegalArgumentException(
          "discount (" + discount + ") must be over 0 for purchases without end");
    }
    discount.rateOver(period);
  }

  /**
   * Returns the force of interest, by which a purchase at time t counts {@code exp(-force t)}.
   *
   * <p>Example: 15 % per mean year are {@code ln(1.15) / 52.1775 = 0.002679} per week.
   *
   * @param unit the unit of time wanted
   * @return per unit of time, over 0
   */
  public double force(TimeScale unit) {
    double rate = discount.rateOver(period);
    return Math.log1p(rate) * unit.lengthIn(period);
  }

  @Override
  public double discountedPurchases(PurchaseModel model, PurchaseHistory history) {
    return model.discountedPurchases(history, force(model.timeScale()));
  }

  @Override
  public double discountedPurchases(PurchaseModel model) {
    return model.discountedPurchases(force(model.timeScale()));
  }

  /**
   * Returns what counts, in words.
   *
   * @return one line of text
   */
  @Override
  public String toString() {
    return "all purchases to come, discounted continuously at " + discount + ", in " + period;
  }
}
