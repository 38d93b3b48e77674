package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.purchase.BgBb;
import io.github.retention4j.purchase.ExpectedSpend;
import io.github.retention4j.purchase.GammaGamma;
import io.github.retention4j.purchase.OpportunitySample;
import io.github.retention4j.purchase.PurchaseSpend;
import io.github.retention4j.time.Granularity;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Customer lifetime value in money where customers buy at discrete opportunities, such as yearly
 * donors: what each is expected to spend at an opportunity that it takes, times the purchases that
 * it is expected to make yet, discounted.
 *
 * <p>Defaults: the next opportunity, undiscounted; a margin share of 1.
 *
 * <p>Example: a donor with 2.5 discounted expected gifts and an expected gift of 50 is worth 125.
 *
 * @see <a href="https://doi.org/10.1287/mksc.1100.0580">Fader, Hardie and Shang (2010)</a>
 */
public final class OpportunityLifetimeValueCalculator {

  private final OpportunityDiscounting discounting;
  private final double marginShare;

  private OpportunityLifetimeValueCalculator(
      OpportunityDiscounting discounting, double marginShare) {
    this.discounting = requireNonNull(discounting, "discounting");
    this.marginShare = Checks.marginShare(marginShare);
  }

  /**
   * Returns a calculator with the defaults listed above.
   *
   * @return the calculator
   */
  public static OpportunityLifetimeValueCalculator withDefaults() {
    return new OpportunityLifetimeValueCalculator(
        OpportunityDiscounting.next(1, Granularity.YEAR, DiscountRate.NONE), 1);
  }

  /**
   * Chooses which opportunities count, and how they are discounted.
   *
   * @param discounting some opportunities, or all to come
   * @return a calculator with this choice
   */
  public OpportunityLifetimeValueCalculator with(OpportunityDiscounting discounting) {
    return new OpportunityLifetimeValueCalculator(discounting, marginShare);
  }

  /**
   * Chooses the part of spend that is margin.
   *
   * @param marginShare at most 1; negative where serving costs more than is paid
   * @return a calculator with this share
   * @throws IllegalArgumentException if the share is above 1, infinite or NaN
   */
  public OpportunityLifetimeValueCalculator withMarginShare(double marginShare) {
    return new OpportunityLifetimeValueCalculator(discounting, marginShare);
  }

  /**
   * Returns the values of the customers of a sample.
   *
   * @param purchases the model of their purchases
   * @param spend the model of their spend at an opportunity, fitted on amounts in the currency of
   *     the sample
   * @param sample the customers, with their mean spend
   * @return the value of each row, and of all
   * @throws IllegalArgumentException if the sample has no spend
   */
  public OpportunityLifetimeValue calculate(
      BgBb purchases, GammaGamma spend, OpportunitySample sample) {
    PurchaseSpend known =
        sample
            .spend()
            .orElseThrow(
                () ->
                    new IllegalArgumentException("sample (" + sample + ") must have mean spends"));
    List<ExpectedSpend> expected =
        rows(sample).mapToObj(row -> spend.expectedSpend(known.history(row))).toList();
    return new OpportunityLifetimeValue(
        discounting,
        RowValues.ofMany(
            known.currency(),
            marginShare,
            rows(sample)
                .mapToDouble(row -> discounting.discountedPurchases(purchases, sample.history(row)))
                .toArray(),
            expected,
            rows(sample).map(sample::customers).toArray()));
  }

  private static IntStream rows(OpportunitySample sample) {
    return IntStream.range(0, sample.rows());
  }

  /**
   * Returns the value of a customer not yet seen, which is what winning one is worth.
   *
   * @param purchases the model of purchases
   * @param spend the model of spend at an opportunity, fitted on amounts in the currency
   * @param currency the currency of the amounts
   * @return the value, with and without the first purchase
   */
  public NewCustomerValue newCustomer(BgBb purchases, GammaGamma spend, Currency currency) {
    return new NewCustomerValue(
        currency,
        marginShare,
        spend.expectedSpend(),
        discounting.discountedPurchases(purchases),
        discounting.toString());
  }
}
