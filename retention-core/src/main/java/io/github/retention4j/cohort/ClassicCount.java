package io.github.retention4j.cohort;

import io.github.retention4j.activity.ActivityGrid;
import java.util.Arrays;

/**
 * Counts the usual tables, of first events and activity in the period itself or from it on, twice
 * as fast as one customer at a time: how many periods a customer was active in is no pattern that a
 * processor can foresee, so no branch here hangs on it. The counts of all cohorts lie behind each
 * other.
 */
final class ClassicCount {

  /** The counts of that many periods take 32 MiB. */
  private static final int MOST_PERIODS = 1 << 12;

  private final ActivityGrid grid;
  private final Tally tally;
  private final int[] base;
  private final int[] counts;
  private int[] steps = {};

  private ClassicCount(ActivityGrid grid, Tally tally) {
    int periods = grid.axis().size();
    this.grid = grid;
    this.tally = tally;
    this.base = new int[periods];
    this.counts = new int[periods * (periods + 1) / 2];
    for (int start = 1; start < periods; start++) {
      base[start] = base[start - 1] + periods - start;
    }
  }

  static boolean suits(CohortSource source) {
    return (source.tally() instanceof Tally.OnPeriod || source.tally() instanceof Tally.OnOrAfter)
        && source.returns().allCount()
        && source.startsAreFirstReturns()
        && source.grid().axis().size() <= MOST_PERIODS;
  }

  static CountTable count(CohortSource source, CohortSource.Chunks chunks) {
    ClassicCount count = new ClassicCount(source.grid(), source.tally());
    chunks.forEach(source.tally() instanceof Tally.OnPeriod ? count::addCells : count::addLast);
    return count.toTable();
  }

  /**
   * Adds some rows: first where in {@code counts} each row is at home, as steps, then its cells.
   */
  private void addCells(int fromRow, int toRow) {
    int firstCell = grid.firstCell(fromRow);
    int cells = grid.endCell(toRow - 1) - firstCell;
    if (steps.length < cells) {
      steps = new int[cells];
    }
    int before = 0;
    for (int row = fromRow; row < toRow; row++) {
      int cell = grid.firstCell(row);
      int home = base[grid.periodAt(cell)];
      steps[cell - firstCell] = home - before;
      before = home;
    }
    int home = 0;
    for (int i = 0; i < cells; i++) {
      home += steps[i];
      counts[home + grid.periodAt(firstCell + i)]++;
    }
    Arrays.fill(steps, 0, cells, 0);
  }

  /** Adds the last cell of some rows. */
  private void addLast(int fromRow, int toRow) {
    for (int row = fromRow; row < toRow; row++) {
      int home = base[grid.periodAt(grid.firstCell(row))];
      counts[home + grid.periodAt(grid.endCell(row) - 1)]++;
    }
  }

  private CountTable toTable() {
    CountTable table = new CountTable(tally, base.length);
    for (int start = 0; start < base.length; start++) {
      int from = base[start] + start;
      int[] ofCohort = Arrays.copyOfRange(counts, from, from + base.length - start);
      int size = tally instanceof Tally.OnPeriod ? ofCohort[0] : Arrays.stream(ofCohort).sum();
      if (size > 0) {
        table.put(start, size, ofCohort);
      }
    }
    return table;
  }
}
