package io.github.retention4j.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PeriodAxisTest {

  private static final PeriodAxis FIRST_QUARTER_BY_MONTH =
      PeriodAxis.months(range("2024-01-01", "2024-04-01"));

  @Test
  void cutsDays() {
    assertThat(periods(PeriodAxis.days(range("2024-02-28", "2024-03-02"))))
        .containsExactly(
            "2024-02-28 = 2024-02-28..2024-02-28",
            "2024-02-29 = 2024-02-29..2024-02-29",
            "2024-03-01 = 2024-03-01..2024-03-01");
    assertThat(PeriodAxis.days(range("2000-02-28", "2000-03-01")).size()).isEqualTo(2);
    assertThat(PeriodAxis.days(range("1900-02-28", "1900-03-01")).size()).isEqualTo(1);
    assertThat(PeriodAxis.days(range("1969-12-30", "1970-01-03")).size()).isEqualTo(4);
  }

  @Test
  void cutsIsoWeeks() {
    assertThat(periods(PeriodAxis.isoWeeks(range("2020-12-27", "2021-01-05"))))
        .containsExactly(
            "2020-W52 = 2020-12-21..2020-12-27",
            "2020-W53 = 2020-12-28..2021-01-03",
            "2021-W01 = 2021-01-04..2021-01-10");
    assertThat(periods(PeriodAxis.isoWeeks(range("2024-12-29", "2025-01-05"))))
        .containsExactly("2024-W52 = 2024-12-23..2024-12-29", "2025-W01 = 2024-12-30..2025-01-05");
    assertThat(periods(PeriodAxis.isoWeeks(range("2024-02-29", "2024-03-01"))))
        .containsExactly("2024-W09 = 2024-02-26..2024-03-03");
  }

  /** The year of an ISO week is that of its Thursday. */
  @ParameterizedTest
  @CsvSource({
    "2005-01-01, 2004-W53",
    "2005-01-02, 2004-W53",
    "2005-12-31, 2005-W52",
    "2007-01-01, 2007-W01",
    "2008-12-29, 2009-W01",
    "2010-01-03, 2009-W53",
    "2016-01-03, 2015-W53",
    "2021-01-03, 2020-W53",
    "2024-12-30, 2025-W01",
    "2026-12-31, 2026-W53"
  })
  void namesIsoWeeksAcrossYearEnds(LocalDate date, String label) {
    assertThat(PeriodAxis.isoWeeks(DateRange.closed(date, date)).label(0)).isEqualTo(label);
  }

  @Test
  void cutsWeeksThatStartOnSunday() {
    assertThat(periods(PeriodAxis.weeks(range("2024-12-28", "2025-01-01"), DayOfWeek.SUNDAY)))
        .containsExactly(
            "week of 2024-12-22 = 2024-12-22..2024-12-28",
            "week of 2024-12-29 = 2024-12-29..2025-01-04");
  }

  @ParameterizedTest
  @CsvSource({
    "MONDAY, 2024-02-26",
    "TUESDAY, 2024-02-27",
    "WEDNESDAY, 2024-02-28",
    "THURSDAY, 2024-02-29",
    "FRIDAY, 2024-02-23",
    "SATURDAY, 2024-02-24",
    "SUNDAY, 2024-02-25"
  })
  void cutsWeeksThatStartOnAnyDay(DayOfWeek firstDay, LocalDate first) {
    PeriodAxis axis = PeriodAxis.weeks(range("2024-02-29", "2024-03-01"), firstDay);
    assertThat(axis.size()).isEqualTo(1);
    assertThat(axis.range()).isEqualTo(DateRange.ofDays(first, 7));
    assertThat(axis.label(0)).isEqualTo("week of " + first);
  }

  @Test
  void cutsMonths() {
    assertThat(periods(PeriodAxis.months(range("2023-12-31", "2024-03-02"))))
        .containsExactly(
            "2023-12 = 2023-12-01..2023-12-31",
            "2024-01 = 2024-01-01..2024-01-31",
            "2024-02 = 2024-02-01..2024-02-29",
            "2024-03 = 2024-03-01..2024-03-31");
    assertThat(periods(PeriodAxis.months(range("1900-02-28", "1900-03-01"))))
        .containsExactly("1900-02 = 1900-02-01..1900-02-28");
    assertThat(periods(PeriodAxis.months(range("2000-02-01", "2000-02-02"))))
        .containsExactly("2000-02 = 2000-02-01..2000-02-29");
  }

  @Test
  void cutsQuarters() {
    assertThat(periods(PeriodAxis.quarters(range("2023-12-31", "2024-10-02"))))
        .containsExactly(
            "2023-Q4 = 2023-10-01..2023-12-31",
            "2024-Q1 = 2024-01-01..2024-03-31",
            "2024-Q2 = 2024-04-01..2024-06-30",
            "2024-Q3 = 2024-07-01..2024-09-30",
            "2024-Q4 = 2024-10-01..2024-12-31");
  }

  @Test
  void cutsYears() {
    assertThat(periods(PeriodAxis.years(range("2023-12-31", "2024-01-02"))))
        .containsExactly("2023 = 2023-01-01..2023-12-31", "2024 = 2024-01-01..2024-12-31");
    assertThat(PeriodAxis.years(range("1900-05-05", "1900-05-06")).range().days()).isEqualTo(365);
    assertThat(PeriodAxis.years(range("2000-05-05", "2000-05-06")).range().days()).isEqualTo(366);
  }

  /** Where the fiscal year and its quarter stand on 2024-02-29, by the month that it starts in. */
  @ParameterizedTest
  @CsvSource({
    "JANUARY,   FY2024, 2024-01-01, FY2024-Q1, 2024-01-01",
    "FEBRUARY,  FY2025, 2024-02-01, FY2025-Q1, 2024-02-01",
    "MARCH,     FY2024, 2023-03-01, FY2024-Q4, 2023-12-01",
    "APRIL,     FY2024, 2023-04-01, FY2024-Q4, 2024-01-01",
    "MAY,       FY2024, 2023-05-01, FY2024-Q4, 2024-02-01",
    "JUNE,      FY2024, 2023-06-01, FY2024-Q3, 2023-12-01",
    "JULY,      FY2024, 2023-07-01, FY2024-Q3, 2024-01-01",
    "AUGUST,    FY2024, 2023-08-01, FY2024-Q3, 2024-02-01",
    "SEPTEMBER, FY2024, 2023-09-01, FY2024-Q2, 2023-12-01",
    "OCTOBER,   FY2024, 2023-10-01, FY2024-Q2, 2024-01-01",
    "NOVEMBER,  FY2024, 2023-11-01, FY2024-Q2, 2024-02-01",
    "DECEMBER,  FY2024, 2023-12-01, FY2024-Q1, 2023-12-01"
  })
  void cutsFiscalYearsAndQuartersFromAnyMonth(
      Month firstMonth, String year, LocalDate yearStart, String quarter, LocalDate quarterStart) {
    DateRange leapDay = range("2024-02-29", "2024-03-01");
    PeriodAxis years = PeriodAxis.fiscalYears(leapDay, firstMonth);
    assertThat(periods(years))
        .containsExactly(year + " = " + yearStart + ".." + yearStart.plusYears(1).minusDays(1));
    PeriodAxis quarters = PeriodAxis.fiscalQuarters(leapDay, firstMonth);
    assertThat(periods(quarters))
        .containsExactly(
            quarter + " = " + quarterStart + ".." + quarterStart.plusMonths(3).minusDays(1));
  }

  @Test
  void cutsFiscalQuartersAcrossAYearEnd() {
    assertThat(periods(PeriodAxis.fiscalQuarters(range("2023-09-30", "2024-10-01"), Month.OCTOBER)))
        .containsExactly(
            "FY2023-Q4 = 2023-07-01..2023-09-30",
            "FY2024-Q1 = 2023-10-01..2023-12-31",
            "FY2024-Q2 = 2024-01-01..2024-03-31",
            "FY2024-Q3 = 2024-04-01..2024-06-30",
            "FY2024-Q4 = 2024-07-01..2024-09-30");
    assertThat(periods(PeriodAxis.fiscalYears(range("2023-09-30", "2023-10-02"), Month.OCTOBER)))
        .containsExactly("FY2023 = 2022-10-01..2023-09-30", "FY2024 = 2023-10-01..2024-09-30");
  }

  @ParameterizedTest
  @EnumSource(Month.class)
  void aFiscalYearHoldsItsFourQuarters(Month firstMonth) {
    PeriodAxis year = PeriodAxis.fiscalYears(range("2023-07-15", "2023-07-16"), firstMonth);
    PeriodAxis quarters = PeriodAxis.fiscalQuarters(year.range(), firstMonth);
    assertThat(quarters.range()).isEqualTo(year.range());
    assertThat(IntStream.range(0, quarters.size()).mapToObj(quarters::label))
        .containsExactly(
            year.label(0) + "-Q1",
            year.label(0) + "-Q2",
            year.label(0) + "-Q3",
            year.label(0) + "-Q4");
  }

  @Test
  void cutsAtOwnBoundaries() {
    List<LocalDate> boundaries = new ArrayList<>(dates("2024-01-01", "2024-01-02", "2024-03-15"));
    PeriodAxis axis = PeriodAxis.ofBoundaries(boundaries);
    boundaries.clear();
    assertThat(periods(axis))
        .containsExactly(
            "2024-01-01..2024-01-01 = 2024-01-01..2024-01-01",
            "2024-01-02..2024-03-14 = 2024-01-02..2024-03-14");
    assertThat(axis.granularity()).isEqualTo(Granularity.CUSTOM);
  }

  @Test
  void knowsTheLengthOfItsPeriods() {
    DateRange year = range("2024-01-01", "2025-01-01");
    RetailCalendar retail = RetailCalendar.nationalRetailFederation();
    assertThat(PeriodAxis.days(year).granularity()).isEqualTo(Granularity.DAY);
    assertThat(PeriodAxis.isoWeeks(year).granularity()).isEqualTo(Granularity.WEEK);
    assertThat(PeriodAxis.weeks(year, DayOfWeek.FRIDAY).granularity()).isEqualTo(Granularity.WEEK);
    assertThat(PeriodAxis.months(year).granularity()).isEqualTo(Granularity.MONTH);
    assertThat(PeriodAxis.retailMonths(year, retail).granularity()).isEqualTo(Granularity.MONTH);
    assertThat(PeriodAxis.quarters(year).granularity()).isEqualTo(Granularity.QUARTER);
    assertThat(PeriodAxis.fiscalQuarters(year, Month.MAY).granularity())
        .isEqualTo(Granularity.QUARTER);
    assertThat(PeriodAxis.years(year).granularity()).isEqualTo(Granularity.YEAR);
    assertThat(PeriodAxis.fiscalYears(year, Month.MAY).granularity()).isEqualTo(Granularity.YEAR);
  }

  @Test
  void coversNoMoreThanItMust() {
    assertThat(PeriodAxis.months(range("2024-01-15", "2024-03-01")).range())
        .isEqualTo(range("2024-01-01", "2024-03-01"));
    assertThat(PeriodAxis.months(range("2024-01-31", "2024-02-01")).size()).isEqualTo(1);
    assertThat(PeriodAxis.months(range("2024-01-31", "2024-02-02")).size()).isEqualTo(2);
    assertThat(PeriodAxis.isoWeeks(range("2024-01-07", "2024-01-08")).size()).isEqualTo(1);
    assertThat(PeriodAxis.isoWeeks(range("2024-01-07", "2024-01-09")).size()).isEqualTo(2);
  }

  @Test
  void findsThePeriodOfADay() {
    PeriodAxis axis = FIRST_QUARTER_BY_MONTH;
    assertThat(axis.periodOf(date("2024-01-01"))).isEqualTo(0);
    assertThat(axis.periodOf(date("2024-01-31"))).isEqualTo(0);
    assertThat(axis.periodOf(date("2024-02-01"))).isEqualTo(1);
    assertThat(axis.periodOf(date("2024-02-29"))).isEqualTo(1);
    assertThat(axis.periodOf(date("2024-03-31"))).isEqualTo(2);
    assertThat(axis.periodOf(date("2024-03-31").toEpochDay())).isEqualTo(2);
  }

  @Test
  void findsPeriodsBeforeTheEpoch() {
    PeriodAxis axis = PeriodAxis.years(range("1899-06-01", "1971-01-01"));
    assertThat(axis.periodOf(date("1899-01-01"))).isEqualTo(0);
    assertThat(axis.periodOf(date("1900-01-01"))).isEqualTo(1);
    assertThat(axis.periodOf(-1)).isEqualTo(70);
    assertThat(axis.periodOf(0)).isEqualTo(71);
  }

  @Test
  void coversFromItsFirstDayToItsLast() {
    PeriodAxis axis = FIRST_QUARTER_BY_MONTH;
    assertThat(axis.covers(date("2023-12-31"))).isFalse();
    assertThat(axis.covers(date("2024-01-01"))).isTrue();
    assertThat(axis.covers(date("2024-03-31"))).isTrue();
    assertThat(axis.covers(date("2024-04-01"))).isFalse();
    assertThat(axis.covers(LocalDate.MIN)).isFalse();
    assertThat(axis.covers(LocalDate.MAX)).isFalse();
    assertThat(axis.covers(Long.MIN_VALUE)).isFalse();
    assertThat(axis.covers(Long.MAX_VALUE)).isFalse();
    long wrapped = date("2024-02-01").toEpochDay() + (1L << 32);
    assertThat(axis.covers(wrapped)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "-999999999-01-01, 0",
    "2023-12-31, 0",
    "2024-01-01, 0",
    "2024-01-02, 0",
    "2024-01-31, 0",
    "2024-02-01, 1",
    "2024-02-02, 1",
    "2024-02-29, 1",
    "2024-03-01, 2",
    "2024-03-31, 2",
    "2024-04-01, 3",
    "2024-04-02, 3",
    "2999-01-01, 3",
    "+999999999-12-31, 3"
  })
  void countsThePeriodsThatAreOver(LocalDate observationEndExclusive, int complete) {
    assertThat(FIRST_QUARTER_BY_MONTH.completePeriods(observationEndExclusive)).isEqualTo(complete);
  }

  @Test
  void hasNoPeriodBeforeTheFirstOrAfterTheLast() {
    assertThatThrownBy(() -> FIRST_QUARTER_BY_MONTH.range(3))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("Index 3 out of bounds for length 3");
    assertThatThrownBy(() -> FIRST_QUARTER_BY_MONTH.range(-1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> FIRST_QUARTER_BY_MONTH.label(3))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void saysWhichDayLiesOffTheAxis() {
    assertThatThrownBy(() -> FIRST_QUARTER_BY_MONTH.periodOf(date("2023-12-31")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("date (2023-12-31) must lie on the axis [2024-01-01, 2024-04-01)");
    assertThatThrownBy(() -> FIRST_QUARTER_BY_MONTH.periodOf(date("2024-04-01")))
        .hasMessage("date (2024-04-01) must lie on the axis [2024-01-01, 2024-04-01)");
  }

  @Test
  void saysSoEvenOfADayThatIsNoDate() {
    long millisTakenForDays = 1_704_067_200_000L;
    assertThatThrownBy(() -> FIRST_QUARTER_BY_MONTH.periodOf(millisTakenForDays))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("date (epoch day 1704067200000) must lie on the axis [2024-01-01, 2024-04-01)");
    assertThatThrownBy(() -> FIRST_QUARTER_BY_MONTH.periodOf(Long.MIN_VALUE))
        .hasMessageStartingWith("date (epoch day -9223372036854775808) must lie on the axis ");
  }

  @Test
  void rejectsOwnBoundariesThatMakeNoPeriods() {
    assertThatThrownBy(() -> PeriodAxis.ofBoundaries(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("boundaries ([]) must be at least two: where the first period starts and ends");
    assertThatThrownBy(() -> PeriodAxis.ofBoundaries(dates("2024-01-01")))
        .hasMessage(
            "boundaries ([2024-01-01]) must be at least two: where the first period starts and"
                + " ends");
    assertThatThrownBy(
            () -> PeriodAxis.ofBoundaries(dates("2024-01-01", "2024-02-01", "2024-02-01")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("boundary 2 (2024-02-01) must be after the one before it (2024-02-01)");
    assertThatThrownBy(() -> PeriodAxis.ofBoundaries(dates("2024-02-01", "2024-01-31")))
        .hasMessage("boundary 1 (2024-01-31) must be after the one before it (2024-02-01)");
    assertThatThrownBy(
            () ->
                PeriodAxis.ofBoundaries(
                    List.of(date("2024-01-01"), LocalDate.MAX, date("2024-02-01"))))
        .hasMessage("boundary 2 (2024-02-01) must be after the one before it (+999999999-12-31)");
  }

  @Test
  void spansAtMostFourMillionDays() {
    LocalDate start = date("2000-01-01");
    PeriodAxis longest = PeriodAxis.ofBoundaries(List.of(start, start.plusDays(4_000_000)));
    assertThat(longest.range().days()).isEqualTo(4_000_000);
    assertThat(longest.periodOf(start.plusDays(3_999_999))).isEqualTo(0);

    assertThatThrownBy(() -> PeriodAxis.ofBoundaries(List.of(start, start.plusDays(4_000_001))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("axis (2000-01-01 to +12951-08-18) must span at most 4000000 days");
  }

  /** A sentinel for "always" must not fill the memory first. */
  @Test
  void refusesAnAxisOfAllTimeAtOnce() {
    DateRange always = new DateRange(LocalDate.MIN, LocalDate.MAX);
    String message = "axis (-999999999-01-01 to +999999999-12-30) must span at most 4000000 days";
    assertThatThrownBy(() -> PeriodAxis.days(always)).hasMessage(message);
    assertThatThrownBy(() -> PeriodAxis.isoWeeks(always)).hasMessage(message);
    assertThatThrownBy(() -> PeriodAxis.weeks(always, DayOfWeek.SUNDAY)).hasMessage(message);
    assertThatThrownBy(() -> PeriodAxis.months(always)).hasMessage(message);
    assertThatThrownBy(() -> PeriodAxis.quarters(always)).hasMessage(message);
    assertThatThrownBy(() -> PeriodAxis.years(always)).hasMessage(message);
    assertThatThrownBy(() -> PeriodAxis.fiscalQuarters(always, Month.MAY)).hasMessage(message);
    assertThatThrownBy(() -> PeriodAxis.fiscalYears(always, Month.MAY)).hasMessage(message);
    assertThatThrownBy(
            () -> PeriodAxis.retailMonths(always, RetailCalendar.nationalRetailFederation()))
        .hasMessage(message);
    assertThatThrownBy(() -> PeriodAxis.ofBoundaries(List.of(LocalDate.MIN, LocalDate.MAX)))
        .hasMessage(message);
  }

  @Test
  void refusesYearsTooFarOffToCount() {
    DateRange dawn = DateRange.ofDays(LocalDate.MIN, 7);
    String message =
        "axis (-999999999-01-01 to -999999999-01-07) must lie in the years -1000000 to 1000000";
    assertThatThrownBy(() -> PeriodAxis.days(dawn))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> PeriodAxis.isoWeeks(dawn)).hasMessage(message);
    assertThatThrownBy(() -> PeriodAxis.fiscalYears(dawn, Month.MAY)).hasMessage(message);
    assertThatThrownBy(
            () -> PeriodAxis.retailMonths(dawn, RetailCalendar.nationalRetailFederation()))
        .hasMessage(message);
    assertThatThrownBy(
            () -> PeriodAxis.years(new DateRange(LocalDate.MAX.minusDays(1), LocalDate.MAX)))
        .hasMessage(
            "axis (+999999999-12-30 to +999999999-12-30) must lie in the years -1000000 to"
                + " 1000000");
    LocalDate lastDay = LocalDate.of(1_000_000, 12, 31);
    assertThat(PeriodAxis.days(DateRange.closed(lastDay, lastDay)).periodOf(lastDay)).isEqualTo(0);
    LocalDate firstDay = LocalDate.of(-1_000_000, 1, 1);
    assertThat(PeriodAxis.days(DateRange.closed(firstDay, firstDay)).label(0))
        .isEqualTo("-1000000-01-01");
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesWhatIsMissing() {
    DateRange day = range("2024-01-01", "2024-01-02");
    assertThatThrownBy(() -> PeriodAxis.days(null)).hasMessage("range");
    assertThatThrownBy(() -> PeriodAxis.isoWeeks(null)).hasMessage("range");
    assertThatThrownBy(() -> PeriodAxis.months(null)).hasMessage("range");
    assertThatThrownBy(() -> PeriodAxis.weeks(day, null)).hasMessage("firstDay");
    assertThatThrownBy(() -> PeriodAxis.fiscalQuarters(day, null)).hasMessage("firstMonth");
    assertThatThrownBy(() -> PeriodAxis.fiscalYears(day, null)).hasMessage("firstMonth");
    assertThatThrownBy(() -> PeriodAxis.retailMonths(day, null)).hasMessage("calendar");
    assertThatThrownBy(() -> PeriodAxis.ofBoundaries(null)).hasMessage("boundaries");
    List<LocalDate> withHole = new ArrayList<>(dates("2024-01-01", "2024-01-02"));
    withHole.add(1, null);
    assertThatThrownBy(() -> PeriodAxis.ofBoundaries(withHole)).hasMessage("boundary 1");
    assertThatThrownBy(() -> FIRST_QUARTER_BY_MONTH.covers(null)).hasMessage("date");
    assertThatThrownBy(() -> FIRST_QUARTER_BY_MONTH.periodOf(null)).hasMessage("date");
    assertThatThrownBy(() -> FIRST_QUARTER_BY_MONTH.completePeriods(null))
        .hasMessage("observationEndExclusive");
  }

  @Test
  void equalsAnAxisWithTheSameBoundariesAndNames() {
    PeriodAxis months = PeriodAxis.months(range("2024-01-15", "2024-03-02"));
    assertThat(months)
        .isEqualTo(FIRST_QUARTER_BY_MONTH)
        .hasSameHashCodeAs(FIRST_QUARTER_BY_MONTH)
        .isNotEqualTo(PeriodAxis.months(range("2024-01-15", "2024-03-01")))
        .isNotEqualTo(PeriodAxis.quarters(range("2024-01-15", "2024-03-02")))
        .isNotEqualTo(
            PeriodAxis.ofBoundaries(dates("2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01")))
        .isNotEqualTo("3 x month [2024-01-01, 2024-04-01)")
        .isNotEqualTo(null);
  }

  @Test
  void differsFromAnAxisWithTheSameBoundariesAndOtherNames() {
    DateRange quarter = range("2024-01-01", "2024-04-01");
    assertThat(PeriodAxis.quarters(quarter))
        .isNotEqualTo(PeriodAxis.fiscalQuarters(quarter, Month.APRIL));
    assertThat(PeriodAxis.fiscalQuarters(quarter, Month.JULY))
        .isNotEqualTo(PeriodAxis.fiscalQuarters(quarter, Month.APRIL));
    assertThat(PeriodAxis.isoWeeks(quarter))
        .isNotEqualTo(PeriodAxis.weeks(quarter, DayOfWeek.MONDAY));
    DateRange day = range("2024-01-01", "2024-01-02");
    assertThat(PeriodAxis.days(day))
        .isNotEqualTo(PeriodAxis.ofBoundaries(dates("2024-01-01", "2024-01-02")));
  }

  @Test
  void saysWhatItIs() {
    DateRange year = range("2024-01-01", "2025-01-01");
    assertThat(PeriodAxis.months(year)).hasToString("12 x month [2024-01-01, 2025-01-01)");
    assertThat(PeriodAxis.days(year)).hasToString("366 x day [2024-01-01, 2025-01-01)");
    assertThat(PeriodAxis.isoWeeks(year))
        .hasToString("53 x ISO week from MONDAY [2024-01-01, 2025-01-06)");
    assertThat(PeriodAxis.fiscalQuarters(year, Month.FEBRUARY))
        .hasToString("5 x fiscal quarter from FEBRUARY [2023-11-01, 2025-02-01)");
    assertThat(PeriodAxis.ofBoundaries(dates("2024-01-01", "2024-01-02")))
        .hasToString("1 x own boundaries [2024-01-01, 2024-01-02)");
  }

  private static List<String> periods(PeriodAxis axis) {
    return IntStream.range(0, axis.size())
        .mapToObj(p -> axis.label(p) + " = " + axis.range(p).start() + ".." + axis.range(p).last())
        .toList();
  }

  private static DateRange range(String start, String endExclusive) {
    return new DateRange(date(start), date(endExclusive));
  }

  private static LocalDate date(String date) {
    return LocalDate.parse(date);
  }

  private static List<LocalDate> dates(String... dates) {
    return List.of(dates).stream().map(LocalDate::parse).toList();
  }
}
