package io.github.retention4j.cohort;

import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.internal.numeric.WideSums;
import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.util.Arrays;

/** The amounts of one cohort by column, summed exactly. */
final class AmountSums {

  private final WideSums units;
  private final WideSums squares;
  private final long[] events;
  private final int[] payers;
  private int members;

  AmountSums(int columns) {
    this.units = new WideSums(columns);
    this.squares = new WideSums(columns);
    this.events = new long[columns];
    this.payers = new int[columns];
  }

  int columns() {
    return events.length;
  }

  int members() {
    return members;
  }

  long events(int column) {
    return events[column];
  }

  int payers(int column) {
    return payers[column];
  }

  void enter() {
    members++;
  }

  void addPayer(int column) {
    payers[column]++;
  }

  /** Adds an amount of a member who has some in that column already, or nothing. */
  void add(int column, long already, long more, long eventsOfMore) {
    units.add(column, more);
    squares.addSquares(column, Math.addExact(already, more), already);
    events[column] += eventsOfMore;
  }

  void addAll(AmountSums other) {
    units.addAll(other.units);
    squares.addAll(other.squares);
    for (int column = 0; column < other.columns(); column++) {
      events[column] += other.events[column];
      payers[column] += other.payers[column];
    }
    members += other.members;
  }

  /** Adds to each column all those before it. */
  void accumulate() {
    units.accumulate();
    squares.accumulate();
    Arrays.parallelPrefix(events, Long::sum);
    Arrays.parallelPrefix(payers, Integer::sum);
  }

  Money sum(int column, AmountGrid grid) {
    return new Money(grid.currency(), new BigDecimal(units.get(column), grid.decimals()));
  }

  CohortAmount amount(int column, AmountGrid grid) {
    return new CohortAmount(
        sum(column, grid),
        events[column],
        payers[column],
        members,
        new BigDecimal(squares.get(column), Math.multiplyExact(2, grid.decimals())));
  }
}
