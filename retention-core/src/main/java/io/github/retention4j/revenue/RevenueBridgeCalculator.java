package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.Work;
import io.github.retention4j.time.PeriodAxis;

/**
 * Tells what moved recurring revenue from period to period.
 *
 * <p>Defaults: a customer who returns is reactivated {@link ReactivationWindow#anyGap() after any
 * gap}, and where the bridge has longer periods than the grid, what counts is the {@link
 * MovementCounting#NET_OF_PERIOD net of the period}.
 *
 * <p>Worked table, months, opening known: A has 100 and goes on with 130 from February; B begins in
 * February with 20 and ends in March; C had 50 and ends in March. February: opening 150, new 20,
 * expansion 30, closing 200. March: opening 200, churn 70, closing 130. In heads 2 + 1 = 3 and 3 -
 * 2 = 1.
 *
 * <p>One pass over the steps of the grid. Sums have 128 bits, so that none overflows, and none
 * depends on the number of threads.
 */
public final class RevenueBridgeCalculator {

  private final ReactivationWindow window;
  private final MovementCounting counting;

  private RevenueBridgeCalculator(ReactivationWindow window, MovementCounting counting) {
    this.window = requireNonNull(window, "window");
    this.counting = requireNonNull(counting, "counting");
  }

  /**
   * Returns the calculator with its defaults.
   *
   * @return the calculator
   */
  public static RevenueBridgeCalculator withDefaults() {
    return new RevenueBridgeCalculator(ReactivationWindow.anyGap(), MovementCounting.NET_OF_PERIOD);
  }

  /**
   * Chooses for how long a customer who returns is reactivated.
   *
   * @param newWindow the window
   * @return a calculator with that choice
   */
  public RevenueBridgeCalculator with(ReactivationWindow newWindow) {
    return new RevenueBridgeCalculator(newWindow, counting);
  }

  /**
   * Chooses what counts where the bridge has longer periods than the grid.
   *
   * @param newCounting net changes, or every movement
   * @return a calculator with that choice
   */
  public RevenueBridgeCalculator with(MovementCounting newCounting) {
    return new RevenueBridgeCalculator(window, newCounting);
  }

  /**
   * Computes the bridge over the periods of the grid, in this thread.
   *
   * @param grid the revenue
   * @return the bridge over each complete period whose opening is known
   */
  public RevenueBridge calculate(RevenueGrid grid) {
    return calculate(grid, grid.axis(), Work.inThisThread());
  }

  /**
   * Computes the bridge over longer periods.
   *
   * @param grid the revenue
   * @param axis periods of which each covers whole periods of the grid, such as months for days
   * @param work how many threads; one pass is over too soon to tell of progress
   * @return the bridge over each complete period whose opening is known, the same for any number of
   *     threads
   * @throws IllegalArgumentException if a period of the grid does not lie within one of those, or
   *     net changes are asked for where no customer has revenue at the close of any of them
   */
  public RevenueBridge calculate(RevenueGrid grid, PeriodAxis axis, Work work) {
    boolean net = counting == MovementCounting.NET_OF_PERIOD && !axis.equals(grid.axis());
    RevenueGrid source = net ? grid.rolledUpTo(axis) : grid;
    BridgeCut cut = BridgeCut.of(source, axis);
    return bridge(source, cut, window, counting, work);
  }

  static RevenueBridge bridge(
      RevenueGrid grid, BridgeCut cut, ReactivationWindow window, MovementCounting counting) {
    return bridge(grid, cut, window, counting, Work.inThisThread());
  }

  private static RevenueBridge bridge(
      RevenueGrid grid,
      BridgeCut cut,
      ReactivationWindow window,
      MovementCounting counting,
      Work work) {
    MovementWalk walk = new MovementWalk(grid, cut, window);
    BridgeSums sums = BridgeSums.of(grid, walk, cut.size(), work);
    return new RevenueBridge(grid, cut, window, counting, sums);
  }
}
