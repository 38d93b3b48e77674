package io.github.retention4j.survival;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.revenue.LossReason;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.revenue.RevenueStay;
import io.github.retention4j.time.TimeScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lifetimes in whole periods of revenue, as told by the complete periods of a grid. */
final class RevenueLifetimes {

  private final RevenueGrid grid;
  private final ReturningCustomers returning;
  private final List<CustomerId> customers = new ArrayList<>();
  private final List<Integer> durations = new ArrayList<>();
  private final List<LifetimeEnd> ends = new ArrayList<>();
  private final List<CustomerId> unknown = new ArrayList<>();

  private RevenueLifetimes(RevenueGrid grid, ReturningCustomers returning) {
    this.grid = grid;
    this.returning = returning;
  }

  static LifetimeSample sample(
      RevenueGrid grid,
      ReturningCustomers returning,
      UnknownStarts unknownStarts,
      TimeScale timeScale,
      double periodLength) {
    RevenueLifetimes lifetimes = new RevenueLifetimes(grid, returning);
    for (int row = 0; row < grid.rows(); row++) {
      lifetimes.add(row);
    }
    if (unknownStarts == UnknownStarts.REFUSED) {
      lifetimes.requireKnown();
    }
    return lifetimes.toSample(timeScale, periodLength);
  }

  private void add(int row) {
    List<RevenueStay> stays = grid.stays(row);
    if (returning == ReturningCustomers.FIRST_LOSS_ENDS) {
      if (grid.wasLostBefore(row)) {
        unknown.add(grid.customer(row));
      } else if (!stays.isEmpty()) {
        add(grid.customer(row), stays.get(0));
      }
    } else {
      stays.forEach(stay -> add(grid.customer(row), stay));
    }
  }

  private void add(CustomerId customer, RevenueStay stay) {
    if (stay.firstPeriod().isEmpty()) {
      unknown.add(customer);
      return;
    }
    int first = stay.firstPeriod().getAsInt();
    int complete = grid.completePeriods();
    if (first >= complete) {
      return;
    }
    int loss = stay.lossPeriod().orElse(complete);
    customers.add(customer);
    durations.add(Math.min(loss, complete - 1) - first);
    ends.add(
        loss < complete ? LifetimeEnd.left(word(stay.lossReason())) : LifetimeEnd.stillActive());
  }

  private static String word(Optional<LossReason> reason) {
    return reason.orElseThrow().name().toLowerCase(Locale.ROOT);
  }

  private void requireKnown() {
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "customer ("
              + unknown.get(0)
              + ") must have begun within the data; "
              + unknown.size()
              + " began earlier: begin the periods earlier, or have them left out");
    }
  }

  private LifetimeSample toSample(TimeScale timeScale, double periodLength) {
    if (durations.isEmpty()) {
      throw new IllegalArgumentException(
          "customers (0) must be one or more that began within the complete periods");
    }
    double[] times = durations.stream().mapToDouble(it -> it * periodLength).toArray();
    return LifetimeSample.fromStart(timeScale, times, ends).withCustomers(customers);
  }
}
