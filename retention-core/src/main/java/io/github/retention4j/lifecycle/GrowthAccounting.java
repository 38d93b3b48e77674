package io.github.retention4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Growth accounting: new, retained, resurrected and churned customers of each complete period. Made
 * by {@link LifecycleTable#growth()}.
 *
 * <p>From one reported period to the next, active(t) = active(t-1) + new(t) + resurrected(t) -
 * churned(t), to the customer.
 *
 * <p>Worked table, months: A active in January, February and March; B in January and March; C in
 * February and April; observed until 10 April.
 *
 * <pre>{@code
 *        new  retained  resurrected  churned  active  quick ratio
 * Jan      2         0            0        0       2  nobody lost
 * Feb      1         1            0        1       2  1
 * Mar      0         1            1        1       2  1
 * Apr, so far: C resurrected, A and B not yet back
 * }</pre>
 *
 * @param per the length of the periods
 * @param periods the complete periods that the history can tell, in order, without a gap
 * @param openSoFar what was seen of the period under way; empty if the last reported period ends
 *     with the observation, or the history cannot tell
 */
public record GrowthAccounting(
    Granularity per, List<GrowthPeriod> periods, Optional<GrowthSoFar> openSoFar) {

  /**
   * Checks that each period starts from where the one before ended.
   *
   * @param per the length of the periods
   * @param periods the complete periods, in order, without a gap
   * @param openSoFar what was seen of the period under way
   * @throws IllegalArgumentException if a period is missing, or one, be it under way, begins with
   *     another number of active customers than the one before ended with
   */
  public GrowthAccounting {
    requireNonNull(per, "per");
    requireNonNull(openSoFar, "openSoFar");
    periods = List.copyOf(periods);
    for (int i = 1; i < periods.size(); i++) {
      requireAdjoining(periods.get(i - 1), periods.get(i));
    }
    if (!periods.isEmpty() && openSoFar.isPresent()) {
      requireAdjoining(periods.get(periods.size() - 1), openSoFar.get());
    }
  }

  private static void requireAdjoining(GrowthPeriod before, GrowthSoFar open) {
    long activeBefore = open.retainedSoFar() + open.notYetBack();
    requireActive("retained so far + not yet back", activeBefore, open.label(), before);
  }

  private static void requireAdjoining(GrowthPeriod before, GrowthPeriod now) {
    if (now.period() != before.period() + 1) {
      throw new IllegalArgumentException(
          "period (" + now.period() + ") must follow " + before.period());
    }
    requireActive("retained + churned", now.activeBefore(), now.label(), before);
  }

  private static void requireActive(
      String name, long activeBefore, String label, GrowthPeriod before) {
    if (activeBefore != before.active()) {
      throw new IllegalArgumentException(
          name
              + " ("
              + activeBefore
              + ") of "
              + label
              + " must be the customers active in "
              + before.label()
              + " ("
              + before.active()
              + ")");
    }
  }

  static GrowthAccounting of(LifecycleRows rows, LifecycleTally tally) {
    PeriodAxis axis = rows.grid.axis();
    List<GrowthPeriod> periods =
        IntStream.range(rows.firstReported, rows.complete)
            .mapToObj(period -> period(axis, period, tally))
            .toList();
    return new GrowthAccounting(axis.granularity(), periods, openSoFar(rows, tally));
  }

  private static GrowthPeriod period(PeriodAxis axis, int period, LifecycleTally tally) {
    return new GrowthPeriod(
        period,
        axis.label(period),
        axis.range(period),
        tally.began[period],
        tally.retained[period],
        tally.resurrected[period],
        tally.churned[period]);
  }

  private static Optional<GrowthSoFar> openSoFar(LifecycleRows rows, LifecycleTally tally) {
    PeriodAxis axis = rows.grid.axis();
    int open = rows.complete;
    if (open == axis.size()
        || open < rows.firstReported
        || !axis.range(open).start().isBefore(rows.grid.observationEndExclusive())) {
      return Optional.empty();
    }
    return Optional.of(
        new GrowthSoFar(
            axis.label(open),
            axis.range(open),
            tally.began[open],
            tally.retained[open],
            tally.resurrected[open],
            tally.churned[open]));
  }
}
