package io.github.retention4j.cohort;

import io.github.retention4j.activity.EventLog;
import java.util.Arrays;

/** The windows in which one member has return events, by age. Filled for one after the other. */
final class MemberWindows implements CountedCells {

  private final WindowClock clock;
  private final int minimumOccurrences;
  private int[] ages = new int[16];
  private int[] events = new int[16];
  private int size;

  MemberWindows(WindowClock clock, int minimumOccurrences) {
    this.clock = clock;
    this.minimumOccurrences = minimumOccurrences;
  }

  /** Takes the events from one to another, of which none is before the start. */
  void fill(EventLog returns, int from, int to, long origin) {
    size = 0;
    for (int event = from; event < to; event++) {
      int age = clock.age(origin, returns.epochSecondAt(event));
      if (size > 0 && ages[size - 1] == age) {
        events[size - 1]++;
      } else {
        add(age);
      }
    }
  }

  private void add(int age) {
    if (size == ages.length) {
      ages = Arrays.copyOf(ages, 2 * size);
      events = Arrays.copyOf(events, 2 * size);
    }
    ages[size] = age;
    events[size++] = 1;
  }

  int size() {
    return size;
  }

  @Override
  public int periodAt(int cell) {
    return ages[cell];
  }

  @Override
  public boolean counts(int cell) {
    return events[cell] >= minimumOccurrences;
  }
}
