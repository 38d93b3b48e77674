package io.github.retention4j.testing;

import io.github.retention4j.purchase.BgNbd;
import io.github.retention4j.purchase.GammaGamma;
import io.github.retention4j.purchase.ParetoNbd;
import io.github.retention4j.purchase.PurchaseModel;
import io.github.retention4j.purchase.PurchaseProcess;
import io.github.retention4j.purchase.PurchaseSimulator;
import io.github.retention4j.purchase.SimulatedPurchases;
import io.github.retention4j.time.TimeScale;
import java.util.Currency;
import java.util.List;

/**
 * A business without contracts whose truth is known: customers are drawn from a model of purchases
 * and one of spend, so that a test can hold what was estimated against them.
 *
 * <p>Example: {@code SampleBusiness.MUSIC_SHOP.simulate(1_000, 52, 42).toSample()} is a sample of a
 * thousand customers, each watched for a year from its first purchase on; the same seed draws the
 * same customers.
 *
 * @param <M> the kind of model of purchases
 * @param name its name
 * @param purchases how customers buy and leave, in weeks
 * @param spend what they spend per purchase
 * @param currency the currency of what they spend
 */
public record SampleBusiness<M extends PurchaseModel & PurchaseProcess>(
    String name, M purchases, GammaGamma spend, Currency currency) {

  private static final Currency USD = Currency.getInstance("USD");

  /** Most buy once and never again; the others seldom. Parameters as published for CDNOW. */
  public static final SampleBusiness<BgNbd> MUSIC_SHOP =
      new SampleBusiness<>(
          "music shop",
          new BgNbd(0.243, 4.414, 0.793, 2.426, TimeScale.WEEK),
          new GammaGamma(6.25, 3.74, 15.44),
          USD);

  /** Everybody comes about once a week and most stay for long: 0.3 % leave a week. */
  public static final SampleBusiness<ParetoNbd> COFFEE_BAR =
      new SampleBusiness<>(
          "coffee bar", new ParetoNbd(4, 4, 3, 900, TimeScale.WEEK), new GammaGamma(12, 9, 4), USD);

  /** Large orders every other month from few who buy alike; half are gone within two years. */
  public static final SampleBusiness<ParetoNbd> WHOLESALER =
      new SampleBusiness<>(
          "wholesaler",
          new ParetoNbd(3, 24, 1, 104, TimeScale.WEEK),
          new GammaGamma(2, 4, 600),
          USD);

  /** All of them. */
  public static List<SampleBusiness<?>> all() {
    return List.of(MUSIC_SHOP, COFFEE_BAR, WHOLESALER);
  }

  /** Customers who are all watched for so many weeks from their first purchase on. */
  public SimulatedPurchases simulate(int customers, double weeks, long seed) {
    return simulator(seed).simulate(purchases, customers, weeks);
  }

  /** Customers who made their first purchases so many weeks ago, with a holdout. */
  public SimulatedPurchases simulate(double[] weeks, double holdoutWeeks, long seed) {
    return simulator(seed).simulate(purchases, weeks, holdoutWeeks);
  }

  private PurchaseSimulator simulator(long seed) {
    return PurchaseSimulator.withDefaults().withSeed(seed).withSpend(spend, currency);
  }

  /** The name of the business. */
  @Override
  public String toString() {
    return name;
  }
}
