package io.github.retention4j.benchmark;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.IntervalMethod;
import io.github.retention4j.time.Granularity;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets a company's own figure beside a benchmark, or says why that would be dishonest.
 *
 * <p>It refuses a different metric, and with it customers beside money and retention beside churn
 * (take {@link Benchmark#complement()} for that). By default it also refuses a different or
 * unstated definition and a different length of period; {@link DefinitionPolicy} and {@link
 * PeriodConversion} open each by name, and the result then says so.
 *
 * <p>Defaults: {@link IntervalMethod#WILSON} at the level 0.95, {@link DefinitionPolicy#SAME},
 * {@link PeriodConversion#REFUSE}. Immutable.
 *
 * <p>If the lengths differ, the test is made on the own length against the benchmark carried back
 * to it, and the interval is carried over by the same rising function; so verdict, interval and
 * p-value cannot disagree.
 */
public final class BenchmarkComparator {

  private static final double USUAL_LEVEL = 0.95;

  private final IntervalMethod method;
  private final double level;
  private final DefinitionPolicy definitions;
  private final PeriodConversion conversion;

  private BenchmarkComparator(
      IntervalMethod method,
      double level,
      DefinitionPolicy definitions,
      PeriodConversion conversion) {
    this.method = requireNonNull(method, "method");
    this.level = level;
    this.definitions = requireNonNull(definitions, "definitions");
    this.conversion = requireNonNull(conversion, "conversion");
  }

  /**
   * Returns the comparator with the defaults above.
   *
   * @return the comparator
   */
  public static BenchmarkComparator withDefaults() {
    return new BenchmarkComparator(
        IntervalMethod.WILSON, USUAL_LEVEL, DefinitionPolicy.SAME, PeriodConversion.REFUSE);
  }

  /**
   * Chooses how intervals are made from counts.
   *
   * @param newMethod the method
   * @return a comparator with it
   */
  public BenchmarkComparator with(IntervalMethod newMethod) {
    return new BenchmarkComparator(newMethod, level, definitions, conversion);
  }

  /**
   * Chooses the confidence level.
   *
   * @param newLevel over 0 and under 1
   * @return a comparator with it
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public BenchmarkComparator withLevel(double newLevel) {
    if (!(newLevel > 0 && newLevel < 1)) {
      throw new IllegalArgumentException("level (" + newLevel + ") must be over 0 and under 1");
    }
    return new BenchmarkComparator(method, newLevel, definitions, conversion);
  }

  /**
   * Chooses which definitions may be compared.
   *
   * @param newDefinitions the policy
   * @return a comparator with it
   */
  public BenchmarkComparator with(DefinitionPolicy newDefinitions) {
    return new BenchmarkComparator(method, level, newDefinitions, conversion);
  }

  /**
   * Chooses what to do about different lengths of period.
   *
   * @param newConversion refuse or compound
   * @return a comparator with it
   */
  public BenchmarkComparator with(PeriodConversion newConversion) {
    return new BenchmarkComparator(method, level, definitions, newConversion);
  }

  /**
   * Compares a figure with a benchmark.
   *
   * @param own the company's own figure
   * @param benchmark the benchmark
   * @return verdict, gap, interval, p-value and caveats
   * @throws IllegalArgumentException if the two are of different metrics, or of different
   *     definitions or lengths of period and that was not accepted, or if an own interval is not of
   *     this comparator's level
   */
  public BenchmarkComparison compare(OwnMetric own, Benchmark benchmark) {
    PeriodScale scale = checkedScale(own, benchmark);
    return new BenchmarkComparison(
        own,
        benchmark,
        scale,
        own.interval(method, level),
        own.testAgainst(scale.toOwn(benchmark.value().reference()), method),
        caveats(own, benchmark, scale));
  }

  /**
   * Returns how many more customers would have had to stay, out of the same total, for the own rate
   * to come up to a benchmark. For churn that is how many fewer to lose. If the benchmark is of
   * another length of period, the number is one for the own period.
   *
   * <p>Example: of 44 customers 31 stayed. Six more reach 83 % (37/44 is 84.1 %, 36/44 only 81.8
   * %), one more (32/44) is no longer worse beyond chance.
   *
   * @param own the company's own counts
   * @param benchmark the benchmark
   * @param goal what counts as come up to
   * @return the smallest number, or that none is needed, or that all customers are not enough
   * @throws IllegalArgumentException as {@link #compare} does
   */
  public WhatItTakes whatItTakes(
      OwnMetric.Counted own, Benchmark benchmark, WhatItTakes.Goal goal) {
    PeriodScale scale = checkedScale(own, benchmark);
    return new TargetSearch(own, benchmark.value().reference(), scale, method, level).find(goal);
  }

  private PeriodScale checkedScale(OwnMetric own, Benchmark benchmark) {
    checkMetric(own.metric(), benchmark.metric());
    checkDefinition(own.definition(), benchmark.definition());
    // Both lengths are there or neither is, because the metric is the same.
    return PeriodScale.between(
        own.metric(),
        own.period().orElse(Granularity.CUSTOM),
        benchmark.period().length().orElse(Granularity.CUSTOM),
        conversion);
  }

  private static void checkMetric(BenchmarkMetric own, BenchmarkMetric other) {
    if (own != other) {
      boolean complementary = own.complement().filter(other::equals).isPresent();
      throw new IllegalArgumentException(
          "own metric ("
              + own
              + ", of "
              + Texts.words(own.entity())
              + ") must be the benchmark's ("
              + other
              + ", of "
              + Texts.words(other.entity())
              + ")"
              + (complementary ? "; compare with benchmark.complement()" : ""));
    }
  }

  private void checkDefinition(BenchmarkDefinition own, BenchmarkDefinition other) {
    if (!definitions.accepts(own, other)) {
      boolean stated = own.isStated() && other.isStated();
      throw new IllegalArgumentException(
          "own definition ("
              + own
              + ") must be the benchmark's ("
              + other
              + "); to compare nevertheless, choose DefinitionPolicy."
              + (stated ? DefinitionPolicy.ACCEPT_DIFFERENT : DefinitionPolicy.ACCEPT_UNSTATED));
    }
  }

  private static List<String> caveats(OwnMetric own, Benchmark benchmark, PeriodScale scale) {
    List<String> caveats = new ArrayList<>();
    if (!own.definition().isSameAs(benchmark.definition())) {
      caveats.add(
          "Definitions are not known to be the same: own is \""
              + own.definition()
              + "\", the benchmark's is \""
              + benchmark.definition()
              + "\".");
    }
    if (benchmark.period().basis() == BenchmarkPeriod.Basis.ASSUMED) {
      caveats.add(
          "The source does not state the length of period; it is read as "
              + scale.benchmark().perUnit()
              + ".");
    }
    if (!scale.isSame()) {
      caveats.add(
          "The own figure is compounded from "
              + scale.own().perUnit()
              + " to "
              + scale.benchmark().perUnit()
              + ", as if every period had the same rate.");
    }
    addCaveatsOf(benchmark, caveats);
    return List.copyOf(caveats);
  }

  private static void addCaveatsOf(Benchmark benchmark, List<String> caveats) {
    BenchmarkValue.Statistic statistic = benchmark.value().statistic();
    if (statistic == BenchmarkValue.Statistic.UNNAMED) {
      caveats.add("The source does not say whether its figure is an average or a median.");
    }
    if (statistic == BenchmarkValue.Statistic.BEST_IN_CLASS) {
      caveats.add("The benchmark is the best in class, not a typical firm.");
    }
    if (benchmark.certainty() != Certainty.HIGH) {
      caveats.add("The benchmark's certainty is " + Texts.words(benchmark.certainty()) + ".");
    }
    if (!benchmark.note().isEmpty()) {
      caveats.add("Note on the benchmark: " + benchmark.note());
    }
  }
}
