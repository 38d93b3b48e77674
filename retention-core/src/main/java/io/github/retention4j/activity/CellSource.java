package io.github.retention4j.activity;

/** Events as pairs of a mixed customer key and a period, read in runs so that loops stay tight. */
interface CellSource {

  /** Returns the number of events. */
  int size();

  /** Writes the mixed keys of the events from one index to another, to the start of the target. */
  void readKeys(int from, int to, long[] target);

  /**
   * Writes the periods of the events from one index to another, to the start of the target.
   *
   * @throws IllegalArgumentException if an event cannot be placed; the message names it
   */
  void readPeriods(int from, int to, int[] target);
}
