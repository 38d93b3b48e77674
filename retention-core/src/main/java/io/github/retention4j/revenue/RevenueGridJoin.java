package io.github.retention4j.revenue;

import io.github.retention4j.money.CurrencyMismatchException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Puts rows together: those of several grids side by side, or those of one customer into one. */
final class RevenueGridJoin {

  private RevenueGridJoin() {}

  /** Returns the grid of all customers of several grids that have none in common. */
  static RevenueGrid sideBySide(List<RevenueGrid> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts (0) must be at least one");
    }
    RevenueShape shape = parts.get(0).shape();
    RevenueGridBuilder builder = new RevenueGridBuilder(shape);
    for (RevenueGrid part : parts) {
      requireSame(shape, part.shape());
      for (int row = 0; row < part.rows(); row++) {
        builder.copyRow(part.keys(), part.steps(), row);
      }
    }
    return builder.grid();
  }

  private static void requireSame(RevenueShape shape, RevenueShape other) {
    if (!shape.currency().equals(other.currency())) {
      throw new CurrencyMismatchException(shape.currency(), other.currency(), "currency of a part");
    }
    if (!shape.equals(other)) {
      throw new IllegalArgumentException(
          "parts must have the same periods, end of observation, decimals and first period, but "
              + shape
              + " and "
              + other
              + " differ");
    }
  }

  /** Returns the grid in which aliases are the customers that they stand for. */
  static RevenueGrid resolve(RevenueGrid grid, CustomerAliases aliases) {
    aliases.requireKnown(customer -> grid.keys().rowOf(customer) >= 0);
    int[] customerOf = new int[grid.rows()];
    Arrays.setAll(customerOf, row -> row);
    aliases
        .toMap()
        .forEach(
            (alias, customer) ->
                customerOf[grid.keys().rowOf(alias)] = grid.keys().rowOf(customer));
    RevenueGridBuilder builder = new RevenueGridBuilder(grid.shape());
    int[][] aliasesOf = aliasesOf(customerOf);
    for (int row = 0; row < grid.rows(); row++) {
      if (aliasesOf[row].length > 0) {
        builder.startCustomer(grid.keys(), row);
        new OneCustomer(grid, withLast(aliasesOf[row], row)).writeTo(builder);
      } else if (customerOf[row] == row) {
        builder.copyRow(grid.keys(), grid.steps(), row);
      }
    }
    return builder.grid();
  }

  private static int[][] aliasesOf(int[] customerOf) {
    int[][] aliases = new int[customerOf.length][0];
    for (int row = 0; row < customerOf.length; row++) {
      if (customerOf[row] != row) {
        aliases[customerOf[row]] = withLast(aliases[customerOf[row]], row);
      }
    }
    return aliases;
  }

  private static int[] withLast(int[] rows, int row) {
    int[] more = Arrays.copyOf(rows, rows.length + 1);
    more[rows.length] = row;
    return more;
  }

  /** Several rows of one grid that are one customer: its revenue is their sum. */
  private static final class OneCustomer {

    private final RevenueGrid grid;
    private final int[] rows;

    OneCustomer(RevenueGrid grid, int[] rows) {
      this.grid = grid;
      this.rows = rows;
    }

    void writeTo(RevenueGridBuilder builder) {
      RevenueSteps steps = grid.steps();
      if (sumAt(RevenueSteps.OPENING) == 0) {
        int last = Arrays.stream(rows).reduce(rows[0], this::laterFormer);
        builder.copyFormer(steps, last);
      }
      Arrays.stream(rows)
          .flatMap(row -> IntStream.range(steps.rowStart[row], steps.rowStart[row + 1]))
          .map(step -> steps.periods[step])
          .sorted()
          .distinct()
          .forEach(period -> writeStep(builder, period));
    }

    private int laterFormer(int row, int other) {
      return grid.steps().formerSince(other) > grid.steps().formerSince(row) ? other : row;
    }

    private void writeStep(RevenueGridBuilder builder, int period) {
      long exchange = 0;
      LossReason reason = LossReason.UNKNOWN;
      boolean mixed = false;
      for (int row : rows) {
        int step = grid.steps().stepAt(row, period);
        if (step >= grid.steps().rowStart[row] && grid.steps().periods[step] == period) {
          exchange = Math.addExact(exchange, grid.steps().foreignExchangeAt(step));
          LossReason next = grid.steps().reasonAt(step);
          mixed |= reason != LossReason.UNKNOWN && next != LossReason.UNKNOWN && next != reason;
          reason = next == LossReason.UNKNOWN ? reason : next;
        }
      }
      builder.step(period, sumAt(period), exchange, mixed ? LossReason.UNKNOWN : reason);
    }

    private long sumAt(int period) {
      try {
        return Arrays.stream(rows)
            .mapToLong(row -> grid.steps().unitsAt(row, period))
            .reduce(0, Math::addExact);
      } catch (ArithmeticException overflow) {
        throw new IllegalArgumentException(
            "revenue of customer "
                + grid.customer(rows[rows.length - 1])
                + " and its aliases in "
                + grid.shape().label(period)
                + " must be at most "
                + grid.shape().most(),
            overflow);
      }
    }
  }
}
