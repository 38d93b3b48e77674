package io.github.retention4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;

/**
 * Tells new, returning, resurrected and dormant customers apart, period by period, on an axis of
 * any granularity.
 *
 * <p>Default: {@link LifecycleHistory#beginsWithAxis()}, nobody was active before the axis, so that
 * everyone in its first period is new. Where the axis begins later than the business, choose
 * another history.
 */
public final class LifecycleCalculator {

  private final LifecycleHistory history;

  private LifecycleCalculator(LifecycleHistory history) {
    this.history = requireNonNull(history, "history");
  }

  /**
   * Returns the calculator with its defaults.
   *
   * @return the calculator
   */
  public static LifecycleCalculator withDefaults() {
    return new LifecycleCalculator(LifecycleHistory.beginsWithAxis());
  }

  /**
   * Chooses what is known from before the reported periods.
   *
   * @param history the history
   * @return a calculator with that history
   */
  public LifecycleCalculator with(LifecycleHistory history) {
    return new LifecycleCalculator(history);
  }

  /**
   * Returns what is known from before the reported periods.
   *
   * @return the history
   */
  public LifecycleHistory history() {
    return history;
  }

  /**
   * Computes the states.
   *
   * @param grid the activity
   * @return the table of all periods that are complete and that the history can tell
   * @throws IllegalArgumentException if the history names a first day to report that is not on the
   *     axis or in its first period, or a customer first seen after its first activity
   */
  public LifecycleTable calculate(ActivityGrid grid) {
    return new LifecycleTable(new LifecycleRows(grid, history));
  }
}
