package io.github.retention4j.benchmark;

import static java.util.Objects.requireNonNull;

/**
 * A published figure of an industry, with what is needed to judge it. There is none without source,
 * year and definition.
 *
 * @param metric what is measured
 * @param industry whose figure it is, not blank
 * @param period the length of time it belongs to; none exactly for results of surveys
 * @param value the figure or figures, in the metric's unit: 63 % is 0.63
 * @param year the year that the figure describes, or else that of the source; 1900 to 2100
 * @param source who says so, not blank
 * @param definition how it was worked out
 * @param certainty how sure it is
 * @param note what else a reader should know, such as a doubt; may be empty
 */
public record Benchmark(
    BenchmarkMetric metric,
    String industry,
    BenchmarkPeriod period,
    BenchmarkValue value,
    int year,
    String source,
    BenchmarkDefinition definition,
    Certainty certainty,
    String note) {

  /**
   * Checks that nothing is missing or out of range.
   *
   * @param metric what is measured
   * @param industry whose figure it is
   * @param period the length of time it belongs to
   * @param value the figure or figures
   * @param year the year
   * @param source who says so
   * @param definition how it was worked out
   * @param certainty how sure it is
   * @param note what else a reader should know
   * @throws IllegalArgumentException if industry or source is blank, the year is not from 1900 to
   *     2100, the value lies outside the metric's range, or the period does not fit the metric
   */
  public Benchmark {
    requireNonNull(metric, "metric");
    industry = Texts.requireText(industry, "industry");
    requireNonNull(period, "period");
    requireNonNull(value, "value");
    source = Texts.requireText(source, "source");
    requireNonNull(definition, "definition");
    requireNonNull(certainty, "certainty");
    note = requireNonNull(note, "note").strip();
    if (year < 1900 || year > 2100) {
      throw new IllegalArgumentException("year (" + year + ") must be from 1900 to 2100");
    }
    if (metric.isPerPeriod() != period.length().isPresent()) {
      throw new IllegalArgumentException(
          "period ("
              + period
              + ") must "
              + (metric.isPerPeriod() ? "have a length" : "be none")
              + ", because the metric is "
              + metric);
    }
    value.map(figure -> metric.unit().check("value", figure));
  }

  /**
   * Returns a benchmark without a note.
   *
   * @param metric what is measured
   * @param industry whose figure it is, not blank
   * @param period the length of time it belongs to
   * @param value the figure or figures, in the metric's unit
   * @param year the year that the figure describes
   * @param source who says so, not blank
   * @param definition how it was worked out
   * @param certainty how sure it is
   * @return the benchmark
   * @throws IllegalArgumentException as the constructor does
   */
  public static Benchmark of(
      BenchmarkMetric metric,
      String industry,
      BenchmarkPeriod period,
      BenchmarkValue value,
      int year,
      String source,
      BenchmarkDefinition definition,
      Certainty certainty) {
    return new Benchmark(metric, industry, period, value, year, source, definition, certainty, "");
  }

  /**
   * Returns the same figure as its complement: retention 83 % as churn 17 %.
   *
   * @return one less each value, with the complement's metric; quartiles change ends
   * @throws IllegalArgumentException if the metric has no complement
   */
  public Benchmark complement() {
    BenchmarkMetric other =
        metric
            .complement()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "metric (" + metric + ") must have a complement, such as CUSTOMER_CHURN"));
    return new Benchmark(
        other,
        industry,
        period,
        value.map(Texts::oneLess),
        year,
        source,
        definition,
        certainty,
        note);
  }

  /**
   * Returns the benchmark in a line.
   *
   * @return for example {@code Insurance CUSTOMER_RETENTION 83 % a year (assumed), average, 2020,
   *     ...}
   */
  @Override
  public String toString() {
    return industry
        + " "
        + metric
        + " "
        + Texts.published(metric.unit(), value.reference())
        + " "
        + period
        + ", "
        + Texts.words(value.statistic())
        + ", "
        + year
        + ", "
        + source;
  }
}
