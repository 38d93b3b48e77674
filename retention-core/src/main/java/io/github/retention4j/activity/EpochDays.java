package io.github.retention4j.activity;

import java.time.LocalDate;

/** Days since 1970-01-01 in 32 bits, as columns of events hold them. */
final class EpochDays {

  private EpochDays() {}

  /** Returns the number of a day, or says that it lies too far off. */
  static int of(String name, LocalDate date) {
    long day = date.toEpochDay();
    return day == (int) day ? (int) day : refuse(name, date.toString());
  }

  /** Returns the number of a day, or says that it lies too far off. */
  static int of(String name, long epochDay) {
    return epochDay == (int) epochDay ? (int) epochDay : refuse(name, epochDay + " days from 1970");
  }

  private static int refuse(String name, String day) {
    throw new IllegalArgumentException(
        name
            + " ("
            + day
            + ") must be from "
            + LocalDate.ofEpochDay(Integer.MIN_VALUE)
            + " to "
            + LocalDate.ofEpochDay(Integer.MAX_VALUE));
  }
}
