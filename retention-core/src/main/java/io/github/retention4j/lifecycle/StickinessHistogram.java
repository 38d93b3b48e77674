package io.github.retention4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * In how many periods of a window the customers were active. Made by {@link StickinessCalculator}.
 *
 * <p>Only customers active in the window are in it, so n begins at 1: who counts as a customer
 * without being active is not a question of activity. Over the days of a week or of four weeks this
 * is the power-user curve, L7 or L28.
 *
 * <p>Worked table, a window of 3 days: A active on all, B on two, C on one.
 *
 * <pre>{@code
 * n            1    2    3
 * exactly n    1    1    1
 * at least n   3    2    1
 * }</pre>
 *
 * @param window the days of the whole window
 * @param per the length of the periods
 * @param counts the customers active in exactly 1, 2, 3 ... periods, up to all of the window
 */
public record StickinessHistogram(DateRange window, Granularity per, List<Long> counts) {

  /**
   * Checks the counts.
   *
   * @param window the days of the whole window
   * @param per the length of the periods
   * @param counts the customers active in exactly 1, 2, 3 ... periods
   * @throws IllegalArgumentException if there is no period or a count is negative
   */
  public StickinessHistogram {
    requireNonNull(window, "window");
    requireNonNull(per, "per");
    counts = List.copyOf(counts);
    if (counts.isEmpty()) {
      throw new IllegalArgumentException("counts ([]) must be one for each period of the window");
    }
    counts.forEach(count -> EngagementChecks.count("count", count));
  }

  /**
   * Returns the length of the window.
   *
   * @return the number of its periods, at least 1
   */
  public int periods() {
    return counts.size();
  }

  /**
   * Returns the customers active in the window.
   *
   * @return the sum of the counts, 0 or more
   */
  public long activeCustomers() {
    return atLeast(1);
  }

  /**
   * Returns the customers active in exactly n periods.
   *
   * @param n from 1 to {@link #periods()}
   * @return 0 or more
   * @throws IndexOutOfBoundsException if n is not from 1 to the number of periods
   */
  public long exactly(int n) {
    return counts.get(checked(n) - 1);
  }

  /**
   * Returns the customers active in n periods or more.
   *
   * @param n from 1 to {@link #periods()}
   * @return 0 or more, never more for a larger n
   * @throws IndexOutOfBoundsException if n is not from 1 to the number of periods
   */
  public long atLeast(int n) {
    return counts.subList(checked(n) - 1, counts.size()).stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Returns the share of the active customers that were active in exactly n periods.
   *
   * @param n from 1 to {@link #periods()}
   * @return the share; empty if nobody was active
   * @throws IndexOutOfBoundsException if n is not from 1 to the number of periods
   */
  public Optional<Proportion> shareExactly(int n) {
    return Proportion.ifAny(exactly(n), activeCustomers());
  }

  /**
   * Returns the share of the active customers that were active in n periods or more.
   *
   * @param n from 1 to {@link #periods()}
   * @return the share; empty if nobody was active
   * @throws IndexOutOfBoundsException if n is not from 1 to the number of periods
   */
  public Optional<Proportion> shareAtLeast(int n) {
    return Proportion.ifAny(atLeast(n), activeCustomers());
  }

  /**
   * Returns the power-user curve: the share of the active customers by number of active periods.
   * Where it rises again towards its right end, there are customers that come almost daily.
   *
   * @return the shares for exactly 1, 2, 3 ... periods, which sum to 1; without elements if nobody
   *     was active
   * @see <a href="https://andrewchen.com/power-user-curve">Jin, The Power User Curve (2018)</a>
   */
  public List<Proportion> powerUserCurve() {
    return IntStream.rangeClosed(1, periods())
        .mapToObj(this::shareExactly)
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Returns in how many periods an active customer was active on average.
   *
   * @return the mean, from 1 to the number of periods; empty if nobody was active
   */
  public OptionalDouble averageActivePeriods() {
    long customers = activeCustomers();
    if (customers == 0) {
      return OptionalDouble.empty();
    }
    long sum = IntStream.rangeClosed(1, periods()).mapToLong(n -> n * exactly(n)).sum();
    return OptionalDouble.of((double) sum / customers);
  }

  private int checked(int n) {
    return Objects.checkIndex(n - 1, counts.size()) + 1;
  }
}
