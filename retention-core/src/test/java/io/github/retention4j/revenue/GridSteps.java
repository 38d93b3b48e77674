package io.github.retention4j.revenue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the steps of a grid say, for the tests of those who build one. */
public final class GridSteps {

  private GridSteps() {}

  /** The periods of all steps, customer by customer. */
  public static List<Integer> periods(RevenueGrid grid) {
    return Arrays.stream(grid.steps().periods).boxed().toList();
  }

  /** The foreign exchange of the step in a period, 0 where there is none. */
  public static long exchangeAt(RevenueGrid grid, int row, int period) {
    RevenueSteps steps = grid.steps();
    int step = steps.stepAt(row, period);
    boolean isStep = step >= steps.rowStart[row] && steps.periods[step] == period;
    return isStep ? steps.foreignExchangeAt(step) : 0;
  }

  /** The reason of the step that holds at the close of a period. */
  public static LossReason reasonAt(RevenueGrid grid, int row, int period) {
    return grid.steps().reasonAt(grid.steps().stepAt(row, period));
  }

  /** The day from which a customer of earlier times had no revenue. */
  public static Optional<LocalDate> formerSince(RevenueGrid grid, int row) {
    int day = grid.steps().formerSince(row);
    return day == RevenueSteps.NEVER ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
  }
}
