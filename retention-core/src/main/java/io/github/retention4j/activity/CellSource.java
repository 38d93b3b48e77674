package io.github.retention4j.activity;

/** Events of customers in periods, put by partition in runs so that each loop stays tight. */
interface CellSource {

  /** Returns the number of events. */
  int size();

  /**
   * Adds the events from one index to another, each by the mixed key of its customer and its
   * period.
   *
   * @throws IllegalArgumentException if an event cannot be placed; the message names it
   */
  void addTo(int from, int to, EventBlocks target);
}
