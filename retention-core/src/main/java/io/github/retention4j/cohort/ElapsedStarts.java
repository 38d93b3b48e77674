package io.github.retention4j.cohort;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.ElapsedCohortRule.FirstEverMatching;
import java.time.Instant;
import java.util.stream.IntStream;

/** Finds the customers of a log that make a start. */
final class ElapsedStarts {

  private ElapsedStarts() {}

  static int[] customers(ElapsedCohortRule rule, EventLog starts) {
    IntStream all = IntStream.range(0, starts.rows());
    return rule instanceof FirstEverMatching first
        ? all.filter(row -> first(starts, row) == firstEver(first.history(), starts, row)).toArray()
        : all.toArray();
  }

  private static long firstEver(EventLog history, EventLog starts, int row) {
    int historyRow = history.rowOf(starts.customer(row)).orElse(-1);
    if (historyRow < 0 || first(history, historyRow) > first(starts, row)) {
      throw new IllegalArgumentException(
          "history must hold the first start event of customer "
              + starts.customer(row)
              + ", at "
              + Instant.ofEpochSecond(first(starts, row)));
    }
    return first(history, historyRow);
  }

  private static long first(EventLog log, int row) {
    return log.epochSecondAt(log.eventsStart(row));
  }
}
