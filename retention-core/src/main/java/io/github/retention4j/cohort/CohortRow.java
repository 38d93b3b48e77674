package io.github.retention4j.cohort;

import java.util.Objects;

/**
 * A cohort with its counts.
 *
 * @param cohort who
 * @param firstStart the first period in which a member started
 * @param lastStart the last one
 * @param closed whether no more members can come
 * @param counts by column
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CohortRow(Cohort cohort, int firstStart, int lastStart, boolean closed, int[] counts) {

  int columns() {
    return counts.length;
  }

  int count(int column) {
    return counts[Objects.checkIndex(column, counts.length)];
  }

  boolean isObserved(int lastAge, int completePeriods) {
    return closed && (long) lastStart + lastAge < completePeriods;
  }
}
