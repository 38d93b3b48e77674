package io.github.retention4j.examples.report;

import io.github.retention4j.benchmark.Benchmark;
import io.github.retention4j.benchmark.BenchmarkCatalog;
import io.github.retention4j.benchmark.BenchmarkComparator;
import io.github.retention4j.benchmark.BenchmarkComparison;
import io.github.retention4j.benchmark.BenchmarkMetric;
import io.github.retention4j.benchmark.DefinitionPolicy;
import io.github.retention4j.benchmark.PeriodConversion;
import io.github.retention4j.benchmark.WhatItTakes;
import io.github.retention4j.examples.report.TextPage.Fact;
import io.github.retention4j.report.BenchmarkPlot;
import io.github.retention4j.report.ReportSection;
import io.github.retention4j.report.RetentionTables;
import io.github.retention4j.time.Granularity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the yearly retention is good for the industry. */
record BenchmarkSection(Optional<YearlyRetention> own, String industry) implements Section {

  private static final String NOTHING =
      "No complete periods with customers are observed, so nothing can be compared.";

  private static final String VERDICT =
      "A verdict of above or below means that the whole 95 % interval lies there; not"
          + " distinguishable, that chance may explain the gap. The benchmark counts as exact.";

  private static final BenchmarkComparator COMPARATOR =
      BenchmarkComparator.withDefaults()
          .with(DefinitionPolicy.ACCEPT_UNSTATED)
          .with(PeriodConversion.COMPOUNDING);

  /** The yearly benchmarks of customer retention for an industry, at least one. */
  static List<Benchmark> benchmarks(String industry) {
    return yearly().forIndustry(industry).benchmarks();
  }

  private static BenchmarkCatalog yearly() {
    return BenchmarkCatalog.of(
        BenchmarkCatalog.bundled()
            .forMetric(BenchmarkMetric.CUSTOMER_RETENTION)
            .benchmarks()
            .stream()
            .filter(b -> b.period().length().equals(Optional.of(Granularity.YEAR)))
            .toList());
  }

  @Override
  public void writeTo(TextPage page) {
    page.heading("6. Benchmark: customer retention a year");
    if (own.isEmpty()) {
      page.paragraph(NOTHING);
      return;
    }
    page.paragraph(own.get().words());
    for (Benchmark benchmark : benchmarks(industry)) {
      writeComparison(page, own.get(), COMPARATOR.compare(own.get().asMetric(), benchmark));
    }
    page.paragraph(VERDICT);
  }

  private static void writeComparison(
      TextPage page, YearlyRetention own, BenchmarkComparison comparison) {
    Benchmark benchmark = comparison.benchmark();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "Own",
            Figures.percent(comparison.ownValue())
                + " a year ("
                + Figures.interval(comparison.interval())
                + " at 95 %), from "
                + comparison.own()));
    facts.add(
        new Fact(
            "Benchmark",
            benchmark.industry()
                + " "
                + Figures.percent(benchmark.value().reference())
                + ", "
                + benchmark.source()
                + ", "
                + benchmark.year()));
    facts.add(
        new Fact(
            "Verdict",
            comparison.verdict().name().replace('_', ' ')
                + " (gap "
                + Figures.points(comparison.gap())
                + (comparison.pValue().isPresent()
                    ? ", " + Figures.pValue(comparison.pValue().getAsDouble())
                    : "")
                + ")"));
    facts.add(
        new Fact("To reach it", words(whatItTakes(own, benchmark, WhatItTakes.Goal.REACH), own)));
    facts.add(
        new Fact(
            "To be no worse",
            words(whatItTakes(own, benchmark, WhatItTakes.Goal.NOT_WORSE), own)
                + " (not distinguishable any more, or above)"));
    page.facts(facts);
    page.paragraph("Caveats:");
    comparison.caveats().forEach(page::item);
  }

  private static WhatItTakes whatItTakes(
      YearlyRetention own, Benchmark benchmark, WhatItTakes.Goal goal) {
    return COMPARATOR.whatItTakes(own.asMetric(), benchmark, goal);
  }

  private static String words(WhatItTakes takes, YearlyRetention own) {
    String base =
        " of the "
            + Figures.count(own.rate().retained().total())
            + (own.isCompounded() ? " counted over all periods" : " customers at the start");
    if (takes instanceof WhatItTakes.More more) {
      return Figures.count(more.customers()) + " more" + base + " would have had to stay";
    }
    return takes instanceof WhatItTakes.OutOfReach
        ? "out of reach: not even keeping all" + base + " would do"
        : "nothing, it is met";
  }

  @Override
  public ReportSection page() {
    if (own.isEmpty()) {
      return ReportSection.of("Benchmark", NOTHING);
    }
    List<BenchmarkComparison> comparisons =
        benchmarks(industry).stream()
            .map(each -> COMPARATOR.compare(own.get().asMetric(), each))
            .toList();
    return ReportSection.of("Benchmark: customer retention a year", own.get().words())
        .with(BenchmarkPlot.withDefaults().draw(comparisons))
        .with(RetentionTables.benchmarks(comparisons))
        .with(RetentionTables.caveats(comparisons))
        .withDefinition("Verdict", VERDICT);
  }

  @Override
  public List<CsvTable> tables() {
    List<String> header =
        List.of(
            "industry",
            "benchmark",
            "year",
            "source",
            "certainty",
            "own",
            "own_lower",
            "own_upper",
            "gap",
            "p_value",
            "verdict",
            "counted",
            "of",
            "counted_per");
    return List.of(
        new CsvTable(
            "benchmark.csv",
            header,
            own.map(
                    metric ->
                        yearly().benchmarks().stream()
                            .map(b -> row(metric, COMPARATOR.compare(metric.asMetric(), b)))
                            .toList())
                .orElse(List.of())));
  }

  private static List<String> row(YearlyRetention own, BenchmarkComparison comparison) {
    Benchmark benchmark = comparison.benchmark();
    List<String> row =
        new ArrayList<>(
            List.of(
                benchmark.industry(),
                Figures.fraction(benchmark.value().reference()),
                Integer.toString(benchmark.year()),
                benchmark.source(),
                benchmark.certainty().name().toLowerCase(Locale.ROOT),
                Figures.fraction(comparison.ownValue()),
                Figures.fraction(comparison.interval().lower()),
                Figures.fraction(comparison.interval().upper()),
                Figures.fraction(comparison.gap()),
                comparison.pValue().isPresent()
                    ? Double.toString(comparison.pValue().getAsDouble())
                    : "",
                comparison.verdict().name()));
    row.addAll(own.fields());
    return row;
  }
}
