package io.github.retention4j.cohort;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import java.util.Arrays;

/** Goes from start to start of a customer and counts each in columns. One for each thread. */
final class MemberWalk {

  private final ElapsedSource source;
  private final MemberWindows windows;
  private final int[] counted;
  private final boolean everyRow;

  MemberWalk(ElapsedSource source) {
    this.source = source;
    this.windows = new MemberWindows(source.clock(), source.definition().minimumOccurrences());
    this.counted = new int[source.tally().columns(source.clock().mostWindows())];
    this.everyRow = source.definition().rule() == StartEvent.EVERY_PERIOD;
  }

  /** Takes a member of the cohort of a row. */
  interface Member {

    /**
     * Takes a member.
     *
     * @param row its cohort
     * @param counted 1 for each column in which it is counted, 0 for the others; lent for the call
     * @param columns how many columns the member has, of windows that have begun
     * @param columnsOver how many columns are over for this member
     */
    void take(int row, int[] counted, int columns, int columnsOver);
  }

  /** Both logs are in order of time: returns before a start are not looked at again. */
  void forEachStart(int customer, Member member) {
    EventLog starts = source.starts();
    int returnRow = source.returnRow(customer);
    int at = returnRow < 0 ? 0 : source.returns().eventsStart(returnRow);
    int end = returnRow < 0 ? 0 : source.returns().eventsEnd(returnRow);
    int last = -1;
    int endStart = everyRow ? starts.eventsEnd(customer) : starts.eventsStart(customer) + 1;
    for (int start = starts.eventsStart(customer); start < endStart; start++) {
      int row = source.rowOf(customer, start);
      if (row > last) {
        long second = starts.epochSecondAt(start);
        while (at < end && source.returns().epochSecondAt(at) < second) {
          at++;
        }
        take(row, source.clock().origin(second), at, end, member);
        last = row;
      }
    }
  }

  private void take(int row, long origin, int from, int to, Member member) {
    Tally tally = source.tally();
    Arrays.fill(counted, 0);
    windows.fill(source.returns(), from, to, origin);
    tally.add(windows, 0, windows.size(), 0, counted);
    tally.finish(counted);
    int columns = tally.columns(source.clock().windowsBegun(origin));
    member.take(row, counted, columns, columnsOver(columns, source.clock().windowsOver(origin)));
  }

  private int columnsOver(int columns, int windowsOver) {
    int over = columns;
    while (over > 0 && source.tally().lastAge(over - 1) >= windowsOver) {
      over--;
    }
    return over;
  }
}
