package io.github.retention4j.report;

import io.github.retention4j.time.Granularity;
import java.time.Duration;

/** Words that several pictures use. */
final class Words {

  private Words() {}

  /** Returns the periods of a length, such as {@code months}. */
  static String plural(Granularity length) {
    return switch (length) {
      case DAY -> "days";
      case WEEK -> "weeks";
      case MONTH -> "months";
      case QUARTER -> "quarters";
      case YEAR -> "years";
      case CUSTOM -> "periods";
    };
  }

  /** Returns the period of a length, such as {@code month}. */
  static String one(Granularity length) {
    String many = plural(length);
    return many.substring(0, many.length() - 1);
  }

  /** Returns a length in its largest whole unit, such as {@code 24 hours} or {@code 7 days}. */
  static String length(Duration length) {
    long hours = length.toHours();
    if (!length.equals(Duration.ofHours(hours))) {
      return length.toSeconds() + " seconds";
    }
    return hours > 24 && hours % 24 == 0
        ? counted(Long.toString(hours / 24), hours / 24, "day")
        : counted(Long.toString(hours), hours, "hour");
  }

  /** Returns a number of things, such as {@code 1 cohort} or {@code 2 cohorts}. */
  static String counted(String number, long count, String thing) {
    return number + " " + (count == 1 ? thing : thing + "s");
  }
}
