package io.github.retention4j.lifecycle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Spans of time in whole days, with how often each occurs.
 *
 * @param countByDays how many gaps have a length, by the length in days, in ascending order; each
 *     count at least 1; may be empty
 */
public record PurchaseGaps(SortedMap<Long, Long> countByDays) {

  /**
   * Copies and checks the gaps.
   *
   * @param countByDays how many gaps have a length, by the length in days
   * @throws IllegalArgumentException if a length is negative or a count under 1
   */
  public PurchaseGaps {
    countByDays = Collections.unmodifiableSortedMap(new TreeMap<>(countByDays));
    countByDays.forEach(
        (days, count) -> {
          EngagementChecks.count("days", days);
          if (count < 1) {
            throw new IllegalArgumentException(
                "count (" + count + ") of gaps of " + days + " days must be at least 1");
          }
        });
  }

  static PurchaseGaps of(long[] counts) {
    SortedMap<Long, Long> countByDays = new TreeMap<>();
    for (int days = 0; days < counts.length; days++) {
      if (counts[days] > 0) {
        countByDays.put((long) days, counts[days]);
      }
    }
    return new PurchaseGaps(countByDays);
  }

  /**
   * Returns the number of gaps.
   *
   * @return 0 or more
   */
  public long count() {
    return countByDays.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Returns the median, of an even number the lower of the two in the middle.
   *
   * @return days; empty if there is no gap
   */
  public OptionalLong medianDays() {
    return quantileDays(0.5);
  }

  /**
   * Returns a quantile: the smallest length that at least a share p of the gaps do not exceed (the
   * inverse of the empirical distribution, type 1 of Hyndman and Fan). It is always a length that
   * occurs. Example: of gaps of 2, 3, 5 and 30 days the median is 3 and the 0.75-quantile 5.
   *
   * @param p the share, over 0 and at most 1; 1 asks for the longest
   * @return days; empty if there is no gap
   * @throws IllegalArgumentException if p is not over 0 and at most 1
   * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman and Fan (1996)</a>
   */
  public OptionalLong quantileDays(double p) {
    if (!(p > 0 && p <= 1)) {
      throw new IllegalArgumentException("p (" + p + ") must be over 0 and at most 1");
    }
    long rank =
        BigDecimal.valueOf(p)
            .multiply(BigDecimal.valueOf(count()))
            .setScale(0, RoundingMode.CEILING)
            .longValueExact();
    long seen = 0;
    for (Map.Entry<Long, Long> gap : countByDays.entrySet()) {
      seen += gap.getValue();
      if (seen >= rank) {
        return OptionalLong.of(gap.getKey());
      }
    }
    return OptionalLong.empty();
  }

  /**
   * Returns the mean, which a few long gaps can pull far from the median.
   *
   * @return days, 0 or more; empty if there is no gap
   * @throws ArithmeticException if the days of all gaps exceed a long
   */
  public OptionalDouble meanDays() {
    long sum =
        countByDays.entrySet().stream()
            .mapToLong(gap -> Math.multiplyExact(gap.getKey(), gap.getValue()))
            .reduce(0, Math::addExact);
    long count = count();
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / count);
  }
}
