package io.github.retention4j.survival;

import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Lifetimes as seen through a window of the calendar. */
final class WindowRows {

  private WindowRows() {}

  static LifetimeSample sample(List<CustomerStay> stays, DateRange window) {
    List<CustomerStay> seen = stays.stream().filter(stay -> isSeen(stay, window)).toList();
    if (seen.isEmpty()) {
      throw new IllegalArgumentException(
          "stays (" + stays.size() + ") must have one that lasts into the window " + window);
    }
    double[] entries = new double[seen.size()];
    double[] durations = new double[seen.size()];
    boolean[] left = new boolean[seen.size()];
    for (int row = 0; row < left.length; row++) {
      CustomerStay stay = seen.get(row);
      left[row] = isLost(stay, window);
      LocalDate end = left[row] ? stay.endExclusive().orElseThrow() : window.last();
      durations[row] = ChronoUnit.DAYS.between(stay.start(), end);
      entries[row] = Math.max(0, entryAge(stay, window));
    }
    return LifetimeSample.entering(TimeScale.DAY, entries, durations, left)
        .withCustomers(seen.stream().map(CustomerStay::customer).toList());
  }

  /** Returns the age on the day before the window, the last at which a loss is not seen. */
  private static long entryAge(CustomerStay stay, DateRange window) {
    return ChronoUnit.DAYS.between(stay.start(), window.start()) - 1;
  }

  private static boolean isLost(CustomerStay stay, DateRange window) {
    return stay.endExclusive().filter(window.endExclusive()::isAfter).isPresent();
  }

  /** Tells whether a contract is at risk on a day of the window after its own first. */
  private static boolean isSeen(CustomerStay stay, DateRange window) {
    LocalDate lastSeen = isLost(stay, window) ? stay.endExclusive().orElseThrow() : window.last();
    return lastSeen.isAfter(stay.start()) && !lastSeen.isBefore(window.start());
  }
}
