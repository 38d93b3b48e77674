package io.github.retention4j.cohort;

/** Counts a member of a cohort in the columns of one measure. */
interface Tally {

  /** Returns how many columns a cohort has where the axis has room for so many ages. */
  default int columns(int room) {
    return room;
  }

  /** Returns the column that an age belongs to, or a negative number if it has none. */
  default int columnOf(int age) {
    return age;
  }

  /** Returns the last age that must be over for the cell of a column to be observed. */
  default int lastAge(int column) {
    return column;
  }

  /** Returns the name of a column. */
  default String label(int column) {
    return Integer.toString(column);
  }

  /**
   * Adds one member, active in the cells from {@code cell} to {@code end} of its start or later.
   */
  void add(CountedCells returns, int cell, int end, int start, int[] counts);

  /** Turns what was added up to counts of members, once for all members. */
  default void finish(int[] counts) {}

  static Tally of(CohortMeasure measure, int axisSize) {
    if (measure instanceof AgeBrackets brackets) {
      return BracketTally.of(brackets.brackets(), axisSize);
    }
    return switch ((AgeMeasure) measure) {
      case ON_PERIOD -> new OnPeriod();
      case ON_OR_AFTER -> new OnOrAfter();
      case ON_OR_BEFORE -> new FirstFrom(0);
      case BACK_ON_OR_BEFORE -> new FirstFrom(1);
      case EVERY_PERIOD_SO_FAR -> new Streak();
    };
  }

  /** Adds to each count all those after it. */
  static void sumFromBehind(int[] counts) {
    for (int column = counts.length - 2; column >= 0; column--) {
      counts[column] += counts[column + 1];
    }
  }

  /** Each active period counts by itself. */
  record OnPeriod() implements Tally {
    @Override
    public void add(CountedCells returns, int cell, int end, int start, int[] counts) {
      for (int at = cell; at < end; at++) {
        if (returns.counts(at)) {
          counts[returns.periodAt(at) - start]++;
        }
      }
    }
  }

  /** The last active period decides. */
  record OnOrAfter() implements Tally {
    @Override
    public void add(CountedCells returns, int cell, int end, int start, int[] counts) {
      int last = end - 1;
      while (last >= cell && !returns.counts(last)) {
        last--;
      }
      if (last >= cell) {
        counts[returns.periodAt(last) - start]++;
      }
    }

    @Override
    public void finish(int[] counts) {
      sumFromBehind(counts);
    }
  }

  /** The first active period at a lowest age or later decides. */
  record FirstFrom(int lowestAge) implements Tally {
    @Override
    public void add(CountedCells returns, int cell, int end, int start, int[] counts) {
      for (int at = cell; at < end; at++) {
        int age = returns.periodAt(at) - start;
        if (age >= lowestAge && returns.counts(at)) {
          counts[age]++;
          return;
        }
      }
    }

    @Override
    public void finish(int[] counts) {
      for (int column = 1; column < counts.length; column++) {
        counts[column] += counts[column - 1];
      }
    }
  }

  /** The first gap decides. */
  record Streak() implements Tally {
    @Override
    public void add(CountedCells returns, int cell, int end, int start, int[] counts) {
      int at = cell;
      while (at < end && returns.periodAt(at) - start == at - cell && returns.counts(at)) {
        at++;
      }
      if (at > cell) {
        counts[at - cell - 1]++;
      }
    }

    @Override
    public void finish(int[] counts) {
      sumFromBehind(counts);
    }
  }

  /** Each active period counts if the one before was active too; nothing at age 0. */
  record PeriodAndTheOneBefore() implements Tally {
    @Override
    public void add(CountedCells returns, int cell, int end, int start, int[] counts) {
      int before = Integer.MIN_VALUE;
      for (int at = cell; at < end; at++) {
        if (returns.counts(at)) {
          int period = returns.periodAt(at);
          if (period - 1 == before) {
            counts[period - start]++;
          }
          before = period;
        }
      }
    }
  }
}
