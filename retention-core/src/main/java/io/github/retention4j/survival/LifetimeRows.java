package io.github.retention4j.survival;

import org.jspecify.annotations.Nullable;

/**
 * The ends, or the entries, of all rows of a sample or of some; entries count as no losses.
 *
 * @param sample the sample
 * @param some the numbers of the rows, or null for all
 * @param entries whether times are entries
 */
@SuppressWarnings("ArrayRecordComponent") // only read
record LifetimeRows(LifetimeSample sample, int @Nullable [] some, boolean entries)
    implements ExitCounts.Rows {

  static LifetimeRows all(LifetimeSample sample) {
    return new LifetimeRows(sample, null, false);
  }

  static LifetimeRows of(LifetimeSample sample, int[] rows) {
    return new LifetimeRows(sample, rows, false);
  }

  LifetimeRows asEntries() {
    return new LifetimeRows(sample, some, true);
  }

  private int number(int row) {
    return some == null ? row : some[row];
  }

  @Override
  public int size() {
    return some == null ? sample.rows() : some.length;
  }

  @Override
  public double time(int row) {
    return entries ? sample.entry(number(row)) : sample.duration(number(row));
  }

  double entry(int row) {
    return sample.entry(number(row));
  }

  @Override
  public boolean lost(int row) {
    return !entries && sample.left(number(row));
  }

  /** Returns the number of the reason of the end of a row from 1, or 0 for one still active. */
  int endNumber(int row) {
    return entries ? 0 : sample.endNumber(number(row));
  }

  @Override
  public double weight(int row) {
    return sample.weight(number(row));
  }

  @Override
  public boolean weighted() {
    return sample.hasWeights();
  }
}
