package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.purchase.ExpectedSpend;
import io.github.retention4j.purchase.GammaGamma;
import io.github.retention4j.purchase.PurchaseHistory;
import io.github.retention4j.purchase.PurchaseModel;
import io.github.retention4j.purchase.PurchaseSample;
import io.github.retention4j.purchase.PurchaseSpend;
import io.github.retention4j.time.TimeScale;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Customer lifetime value in money where customers buy without a contract: what each is expected to
 * spend per purchase, times the purchases it is expected to make yet, discounted.
 *
 * <p>Defaults: the next twelve {@link TimeScale#MEAN_MONTH mean months}, undiscounted; a margin
 * share of 1.
 *
 * <p>Example: a customer with 1.2 discounted expected purchases in the next year and an expected
 * spend of 50 is worth 18 at a margin share of 0.3.
 *
 * @see <a href="https://doi.org/10.1509/jmkr.2005.42.4.415">Fader, Hardie and Lee (2005), RFM and
 *     CLV</a>
 */
public final class ModelLifetimeValueCalculator {

  private static final int DEFAULT_MONTHS = 12;

  private final PurchaseDiscounting discounting;
  private final double marginShare;

  private ModelLifetimeValueCalculator(PurchaseDiscounting discounting, double marginShare) {
    this.discounting = discounting;
    this.marginShare = marginShare;
  }

  /**
   * Returns a calculator with the defaults listed above.
   *
   * @return the calculator
   */
  public static ModelLifetimeValueCalculator withDefaults() {
    PurchaseDiscounting year =
        new PeriodicDiscounting(DEFAULT_MONTHS, TimeScale.MEAN_MONTH, DiscountRate.NONE);
    return new ModelLifetimeValueCalculator(year, 1);
  }

  /**
   * Chooses which purchases count, and how they are discounted.
   *
   * @param newDiscounting for some periods, or continuously without end
   * @return a calculator with this choice
   */
  public ModelLifetimeValueCalculator with(PurchaseDiscounting newDiscounting) {
    return new ModelLifetimeValueCalculator(
        requireNonNull(newDiscounting, "newDiscounting"), marginShare);
  }

  /**
   * Chooses the part of spend that is margin.
   *
   * @param share at most 1; negative where serving costs more than is paid
   * @return a calculator with this share
   * @throws IllegalArgumentException if the share is above 1, infinite or NaN
   */
  public ModelLifetimeValueCalculator withMarginShare(double share) {
    return new ModelLifetimeValueCalculator(discounting, Checks.marginShare(share));
  }

  /**
   * Returns the values of the customers of a sample.
   *
   * @param purchases the model of their purchases
   * @param spend the model of their spend, fitted on amounts in the currency of the sample
   * @param sample the customers, with their mean spend
   * @return the value of each, and of all
   * @throws IllegalArgumentException if the sample has no spend, or is in another unit of time than
   *     the model
   */
  public ModelLifetimeValue calculate(
      PurchaseModel purchases, GammaGamma spend, PurchaseSample sample) {
    requireSameUnit(purchases.timeScale(), sample.timeScale());
    PurchaseSpend known =
        sample
            .spend()
            .orElseThrow(
                () ->
                    new IllegalArgumentException("sample (" + sample + ") must have mean spends"));
    List<ExpectedSpend> expected =
        IntStream.range(0, sample.size())
            .mapToObj(row -> spend.expectedSpend(known.history(row)))
            .toList();
    return new ModelLifetimeValue(
        sample.customers(),
        discounting,
        RowValues.ofEach(
            known.currency(), marginShare, discountedPurchases(purchases, sample), expected));
  }

  /**
   * Returns the value of a customer not yet seen, which is what winning one is worth.
   *
   * @param purchases the model of purchases
   * @param spend the model of spend, fitted on amounts in the currency
   * @param currency the currency of the amounts
   * @return the value, with and without the first purchase
   */
  public NewCustomerValue newCustomer(
      PurchaseModel purchases, GammaGamma spend, Currency currency) {
    return new NewCustomerValue(
        currency,
        marginShare,
        spend.expectedSpend(),
        discounting.discountedPurchases(purchases),
        discounting.toString());
  }

  /** Customers of equal history have equal prospects, which are computed once. */
  private double[] discountedPurchases(PurchaseModel model, PurchaseSample sample) {
    Map<PurchaseHistory, Double> known = new HashMap<>();
    double[] discounted = new double[sample.size()];
    Arrays.setAll(
        discounted,
        row ->
            known.computeIfAbsent(
                sample.history(row), history -> discounting.discountedPurchases(model, history)));
    return discounted;
  }

  private static void requireSameUnit(TimeScale ofModel, TimeScale ofSample) {
    if (ofModel != ofSample) {
      throw new IllegalArgumentException(
          "unit of the model ("
              + ofModel
              + ") must be that of the sample ("
              + ofSample
              + "): fit the model on the sample, or change the unit of the sample");
    }
  }
}
