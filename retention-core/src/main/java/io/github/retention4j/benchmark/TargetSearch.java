package io.github.retention4j.benchmark;

import io.github.retention4j.benchmark.BenchmarkComparison.Standing;
import io.github.retention4j.benchmark.BenchmarkComparison.Verdict;
import io.github.retention4j.stats.IntervalMethod;
import io.github.retention4j.stats.Proportion;
import java.math.BigDecimal;
import java.math.MathContext;

/** Searches the smallest number of customers whose staying would meet a goal. */
final class TargetSearch {

  /** A value that went through a power is good for this many digits; 0.9 may be 0.9000...01. */
  private static final MathContext AFTER_CONVERSION = new MathContext(14);

  private final BenchmarkMetric metric;
  private final Proportion evidence;
  private final IntervalMethod method;
  private final double level;
  private final double target;
  private final BigDecimal exactTarget;

  TargetSearch(
      OwnMetric.Counted own,
      double reference,
      PeriodScale scale,
      IntervalMethod method,
      double level) {
    this.metric = own.metric();
    this.evidence = own.evidence();
    this.method = method;
    this.level = level;
    this.target = scale.toOwn(reference);
    this.exactTarget =
        scale.isSame()
            ? BigDecimal.valueOf(target)
            : BigDecimal.valueOf(target).round(AFTER_CONVERSION);
  }

  WhatItTakes find(WhatItTakes.Goal goal) {
    if (isMet(goal, 0)) {
      return WhatItTakes.AlreadyThere.INSTANCE;
    }
    long missed = 0;
    long met = room();
    if (!isMet(goal, met)) {
      return new WhatItTakes.OutOfReach(evidence.total());
    }
    // Limits of intervals rise with the count, so there is one place where the goal begins.
    while (met - missed > 1) {
      long middle = missed + (met - missed) / 2;
      if (isMet(goal, middle)) {
        met = middle;
      } else {
        missed = middle;
      }
    }
    return new WhatItTakes.More(met);
  }

  /** Customers that are not on the good side yet. */
  private long room() {
    return metric.higherIsBetter() ? evidence.total() - evidence.count() : evidence.count();
  }

  private Proportion after(long more) {
    long change = metric.higherIsBetter() ? more : -more;
    return new Proportion(evidence.count() + change, evidence.total());
  }

  private boolean isMet(WhatItTakes.Goal goal, long more) {
    return switch (goal) {
      case REACH -> reaches(after(more));
      case NOT_WORSE -> standing(after(more)) != Standing.WORSE;
      case BETTER -> standing(after(more)) == Standing.BETTER;
    };
  }

  /** Compares count with target * total in decimal digits, because 0.81 * 100 is not 81. */
  private boolean reaches(Proportion changed) {
    BigDecimal needed = exactTarget.multiply(BigDecimal.valueOf(changed.total()));
    int comparison = BigDecimal.valueOf(changed.count()).compareTo(needed);
    return metric.higherIsBetter() ? comparison >= 0 : comparison <= 0;
  }

  private Standing standing(Proportion changed) {
    return Standing.of(Verdict.of(changed.interval(method, level), target), metric);
  }
}
