package io.github.retention4j.attention;

import java.time.LocalDate;

/**
 * When an anniversary is whose day the month does not have: that of 29 February in other years, and
 * of the 29th to the 31st in shorter months.
 */
public enum MissingDay {
  /** On the last day of the month: 28 February for 29 February. */
  LAST_OF_MONTH,
  /** On the first day of the next month: 1 March for 29 February. */
  FIRST_OF_NEXT_MONTH;

  /** Returns the day some months after a start. */
  LocalDate after(LocalDate start, long months) {
    LocalDate same = start.plusMonths(months);
    boolean missing = same.getDayOfMonth() != start.getDayOfMonth();
    return missing && this == FIRST_OF_NEXT_MONTH ? same.plusDays(1) : same;
  }

  /** Returns the whole months from a start to a day not before it. */
  long monthsBetween(LocalDate start, LocalDate day) {
    long months =
        12L * (day.getYear() - start.getYear()) + day.getMonthValue() - start.getMonthValue();
    return after(start, months).isAfter(day) ? months - 1 : months;
  }
}
