package io.github.retention4j.revenue;

import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The movements of one period from nothing but the revenue at every close, customer by customer.
 */
final class SlowBridge {

  final Map<RevenueMovement, BigDecimal> amounts = new EnumMap<>(RevenueMovement.class);
  final Map<RevenueMovement, Integer> counts = new EnumMap<>(RevenueMovement.class);
  final Map<LossReason, BigDecimal> losses = new EnumMap<>(LossReason.class);

  private final RevenueGrid grid;
  private final int period;
  private final OptionalLong window;

  /** A window of empty days is any gap, one of zero never. */
  SlowBridge(RevenueGrid grid, int period, OptionalLong window) {
    this.grid = grid;
    this.period = period;
    this.window = window;
    for (RevenueMovement movement : RevenueMovement.values()) {
      amounts.put(movement, BigDecimal.ZERO);
      counts.put(movement, 0);
    }
    for (LossReason reason : LossReason.values()) {
      losses.put(reason, BigDecimal.ZERO);
    }
    for (int row = 0; row < grid.rows(); row++) {
      add(row);
    }
  }

  private void add(int row) {
    BigDecimal before = at(row, period - 1);
    BigDecimal after = at(row, period);
    BigDecimal exchange = exchange(row);
    if (before.signum() == 0 && after.signum() > 0) {
      add(isBack(row) ? RevenueMovement.REACTIVATION : RevenueMovement.NEW, after);
    } else if (before.signum() > 0 && after.signum() == 0) {
      add(RevenueMovement.CHURN, before);
      losses.merge(reason(row), before, BigDecimal::add);
    } else {
      BigDecimal own = after.subtract(before).subtract(exchange);
      if (exchange.signum() != 0) {
        add(RevenueMovement.FOREIGN_EXCHANGE, exchange);
      }
      if (own.signum() != 0) {
        add(own.signum() > 0 ? RevenueMovement.EXPANSION : RevenueMovement.CONTRACTION, own.abs());
      }
    }
  }

  private void add(RevenueMovement movement, BigDecimal amount) {
    amounts.merge(movement, amount, BigDecimal::add);
    counts.merge(movement, 1, Integer::sum);
  }

  private BigDecimal at(int row, int close) {
    return BigDecimal.valueOf(grid.unitsAt(row, close), grid.decimals());
  }

  private int step(int row) {
    for (int step = grid.steps().rowStart[row]; step < grid.steps().rowStart[row + 1]; step++) {
      if (grid.steps().periods[step] == period) {
        return step;
      }
    }
    return -1;
  }

  private BigDecimal exchange(int row) {
    int step = step(row);
    long units = step < 0 ? 0 : grid.steps().foreignExchangeAt(step);
    return BigDecimal.valueOf(units, grid.decimals());
  }

  private LossReason reason(int row) {
    return grid.steps().reasonAt(step(row));
  }

  private boolean isBack(int row) {
    LocalDate back = grid.axis().range(period).start();
    for (int close = period - 1; close >= 0; close--) {
      if (grid.unitsAt(row, close - 1) > 0) {
        LocalDate gone = grid.axis().range(close).start();
        return holds(back.toEpochDay() - gone.toEpochDay());
      }
    }
    int since = grid.steps().formerSince(row);
    return since != RevenueSteps.NEVER && holds(back.toEpochDay() - since);
  }

  private boolean holds(long days) {
    return window.isEmpty() || days <= window.getAsLong();
  }

  Money money(RevenueMovement movement) {
    return new Money(grid.currency(), amounts.getOrDefault(movement, BigDecimal.ZERO));
  }

  static BigDecimal total(RevenueGrid grid, int close) {
    BigDecimal total = BigDecimal.ZERO;
    for (int row = 0; row < grid.rows(); row++) {
      total = total.add(BigDecimal.valueOf(grid.unitsAt(row, close), grid.decimals()));
    }
    return total;
  }

  static long heads(RevenueGrid grid, int close) {
    long heads = 0;
    for (int row = 0; row < grid.rows(); row++) {
      heads += grid.unitsAt(row, close) > 0 ? 1 : 0;
    }
    return heads;
  }
}
