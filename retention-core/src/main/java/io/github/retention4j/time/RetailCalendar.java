package io.github.retention4j.time;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fiscal calendar of whole weeks: each quarter has three months of 4, 4 and 5 weeks in some
 * order, so that months compare with equal numbers of weekends. Every five or six years a year has
 * 53 weeks; the extra one belongs to its last month.
 *
 * @param pattern the weeks of the three months of a quarter
 * @param endDay the day of the week on which every year ends
 * @param endMonth the month near whose end the year ends
 * @param yearEnd which such day ends the year
 * @param yearName which calendar year a fiscal year is called after
 */
public record RetailCalendar(
    WeekPattern pattern, DayOfWeek endDay, Month endMonth, YearEnd yearEnd, YearName yearName) {

  private static final Pattern TEXT =
      Pattern.compile(
          "RetailCalendar\\[pattern=(\\w+), endDay=(\\w+), endMonth=(\\w+), yearEnd=(\\w+),"
              + " yearName=(\\w+)]");

  /** The weeks of the three months of a quarter. */
  public enum WeekPattern {
    /** 4, 4 and 5 weeks. */
    FOUR_FOUR_FIVE(4, 4),
    /** 4, 5 and 4 weeks. */
    FOUR_FIVE_FOUR(4, 5),
    /** 5, 4 and 4 weeks. */
    FIVE_FOUR_FOUR(5, 4);

    private final int first;
    private final int second;

    WeekPattern(int first, int second) {
      this.first = first;
      this.second = second;
    }

    private int weeksBefore(int monthOfQuarter) {
      return switch (monthOfQuarter) {
        case 0 -> 0;
        case 1 -> first;
        default -> first + second;
      };
    }
  }

  /** Which day of the week ends the year. */
  public enum YearEnd {
    /** The last one within the month. */
    LAST_IN_MONTH,
    /** The one nearest to the last day of the month, which may lie up to three days after it. */
    NEAREST_TO_END_OF_MONTH
  }

  /**
   * Which calendar year a fiscal year is called after. The few days by which whole weeks miss the
   * ends of a month do not count, or two years could have one name: a year that ends near the end
   * of December 2021 is 2021 by both rules, be its last day 2022-01-01.
   */
  public enum YearName {
    /**
     * The one in which the month after the end month lies, as retailers do who close in January.
     */
    BY_START,
    /** The one in which the end month lies. */
    BY_END
  }

  /**
   * Checks that nothing is missing.
   *
   * @param pattern the weeks of the three months of a quarter
   * @param endDay the day of the week on which every year ends
   * @param endMonth the month near whose end the year ends
   * @param yearEnd which such day ends the year
   * @param yearName which calendar year a fiscal year is called after
   */
  public RetailCalendar {
    requireNonNull(pattern, "pattern");
    requireNonNull(endDay, "endDay");
    requireNonNull(endMonth, "endMonth");
    requireNonNull(yearEnd, "yearEnd");
    requireNonNull(yearName, "yearName");
  }

  /**
   * Reads a calendar from what its {@link #toString()} gives, or says what of it cannot be read.
   */
  static RetailCalendar parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("calendar (" + text + ") must be written as by toString");
    }
    return new RetailCalendar(
        WeekPattern.valueOf(matcher.group(1)),
        DayOfWeek.valueOf(matcher.group(2)),
        Month.valueOf(matcher.group(3)),
        YearEnd.valueOf(matcher.group(4)),
        YearName.valueOf(matcher.group(5)));
  }

  /**
   * Returns the calendar of the National Retail Federation of the United States: 4-5-4, ending on
   * the Saturday nearest to the end of January, called after the year of its start. Its year 2023
   * began on 2023-01-29 and had 53 weeks.
   *
   * @return the calendar
   */
  public static RetailCalendar nationalRetailFederation() {
    return new RetailCalendar(
        WeekPattern.FOUR_FIVE_FOUR,
        DayOfWeek.SATURDAY,
        Month.JANUARY,
        YearEnd.NEAREST_TO_END_OF_MONTH,
        YearName.BY_START);
  }

  /**
   * Returns the month in which a day lies, counted from the first month of the year ending in year
   * 0.
   */
  int monthOf(LocalDate date) {
    int endYear = date.getYear() - 1; // near December a year may end in the January after
    while (endOfYear(endYear).isBefore(date)) {
      endYear++;
    }
    int month = 12 * endYear;
    while (!startOfMonth(month + 1).isAfter(date)) {
      month++;
    }
    return month;
  }

  /** Returns the first day of a month, counted as {@link #monthOf(LocalDate)} counts. */
  LocalDate startOfMonth(int month) {
    int ofYear = Math.floorMod(month, 12);
    int weeks = ofYear / 3 * 13 + pattern.weeksBefore(ofYear % 3);
    return startOfYear(Math.floorDiv(month, 12)).plusWeeks(weeks);
  }

  /** Returns for example {@code FY2023-M02} for the month in which a day lies. */
  String labelOf(LocalDate date) {
    int month = monthOf(date);
    int endYear = Math.floorDiv(month, 12);
    boolean startsTheYearBefore = endMonth != Month.DECEMBER;
    int name = yearName == YearName.BY_START && startsTheYearBefore ? endYear - 1 : endYear;
    return String.format(Locale.ROOT, "FY%04d-M%02d", name, Math.floorMod(month, 12) + 1);
  }

  private LocalDate startOfYear(int endYear) {
    return endOfYear(endYear - 1).plusDays(1);
  }

  private LocalDate endOfYear(int endYear) {
    LocalDate endOfMonth = YearMonth.of(endYear, endMonth).atEndOfMonth();
    LocalDate last = endOfMonth.with(TemporalAdjusters.previousOrSame(endDay));
    boolean nextIsNearer =
        yearEnd == YearEnd.NEAREST_TO_END_OF_MONTH && ChronoUnit.DAYS.between(last, endOfMonth) > 3;
    return nextIsNearer ? last.plusWeeks(1) : last;
  }
}
