package io.github.retention4j.testing;

import static io.github.retention4j.testing.RetentionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.clv.ModelLifetimeValueCalculator;
import io.github.retention4j.clv.NewCustomerValue;
import io.github.retention4j.purchase.BgNbd;
import io.github.retention4j.purchase.BgNbdFitter;
import io.github.retention4j.purchase.GammaGamma;
import io.github.retention4j.purchase.GammaGammaFitter;
import io.github.retention4j.purchase.ParetoNbd;
import io.github.retention4j.purchase.ParetoNbdFitter;
import io.github.retention4j.purchase.PurchaseSample;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleBusinessTest {

  private static final int CUSTOMERS = 4_000;

  /** What customers do is what the model expects of them, to within five standard errors. */
  @ParameterizedTest
  @MethodSource("io.github.retention4j.testing.SampleBusiness#all")
  void customersAreThoseOfTheModel(SampleBusiness<?> business) {
    PurchaseSample sample = business.simulate(CUSTOMERS, 52, 42).toSample();
    double mean = (double) sample.repeatPurchases() / CUSTOMERS;
    double squares = 0;
    for (int row = 0; row < CUSTOMERS; row++) {
      squares += Math.pow(sample.history(row).purchases() - mean, 2);
    }
    double error = Math.sqrt(squares / CUSTOMERS / CUSTOMERS);
    assertThat(mean).isCloseTo(business.purchases().expectedPurchases(52), within(5 * error));
    assertThat(sample.spend().orElseThrow().currency()).isEqualTo(business.currency());
  }

  @Test
  void sameSeedSameCustomers() {
    SampleBusiness<BgNbd> shop = SampleBusiness.MUSIC_SHOP;
    assertThat(shop.simulate(9, 30, 7).customers())
        .hasToString(shop.simulate(9, 30, 7).customers().toString());
  }

  /** How a test of one's own valuation looks. */
  @Test
  void aFitFindsWhatNewCustomersAreWorth() {
    SampleBusiness<BgNbd> shop = SampleBusiness.MUSIC_SHOP;
    double[] weeks = new double[CUSTOMERS];
    Arrays.setAll(weeks, i -> 40 + 12.0 * i / CUSTOMERS);
    PurchaseSample sample = shop.simulate(weeks, 26, 42).toSample();
    ModelLifetimeValueCalculator year = ModelLifetimeValueCalculator.withDefaults();
    NewCustomerValue found =
        year.newCustomer(
            BgNbdFitter.withDefaults().fit(sample).model(),
            GammaGammaFitter.withDefaults().fit(sample).model(),
            shop.currency());
    NewCustomerValue truth = year.newCustomer(shop.purchases(), shop.spend(), shop.currency());
    double worth = truth.afterFirstPurchase().orElseThrow().amount();
    // Purchases and spend each have a standard error of about 4 %.
    assertThat(found.afterFirstPurchase().orElseThrow().amount())
        .isCloseTo(worth, within(0.2 * worth));
    assertThat(sample.holdout()).isPresent();
  }

  /** Of the six intervals at 0.99 each holds the truth of which the seed drew the customers. */
  @Test
  void fitsRecoverTheMusicShop() {
    SampleBusiness<BgNbd> shop = SampleBusiness.MUSIC_SHOP;
    PurchaseSample sample = shop.simulate(CUSTOMERS, 104, 42).toSample();
    BgNbd truth = shop.purchases();
    assertThat(BgNbdFitter.withDefaults().fit(sample))
        .recovers(
            Map.of("r", truth.r(), "alpha", truth.alpha(), "a", truth.a(), "b", truth.b()), 0.99);
    assertThat(GammaGammaFitter.withDefaults().fit(sample).report())
        .recovers(spend(shop.spend()), 0.99);
  }

  @Test
  void fitsRecoverTheWholesaler() {
    SampleBusiness<ParetoNbd> wholesaler = SampleBusiness.WHOLESALER;
    PurchaseSample sample = wholesaler.simulate(CUSTOMERS, 208, 42).toSample();
    ParetoNbd truth = wholesaler.purchases();
    assertThat(ParetoNbdFitter.withDefaults().fit(sample))
        .recovers(
            Map.of("r", truth.r(), "alpha", truth.alpha(), "s", truth.s(), "beta", truth.beta()),
            0.99);
    assertThat(GammaGammaFitter.withDefaults().fit(sample).report())
        .recovers(spend(wholesaler.spend()), 0.99);
  }

  private static Map<String, Double> spend(GammaGamma truth) {
    return Map.of("p", truth.p(), "q", truth.q(), "gamma", truth.gamma());
  }
}
