package io.github.retention4j.benchmark;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.TestResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A company's own figure beside a benchmark. Everything is on the benchmark's length of period; if
 * the own figure had to be converted, {@link #isConverted()} and the {@link #caveats()} say so.
 *
 * <p>The benchmark counts as an exact number, because sources give no interval of their own. The
 * verdict is as sure as the own figure is; how sure the benchmark is stands in the caveats.
 */
public final class BenchmarkComparison {

  /** Where the own figure lies, by value and not by merit. */
  public enum Verdict {
    /** The whole confidence interval is above the benchmark. */
    ABOVE,
    /** The whole confidence interval is below the benchmark. */
    BELOW,
    /** The confidence interval holds the benchmark: the difference may be chance. */
    NOT_DISTINGUISHABLE;

    static Verdict of(ConfidenceInterval own, double benchmark) {
      if (own.contains(benchmark)) {
        return NOT_DISTINGUISHABLE;
      }
      return own.lower() > benchmark ? ABOVE : BELOW;
    }
  }

  /** Where the own figure lies, by merit: churn above its benchmark is worse. */
  public enum Standing {
    /** Better than the benchmark. */
    BETTER,
    /** Worse than the benchmark. */
    WORSE,
    /** The difference may be chance. */
    NOT_DISTINGUISHABLE;

    static Standing of(Verdict verdict, BenchmarkMetric metric) {
      if (verdict == Verdict.NOT_DISTINGUISHABLE) {
        return NOT_DISTINGUISHABLE;
      }
      return (verdict == Verdict.ABOVE) == metric.higherIsBetter() ? BETTER : WORSE;
    }
  }

  private final OwnMetric own;
  private final Benchmark benchmark;
  private final PeriodScale scale;
  private final ConfidenceInterval ownInterval;
  private final Optional<TestResult> test;
  private final List<String> caveats;

  /** Takes the interval and the test on the own length of period, where they were made. */
  BenchmarkComparison(
      OwnMetric own,
      Benchmark benchmark,
      PeriodScale scale,
      ConfidenceInterval ownInterval,
      Optional<TestResult> test,
      List<String> caveats) {
    this.own = own;
    this.benchmark = benchmark;
    this.scale = scale;
    this.ownInterval = ownInterval;
    this.test = test;
    this.caveats = caveats;
  }

  /**
   * Returns the company's own figure as it was given.
   *
   * @return on its own length of period
   */
  public OwnMetric own() {
    return own;
  }

  /**
   * Returns the benchmark.
   *
   * @return as it was given
   */
  public Benchmark benchmark() {
    return benchmark;
  }

  /**
   * Returns where the own figure lies, by value.
   *
   * @return above or below if the confidence interval leaves the benchmark out
   */
  public Verdict verdict() {
    return Verdict.of(ownInterval, scale.toOwn(benchmark.value().reference()));
  }

  /**
   * Returns where the own figure lies, by merit.
   *
   * @return for retention, better is above; for churn, better is below
   */
  public Standing standing() {
    return Standing.of(verdict(), benchmark.metric());
  }

  /**
   * Returns the own figure on the benchmark's length of period.
   *
   * @return in the unit of the metric
   */
  public double ownValue() {
    return scale.toBenchmark(own.value());
  }

  /**
   * Returns the difference.
   *
   * @return own - benchmark, in the unit of the metric: -0.125 is 12.5 points below
   */
  public double gap() {
    return ownValue() - benchmark.value().reference();
  }

  /**
   * Returns the confidence interval of the own figure.
   *
   * @return on the benchmark's length of period
   */
  public ConfidenceInterval interval() {
    return ownInterval.map(scale::toBenchmark);
  }

  /**
   * Returns the chance of a difference at least as large, if the company's true figure were the
   * benchmark. It is under 1 - level exactly when the verdict is above or below.
   *
   * @return the two-sided p-value; empty if the own figure came without counts
   */
  public OptionalDouble pValue() {
    return test.map(result -> OptionalDouble.of(result.pValue())).orElse(OptionalDouble.empty());
  }

  /**
   * Returns where the own figure lies among the industry's quartiles.
   *
   * @return the band and those that the interval spans; empty if the benchmark is one figure, which
   *     gives no percentile
   */
  public Optional<BenchmarkValue.Position> position() {
    // On the own length of period, so that the median and the verdict cannot disagree.
    return benchmark.value().map(scale::toOwn) instanceof BenchmarkValue.Quartiles quartiles
        ? Optional.of(quartiles.locate(own.value(), ownInterval))
        : Optional.empty();
  }

  /**
   * Tells whether the own figure had to be carried over to the benchmark's length of period.
   *
   * @return true if it was compounded
   */
  public boolean isConverted() {
    return !scale.isSame();
  }

  /**
   * Returns every doubt that a reader of the verdict should know of.
   *
   * @return sentences, unmodifiable; empty if there is none
   */
  public List<String> caveats() {
    return caveats;
  }

  /**
   * Returns the comparison in a line.
   *
   * @return for example {@code 31/44 (70.5 %) a year is BELOW Insurance 83 % (HubSpot citing
   *     Statista, 2020): gap -12.5 points, 95 % interval 55.8 % to 81.8 %, p = 0.027}
   */
  public String summary() {
    BenchmarkMetric.Unit unit = benchmark.metric().unit();
    return own
        + scale.describe(ownValue())
        + " is "
        + verdict()
        + (verdict() == Verdict.NOT_DISTINGUISHABLE ? " from " : " ")
        + benchmark.industry()
        + " "
        + Texts.published(unit, benchmark.value().reference())
        + " ("
        + benchmark.source()
        + ", "
        + benchmark.year()
        + "): gap "
        + Texts.points(unit, gap())
        + ", "
        + Texts.level(ownInterval.level())
        + " interval "
        + Texts.computed(unit, interval().lower())
        + " to "
        + Texts.computed(unit, interval().upper())
        + test.map(result -> ", " + Texts.pValue(result.pValue())).orElse("");
  }

  /**
   * Returns the comparison in a line.
   *
   * @return the {@link #summary()}
   */
  @Override
  public String toString() {
    return summary();
  }
}
