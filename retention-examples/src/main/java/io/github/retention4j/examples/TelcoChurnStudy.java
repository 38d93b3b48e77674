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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * What do the customers share who left a telephone company? Audits one attribute after the other,
 * then holds all others equal, then asks how much of a difference in churn is one of contracts.
 *
 * <p>Give it the path of a CSV with the columns of the public telco churn data; without a path it
 * simulates a company of its own.
 */
public final class TelcoChurnStudy {

  /** Tenure is no attribute: it is how long a customer was watched, and ends by leaving. */
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

  /** One question each: what goes with leaving, what of it alone, and is it only the contracts? */
  List<String> chapters() {
    return List.of(audit().toText(), allElseEqual().toText(), byPayment().toText());
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
    boolean[] left = new boolean[rows.size()];
    for (int row = 0; row < left.length; row++) {
      left[row] = rows.get(row).getField("churn").equals("Yes");
    }
    ChurnSample sample =
        ChurnSample.of(left)
            .withExposure(numbers(rows, TENURE))
            .withOrdered(CONTRACT, CONTRACTS, fields(rows, CONTRACT))
            .withNumbers(
                "monthly_charges", numbers(rows, "monthly_charges"), NumberBands.at(30, 60, 90));
    for (String service : SERVICES) {
      sample = sample.withLabels(service, fields(rows, service));
    }
    return sample;
  }

  private static List<String> fields(List<NamedCsvRecord> rows, String column) {
    return rows.stream().map(row -> row.getField(column)).toList();
  }

  private static double[] numbers(List<NamedCsvRecord> rows, String column) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.getField(column))).toArray();
  }
}
