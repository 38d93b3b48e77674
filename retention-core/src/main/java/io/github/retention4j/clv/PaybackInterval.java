package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Comparator;

/**
 * Between which times a cost is paid back, both included. The later end may be {@link Payback.Never
 * never}, and the earlier one as well: then no curve of enough customers pays it back.
 *
 * @param earliest the earlier end
 * @param latest the later end
 * @param level the chance with which such intervals hold the true time, in (0, 1)
 * @param method how the interval was made
 */
public record PaybackInterval(Payback earliest, Payback latest, double level, String method) {

  static final Comparator<Payback> EARLIER_FIRST =
      Comparator.comparingLong(
          payback -> payback instanceof Payback.After after ? after.periods() : Long.MAX_VALUE);

  /**
   * Checks the ends.
   *
   * @param earliest the earlier end
   * @param latest the later end
   * @param level the confidence level
   * @param method how the interval was made
   * @throws IllegalArgumentException if the earlier end is after the later one, or the level is not
   *     between 0 and 1
   */
  public PaybackInterval {
    requireNonNull(earliest, "earliest");
    requireNonNull(latest, "latest");
    requireNonNull(method, "method");
    Checks.level(level);
    if (EARLIER_FIRST.compare(earliest, latest) > 0) {
      throw new IllegalArgumentException(
          "earliest (" + earliest + ") must not be after latest (" + latest + ")");
    }
  }

  /**
   * Tells whether a time lies in the interval, ends included.
   *
   * @param payback a time counted in the same periods, or never
   * @return true if it is neither earlier nor later
   */
  public boolean contains(Payback payback) {
    return EARLIER_FIRST.compare(earliest, payback) <= 0
        && EARLIER_FIRST.compare(payback, latest) <= 0;
  }

  /**
   * Returns the ends and the level.
   *
   * @return for example {@code [7, not reached] 95 % bootstrap percentile over customers}
   */
  @Override
  public String toString() {
    return "["
        + words(earliest)
        + ", "
        + words(latest)
        + "] "
        + ConfidenceInterval.words(level, method);
  }

  private static String words(Payback payback) {
    return payback instanceof Payback.After after ? after.periods() + "" : "not reached";
  }
}
