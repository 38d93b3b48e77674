package io.github.retention4j.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.github.retention4j.benchmark.BenchmarkComparison.Standing;
import io.github.retention4j.benchmark.BenchmarkComparison.Verdict;
import io.github.retention4j.benchmark.BenchmarkValue.Figure;
import io.github.retention4j.benchmark.BenchmarkValue.Quartiles;
import io.github.retention4j.benchmark.BenchmarkValue.Statistic;
import io.github.retention4j.benchmark.WhatItTakes.AlreadyThere;
import io.github.retention4j.benchmark.WhatItTakes.Goal;
import io.github.retention4j.benchmark.WhatItTakes.More;
import io.github.retention4j.benchmark.WhatItTakes.OutOfReach;
import io.github.retention4j.stats.IntervalMethod;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class BenchmarkProperties {

  private static final double LEVEL = 0.95;
  private static final BenchmarkDefinition DEFINITION = BenchmarkDefinition.OF_CUSTOMERS_AT_START;

  private static final List<Granularity> CONVERTIBLE =
      List.of(Granularity.MONTH, Granularity.QUARTER, Granularity.YEAR);

  private static Benchmark benchmark(BenchmarkMetric metric, Granularity per, double value) {
    return Benchmark.of(
        metric,
        "Gyms",
        BenchmarkPeriod.stated(per),
        new Figure(Statistic.AVERAGE, value),
        2024,
        "A study",
        DEFINITION,
        Certainty.HIGH);
  }

  private static OwnMetric.Counted own(
      BenchmarkMetric metric, Proportion evidence, Granularity per) {
    return OwnMetric.counted(metric, evidence, per, DEFINITION);
  }

  private static BenchmarkComparator by(IntervalMethod method) {
    return BenchmarkComparator.withDefaults()
        .with(method)
        .withLevel(LEVEL)
        .with(PeriodConversion.COMPOUNDING);
  }

  @Provide
  Arbitrary<Proportion> proportions() {
    return Arbitraries.longs()
        .between(1, 60)
        .flatMap(
            total ->
                Arbitraries.longs().between(0, total).map(count -> new Proportion(count, total)));
  }

  @Provide
  Arbitrary<BenchmarkMetric> countable() {
    return Arbitraries.of(BenchmarkMetric.CUSTOMER_RETENTION, BenchmarkMetric.CUSTOMER_CHURN);
  }

  @Provide
  Arbitrary<Granularity> lengths() {
    return Arbitraries.of(CONVERTIBLE);
  }

  @Property
  void verdictIntervalAndPValueAgree(
      @ForAll("countable") BenchmarkMetric metric,
      @ForAll("proportions") Proportion evidence,
      @ForAll("lengths") Granularity ownLength,
      @ForAll("lengths") Granularity length,
      @ForAll IntervalMethod method,
      @ForAll @IntRange(min = 1, max = 999) int perMille) {
    Benchmark benchmark = benchmark(metric, length, perMille / 1000.0);
    BenchmarkComparison comparison =
        by(method).compare(own(metric, evidence, ownLength), benchmark);
    double reference = benchmark.value().reference();
    double p = comparison.pValue().orElseThrow();
    // Nearer to a limit than rounding, either answer is right.
    Assume.that(Math.abs(comparison.interval().lower() - reference) > 1e-9);
    Assume.that(Math.abs(comparison.interval().upper() - reference) > 1e-9);
    Assume.that(Math.abs(p - (1 - LEVEL)) > 1e-9);
    // The test is made in the own length: 0.956 a month is 1 a year, to the last digit of a double.
    DoubleUnaryOperator own = rate -> compounded(metric, rate, ownLength.lengthIn(length));
    double ofOwn = own.applyAsDouble(reference);
    Assume.that(Math.abs(own.applyAsDouble(comparison.interval().lower()) - ofOwn) > 1e-14);
    Assume.that(Math.abs(own.applyAsDouble(comparison.interval().upper()) - ofOwn) > 1e-14);
    switch (comparison.verdict()) {
      case ABOVE -> assertThat(comparison.interval().lower()).isGreaterThan(reference);
      case BELOW -> assertThat(comparison.interval().upper()).isLessThan(reference);
      case NOT_DISTINGUISHABLE -> assertThat(comparison.interval().contains(reference)).isTrue();
    }
    assertThat(p < 1 - LEVEL).isEqualTo(comparison.verdict() != Verdict.NOT_DISTINGUISHABLE);
  }

  private static double compounded(BenchmarkMetric metric, double rate, double periods) {
    return metric == BenchmarkMetric.CUSTOMER_RETENTION
        ? Math.pow(rate, periods)
        : -Math.expm1(periods * Math.log1p(-rate));
  }

  @Property
  void retentionAndChurnOfTheSameCustomersStandTheSame(
      @ForAll("proportions") Proportion kept,
      @ForAll("lengths") Granularity ownLength,
      @ForAll("lengths") Granularity length,
      @ForAll @IntRange(min = 300, max = 999) int perMille) {
    Benchmark retention = benchmark(BenchmarkMetric.CUSTOMER_RETENTION, length, perMille / 1000.0);
    BenchmarkComparator comparator = by(IntervalMethod.WILSON);
    BenchmarkComparison ofKept =
        comparator.compare(own(BenchmarkMetric.CUSTOMER_RETENTION, kept, ownLength), retention);
    BenchmarkComparison ofLost =
        comparator.compare(
            own(BenchmarkMetric.CUSTOMER_CHURN, kept.complement(), ownLength),
            retention.complement());
    assertThat(ofLost.standing()).isEqualTo(ofKept.standing());
    assertThat(ofLost.gap()).isCloseTo(-ofKept.gap(), within(1e-12));
    // 0.3 a month is 5e-7 a year: one less that has some nine digits left.
    assertThat(ofLost.pValue().orElseThrow())
        .isCloseTo(ofKept.pValue().orElseThrow(), within(1e-6));
  }

  @Property
  void convertingThereAndBackChangesNothing(
      @ForAll("countable") BenchmarkMetric metric,
      @ForAll("lengths") Granularity from,
      @ForAll("lengths") Granularity to,
      @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.999) double rate) {
    PeriodScale scale = PeriodScale.between(metric, from, to, PeriodConversion.COMPOUNDING);
    double there = scale.toBenchmark(rate);
    assertThat(there).isBetween(0.0, 1.0);
    // Only if the figure there has digits left: 99.9 % lost a month is all but 1 a year.
    Assume.that(there > 1e-3 && there < 0.999);
    assertThat(scale.toOwn(there)).isCloseTo(rate, within(1e-11));
  }

  @Property
  void longerPeriodsKeepLessAndLoseMore(
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.99) double rate,
      @ForAll @Scale(4) @DoubleRange(min = 1.1, max = 12) double periods) {
    assertThat(BenchmarkMetric.CUSTOMER_RETENTION.compound(rate, periods)).isLessThan(rate);
    assertThat(BenchmarkMetric.CUSTOMER_CHURN.compound(rate, periods)).isGreaterThan(rate);
  }

  @Provide
  Arbitrary<Benchmark> bundledOnes() {
    return Arbitraries.of(BenchmarkCatalog.bundled().benchmarks());
  }

  @Property
  void everyBundledIndustryIsFoundHoweverItIsWritten(@ForAll("bundledOnes") Benchmark benchmark) {
    String name = benchmark.industry();
    for (String spelling :
        List.of(
            name,
            name.toLowerCase(Locale.ROOT),
            name.toUpperCase(Locale.ROOT),
            name.replaceAll("[^A-Za-z0-9 ]", ""),
            name.replaceAll("[^A-Za-z0-9]", " "),
            name.replace(" and ", " & "),
            "  " + name.replace(' ', '-') + "!")) {
      assertThat(BenchmarkCatalog.bundled().find(spelling))
          .contains(benchmark)
          .extracting(Benchmark::industry)
          .containsOnly(name);
    }
  }

  @Property
  void oneSlipInALongNameIsForgiven(
      @ForAll("bundledOnes") Benchmark benchmark,
      @ForAll @IntRange(min = 1, max = 40) int place,
      @ForAll @CharRange(from = 'a', to = 'z') char letter) {
    String name = benchmark.industry();
    Assume.that(place < name.length() && name.matches("[A-Za-z ]{5,}"));
    // A slip inside the word that does not count makes three letters count.
    Assume.that(!name.contains(" and "));
    String slip = name.substring(0, place) + letter + name.substring(place);
    BenchmarkCatalog alone = BenchmarkCatalog.of(List.of(benchmark));
    assertThat(alone.find(slip)).containsExactly(benchmark);
  }

  @Property
  void whatItTakesIsTheLeastThatMeetsTheGoal(
      @ForAll("countable") BenchmarkMetric metric,
      @ForAll("proportions") Proportion evidence,
      @ForAll IntervalMethod method,
      @ForAll Goal goal,
      @ForAll @IntRange(max = 1000) int perMille) {
    Benchmark benchmark = benchmark(metric, Granularity.YEAR, perMille / 1000.0);
    boolean up = metric.higherIsBetter();
    long room = up ? evidence.total() - evidence.count() : evidence.count();
    LongStream meeting =
        LongStream.rangeClosed(0, room)
            .filter(
                more ->
                    meets(
                        goal,
                        by(method),
                        own(
                            metric,
                            new Proportion(
                                evidence.count() + (up ? more : -more), evidence.total()),
                            Granularity.YEAR),
                        benchmark,
                        perMille));
    WhatItTakes expected =
        meeting
            .boxed()
            .findFirst()
            .map(BenchmarkProperties::needed)
            .orElse(new OutOfReach(evidence.total()));
    assertThat(by(method).whatItTakes(own(metric, evidence, Granularity.YEAR), benchmark, goal))
        .isEqualTo(expected);
  }

  private static WhatItTakes needed(long more) {
    return more == 0 ? AlreadyThere.INSTANCE : new More(more);
  }

  private static boolean meets(
      Goal goal,
      BenchmarkComparator comparator,
      OwnMetric.Counted own,
      Benchmark benchmark,
      int perMille) {
    Proportion evidence = own.evidence();
    Standing standing = comparator.compare(own, benchmark).standing();
    return switch (goal) {
      case REACH -> {
        long difference = 1000 * evidence.count() - perMille * evidence.total();
        yield own.metric().higherIsBetter() ? difference >= 0 : difference <= 0;
      }
      case NOT_WORSE -> standing != Standing.WORSE;
      case BETTER -> standing == Standing.BETTER;
    };
  }

  @Property
  void anyTextSurvivesTheJourneyThroughCsv(@ForAll("fields") List<String> fields)
      throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      writer.writeRecord(fields);
    }
    assertThat(CsvRecords.parse(text.toString()))
        .singleElement()
        .extracting(CsvRecords.Line::fields)
        .isEqualTo(fields);
  }

  @Provide
  Arbitrary<List<String>> fields() {
    Arbitrary<String> field =
        Arbitraries.strings().withChars("ab,\"\n\r #").ofMaxLength(8).filter(CsvSafe::isKept);
    return Combinators.combine(Arbitraries.of("first"), field.list().ofMinSize(1).ofMaxSize(5))
        .as(
            (first, others) -> {
              List<String> all = new ArrayList<>(others);
              all.add(0, first);
              return all;
            });
  }

  /** Blanks at the ends of unquoted fields are stripped on purpose. */
  private static final class CsvSafe {
    static boolean isKept(String field) {
      return field.equals(field.strip());
    }
  }

  @Property
  void bandsFollowTheOrderOfValues(
      @ForAll @Scale(4) @DoubleRange(max = 1) double a,
      @ForAll @Scale(4) @DoubleRange(max = 1) double b,
      @ForAll @Scale(4) @DoubleRange(max = 1) double c,
      @ForAll @Scale(4) @DoubleRange(max = 1) double one,
      @ForAll @Scale(4) @DoubleRange(max = 1) double other) {
    List<Double> sorted = List.of(a, b, c).stream().sorted().toList();
    Quartiles quartiles = new Quartiles(sorted.get(0), sorted.get(1), sorted.get(2));
    assertThat(quartiles.bandOf(Math.min(one, other)))
        .isLessThanOrEqualTo(quartiles.bandOf(Math.max(one, other)));
    assertThat(quartiles.map(v -> 1 - v).p25()).isEqualTo(1 - quartiles.p75());
  }
}
