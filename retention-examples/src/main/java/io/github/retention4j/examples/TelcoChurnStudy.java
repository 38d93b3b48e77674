package io.github.retention4j.examples;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.examples.shop.SampleTelco;
import io.github.retention4j.segment.ChurnDrivers;
import io.github.retention4j.segment.ChurnDriversCalculator;
import io.github.retention4j.segment.ChurnSample;
import io.github.retention4j.segment.CollinearColumns;
import io.github.retention4j.segment.LogisticFit;
import io.github.retention4j.segment.LogisticFitter;
import io.github.retention4j.segment.MixShift;
import io.github.retention4j.segment.MixShiftCalculator;
import io.github.retention4j.segment.NumberBands;
import io.github.retention4j.survival.CoxFit;
import io.github.retention4j.survival.CoxFitter;
import io.github.retention4j.survival.KaplanMeier;
import io.github.retention4j.survival.LifetimeSample;
import io.github.retention4j.survival.LogRankResult;
import io.github.retention4j.survival.LogRankTest;
import io.github.retention4j.survival.SurvivalCurves;
import io.github.retention4j.time.TimeScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * How long do customers of a telephone company stay, and what do those share who left? Draws the
 * curve of each contract, models the rate of leaving, audits one attribute after the other, then
 * holds all others equal, then asks how much of a difference in churn is one of contracts.
 *
 * <p>Give it the path of a CSV with the columns of the public telco churn data; without a path it
 * simulates a company of its own.
 */
public final class TelcoChurnStudy {

  /** Tenure is no attribute but the lifetime: how long a customer was watched, or stayed. */
  private static final String TENURE = "tenure";

  private static final String CONTRACT = "contract";
  private static final List<String> CONTRACTS = List.of("Month-to-month", "One year", "Two year");
  private static final List<String> SERVICES =
      List.of("internet_service", "tech_support", "payment_method");

  private final List<NamedCsvRecord> rows;

  private TelcoChurnStudy(List<NamedCsvRecord> rows) {
    this.rows = rows;
  }

  /**
   * Prints the study.
   *
   * @param args the path of the file, or nothing
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length > 1) {
      throw new IllegalArgumentException(
          "arguments (" + List.of(args) + ") must be the path of a CSV file, or none");
    }
    TelcoChurnStudy study = args.length == 1 ? of(Path.of(args[0])) : ofSampleData();
    study.chapters().forEach(System.out::println);
  }

  static TelcoChurnStudy of(Path csv) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      return new TelcoChurnStudy(reader.stream().toList());
    }
  }

  static TelcoChurnStudy ofSampleData() throws IOException {
    Path csv = Files.createTempFile("telco", ".csv");
    try {
      SampleTelco.writeTo(csv);
      return of(csv);
    } finally {
      Files.delete(csv);
    }
  }

  /**
   * One question each: how long do they stay, does the contract matter, what drives it, what goes
   * with leaving, what of it alone, and is it only the contracts?
   */
  List<String> chapters() {
    return List.of(
        curves().toText(),
        contractsDiffer().toText(),
        drivers().report().toString(),
        audit().toText(),
        allElseEqual().toText(),
        byPayment().toText());
  }

  /** Who is still there counts as staying so far, not as staying for ever. */
  SurvivalCurves curves() {
    return KaplanMeier.withDefaults().calculateByGroup(lifetimes());
  }

  LogRankResult contractsDiffer() {
    return LogRankTest.withDefaults().test(lifetimes());
  }

  /** The rate of leaving, all else equal, month by month of those still there. */
  CoxFit drivers() {
    return CoxFitter.withDefaults()
        .fit(
            lifetimes(),
            sample(rows).covariates(List.of(CONTRACT, "internet_service", "monthly_charges")));
  }

  private LifetimeSample lifetimes() {
    return LifetimeSample.fromStart(TimeScale.MEAN_MONTH, numbers(rows, TENURE), left(rows))
        .withGroups(CONTRACT, fields(rows, CONTRACT));
  }

  /** One attribute at a time: strong, but those that go together share their strength. */
  ChurnDrivers audit() {
    return ChurnDriversCalculator.withDefaults()
        .withReference(CONTRACT, "Two year")
        .audit(sample(rows));
  }

  /** All at once. Nobody without internet has support: one column of the two says it all. */
  LogisticFit allElseEqual() {
    ChurnSample sample = sample(rows);
    return LogisticFitter.withDefaults()
        .with(CollinearColumns.LEAVE_OUT)
        .fit(sample.covariates(sample.attributes()), sample.left());
  }

  /** Those who pay by electronic check leave more often. Because they have other contracts? */
  MixShift byPayment() {
    Predicate<NamedCsvRecord> byCheck =
        row -> row.getField("payment_method").equals("Electronic check");
    ChurnSample others = sample(rows.stream().filter(byCheck.negate()).toList());
    ChurnSample payers = sample(rows.stream().filter(byCheck).toList());
    return MixShiftCalculator.withDefaults().compare(CONTRACT, others, payers);
  }

  private static ChurnSample sample(List<NamedCsvRecord> rows) {
    ChurnSample sample =
        ChurnSample.of(left(rows))
            .withExposure(numbers(rows, TENURE))
            .withOrdered(CONTRACT, CONTRACTS, fields(rows, CONTRACT))
            .withNumbers(
                "monthly_charges", numbers(rows, "monthly_charges"), NumberBands.at(30, 60, 90));
    for (String service : SERVICES) {
      sample = sample.withLabels(service, fields(rows, service));
    }
    return sample;
  }

  private static boolean[] left(List<NamedCsvRecord> rows) {
    boolean[] left = new boolean[rows.size()];
    for (int row = 0; row < left.length; row++) {
      left[row] = rows.get(row).getField("churn").equals("Yes");
    }
    return left;
  }

  private static List<String> fields(List<NamedCsvRecord> rows, String column) {
    return rows.stream().map(row -> row.getField(column)).toList();
  }

  private static double[] numbers(List<NamedCsvRecord> rows, String column) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.getField(column))).toArray();
  }
}
