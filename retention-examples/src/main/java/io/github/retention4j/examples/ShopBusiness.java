package io.github.retention4j.examples;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.CustomerAmounts;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.attention.AliveAgreement;
import io.github.retention4j.attention.AttentionList;
import io.github.retention4j.attention.AttentionRule;
import io.github.retention4j.attention.Cadence;
import io.github.retention4j.attention.CadenceCalculator;
import io.github.retention4j.attention.RfmCalculator;
import io.github.retention4j.attention.RfmTable;
import io.github.retention4j.clv.DiscountRate;
import io.github.retention4j.clv.ModelLifetimeValue;
import io.github.retention4j.clv.ModelLifetimeValueCalculator;
import io.github.retention4j.clv.PeriodicDiscounting;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.concentration.Concentration;
import io.github.retention4j.concentration.ConcentrationCalculator;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.examples.shop.SampleShop;
import io.github.retention4j.examples.transactions.TransactionColumns;
import io.github.retention4j.examples.transactions.TransactionReader;
import io.github.retention4j.lifecycle.GrowthAccounting;
import io.github.retention4j.lifecycle.GrowthPeriod;
import io.github.retention4j.lifecycle.LifecycleCalculator;
import io.github.retention4j.lifecycle.PurchaseIntervals;
import io.github.retention4j.lifecycle.PurchaseIntervalsCalculator;
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
import io.github.retention4j.purchase.PurchaseTracker;
import io.github.retention4j.purchase.TrackingTable;
import io.github.retention4j.purchase.ZeroSpend;
import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * What the owner of a shop asks, whose customers have no contract and leave without a word: who
 * comes back, does the shop grow, what will customers buy and be worth, who is overdue, who are the
 * best, and on how few does it rest?
 *
 * <p>Give it the path of a CSV with the columns {@code customer_id}, {@code date} and {@code
 * amount}, and the currency; without arguments it simulates a shop.
 */
public final class ShopBusiness {

  private static final int SHOWN = 6;
  private static final int FEWEST_GAPS = 8;
  private static final int MONTHS = 12;
  private static final int DAYS_A_MONTH = 28;

  /** The last quarter of the time is kept from the model, and tells how good it is. */
  private static final int SHARE_OF_HOLDOUT = 4;

  private final EventLog log;
  private final ActivityGrid months;
  private final LocalDate lastDay;
  private final LocalDate calibrationEnd;

  private ShopBusiness(EventLog log) {
    this.log = log;
    this.months = ActivityGrid.from(log, PeriodAxis.months(log.observed()));
    this.lastDay = log.observationEndExclusive().minusDays(1);
    this.calibrationEnd = lastDay.minusDays(log.observed().days() / SHARE_OF_HOLDOUT);
  }

  /**
   * Prints the page.
   *
   * @param args the path of the file and the code of the currency, or nothing
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 0 && args.length != 2) {
      throw new IllegalArgumentException(
          "arguments ("
              + List.of(args)
              + ") must be the path of a CSV file and a currency, or none");
    }
    ShopBusiness shop = args.length == 0 ? ofSampleData() : of(Path.of(args[0]), args[1]);
    shop.chapters().forEach(System.out::println);
  }

  static ShopBusiness of(Path csv, String currency) {
    return new ShopBusiness(reader(currency).readCsv(csv).log());
  }

  static ShopBusiness ofSampleData() throws IOException {
    Path csv = Files.createTempFile("shop", ".csv");
    try {
      SampleShop.writeTo(csv);
      TransactionReader reader =
          reader(SampleShop.CURRENCY).withObservationEnd(SampleShop.days().endExclusive());
      return new ShopBusiness(reader.readCsv(csv).log());
    } finally {
      Files.delete(csv);
    }
  }

  private static TransactionReader reader(String currency) {
    return TransactionReader.of(
            TransactionColumns.of(SampleShop.CUSTOMER_COLUMN, SampleShop.DATE_COLUMN)
                .withAmount(SampleShop.AMOUNT_COLUMN))
        .with(Currency.getInstance(currency));
  }

  List<Chapter> chapters() {
    return List.of(
        comingBack(), growing(), forecasting(), worth(), overdueCustomers(), best(), resting());
  }

  CohortTable cohorts() {
    return CohortCalculator.withDefaults().calculate(months);
  }

  /** Years of months are many; quarters fit on a screen. */
  CohortTable quarterlyCohorts() {
    return CohortCalculator.withDefaults()
        .calculate(ActivityGrid.from(log, PeriodAxis.quarters(log.observed())));
  }

