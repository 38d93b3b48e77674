package io.github.retention4j.examples.report;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.clv.DiscountRate;
import io.github.retention4j.clv.ModelLifetimeValue;
import io.github.retention4j.clv.ModelLifetimeValueCalculator;
import io.github.retention4j.clv.NewCustomerValue;
import io.github.retention4j.clv.PeriodicDiscounting;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.money.Money;
import io.github.retention4j.purchase.BgNbd;
import io.github.retention4j.purchase.BgNbdFitter;
import io.github.retention4j.purchase.GammaGammaFit;
import io.github.retention4j.purchase.GammaGammaFitter;
import io.github.retention4j.purchase.HoldoutEvaluator;
import io.github.retention4j.purchase.HoldoutReport;
import io.github.retention4j.purchase.PurchasePredictions;
import io.github.retention4j.purchase.PurchasePredictor;
import io.github.retention4j.purchase.PurchaseSample;
import io.github.retention4j.purchase.PurchaseSampler;
import io.github.retention4j.purchase.ZeroSpend;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * What the customers of a log will buy, and be worth, by models of purchases and of spend.
 *
 * @param sample what was learned from
 * @param refunds how many events were left out as their amount is negative
 * @param purchases the model of purchases, with its report
 * @param nextYear what each customer is expected to do in the next mean year
 * @param nextMonth the same for the next mean month
 * @param test the model of the first part of the time held against the rest
 * @param worth the values, or why there are none
 */
record Forecast(
    PurchaseSample sample,
    long refunds,
    Fit<BgNbd> purchases,
    PurchasePredictions nextYear,
    PurchasePredictions nextMonth,
    Test test,
    Worth worth) {

  /** Time enough for customers to come back before the holdout, and within it. */
  private static final int FEWEST_DAYS = 26 * 7;

  private static final int SHARE_OF_HOLDOUT = 4;
  private static final int MONTHS = 12;

  /** What came of a test, or the reason why there was none. */
  sealed interface Test permits Tested, NotTested {}

  /** A test. */
  record Tested(LocalDate start, HoldoutReport report) implements Test {}

  /** No test. */
  record NotTested(String reason) implements Test {}

  /** What customers are worth, or the reason why that cannot be said. */
  sealed interface Worth permits Valued, NotValued {}

  /** Values of the next mean year. */
  record Valued(GammaGammaFit spend, ModelLifetimeValue customers, NewCustomerValue newCustomer)
      implements Worth {}

  /** No values. */
  record NotValued(String reason) implements Worth {}

  /**
   * Fits the models.
   *
   * @throws FitException if the purchases do not tell how customers buy and leave
   */
  static Forecast of(EventLog log, ReportSettings settings) {
    long refunds = refunds(log);
    EventLog paid = refunds == 0 ? log : log.filter(Forecast::isPurchase).orElse(log);
    if (refunds == log.size()) {
      throw new FitException(FitException.Reason.DEGENERATE_SAMPLE, "all events are refunds");
    }
    PurchaseSampler sampler = PurchaseSampler.withDefaults().with(ZeroSpend.LEAVE_OUT);
    PurchaseSample sample = sampler.sample(paid);
    Fit<BgNbd> fit = BgNbdFitter.withDefaults().fit(sample);
    return new Forecast(
        sample,
        refunds,
        fit,
        predictions(fit, sample, TimeScale.MEAN_YEAR),
        predictions(fit, sample, TimeScale.MEAN_MONTH),
        test(paid, sampler),
        worth(fit, sample, paid, settings));
  }

  private static boolean isPurchase(Event event) {
    return event.amount().map(Money::amount).filter(amount -> amount.signum() < 0).isEmpty();
  }

  private static long refunds(EventLog log) {
    long refunds = 0;
    for (int event = 0; log.currency().isPresent() && event < log.size(); event++) {
      refunds += log.amountAt(event).map(money -> money.amount().signum() < 0 ? 1 : 0).orElse(0);
    }
    return refunds;
  }

  private static PurchasePredictions predictions(
      Fit<BgNbd> fit, PurchaseSample sample, TimeScale time) {
    return PurchasePredictor.withDefaults()
        .predict(fit.model(), sample, time.lengthIn(sample.timeScale()));
  }

  /** The last quarter of the observed time is kept from the model. */
  private static Test test(EventLog log, PurchaseSampler sampler) {
    long days = log.observed().days();
    if (days < FEWEST_DAYS) {
      return new NotTested("only " + days + " days are observed, a test takes " + FEWEST_DAYS);
    }
    LocalDate start = log.observationEndExclusive().minusDays(days / SHARE_OF_HOLDOUT);
    PurchaseSample split = sampler.withCalibrationEnd(start).sample(log);
    try {
      BgNbd model = BgNbdFitter.withDefaults().fit(split).model();
      return new Tested(start, HoldoutEvaluator.withDefaults().evaluate(model, split));
    } catch (FitException e) {
      return new NotTested(String.valueOf(e.getMessage()));
    }
  }

  private static Worth worth(
      Fit<BgNbd> purchases, PurchaseSample sample, EventLog log, ReportSettings settings) {
    Optional<Currency> currency = log.currency();
    if (currency.isEmpty()) {
      return new NotValued("no amounts were read");
    }
    try {
      GammaGammaFit spend = GammaGammaFitter.withDefaults().fit(sample);
      ModelLifetimeValueCalculator calculator =
          ModelLifetimeValueCalculator.withDefaults()
              .with(
                  new PeriodicDiscounting(
                      MONTHS, TimeScale.MEAN_MONTH, DiscountRate.yearly(settings.yearlyDiscount())))
              .withMarginShare(settings.marginShare());
      return new Valued(
          spend,
          calculator.calculate(purchases.model(), spend.model(), sample),
          calculator.newCustomer(purchases.model(), spend.model(), currency.get()));
    } catch (FitException e) {
      return new NotValued(String.valueOf(e.getMessage()));
    }
  }

  /** How many customers are more likely still there than not. */
  long likelyAlive() {
    long count = 0;
    for (int row = 0; row < nextMonth.size(); row++) {
      count += nextMonth.probabilityAlive(row) >= 0.5 ? 1 : 0;
    }
    return count;
  }
}
