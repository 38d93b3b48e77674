package io.github.retention4j.examples.transactions;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.Rejection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was read from a file, and what was not: {@code rows = log.size() + faults.size()}.
 *
 * @param log the events
 * @param rows rows after the header that are not blank
 * @param blankLines lines without any text, which are no rows
 * @param faults the rows that were left out, in the order of their lines
 * @param observationEnd where the end of observation comes from
 */
public record Transactions(
    EventLog log,
    long rows,
    long blankLines,
    List<RowFault> faults,
    ObservationEnd observationEnd) {

  /** Where the end of observation comes from. */
  public enum ObservationEnd {
    /** The caller knows it. */
    GIVEN,
    /** It is taken to be the day after the last event, for want of better knowledge. */
    ASSUMED
  }

  /**
   * Copies the faults.
   *
   * @param log the events
   * @param rows rows after the header that are not blank
   * @param blankLines lines without any text
   * @param faults the rows that were left out
   * @param observationEnd where the end of observation comes from
   */
  public Transactions {
    faults = List.copyOf(faults);
  }

  /**
   * Returns the rows that were left out as the library reports them.
   *
   * @return in the order of their lines
   */
  public List<Rejection> rejections() {
    return faults.stream().map(RowFault::toRejection).toList();
  }

  /**
   * Returns how many rows were left out for each reason.
   *
   * @return a count of at least 1 for each reason that occurred
   */
  public Map<FaultKind, Long> faultCounts() {
    Map<FaultKind, Long> counts = new TreeMap<>();
    faults.forEach(fault -> counts.merge(fault.kind(), 1L, Long::sum));
    return counts;
  }
}