  private Chapter comingBack() {
    PurchaseIntervals intervals =
        PurchaseIntervalsCalculator.withDefaults()
            .calculate(ActivityGrid.from(log, PeriodAxis.days(log.observed())));
    Chapter chapter =
        Chapter.of("Who comes back?")
            .line("bought again, ever         %s", Chapter.percent(intervals.repeatPurchaseRate()));
    cohorts().pooledCurve().points().stream()
        .filter(point -> point.age() > 0)
        .limit(SHOWN)
        .forEach(
            point ->
                chapter.line(
                    "%2d months after the first  %s, %s",
                    point.age(),
                    Chapter.percent(point.active()),
                    Chapter.range(point.active().interval())));
    return chapter;
  }

  GrowthAccounting growth() {
    return LifecycleCalculator.withDefaults().calculate(months).growth();
  }

  private Chapter growing() {
    List<GrowthPeriod> periods = growth().periods();
    Chapter chapter =
        Chapter.of("Does it grow?")
            .line("%-10s%8s%8s%10s%8s%8s", "month", "new", "kept", "came back", "lost", "active");
    periods.subList(Math.max(0, periods.size() - SHOWN), periods.size()).stream()
        .map(
            each ->
                String.format(
                    "%-10s%8d%8d%10d%8d%8d",
                    each.label(),
                    each.newCustomers(),
                    each.retained(),
                    each.resurrected(),
                    each.churned(),
                    each.active()))
        .forEach(chapter::text);
    return chapter.text("lost: not active in a month after one in which they were");
  }

  /** The last quarter of the time is unknown to the model that is tested on it. */
  Fit<BgNbd> tested() {
    return BgNbdFitter.withDefaults().fit(split());
  }

  private PurchaseSample split() {
    return PurchaseSampler.withDefaults()
        .with(ZeroSpend.LEAVE_OUT)
        .withCalibrationEnd(calibrationEnd)
        .sample(log);
  }

  HoldoutReport holdout() {
    return HoldoutEvaluator.withDefaults().evaluate(tested().model(), split());
  }

  TrackingTable tracking() {
    return PurchaseTracker.withDefaults()
        .withPeriodDays(DAYS_A_MONTH)
        .withCalibrationEnd(calibrationEnd)
        .track(tested().model(), log);
  }

  private Chapter forecasting() {
    return Chapter.of("What will they buy? Learned until " + calibrationEnd + ", tested since")
        .table(tested().report().toString())
        .text(holdout().toString());
  }

  /** All that is known counts for what is to come. */
  private PurchaseSample sample() {
    return PurchaseSampler.withDefaults().with(ZeroSpend.LEAVE_OUT).sample(log);
  }

  /** Of the next year, at 10 % a year, before the cost of goods. */
  ModelLifetimeValue value() {
    PurchaseSample sample = sample();
    GammaGammaFit spend = GammaGammaFitter.withDefaults().fit(sample);
    return ModelLifetimeValueCalculator.withDefaults()
        .with(new PeriodicDiscounting(MONTHS, TimeScale.MEAN_MONTH, DiscountRate.yearly(0.1)))
        .calculate(BgNbdFitter.withDefaults().fit(sample).model(), spend.model(), sample);
  }

  private Chapter worth() {
    return Chapter.of("What are they worth in the year to come?").text(value().toString());
  }

  Cadence cadence() {
    return CadenceCalculator.withDefaults().calculate(log, lastDay);
  }

  /** Silent for longer than ever before: how far does a model of purchases agree? */
  private Chapter overdueCustomers() {
    AttentionRule rule = new AttentionRule.BeyondEveryGap(FEWEST_GAPS);
    Cadence cadence = cadence();
    AttentionList list = cadence.list(rule);
    Chapter chapter =
        Chapter.of("Who is silent for longer than ever before, after many purchases?")
            .line("%s; the first of them:", Chapter.percent(list.share()));
    list.rows().stream().limit(SHOWN).forEach(each -> chapter.text(each.toString()));
    return chapter.text(AliveAgreement.of(cadence, rule, predictions(), 0.5).toText());
  }

  private PurchasePredictions predictions() {
    PurchaseSample sample = sample();
    BgNbd model = BgNbdFitter.withDefaults().fit(sample).model();
    return PurchasePredictor.withDefaults().predict(model, sample, 1);
  }

  RfmTable scores() {
    return RfmCalculator.withDefaults().calculate(log, lastDay);
  }

  private Chapter best() {
    return Chapter.of("Who are the best, and who is about to go?").table(scores().toText());
  }

  Concentration concentration() {
    return ConcentrationCalculator.withDefaults()
        .calculate(CustomerAmounts.from(log))
        .orElseThrow();
  }

  private Chapter resting() {
    return Chapter.of("On how few does it rest?").table(concentration().toText());
  }
}
