package io.github.retention4j.examples;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.clv.DiscountRate;
import io.github.retention4j.clv.ModelLifetimeValue;
import io.github.retention4j.clv.ModelLifetimeValueCalculator;
import io.github.retention4j.clv.PeriodicDiscounting;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.examples.transactions.TransactionColumns;
import io.github.retention4j.examples.transactions.TransactionReader;
import io.github.retention4j.purchase.BgNbd;
import io.github.retention4j.purchase.BgNbdFitter;
import io.github.retention4j.purchase.GammaGammaFit;
import io.github.retention4j.purchase.GammaGammaFitter;
import io.github.retention4j.purchase.HoldoutEvaluator;
import io.github.retention4j.purchase.PurchaseSample;
import io.github.retention4j.purchase.PurchaseSampler;
import io.github.retention4j.purchase.ZeroSpend;
import io.github.retention4j.time.TimeScale;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * What will the customers of a shop without contracts be worth? Learns from the purchases up to a
 * day, holds the forecast against those after it, and values every customer.
 *
 * <p>Give it the path of a CSV with the columns {@code sampleid}, {@code date} and {@code sales},
 * as the CDNOW sample has them, and the first day that the model shall not know, such as {@code
 * 1997-10-01}.
 */
public final class ShopForecast {

  private static final int MONTHS = 12;

  private ShopForecast() {}

  /**
   * Prints the forecast.
   *
   * @param args the path of the file and the end of calibration
   */
  public static void main(String[] args) {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "arguments (" + List.of(args) + ") must be the path of a CSV file and a date");
    }
    lines(Path.of(args[0]), LocalDate.parse(args[1])).forEach(System.out::println);
  }

  static List<String> lines(Path csv, LocalDate calibrationEnd) {
    EventLog log =
        TransactionReader.of(TransactionColumns.of("sampleid", "date").withAmount("sales"))
            .with(Currency.getInstance("USD"))
            .readCsv(csv)
            .log();
    // Of each customer: how often it came back, when last, for how long it could have, what it
    // paid.
    PurchaseSample sample =
        PurchaseSampler.withDefaults()
            .withCalibrationEnd(calibrationEnd)
            .with(ZeroSpend.LEAVE_OUT)
            .sample(log);
    Fit<BgNbd> purchases = BgNbdFitter.withDefaults().fit(sample);
    GammaGammaFit spend = GammaGammaFitter.withDefaults().fit(sample);
    // What the next year brings, at 10 % a year, before any cost of the goods.
    ModelLifetimeValue value =
        ModelLifetimeValueCalculator.withDefaults()
            .with(new PeriodicDiscounting(MONTHS, TimeScale.MEAN_MONTH, DiscountRate.yearly(0.1)))
            .calculate(purchases.model(), spend.model(), sample);
    List<String> lines = new ArrayList<>();
    lines.add(purchases.report().toString());
    lines.add(spend.report().toString());
    lines.add(HoldoutEvaluator.withDefaults().evaluate(purchases.model(), sample).toString());
    lines.add(value.toString());
    return lines;
  }
}
