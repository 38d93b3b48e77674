package io.github.retention4j.cohort;

/** Periods with return activity, numbered in ascending order within each customer. */
interface CountedCells {

  int periodAt(int cell);

  /** Tells whether the period has enough events to count. */
  boolean counts(int cell);
}
