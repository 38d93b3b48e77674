package io.github.retention4j.revenue;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random grids: few customers and values, so that ends, returns and equal amounts are common. */
final class RandomRevenue {

  static final Currency USD = Currency.getInstance("USD");

  /** Over a leap day. */
  static final DateRange DAYS = DateRange.ofDays(LocalDate.of(2024, 1, 1), 121);

  private static final LossReason[] REASONS = LossReason.values();

  private RandomRevenue() {}

  /** Grids on months; the last may be open, the opening unknown. */
  static Arbitrary<RevenueGrid> onMonths() {
    return grids(PeriodAxis.months(DAYS), 60);
  }

  /** Grids on days. */
  static Arbitrary<RevenueGrid> onDays() {
    return grids(PeriodAxis.days(DAYS), 12);
  }

  private static Arbitrary<RevenueGrid> grids(PeriodAxis axis, int percent) {
    return Combinators.combine(
            Arbitraries.longs(),
            Arbitraries.integers().between(1, 9),
            Arbitraries.of(false, true),
            Arbitraries.of(0, 0, 1, 9),
            Arbitraries.of(0, 0, 1))
        .as(
            (seed, customers, numbers, openDays, first) -> {
              LocalDate end = DAYS.endExclusive().minusDays(openDays);
              RevenueShape shape = new RevenueShape(axis, end, USD, 1, first);
              return grid(new Random(seed), shape, customers, numbers, percent);
            })
        .withoutEdgeCases();
  }

  private static RevenueGrid grid(
      Random random, RevenueShape shape, int customers, boolean numbers, int percent) {
    RevenueGridBuilder builder = new RevenueGridBuilder(shape);
    for (int customer = 0; customer < customers; customer++) {
      if (numbers) {
        builder.startCustomer(customer - 3L);
      } else {
        builder.startCustomer(CustomerId.of("c" + customer));
      }
      writeRow(random, builder, shape.begunPeriods(), percent, customer == 0);
    }
    return builder.grid();
  }

  private static void writeRow(
      Random random, RevenueGridBuilder builder, int periods, int percent, boolean atLeastOne) {
    if (random.nextInt(4) == 0) {
      builder.formerCustomer(DAYS.start().minusDays(random.nextInt(40)));
    }
    long before = 0;
    for (int period = 0; period < periods; period++) {
      boolean must = atLeastOne && period == 0;
      if (must || random.nextInt(100) < percent) {
        long after = must ? 50 : Math.max(0, 10L * (random.nextInt(9) - 2));
        boolean goesOn = before > 0 && after > 0;
        long exchange = goesOn && random.nextBoolean() ? random.nextInt(7) - 3 : 0;
        builder.step(period, after, exchange, REASONS[random.nextInt(REASONS.length)]);
        before = after;
      }
    }
  }

  /** The periods that a bridge of the grid has. */
  static List<Integer> bridged(RevenueGrid grid) {
    List<Integer> periods = new ArrayList<>();
    for (int period = grid.firstPeriod(); period < grid.completePeriods(); period++) {
      periods.add(period);
    }
    return periods;
  }
}
