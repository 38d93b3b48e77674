package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.purchase.ExpectedSpend;
import java.util.Currency;
import java.util.Optional;

/**
 * What a customer not yet seen is worth by the models of purchases and spend: the mean over the
 * population that the models describe.
 *
 * <pre>{@code
 * after first = margin share * expected spend * discounted expected repeat purchases
 * with first  = margin share * expected spend * (1 + discounted expected repeat purchases)
 * }</pre>
 *
 * <p>The moment of valuation is that of the first purchase, which is therefore not discounted. Its
 * spend is taken to be that of any other; a model of spend that was fitted on repeat purchases
 * knows no better. Example: 1.2 discounted repeat purchases of 50 at a margin share of 0.3 are
 * worth 18, and 33 with the first one.
 *
 * @param currency the currency of the spend
 * @param marginShare the part of spend that is margin, at most 1
 * @param expectedSpend what such a customer is expected to spend per purchase
 * @param discountedPurchases its discounted expected repeat purchases, 0 or more
 * @param discounting which purchases count and how they are discounted, in words
 */
public record NewCustomerValue(
    Currency currency,
    double marginShare,
    ExpectedSpend expectedSpend,
    double discountedPurchases,
    String discounting) {

  /**
   * Checks the numbers.
   *
   * @param currency the currency of the spend
   * @param marginShare the part of spend that is margin
   * @param expectedSpend the expected spend per purchase
   * @param discountedPurchases the discounted expected repeat purchases
   * @param discounting which purchases count, in words
   * @throws IllegalArgumentException if the share is above 1, infinite or NaN, or the purchases
   *     negative, infinite or NaN
   */
  public NewCustomerValue {
    requireNonNull(currency, "currency");
    Checks.marginShare(marginShare);
    requireNonNull(expectedSpend, "expectedSpend");
    if (!(discountedPurchases >= 0) || Double.isInfinite(discountedPurchases)) {
      throw new IllegalArgumentException(
          "discountedPurchases (" + discountedPurchases + ") must be finite and at least 0");
    }
    requireNonNull(discounting, "discounting");
  }

  /**
   * Returns what comes after the first purchase: the value of a customer who has just been won.
   *
   * @return the value; empty if the expected spend is infinite
   */
  public Optional<MonetaryEstimate> afterFirstPurchase() {
    return value(discountedPurchases);
  }

  /**
   * Returns the value with the margin of the first purchase: what winning a customer may cost.
   *
   * @return the value; empty if the expected spend is infinite
   */
  public Optional<MonetaryEstimate> withFirstPurchase() {
    return value(1 + discountedPurchases);
  }

  private Optional<MonetaryEstimate> value(double purchases) {
    return expectedSpend.value().isPresent()
        ? Optional.of(
            new MonetaryEstimate(
                currency, marginShare * (expectedSpend.value().getAsDouble() * purchases)))
        : Optional.empty();
  }

  /**
   * Returns what was assumed, in words.
   *
   * @return one line of text
   */
  public String assumptions() {
    return "a customer like those of the models; margin share "
        + marginShare
        + " of the expected spend, that of the first purchase like any other, times "
        + discounting
        + "; frequency and spend do not hang together";
  }

  /**
   * Returns the value with the first purchase and what it assumes.
   *
   * @return one line of text
   */
  @Override
  public String toString() {
    return withFirstPurchase().map(MonetaryEstimate::toString).orElse("no finite value")
        + ": "
        + assumptions();
  }
}
