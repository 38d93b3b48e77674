package io.github.retention4j.clv;

import static io.github.retention4j.ReferenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.purchase.BgBb;
import io.github.retention4j.purchase.BgCnbdK;
import io.github.retention4j.purchase.BgNbd;
import io.github.retention4j.purchase.BgNbdWithCovariates;
import io.github.retention4j.purchase.CovariateEffects;
import io.github.retention4j.purchase.ExpectedSpend;
import io.github.retention4j.purchase.GammaGamma;
import io.github.retention4j.purchase.GgomNbd;
import io.github.retention4j.purchase.MbgCnbdK;
import io.github.retention4j.purchase.MbgNbd;
import io.github.retention4j.purchase.ParetoNbd;
import io.github.retention4j.purchase.PurchaseModel;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.TimeScale;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NewCustomerValueTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final DiscountRate YEARLY = DiscountRate.yearly(0.15);

  /** The promise of the models; 1e-7 for discounted sums that hold an integral. */
  private static final double RELATIVE = 1e-9;

  private static final double RELATIVE_OF_INTEGRAL = 1e-7;

  /** The population spends 2 * 30 / (3 - 1) = 30 a time. */
  private static final GammaGamma SPEND = new GammaGamma(2, 3, 30);

  private static final ModelLifetimeValueCalculator ENDLESS =
      ModelLifetimeValueCalculator.withDefaults()
          .with(new ContinuousDiscounting(YEARLY, TimeScale.MEAN_YEAR));

  private static final ModelLifetimeValueCalculator QUARTER =
      ModelLifetimeValueCalculator.withDefaults()
          .with(new PeriodicDiscounting(3, TimeScale.MEAN_MONTH, YEARLY));

  private static PurchaseModel model(NamedCsvRecord row) {
    int k = Integer.parseInt(row.getField("k"));
    double p1 = number(row, "p1");
    double p2 = number(row, "p2");
    double p3 = number(row, "p3");
    double p4 = number(row, "p4");
    return switch (row.getField("model")) {
      case "bgnbd" -> new BgNbd(p1, p2, p3, p4, TimeScale.WEEK);
      case "mbgnbd" -> new MbgNbd(p1, p2, p3, p4, TimeScale.WEEK);
      case "bgcnbd" -> new BgCnbdK(k, p1, p2, p3, p4, TimeScale.WEEK);
      case "mbgcnbd" -> new MbgCnbdK(k, p1, p2, p3, p4, TimeScale.WEEK);
      case "pnbd" -> new ParetoNbd(p1, p2, p3, p4, TimeScale.WEEK);
      case "ggomnbd" -> new GgomNbd(p1, p2, p3, p4, number(row, "p5"), TimeScale.WEEK);
      default -> throw new IllegalArgumentException(row.getField("model"));
    };
  }

  private static void assertNear(double actual, double expected, double relative) {
    assertThat(actual).isCloseTo(expected, within(relative * expected));
  }

  private static void refuses(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void everyModelAgreesWithTheIntegralOverItsCustomers() {
    List<NamedCsvRecord> rows = ReferenceTable.rows(getClass(), "new-customer.csv");
    assertThat(rows).hasSize(14);
    for (NamedCsvRecord row : rows) {
      if (row.getField("model").equals("bgbb")) {
        continue;
      }
      PurchaseModel model = model(row);
      double endless = ENDLESS.newCustomer(model, SPEND, EUR).discountedPurchases();
      assertNear(endless, number(row, "endless"), RELATIVE_OF_INTEGRAL);
      if (!row.getField("three_periods").isEmpty()) {
        double quarter = QUARTER.newCustomer(model, SPEND, EUR).discountedPurchases();
        assertNear(quarter, number(row, "three_periods"), RELATIVE);
      }
    }
  }

  @Test
  void opportunitiesAgreeWithTheIntegralOverTheirCustomers() {
    for (NamedCsvRecord row : ReferenceTable.rows(getClass(), "new-customer.csv")) {
      if (!row.getField("model").equals("bgbb")) {
        continue;
      }
      BgBb model =
          new BgBb(number(row, "p1"), number(row, "p2"), number(row, "p3"), number(row, "p4"));
      OpportunityLifetimeValueCalculator calculator =
          OpportunityLifetimeValueCalculator.withDefaults();
      assertNear(
          calculator
              .with(OpportunityDiscounting.endless(Granularity.YEAR, YEARLY))
              .newCustomer(model, SPEND, EUR)
              .discountedPurchases(),
          number(row, "endless"),
          RELATIVE);
      assertNear(
          calculator
              .with(OpportunityDiscounting.next(3, Granularity.YEAR, YEARLY))
              .newCustomer(model, SPEND, EUR)
              .discountedPurchases(),
          number(row, "three_periods"),
          RELATIVE);
    }
  }

  @Test
  void namesTheFirstPurchase() {
    // 10 purchases a year over 0.5 + ln 1.15 a year, of 30 each, 40 % of them margin.
    SteadyBuyers buyers = new SteadyBuyers(10 / 365.2425, 0.5 / 365.2425, TimeScale.WEEK);
    NewCustomerValue value = ENDLESS.withMarginShare(0.4).newCustomer(buyers, SPEND, EUR);
    double purchases = 10 / (0.5 + Math.log(1.15));
    assertThat(value.discountedPurchases()).isCloseTo(purchases, within(1e-12 * purchases));
    assertThat(value.expectedSpend()).isEqualTo(new ExpectedSpend.Finite(30));
    assertThat(value.afterFirstPurchase().orElseThrow().amount())
        .isCloseTo(12 * purchases, within(1e-10));
    assertThat(value.withFirstPurchase().orElseThrow().amount())
        .isCloseTo(12 * (1 + purchases), within(1e-10));
    assertThat(value.withFirstPurchase().orElseThrow().currency()).isEqualTo(EUR);
    assertThat(value.assumptions())
        .isEqualTo(
            "a customer like those of the models; margin share 0.4 of the expected spend, that of"
                + " the first purchase like any other, times all purchases to come, discounted"
                + " continuously at 0.15 a year, in mean years; frequency and spend do not hang"
                + " together");
  }

  @Test
  void theExampleOfTheDocumentation() {
    NewCustomerValue value =
        new NewCustomerValue(EUR, 0.3, new ExpectedSpend.Finite(50), 1.2, "a year");
    assertThat(value.afterFirstPurchase().orElseThrow().amount()).isCloseTo(18, within(1e-12));
    assertThat(value.withFirstPurchase().orElseThrow().amount()).isCloseTo(33, within(1e-12));
  }

  /** A customer known by its covariates has a model of its own. */
  @Test
  void customersWithCovariates() {
    BgNbd base = new BgNbd(0.243, 4.414, 0.793, 2.426, TimeScale.WEEK);
    CovariateEffects none = new CovariateEffects(Map.of());
    BgNbdWithCovariates model =
        new BgNbdWithCovariates(base, new CovariateEffects(Map.of("app", 0.5)), none);
    NewCustomerValue without = QUARTER.newCustomer(model.of(Map.of("app", 0.0)), SPEND, EUR);
    NewCustomerValue with = QUARTER.newCustomer(model.of(Map.of("app", 1.0)), SPEND, EUR);
    assertThat(without).isEqualTo(QUARTER.newCustomer(base, SPEND, EUR));
    assertThat(with.discountedPurchases()).isGreaterThan(without.discountedPurchases());
  }

  @Test
  void anInfiniteSpendHasNoValue() {
    NewCustomerValue value =
        QUARTER.newCustomer(
            new SteadyBuyers(1, 1, TimeScale.WEEK), new GammaGamma(2, 0.5, 30), EUR);
    assertThat(value.afterFirstPurchase()).isEmpty();
    assertThat(value.withFirstPurchase()).isEmpty();
    assertThat(value.expectedSpend()).isEqualTo(new ExpectedSpend.Infinite(0.5));
  }

  @Test
  void refusesNumbersThatAreNone() {
    ExpectedSpend spend = new ExpectedSpend.Finite(1);
    refuses(
        () -> new NewCustomerValue(EUR, 1, spend, -1, ""),
        "discountedPurchases (-1.0) must be finite and at least 0");
    refuses(
        () -> new NewCustomerValue(EUR, 1.5, spend, 1, ""),
        "marginShare (1.5) must be finite and at most 1");
  }
}
