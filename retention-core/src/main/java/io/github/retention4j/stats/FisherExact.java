package io.github.retention4j.stats;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.Hypergeometric;
import java.util.function.LongPredicate;

/**
 * The two-sided tail of a 2 x 2 table with all margins given: marked are the customers of both
 * groups for whom it holds, drawn those of the first group.
 */
record FisherExact(long marked, long unmarked, long drawn, long observed) {

  private static final double LOG_TIE = Math.log1p(1e-7);

  static FisherExact of(ProportionDifference table) {
    Proportion pooled = table.first().plus(table.second());
    return new FisherExact(
        pooled.count(), pooled.complement().count(), table.first().total(), table.first().count());
  }

  /** Sums outward from the nearest table on either side that is no more likely than the seen. */
  double logPValue() {
    long smallest = Math.max(0, drawn - unmarked);
    long largest = Math.min(marked, drawn);
    double limit = logProbability(observed) + LOG_TIE;
    long mode = mode(smallest, largest);
    if (logProbability(mode) <= limit) {
      return 0;
    }
    long left = lastWhere(smallest - 1, mode, k -> logProbability(k) <= limit);
    long right = lastWhere(mode, largest + 1, k -> logProbability(k) > limit) + 1;
    double below = left < smallest ? 0 : share(left) * sumDown(left, smallest);
    double above = right > largest ? 0 : share(right) * sumUp(right, largest);
    return logProbability(observed) + Math.log(below + above);
  }

  private long mode(long smallest, long largest) {
    double mode = (drawn + 1.0) * ((marked + 1.0) / ((double) marked + unmarked + 2));
    return Math.max(smallest, Math.min(largest, (long) mode));
  }

  /**
   * Returns the last of a run that starts after {@code from} and ends before {@code toExclusive}.
   */
  private static long lastWhere(long from, long toExclusive, LongPredicate holds) {
    long last = from;
    long first = toExclusive;
    while (first - last > 1) {
      long middle = last + (first - last) / 2;
      if (holds.test(middle)) {
        last = middle;
      } else {
        first = middle;
      }
    }
    return last;
  }

  private double logProbability(long k) {
    return Hypergeometric.logProbability(
        (double) k, (double) marked, (double) unmarked, (double) drawn);
  }

  private double share(long k) {
    return Math.exp(logProbability(k) - logProbability(observed));
  }

  private double sumDown(long from, long smallest) {
    CompensatedSum sum = new CompensatedSum();
    double term = 1;
    for (long k = from; k >= smallest && term > 1e-18 * sum.value(); k--) {
      sum.add(term);
      term /= stepUp(k - 1);
    }
    return sum.value();
  }

  private double sumUp(long from, long largest) {
    CompensatedSum sum = new CompensatedSum();
    double term = 1;
    for (long k = from; k <= largest && term > 1e-18 * sum.value(); k++) {
      sum.add(term);
      term *= stepUp(k);
    }
    return sum.value();
  }

  /** Returns the probability of k + 1 over that of k. */
  private double stepUp(long k) {
    return (double) (marked - k) / (k + 1) * ((double) (drawn - k) / (unmarked - drawn + k + 1));
  }
}
