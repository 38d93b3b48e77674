package io.github.retention4j.benchmark;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A list of benchmarks and ways to find one. Immutable.
 *
 * <p>An own catalogue in CSV has a header line and then one line for each benchmark. Fields may be
 * quoted; lines that start with {@code #} are comments. The columns, in any order:
 *
 * <ul>
 *   <li>{@code metric}: a name of {@link BenchmarkMetric}, such as {@code customer-retention}
 *   <li>{@code industry}: a name
 *   <li>{@code period}: {@code day}, {@code week}, {@code month}, {@code quarter}, {@code year}, or
 *       {@code none} for surveys
 *   <li>{@code period_basis} (optional): {@code stated} (if left empty) or {@code assumed}
 *   <li>{@code statistic}: {@code average}, {@code median}, {@code best-in-class}, {@code unnamed},
 *       or {@code quartiles}
 *   <li>{@code value}: the figure; empty if the statistic is {@code quartiles}
 *   <li>{@code p25}, {@code median}, {@code p75} (optional): the quartiles, else empty
 *   <li>{@code unit}: {@code percent} or {@code fraction} for shares and ratios, {@code points} or
 *       {@code index} for surveys
 *   <li>{@code year}: four digits
 *   <li>{@code source}: who says so
 *   <li>{@code definition_code}: a key as of {@link BenchmarkDefinition#code()}, or {@code
 *       unstated}
 *   <li>{@code definition}: the definition in words
 *   <li>{@code certainty}: {@code high}, {@code medium}, {@code low} or {@code as-quoted}
 *   <li>{@code note} (optional): anything else
 * </ul>
 *
 * <p>Names of constants may be written in any case, with hyphens, blanks or underscores. Numbers
 * have a decimal point.
 */
public final class BenchmarkCatalog {

  private static final class Bundled {
    static final BenchmarkCatalog CATALOG = load();

    private static BenchmarkCatalog load() {
      try (InputStream in = BenchmarkCatalog.class.getResourceAsStream("benchmarks.csv")) {
        byte[] bytes = requireNonNull(in, "benchmarks.csv in the library's jar").readAllBytes();
        return parse(new String(bytes, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final List<Benchmark> benchmarks;

  private BenchmarkCatalog(List<Benchmark> benchmarks) {
    this.benchmarks = benchmarks;
  }

  /**
   * Returns the catalogue that comes with the library: customer retention and churn, subscriber
   * churn, revenue retention, recommendation and satisfaction by industry, 2010 to 2025. Where each
   * figure is from, and what was left out and why, stands in its file {@code benchmarks.csv}.
   *
   * @return the bundled catalogue, read once
   */
  public static BenchmarkCatalog bundled() {
    return Bundled.CATALOG;
  }

  /**
   * Returns a catalogue of one's own.
   *
   * @param benchmarks in the order to keep; none may be there twice
   * @return the catalogue
   * @throws IllegalArgumentException if a benchmark is there twice
   */
  public static BenchmarkCatalog of(Collection<Benchmark> benchmarks) {
    Set<Benchmark> seen = new HashSet<>();
    for (Benchmark benchmark : benchmarks) {
      if (!seen.add(benchmark)) {
        throw new IllegalArgumentException("benchmark (" + benchmark + ") must not be there twice");
      }
    }
    return new BenchmarkCatalog(List.copyOf(benchmarks));
  }

  /**
   * Reads a catalogue from text.
   *
   * @param csv text with columns as described above
   * @return the catalogue, in the order of the text
   * @throws IllegalArgumentException if anything cannot be read; names line and column
   */
  public static BenchmarkCatalog parse(String csv) {
    return of(CatalogFormat.parse(requireNonNull(csv, "csv")));
  }

  /**
   * Reads a catalogue from a file or stream; the caller chooses its encoding and closes it.
   *
   * @param csv text with columns as described above
   * @return the catalogue, in the order of the text
   * @throws IllegalArgumentException if anything cannot be read; names line and column
   * @throws UncheckedIOException if the reader fails
   */
  public static BenchmarkCatalog parse(Reader csv) {
    StringWriter text = new StringWriter();
    try {
      csv.transferTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parse(text.toString());
  }

  /**
   * Returns both catalogues as one.
   *
   * @param other another catalogue
   * @return this one's benchmarks, then the other's
   * @throws IllegalArgumentException if a benchmark is in both
   */
  public BenchmarkCatalog plus(BenchmarkCatalog other) {
    return of(Stream.concat(benchmarks.stream(), other.benchmarks.stream()).toList());
  }

  /**
   * Returns all benchmarks.
   *
   * @return in the order of the catalogue, unmodifiable
   */
  public List<Benchmark> benchmarks() {
    return benchmarks;
  }

  /**
   * Returns the names of all industries.
   *
   * @return in alphabetical order, unmodifiable
   */
  public SortedSet<String> industries() {
    SortedSet<String> names = new TreeSet<>();
    benchmarks.forEach(benchmark -> names.add(benchmark.industry()));
    return Collections.unmodifiableSortedSet(names);
  }

  /**
   * Returns the part with one metric.
   *
   * @param metric what is measured
   * @return the benchmarks of that metric, maybe none
   */
  public BenchmarkCatalog forMetric(BenchmarkMetric metric) {
    requireNonNull(metric, "metric");
    return only(benchmark -> benchmark.metric() == metric);
  }

  /**
   * Returns the part of one year.
   *
   * @param year the year
   * @return the benchmarks of that year, maybe none
   */
  public BenchmarkCatalog forYear(int year) {
    return only(benchmark -> benchmark.year() == year);
  }

  /**
   * Returns the part of one industry. Case, accents, punctuation, blanks, "and" and "&amp;" do not
   * matter: {@code tele-com} is Telecom. A slip of a letter in a name of five or more, or of two in
   * a name of ten or more, is forgiven if it leaves one industry to choose: {@code insurence} is
   * Insurance. The first letter and words with digits must be right: {@code B2C} is not {@code
   * B2B}.
   *
   * @param industry the name
   * @return the benchmarks of that industry, at least one
   * @throws IllegalArgumentException if the industry is unknown or more than one may be meant;
   *     lists the nearest names
   */
  public BenchmarkCatalog forIndustry(String industry) {
    List<String> names = IndustryNames.matching(industry, industries());
    return only(benchmark -> names.contains(benchmark.industry()));
  }

  /**
   * Returns everything known of an industry.
   *
   * @param industry the name, found as by {@link #forIndustry}
   * @return the benchmarks of all metrics, years and sources, at least one
   * @throws IllegalArgumentException if the industry is unknown or more than one may be meant
   */
  public List<Benchmark> find(String industry) {
    return forIndustry(industry).benchmarks();
  }

  /**
   * Returns the only benchmark.
   *
   * @return the one benchmark of this catalogue or part
   * @throws IllegalArgumentException if there is none, or more than one; lists them
   */
  public Benchmark single() {
    if (benchmarks.size() != 1) {
      throw new IllegalArgumentException(
          "catalogue must hold one benchmark here, and holds "
              + benchmarks.size()
              + (benchmarks.isEmpty() ? "" : "; narrow by year, or choose one of:")
              + Texts.lines(benchmarks.stream()));
    }
    return benchmarks.get(0);
  }

  /**
   * Returns the only benchmark for a metric and an industry.
   *
   * @param metric what is measured
   * @param industry the name, found as by {@link #forIndustry} among those with that metric
   * @return the benchmark
   * @throws IllegalArgumentException if there is none or more than one, say of several years; lists
   *     them
   */
  public Benchmark require(BenchmarkMetric metric, String industry) {
    return withKnown(metric).forIndustry(industry).single();
  }

  /**
   * Returns the only benchmark for a metric, an industry and a year.
   *
   * @param metric what is measured
   * @param industry the name, found as by {@link #forIndustry} among those with that metric
   * @param year the year
   * @return the benchmark
   * @throws IllegalArgumentException if there is none or more than one, say of several sources;
   *     lists them
   */
  public Benchmark require(BenchmarkMetric metric, String industry, int year) {
    BenchmarkCatalog allYears = withKnown(metric).forIndustry(industry);
    BenchmarkCatalog found = allYears.forYear(year);
    if (found.benchmarks.isEmpty()) {
      throw new IllegalArgumentException(
          "year ("
              + year
              + ") must be one of the catalogue's for this metric and industry:"
              + Texts.lines(allYears.benchmarks.stream()));
    }
    return found.single();
  }

  private BenchmarkCatalog withKnown(BenchmarkMetric metric) {
    BenchmarkCatalog part = forMetric(metric);
    if (part.benchmarks.isEmpty()) {
      throw new IllegalArgumentException(
          "metric ("
              + metric
              + ") must be one of the catalogue's: "
              + benchmarks.stream().map(Benchmark::metric).distinct().sorted().toList());
    }
    return part;
  }

  private BenchmarkCatalog only(Predicate<Benchmark> wanted) {
    return new BenchmarkCatalog(benchmarks.stream().filter(wanted).toList());
  }

  /**
   * Returns how much it holds.
   *
   * @return for example {@code 7 benchmarks of 7 industries}
   */
  @Override
  public String toString() {
    return benchmarks.size() + " benchmarks of " + industries().size() + " industries";
  }
}
