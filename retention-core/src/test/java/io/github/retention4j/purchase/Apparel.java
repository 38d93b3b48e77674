package io.github.retention4j.purchase;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.TimeScale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The 600 customers of an apparel retailer, 104 weeks, and what is known of them. */
final class Apparel {

  private Apparel() {}

  static PurchaseSample sample() {
    List<NamedCsvRecord> rows = rows("apparel_cbs_104w.csv");
    return PurchaseSample.of(
        ids(rows),
        TimeScale.WEEK,
        rows.stream().mapToInt(row -> Integer.parseInt(row.getField("x"))).toArray(),
        column(rows, "t.x"),
        column(rows, "T.cal"));
  }

  static CustomerCovariates covariates() {
    List<NamedCsvRecord> rows = rows("apparel_static_cov.csv");
    return CustomerCovariates.of(ids(rows))
        .withNumbers("Gender", column(rows, "Gender"))
        .withNumbers("Channel", column(rows, "Channel"));
  }

  private static List<NamedCsvRecord> rows(String name) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(SharedFiles.require("data/clv/" + name))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] column(List<NamedCsvRecord> rows, String name) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.getField(name))).toArray();
  }

  private static List<CustomerId> ids(List<NamedCsvRecord> rows) {
    return rows.stream().map(row -> CustomerId.of(row.getField("Id"))).toList();
  }
}
