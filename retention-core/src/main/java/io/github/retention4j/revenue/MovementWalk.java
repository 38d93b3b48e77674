package io.github.retention4j.revenue;

import java.util.Arrays;

/** Walks the steps of a customer and says what moved when. */
final class MovementWalk {

  /** Takes what a customer had at the opening, and each of its movements in order of time. */
  interface Sink {

    /** Takes the revenue at the opening, over 0. */
    void opening(long units);

    /** Takes a movement: its period of the bridge, its slot and its amount, losses positive. */
    void move(int period, int slot, long units, int step);
  }

  static final int NEW = 0;
  static final int REACTIVATION = 1;
  static final int EXPANSION = 2;
  static final int CONTRACTION = 3;
  static final int FOREIGN_EXCHANGE = 4;

  /** Followed by the other reasons, in the order of their codes. */
  static final int CHURN = 5;

  static final int SLOTS = CHURN + LossReason.values().length;

  private static final int NEVER = RevenueSteps.NEVER;

  private final RevenueSteps steps;
  private final ReactivationWindow window;
  private final int[] periodOf;
  private final int[] startDay;
  private final int end;

  /**
   * Cuts a grid into the periods of a bridge.
   *
   * @param grid the grid
   * @param cut the periods of the bridge
   * @param window how long a customer may be away
   */
  MovementWalk(RevenueGrid grid, BridgeCut cut, ReactivationWindow window) {
    this.steps = grid.steps();
    this.window = window;
    this.periodOf = cut.numberOf(grid.axis());
    this.end = cut.size();
    this.startDay = new int[grid.axis().size()];
    Arrays.setAll(startDay, period -> (int) grid.axis().range(period).start().toEpochDay());
  }

  /** Walks the row of a customer. */
  void walk(int row, Sink sink) {
    long before = 0;
    int lostOn = steps.formerSince(row);
    int step = steps.rowStart[row];
    int endStep = steps.rowStart[row + 1];
    for (; step < endStep && isBefore(steps.periods[step]); step++) {
      long after = steps.units[step];
      lostOn = after == 0 ? startDay[steps.periods[step]] : lostOn;
      before = after;
    }
    if (before > 0) {
      sink.opening(before);
    }
    for (; step < endStep && periodOf[steps.periods[step]] < end; step++) {
      move(step, before, lostOn, sink);
      before = steps.units[step];
      lostOn = before == 0 ? startDay[steps.periods[step]] : lostOn;
    }
  }

  private boolean isBefore(int period) {
    return period == RevenueSteps.OPENING || periodOf[period] < 0;
  }

  private void move(int step, long before, int lostOn, Sink sink) {
    int period = periodOf[steps.periods[step]];
    long after = steps.units[step];
    if (before == 0) {
      boolean back = lostOn != NEVER && window.holds((long) startDay[steps.periods[step]] - lostOn);
      sink.move(period, back ? REACTIVATION : NEW, after, step);
    } else if (after == 0) {
      sink.move(period, CHURN + steps.reasonAt(step).code(), before, step);
    } else {
      moveOn(period, after - before, step, sink);
    }
  }

  /** A customer who goes on: foreign exchange first, and what is left is its own doing. */
  private void moveOn(int period, long change, int step, Sink sink) {
    long exchange = steps.foreignExchangeAt(step);
    long own = Math.subtractExact(change, exchange);
    if (exchange != 0) {
      sink.move(period, FOREIGN_EXCHANGE, exchange, step);
    }
    if (own > 0) {
      sink.move(period, EXPANSION, own, step);
    } else if (own < 0) {
      sink.move(period, CONTRACTION, Math.negateExact(own), step);
    }
  }
}
