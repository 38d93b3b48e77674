package io.github.retention4j.benchmark;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.IntervalMethod;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.TestResult;
import io.github.retention4j.time.Granularity;
import java.util.Optional;

/**
 * A company's own figure, with the evidence that a verdict needs: counts, or an estimate with its
 * interval.
 */
public sealed interface OwnMetric permits OwnMetric.Counted, OwnMetric.Estimated {

  /**
   * Returns what is measured.
   *
   * @return the metric
   */
  BenchmarkMetric metric();

  /**
   * Returns the figure.
   *
   * @return in the unit of the metric
   */
  double value();

  /**
   * Returns the length of time that it belongs to.
   *
   * @return the length; empty exactly if the metric is not per period
   */
  Optional<Granularity> period();

  /**
   * Returns how it was worked out.
   *
   * @return the definition
   */
  BenchmarkDefinition definition();

  /**
   * Returns a confidence interval.
   *
   * @param method how to make it from counts; an estimate brings its own
   * @param level the confidence level, over 0 and under 1
   * @return the interval, in the unit of the metric
   * @throws IllegalArgumentException if the level is not between 0 and 1, or an estimate's own
   *     interval is of another level
   */
  ConfidenceInterval interval(IntervalMethod method, double level);

  /**
   * Tests whether the figure could be a given one.
   *
   * @param hypothesised the value to compare with
   * @param method the method of the interval, to which the test is the dual
   * @return the test; empty for an estimate, whose interval alone does not give one
   */
  Optional<TestResult> testAgainst(double hypothesised, IntervalMethod method);

  /**
   * Returns a share of customers that were counted.
   *
   * @param metric a metric of customers
   * @param evidence customers kept for retention, lost for churn, and the total of either
   * @param per the length of time that the counts cover
   * @param definition how they were counted
   * @return the figure
   * @throws IllegalArgumentException if the metric is not one of customers
   */
  static Counted counted(
      BenchmarkMetric metric,
      Proportion evidence,
      Granularity per,
      BenchmarkDefinition definition) {
    return new Counted(metric, evidence, per, definition);
  }

  /**
   * Returns an estimate over a length of time, such as net revenue retention.
   *
   * @param metric a metric that is per period
   * @param value the figure, in the unit of the metric
   * @param interval its confidence interval, say from a bootstrap over customers
   * @param per the length of time that it belongs to
   * @param definition how it was worked out
   * @return the figure
   * @throws IllegalArgumentException if the interval does not hold the value, either is out of the
   *     metric's range, or the metric is not per period
   */
  static Estimated estimated(
      BenchmarkMetric metric,
      double value,
      ConfidenceInterval interval,
      Granularity per,
      BenchmarkDefinition definition) {
    return new Estimated(metric, value, interval, Optional.of(per), definition);
  }

  /**
   * Returns the result of a survey, such as a net promoter score.
   *
   * @param metric a metric that is not per period
   * @param value the figure, in the unit of the metric
   * @param interval its confidence interval
   * @param definition how it was worked out
   * @return the figure
   * @throws IllegalArgumentException if the interval does not hold the value, either is out of the
   *     metric's range, or the metric is per period
   */
  static Estimated surveyed(
      BenchmarkMetric metric,
      double value,
      ConfidenceInterval interval,
      BenchmarkDefinition definition) {
    return new Estimated(metric, value, interval, Optional.empty(), definition);
  }

  /**
   * A share of customers that were counted.
   *
   * @param metric a metric of customers
   * @param evidence customers kept for retention, lost for churn, and the total of either
   * @param per the length of time that the counts cover
   * @param definition how they were counted
   */
  record Counted(
      BenchmarkMetric metric, Proportion evidence, Granularity per, BenchmarkDefinition definition)
      implements OwnMetric {

    /**
     * Checks that the metric counts customers.
     *
     * @param metric a metric of customers
     * @param evidence the counts
     * @param per the length of time that the counts cover
     * @param definition how they were counted
     * @throws IllegalArgumentException if the metric is not one of customers
     */
    public Counted {
      requireNonNull(evidence, "evidence");
      requireNonNull(per, "per");
      requireNonNull(definition, "definition");
      if (metric.entity() != BenchmarkMetric.Entity.CUSTOMERS) {
        throw new IllegalArgumentException(
            "metric ("
                + metric
                + ") must be one of customers: counts say nothing about "
                + Texts.words(metric.entity())
                + "; use an estimate with its interval");
      }
    }

    @Override
    public double value() {
      return evidence.value();
    }

    @Override
    public Optional<Granularity> period() {
      return Optional.of(per);
    }

    @Override
    public ConfidenceInterval interval(IntervalMethod method, double level) {
      return evidence.interval(method, level);
    }

    @Override
    public Optional<TestResult> testAgainst(double hypothesised, IntervalMethod method) {
      return Optional.of(evidence.testAgainst(hypothesised, method));
    }

    /**
     * Returns the counts, the share and the length of time.
     *
     * @return for example {@code 31/44 (70.5 %) a year}
     */
    @Override
    public String toString() {
      return evidence.count()
          + "/"
          + evidence.total()
          + " ("
          + Texts.computed(metric.unit(), value())
          + ") "
          + per.perUnit();
    }
  }

  /**
   * An estimate with its confidence interval.
   *
   * @param metric what is measured
   * @param value the figure, in the unit of the metric
   * @param interval its confidence interval, holding the value
   * @param period the length of time that it belongs to; empty exactly if the metric has none
   * @param definition how it was worked out
   */
  record Estimated(
      BenchmarkMetric metric,
      double value,
      ConfidenceInterval interval,
      Optional<Granularity> period,
      BenchmarkDefinition definition)
      implements OwnMetric {

    /**
     * Checks the ranges.
     *
     * @param metric what is measured
     * @param value the figure
     * @param interval its confidence interval
     * @param period the length of time that it belongs to
     * @param definition how it was worked out
     * @throws IllegalArgumentException if the interval does not hold the value, either is out of
     *     the metric's range, or the period does not fit the metric
     */
    public Estimated {
      requireNonNull(definition, "definition");
      metric.unit().check("value", value);
      metric.unit().check("lower", interval.lower());
      metric.unit().check("upper", interval.upper());
      if (!interval.contains(value)) {
        throw new IllegalArgumentException(
            "interval (" + interval + ") must hold the value (" + value + ")");
      }
      if (metric.isPerPeriod() != period.isPresent()) {
        throw new IllegalArgumentException(
            "period ("
                + period.map(Granularity::name).orElse("none")
                + ") must be given exactly if the metric is per period, and the metric is "
                + metric);
      }
    }

    @Override
    public ConfidenceInterval interval(IntervalMethod method, double level) {
      if (interval.level() != level) {
        throw new IllegalArgumentException(
            "level ("
                + level
                + ") must be that of the estimate's own interval, "
                + interval.level());
      }
      return interval;
    }

    @Override
    public Optional<TestResult> testAgainst(double hypothesised, IntervalMethod method) {
      return Optional.empty();
    }

    /**
     * Returns the figure and the length of time.
     *
     * @return for example {@code 102.0 % a year}
     */
    @Override
    public String toString() {
      return Texts.computed(metric.unit(), value)
          + period.map(length -> " " + length.perUnit()).orElse("");
    }
  }
}
