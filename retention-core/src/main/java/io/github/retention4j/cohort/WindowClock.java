package io.github.retention4j.cohort;

import io.github.retention4j.activity.EventLog;

/**
 * Counts ages in windows.
 *
 * @param cuts where origins can lie
 * @param window seconds of a window
 * @param end the end of observation
 * @param mostWindows how many windows the first start has before the end of observation
 */
record WindowClock(ClockCuts cuts, long window, long end, int mostWindows) {

  static WindowClock of(ElapsedDefinition definition, EventLog starts) {
    ClockCuts cuts = definition.age().cuts(definition.zone(), starts.observed());
    long window = definition.window().length().toSeconds();
    long end = ClockCuts.startOfDay(definition.zone(), starts.observationEndExclusive());
    long most = (end - 1 - cuts.floor(earliest(starts))) / window + 1;
    if (most > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "window ("
              + definition.window().length()
              + ") must be longer: "
              + most
              + " of them lie between the first start and the end of observation");
    }
    return new WindowClock(cuts, window, end, (int) most);
  }

  private static long earliest(EventLog starts) {
    long earliest = Long.MAX_VALUE;
    for (int row = 0; row < starts.rows(); row++) {
      earliest = Math.min(earliest, starts.epochSecondAt(starts.eventsStart(row)));
    }
    return earliest;
  }

  long origin(long start) {
    return cuts.floor(start);
  }

  int age(long origin, long second) {
    return (int) ((second - origin) / window);
  }

  int windowsOver(long origin) {
    return age(origin, end);
  }

  /** Returns how many windows began before the end of observation. */
  int windowsBegun(long origin) {
    return age(origin, end - 1) + 1;
  }
}
