package io.github.retention4j.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.SharedFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the bundled catalogue with the collection it was chosen from, read by another parser.
 */
class BundledCatalogReferenceTest {

  private static List<NamedCsvRecord> collection() throws IOException {
    Path file = SharedFiles.require("benchmarks.csv");
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    }
  }

  @Test
  void everyFigureIsInTheCollectionWithItsIndustryAndPeriod() throws IOException {
    List<NamedCsvRecord> rows = collection();
    assertThat(rows).hasSize(149);
    assertThat(BenchmarkCatalog.bundled().benchmarks())
        .allSatisfy(benchmark -> assertThat(rows).anyMatch(row -> isTheSame(row, benchmark)));
  }

  @Test
  void theHeaderCountsRight() throws IOException {
    List<Benchmark> benchmarks = BenchmarkCatalog.bundled().benchmarks();
    List<NamedCsvRecord> taken =
        collection().stream()
            .filter(row -> benchmarks.stream().anyMatch(benchmark -> isTheSame(row, benchmark)))
            .toList();
    assertThat(taken).hasSize(96);
  }

  private static boolean isTheSame(NamedCsvRecord row, Benchmark benchmark) {
    return row.getField("industry").toLowerCase(Locale.ROOT).contains(shared(benchmark.industry()))
        && figuresOf(row).equals(figuresOf(benchmark))
        && row.getField("metric").startsWith(metricWord(benchmark.metric()))
        && year(row, benchmark)
        && benchmark
            .period()
            .length()
            .map(length -> row.getField("period").contains(length.perUnit().substring(2)))
            .orElse(true);
  }

  /** An estimated year stands for a span: c. 2017-18 is 2018. */
  private static boolean year(NamedCsvRecord row, Benchmark benchmark) {
    String year = row.getField("year");
    String last = Integer.toString(benchmark.year());
    return year.startsWith("c. ") ? year.endsWith(last.substring(2)) : year.startsWith(last);
  }

  private static String shared(String industry) {
    return switch (industry) {
      case "All sectors (US)" -> "national (all sectors)";
      default -> industry.toLowerCase(Locale.ROOT);
    };
  }

  private static String metricWord(BenchmarkMetric metric) {
    return switch (metric) {
      case NET_PROMOTER_SCORE -> "NPS";
      case SATISFACTION_INDEX -> "ACSI";
      default -> metric.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  private static List<BigDecimal> figuresOf(NamedCsvRecord row) {
    return Stream.of("value", "p25", "median", "p75", "top")
        .map(row::getField)
        .filter(text -> text.matches("-?[0-9.]+"))
        .map(text -> new BigDecimal(text).stripTrailingZeros())
        .toList();
  }

  private static List<BigDecimal> figuresOf(Benchmark benchmark) {
    List<BigDecimal> figures = new ArrayList<>();
    int shift = benchmark.metric().unit().shownPerOne() == 100 ? 2 : 0;
    benchmark
        .value()
        .map(
            figure -> {
              figures.add(BigDecimal.valueOf(figure).movePointRight(shift).stripTrailingZeros());
              return figure;
            });
    return figures;
  }
}
