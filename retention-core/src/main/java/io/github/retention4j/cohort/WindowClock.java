package io.github.retention4j.cohort;

import io.github.retention4j.time.DateRange;

/**
 * Counts ages in windows.
 *
 * @param cuts where origins can lie
 * @param window seconds of a window
 * @param end the end of observation
 */
record WindowClock(ClockCuts cuts, long window, long end) {

  static WindowClock of(ElapsedDefinition definition, DateRange observed) {
    return new WindowClock(
        definition.age().cuts(definition.zone(), observed),
        definition.window().length().toSeconds(),
        ClockCuts.startOfDay(definition.zone(), observed.endExclusive()));
  }

  long origin(long start) {
    return cuts.floor(start);
  }

  int age(long origin, long second) {
    return (int) ((second - origin) / window);
  }

  int windowsOver(long origin) {
    return (int) ((end - origin) / window);
  }

  /** Returns how many windows began before the end of observation. */
  int windowsBegun(long origin) {
    return age(origin, end - 1) + 1;
  }

  /** Returns how many windows the longest follow-up has, that of a start at an instant. */
  int mostWindows(long earliestStart) {
    long most = (end - 1 - origin(earliestStart)) / window + 1;
    if (most > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "window ("
              + window
              + " seconds) must be longer: "
              + most
              + " of them lie between the first start and the end of observation");
    }
    return (int) most;
  }
}
