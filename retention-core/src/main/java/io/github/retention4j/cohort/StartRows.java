package io.github.retention4j.cohort;

import io.github.retention4j.time.DateRange;

/** The rows into which starts fall: periods of an axis, or hours on the clock. */
interface StartRows {

  int size();

  /** Returns the row of a start, given its day and its second, or a negative number. */
  int rowOf(int epochDay, long epochSecond);

  String label(int row);

  /** Returns the days of a row, or the day of an hour. */
  DateRange days(int row);

  /** Returns what the rows cover, in words. */
  String inWords();
}
