package io.github.retention4j.time;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A row of adjoining periods without gaps, each known by its index from 0.
 *
 * <p>The factories take a range of days and return the smallest run of whole periods that covers
 * it: the months that cover 2024-01-15 to 2024-03-01 (exclusive) are January and February, from
 * their first to their last day. Whether the last of them is over is a question of the end of
 * observation: see {@link #completePeriods(LocalDate)}.
 *
 * <p>An axis spans at most 4,000,000 days, more than ten thousand years; the factories throw an
 * {@link IllegalArgumentException} if it would span more.
 *
 * <p>Immutable. Two axes are equal if they have the same boundaries and name them alike.
 */
public final class PeriodAxis {

  static final int MOST_DAYS = 4_000_000;
  static final String OWN_BOUNDARIES = "own boundaries";
  private static final int FARTHEST_YEAR = 1_000_000;

  private final Granularity granularity;
  private final int[] boundaries;
  private final String style;
  private final Function<DateRange, String> label;
  private final int[] periodOfDay;

  private PeriodAxis(
      Granularity granularity,
      List<LocalDate> boundaries,
      String style,
      Function<DateRange, String> label) {
    this.granularity = granularity;
    this.boundaries = epochDays(boundaries);
    this.style = style;
    this.label = label;
    this.periodOfDay = periodOfDay(this.boundaries);
  }

  /**
   * Returns days.
   *
   * @param range the days to cover
   * @return one period for each day
   */
  public static PeriodAxis days(DateRange range) {
    checkSpan(range);
    return covering(
        Granularity.DAY, range, i -> range.start().plusDays(i), "day", r -> r.start().toString());
  }

  /**
   * Returns ISO weeks, which start on Monday; labels such as {@code 2024-W05}.
   *
   * @param range the days to cover
   * @return the weeks
   */
  public static PeriodAxis isoWeeks(DateRange range) {
    return weeks(range, DayOfWeek.MONDAY, "ISO week", PeriodAxis::isoWeekLabel);
  }

  /**
   * Returns weeks that start on any day; labels by their first day, such as {@code week of
   * 2024-01-07}.
   *
   * @param range the days to cover
   * @param firstDay the day on which weeks start, Sunday in the United States
   * @return the weeks
   */
  public static PeriodAxis weeks(DateRange range, DayOfWeek firstDay) {
    requireNonNull(firstDay, "firstDay");
    return weeks(range, firstDay, "week", r -> "week of " + r.start());
  }

  /**
   * Returns calendar months; labels such as {@code 2024-02}.
   *
   * @param range the days to cover
   * @return the months
   */
  public static PeriodAxis months(DateRange range) {
    return months(
        Granularity.MONTH,
        range,
        Month.JANUARY,
        "month",
        r -> text("%04d-%02d", r.start().getYear(), r.start().getMonthValue()));
  }

  /**
   * Returns calendar quarters; labels such as {@code 2024-Q1}.
   *
   * @param range the days to cover
   * @return the quarters
   */
  public static PeriodAxis quarters(DateRange range) {
    return months(
        Granularity.QUARTER,
        range,
        Month.JANUARY,
        "quarter",
        r -> text("%04d-Q%d", r.start().getYear(), r.start().get(IsoFields.QUARTER_OF_YEAR)));
  }

  /**
   * Returns calendar years; labels such as {@code 2024}.
   *
   * @param range the days to cover
   * @return the years
   */
  public static PeriodAxis years(DateRange range) {
    return months(
        Granularity.YEAR, range, Month.JANUARY, "year", r -> text("%04d", r.start().getYear()));
  }

  /**
   * Returns quarters of a fiscal year that starts in any month; labels such as {@code FY2024-Q1},
   * after the calendar year in which the fiscal year ends.
   *
   * @param range the days to cover
   * @param firstMonth the first month of the fiscal year
   * @return the quarters
   */
  public static PeriodAxis fiscalQuarters(DateRange range, Month firstMonth) {
    requireNonNull(firstMonth, "firstMonth");
    return months(
        Granularity.QUARTER,
        range,
        firstMonth,
        "fiscal quarter from " + firstMonth,
        r -> fiscalYearLabel(r, firstMonth) + "-Q" + (monthsInto(r.start(), firstMonth) / 3 + 1));
  }

  /**
   * Returns fiscal years that start in any month; labels such as {@code FY2024}, after the calendar
   * year in which they end.
   *
   * @param range the days to cover
   * @param firstMonth the first month of the fiscal year
   * @return the years
   */
  public static PeriodAxis fiscalYears(DateRange range, Month firstMonth) {
    requireNonNull(firstMonth, "firstMonth");
    return months(
        Granularity.YEAR,
        range,
        firstMonth,
        "fiscal year from " + firstMonth,
        r -> fiscalYearLabel(r, firstMonth));
  }

  /**
   * Returns the 4-4-5 months of a retail calendar; labels such as {@code FY2023-M02}.
   *
   * @param range the days to cover
   * @param calendar how the fiscal year is cut
   * @return the months, of 4 or 5 whole weeks, the last of a 53-week year longer by one
   */
  public static PeriodAxis retailMonths(DateRange range, RetailCalendar calendar) {
    checkSpan(range);
    requireNonNull(calendar, "calendar");
    int first = calendar.monthOf(range.start());
    return covering(
        Granularity.MONTH,
        range,
        i -> calendar.startOfMonth(first + i),
        "retail month " + calendar,
        r -> calendar.labelOf(r.start()));
  }

  /**
   * Returns periods between boundaries of your own; their granularity is {@link
   * Granularity#CUSTOM}.
   *
   * @param boundaries the first day of each period and, last, the day after the last period; at
   *     least 2, ascending
   * @return the periods, one less than the boundaries
   * @throws IllegalArgumentException if there are fewer than two boundaries or one is not after the
   *     one before
   */
  public static PeriodAxis ofBoundaries(List<LocalDate> boundaries) {
    requireNonNull(boundaries, "boundaries");
    if (boundaries.size() < 2) {
      throw new IllegalArgumentException(
          "boundaries ("
              + boundaries
              + ") must be at least two: where the first period starts and ends");
    }
    return new PeriodAxis(
        Granularity.CUSTOM,
        new ArrayList<>(boundaries),
        OWN_BOUNDARIES,
        r -> r.start() + ".." + r.last());
  }

  /**
   * Returns the length that the periods have in common.
   *
   * @return the granularity
   */
  public Granularity granularity() {
    return granularity;
  }

  /**
   * Returns the number of periods.
   *
   * @return at least 1
   */
  public int size() {
    return boundaries.length - 1;
  }

  /**
   * Returns the days of the whole axis.
   *
   * @return from the first day of the first period to the day after the last period
   */
  public DateRange range() {
    return new DateRange(date(0), date(size()));
  }

  /**
   * Returns the days of a period.
   *
   * @param period its index, from 0
   * @return the days
   * @throws IndexOutOfBoundsException if there is no such period
   */
  public DateRange range(int period) {
    Objects.checkIndex(period, size());
    return new DateRange(date(period), date(period + 1));
  }

  /**
   * Returns the name of a period.
   *
   * @param period its index, from 0
   * @return for example {@code 2024-02}
   * @throws IndexOutOfBoundsException if there is no such period
   */
  public String label(int period) {
    return label.apply(range(period));
  }

  /**
   * Tells whether a day lies in one of the periods.
   *
   * @param date the day
   * @return true from the first day of the first period to the last day of the last
   */
  public boolean covers(LocalDate date) {
    return covers(requireNonNull(date, "date").toEpochDay());
  }

  /**
   * Tells whether a day lies in one of the periods.
   *
   * @param epochDay days since 1970-01-01
   * @return true from the first day of the first period to the last day of the last
   */
  public boolean covers(long epochDay) {
    return epochDay >= boundaries[0] && epochDay < boundaries[size()];
  }

  /**
   * Returns the period in which a day lies.
   *
   * @param date the day
   * @return the index of the period, from 0
   * @throws IllegalArgumentException if the axis does not cover the day
   */
  public int periodOf(LocalDate date) {
    return periodOf(requireNonNull(date, "date").toEpochDay());
  }

  /**
   * Returns the period in which a day lies.
   *
   * @param epochDay days since 1970-01-01
   * @return the index of the period, from 0
   * @throws IllegalArgumentException if the axis does not cover the day
   */
  public int periodOf(long epochDay) {
    if (!covers(epochDay)) {
      throw new IllegalArgumentException(
          "date (" + inWords(epochDay) + ") must lie on the axis " + range());
    }
    return periodOfDay[(int) (epochDay - boundaries[0])];
  }

  /**
   * Returns how many periods are over, counted from the first.
   *
   * @param observationEndExclusive the first day about which nothing is known
   * @return the number of periods whose every day lies before that day, from 0 to {@link #size()}
   */
  public int completePeriods(LocalDate observationEndExclusive) {
    long end = requireNonNull(observationEndExclusive, "observationEndExclusive").toEpochDay();
    if (end >= boundaries[size()]) {
      return size();
    }
    return end < boundaries[0] ? 0 : periodOf(end);
  }

  /**
   * Returns the axis as text, to store it or send it elsewhere.
   *
   * @return what the periods are and their days, or all boundaries where they are the caller's own;
   *     {@link #parse(String)} makes an equal axis of it
   */
  public String toText() {
    int step = style.equals(OWN_BOUNDARIES) ? 1 : size();
    StringBuilder text = new StringBuilder(style).append(':');
    for (int boundary = 0; boundary <= size(); boundary += step) {
      text.append(' ').append(date(boundary));
    }
    return text.toString();
  }

  /**
   * Reads an axis from text.
   *
   * @param text what {@link #toText()} gave, such as {@code month: 2024-01-01 2025-01-01}
   * @return the axis
   * @throws IllegalArgumentException if no axis gives such a text
   */
  public static PeriodAxis parse(String text) {
    return AxisText.parse(requireNonNull(text, "text"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PeriodAxis that
        && granularity == that.granularity
        && style.equals(that.style)
        && Arrays.equals(boundaries, that.boundaries);
  }

  @Override
  public int hashCode() {
    return 31 * style.hashCode() + Arrays.hashCode(boundaries);
  }

  /**
   * Returns the number of periods, what they are and the days that they cover.
   *
   * @return for example {@code 12 x month [2024-01-01, 2025-01-01)}
   */
  @Override
  public String toString() {
    return size() + " x " + style + " " + range();
  }

  private LocalDate date(int boundary) {
    return LocalDate.ofEpochDay(boundaries[boundary]);
  }

  private static PeriodAxis weeks(
      DateRange range, DayOfWeek firstDay, String style, Function<DateRange, String> label) {
    checkSpan(range);
    LocalDate first = range.start().with(TemporalAdjusters.previousOrSame(firstDay));
    return covering(
        Granularity.WEEK, range, i -> first.plusWeeks(i), style + " from " + firstDay, label);
  }

  private static PeriodAxis months(
      Granularity granularity,
      DateRange range,
      Month firstMonth,
      String style,
      Function<DateRange, String> label) {
    checkSpan(range);
    int length = (int) granularity.lengthIn(Granularity.MONTH);
    LocalDate firstOfMonth = range.start().withDayOfMonth(1);
    LocalDate first = firstOfMonth.minusMonths(monthsInto(firstOfMonth, firstMonth) % length);
    return covering(granularity, range, i -> first.plusMonths((long) length * i), style, label);
  }

  private static PeriodAxis covering(
      Granularity granularity,
      DateRange range,
      IntFunction<LocalDate> boundary,
      String style,
      Function<DateRange, String> label) {
    List<LocalDate> boundaries = new ArrayList<>();
    LocalDate next = boundary.apply(0);
    boundaries.add(next);
    while (next.isBefore(range.endExclusive())) {
      next = boundary.apply(boundaries.size());
      boundaries.add(next);
    }
    return new PeriodAxis(granularity, boundaries, style, label);
  }

  private static int[] epochDays(List<LocalDate> boundaries) {
    for (int i = 0; i < boundaries.size(); i++) {
      int boundary = i;
      requireNonNull(boundaries.get(i), () -> "boundary " + boundary);
      if (i > 0 && !boundaries.get(i).isAfter(boundaries.get(i - 1))) {
        throw new IllegalArgumentException(
            "boundary "
                + i
                + " ("
                + boundaries.get(i)
                + ") must be after the one before it ("
                + boundaries.get(i - 1)
                + ")");
      }
    }
    checkSpan(new DateRange(boundaries.get(0), boundaries.get(boundaries.size() - 1)));
    return boundaries.stream().mapToInt(date -> Math.toIntExact(date.toEpochDay())).toArray();
  }

  /** Keeps the table of days small and its ends within an int, before anything is built. */
  private static void checkSpan(DateRange range) {
    requireNonNull(range, "range");
    String axis = "axis (" + range.start() + " to " + range.last() + ")";
    if (range.days() > MOST_DAYS) {
      throw new IllegalArgumentException(axis + " must span at most " + MOST_DAYS + " days");
    }
    if (range.start().getYear() < -FARTHEST_YEAR || range.last().getYear() > FARTHEST_YEAR) {
      throw new IllegalArgumentException(
          axis + " must lie in the years -" + FARTHEST_YEAR + " to " + FARTHEST_YEAR);
    }
  }

  private static String inWords(long epochDay) {
    boolean isDate =
        epochDay >= LocalDate.MIN.toEpochDay() && epochDay <= LocalDate.MAX.toEpochDay();
    return isDate ? LocalDate.ofEpochDay(epochDay).toString() : "epoch day " + epochDay;
  }

  private static int[] periodOfDay(int[] boundaries) {
    int[] periods = new int[boundaries[boundaries.length - 1] - boundaries[0]];
    for (int p = 0; p + 1 < boundaries.length; p++) {
      Arrays.fill(periods, boundaries[p] - boundaries[0], boundaries[p + 1] - boundaries[0], p);
    }
    return periods;
  }

  private static String isoWeekLabel(DateRange week) {
    return text(
        "%04d-W%02d",
        week.start().get(IsoFields.WEEK_BASED_YEAR),
        week.start().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  private static String fiscalYearLabel(DateRange period, Month firstMonth) {
    int monthsLeft = 11 - monthsInto(period.start(), firstMonth);
    return text("FY%04d", period.start().plusMonths(monthsLeft).getYear());
  }

  private static int monthsInto(LocalDate date, Month firstMonth) {
    return Math.floorMod(date.getMonthValue() - firstMonth.getValue(), 12);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
