package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.purchase.PurchaseHistory;
import io.github.retention4j.purchase.PurchaseModel;
import io.github.retention4j.time.TimeScale;
import java.util.function.IntToDoubleFunction;

/**
 * The purchases of the next periods count, those of a period all as if they came at its end.
 *
 * <pre>{@code
 * sum over i from 1 to periods of E(X(T + (i - 1) length, T + i length)) / (1 + d)^i
 * }</pre>
 *
 * <p>{@link DiscountRate#NONE} leaves the plain expectation over the whole time.
 *
 * @param periods how many, at least 1
 * @param period the length of each
 * @param discount the discount rate; compounded to that period
 */
public record PeriodicDiscounting(int periods, TimeScale period, DiscountRate discount)
    implements PurchaseDiscounting {

  private static final int MOST = 1_000_000;

  /** Of a sum, what changes none of its digits. */
  private static final double NOTHING = 1e-18;

  /**
   * Checks that the parts go together.
   *
   * @param periods how many
   * @param period the length of each
   * @param discount the discount rate
   * @throws IllegalArgumentException if there is no period or more than a million, or the rate
   *     cannot be compounded to it, as a yearly rate to a week
   */
  public PeriodicDiscounting {
    requireNonNull(period, "period");
    requireNonNull(discount, "discount");
    requireCount("periods", periods);
    discount.rateOver(period);
  }

  @Override
  public double discountedPurchases(PurchaseModel model, PurchaseHistory history) {
    double rate = discount.rateOver(period);
    return discountedPurchases(model, history, periods, period.lengthIn(model.timeScale()), rate);
  }

  @Override
  public double discountedPurchases(PurchaseModel model) {
    double length = period.lengthIn(model.timeScale());
    return sum(i -> model.expectedPurchases(i * length), periods, discount.rateOver(period));
  }

  static double discountedPurchases(
      PurchaseModel model, PurchaseHistory history, int periods, double length, double rate) {
    return sum(i -> model.expectedPurchases(history, i * length), periods, rate);
  }

  /**
   * Sums by parts, so that no two expectations are subtracted: with v = 1 / (1 + rate) and E_i the
   * expectation over the first i periods, {@code E_n v^n + (1 - v) sum over i < n of E_i v^i}. All
   * from i on together are at most E_n v^i.
   */
  static double sum(IntToDoubleFunction expectedOver, int periods, double rate) {
    double v = 1 / (1 + rate);
    double all = expectedOver.applyAsDouble(periods);
    double sum = 0;
    double discounted = v;
    for (int i = 1; rate > 0 && i < periods && all * discounted > NOTHING * rate * v * sum; i++) {
      sum += expectedOver.applyAsDouble(i) * discounted;
      discounted *= v;
    }
    return all * Math.pow(v, periods) + rate * v * sum;
  }

  /** Checks a number of periods, each of which costs an expectation. */
  static void requireCount(String name, int count) {
    if (count < 1) {
      throw new IllegalArgumentException(name + " (" + count + ") must be at least 1");
    }
    if (count > MOST) {
      throw new IllegalArgumentException(name + " (" + count + ") must be at most " + MOST);
    }
  }

  /**
   * Returns what counts, in words.
   *
   * @return one line of text
   */
  @Override
  public String toString() {
    return "the purchases of the next "
        + periods
        + " "
        + period
        + ", each at the end of its period, discount rate "
        + discount;
  }
}
