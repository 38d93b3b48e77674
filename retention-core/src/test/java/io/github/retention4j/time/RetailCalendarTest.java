package io.github.retention4j.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.time.RetailCalendar.WeekPattern;
import io.github.retention4j.time.RetailCalendar.YearEnd;
import io.github.retention4j.time.RetailCalendar.YearName;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RetailCalendarTest {

  private static final RetailCalendar NRF = RetailCalendar.nationalRetailFederation();

  /** Years as published by the National Retail Federation. */
  @ParameterizedTest
  @CsvSource({
    "FY2017, 2017-01-29, 53",
    "FY2018, 2018-02-04, 52",
    "FY2019, 2019-02-03, 52",
    "FY2020, 2020-02-02, 52",
    "FY2021, 2021-01-31, 52",
    "FY2022, 2022-01-30, 52",
    "FY2023, 2023-01-29, 53",
    "FY2024, 2024-02-04, 52",
    "FY2025, 2025-02-02, 52"
  })
  void startsTheYearsOfTheNationalRetailFederation(String name, LocalDate start, int weeks) {
    PeriodAxis axis = PeriodAxis.retailMonths(DateRange.ofDays(start, 7 * weeks), NRF);
    assertThat(axis.size()).isEqualTo(12);
    assertThat(axis.range()).isEqualTo(DateRange.ofDays(start, 7 * weeks));
    assertThat(axis.label(0)).isEqualTo(name + "-M01");
    assertThat(axis.label(11)).isEqualTo(name + "-M12");
  }

  @Test
  void cutsAYearOf53WeeksInto454WithTheLastMonthLonger() {
    PeriodAxis axis =
        PeriodAxis.retailMonths(DateRange.ofDays(LocalDate.parse("2023-01-29"), 371), NRF);
    assertThat(weeks(axis)).containsExactly(4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5);
    assertThat(starts(axis))
        .containsExactly(
            "2023-01-29",
            "2023-02-26",
            "2023-04-02",
            "2023-04-30",
            "2023-05-28",
            "2023-07-02",
            "2023-07-30",
            "2023-08-27",
            "2023-10-01",
            "2023-10-29",
            "2023-11-26",
            "2023-12-31");
  }

  @Test
  void cutsTheOtherPatterns() {
    assertThat(weeks(year2024(WeekPattern.FOUR_FOUR_FIVE)))
        .containsExactly(4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5);
    assertThat(weeks(year2024(WeekPattern.FOUR_FIVE_FOUR)))
        .containsExactly(4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4);
    assertThat(weeks(year2024(WeekPattern.FIVE_FOUR_FOUR)))
        .containsExactly(5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4);
  }

  /** Years that end on the last Saturday of September, the way of one large maker of telephones. */
  @ParameterizedTest
  @CsvSource({
    "FY2022, 2021-09-26, 2022-09-24, 52",
    "FY2023, 2022-09-25, 2023-09-30, 53",
    "FY2024, 2023-10-01, 2024-09-28, 52"
  })
  void endsOnTheLastSaturdayOfSeptember(String name, LocalDate first, LocalDate last, int weeks) {
    RetailCalendar calendar =
        calendar(DayOfWeek.SATURDAY, Month.SEPTEMBER, YearEnd.LAST_IN_MONTH, YearName.BY_END);
    PeriodAxis axis = PeriodAxis.retailMonths(DateRange.closed(first, last), calendar);
    assertThat(axis.size()).isEqualTo(12);
    assertThat(axis.range()).isEqualTo(DateRange.closed(first, last));
    assertThat(axis.range().days()).isEqualTo(7L * weeks);
    assertThat(axis.label(0)).isEqualTo(name + "-M01");
    assertThat(axis.label(11)).isEqualTo(name + "-M12");
  }

  /** The Saturdays 2021-01-02, 2022-01-01 and 2022-12-31 are the nearest to the end of December. */
  @ParameterizedTest
  @CsvSource({
    "2020-12-31, 2020-11-22, FY2020-M12",
    "2021-01-01, 2020-11-22, FY2020-M12",
    "2021-01-02, 2020-11-22, FY2020-M12",
    "2021-01-03, 2021-01-03, FY2021-M01",
    "2022-01-01, 2021-11-28, FY2021-M12",
    "2022-01-02, 2022-01-02, FY2022-M01",
    "2022-12-31, 2022-11-27, FY2022-M12",
    "2023-01-01, 2023-01-01, FY2023-M01"
  })
  void knowsAYearThatEndsInTheNextJanuary(LocalDate date, LocalDate start, String label) {
    for (YearName name : YearName.values()) {
      RetailCalendar calendar =
          calendar(DayOfWeek.SATURDAY, Month.DECEMBER, YearEnd.NEAREST_TO_END_OF_MONTH, name);
      PeriodAxis axis = PeriodAxis.retailMonths(DateRange.closed(date, date), calendar);
      assertThat(axis.size()).isEqualTo(1);
      assertThat(axis.range().start()).isEqualTo(start);
      assertThat(axis.label(0)).isEqualTo(label);
    }
  }

  /** Every way to end a year, over sixty years, against ends found by looking at each day. */
  @ParameterizedTest
  @MethodSource("yearEnds")
  void findsTheMonthOfDaysAroundEveryTurn(DayOfWeek endDay, Month endMonth, YearEnd yearEnd) {
    RetailCalendar byStart = calendar(endDay, endMonth, yearEnd, YearName.BY_START);
    RetailCalendar byEnd = calendar(endDay, endMonth, yearEnd, YearName.BY_END);
    Set<String> labels = new HashSet<>();
    for (int endYear = 1970; endYear < 2030; endYear++) {
      LocalDate first = searchedYearEnd(endYear - 1, endDay, endMonth, yearEnd).plusDays(1);
      LocalDate last = searchedYearEnd(endYear, endDay, endMonth, yearEnd);
      assertThat(ChronoUnit.DAYS.between(first, last) + 1).isIn(52L * 7, 53L * 7);
      LocalDate start = first;
      for (int month = 0; month < 12; month++) {
        int number = 12 * endYear + month;
        LocalDate next = month == 11 ? last.plusDays(1) : start.plusWeeks(month % 3 == 2 ? 5 : 4);
        assertThat(byEnd.startOfMonth(number)).isEqualTo(start);
        assertThat(byEnd.monthOf(start)).isEqualTo(number);
        assertThat(byEnd.monthOf(next.minusDays(1))).isEqualTo(number);
        labels.add(byEnd.labelOf(start));
        start = next;
      }
      for (int day = 0; day < 10; day++) {
        assertThat(byEnd.monthOf(first.plusDays(day))).isEqualTo(12 * endYear);
        assertThat(byEnd.monthOf(last.minusDays(day))).isEqualTo(12 * endYear + 11);
      }
      int startYear = endMonth == Month.DECEMBER ? endYear : endYear - 1;
      assertThat(byEnd.labelOf(last)).isEqualTo("FY" + endYear + "-M12");
      assertThat(byStart.labelOf(last)).isEqualTo("FY" + startYear + "-M12");
      assertThat(byStart.labelOf(first)).isEqualTo("FY" + startYear + "-M01");
    }
    assertThat(labels).hasSize(60 * 12);
  }

  @Test
  void makesEqualAxesOfEqualCalendarsOnly() {
    DateRange year = DateRange.ofDays(LocalDate.parse("2024-02-04"), 364);
    RetailCalendar byEnd =
        new RetailCalendar(
            NRF.pattern(), NRF.endDay(), NRF.endMonth(), NRF.yearEnd(), YearName.BY_END);
    assertThat(PeriodAxis.retailMonths(year, NRF))
        .isEqualTo(PeriodAxis.retailMonths(year, RetailCalendar.nationalRetailFederation()))
        .isNotEqualTo(PeriodAxis.retailMonths(year, byEnd));
    assertThat(PeriodAxis.retailMonths(year, byEnd).label(0)).isEqualTo("FY2025-M01");
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesWhatIsMissing() {
    WeekPattern pattern = NRF.pattern();
    DayOfWeek day = NRF.endDay();
    Month month = NRF.endMonth();
    YearEnd end = NRF.yearEnd();
    YearName name = NRF.yearName();
    Map<String, org.assertj.core.api.ThrowableAssert.ThrowingCallable> calls =
        Map.of(
            "pattern", () -> new RetailCalendar(null, day, month, end, name),
            "endDay", () -> new RetailCalendar(pattern, null, month, end, name),
            "endMonth", () -> new RetailCalendar(pattern, day, null, end, name),
            "yearEnd", () -> new RetailCalendar(pattern, day, month, null, name),
            "yearName", () -> new RetailCalendar(pattern, day, month, end, null));
    calls.forEach((missing, call) -> assertThatThrownBy(call).hasMessage(missing));
  }

  static Stream<Arguments> yearEnds() {
    return Stream.of(DayOfWeek.values())
        .flatMap(
            day ->
                Stream.of(Month.values())
                    .flatMap(
                        month ->
                            Stream.of(YearEnd.values()).map(end -> Arguments.of(day, month, end))));
  }

  private static LocalDate searchedYearEnd(
      int year, DayOfWeek endDay, Month endMonth, YearEnd yearEnd) {
    LocalDate endOfMonth = YearMonth.of(year, endMonth).atEndOfMonth();
    int after = yearEnd == YearEnd.LAST_IN_MONTH ? 0 : 6;
    return IntStream.rangeClosed(-6, after)
        .mapToObj(endOfMonth::plusDays)
        .filter(day -> day.getDayOfWeek() == endDay)
        .min(Comparator.comparing(day -> Math.abs(ChronoUnit.DAYS.between(endOfMonth, day))))
        .orElseThrow();
  }

  private static RetailCalendar calendar(
      DayOfWeek endDay, Month endMonth, YearEnd yearEnd, YearName name) {
    return new RetailCalendar(WeekPattern.FOUR_FOUR_FIVE, endDay, endMonth, yearEnd, name);
  }

  private static PeriodAxis year2024(WeekPattern pattern) {
    RetailCalendar calendar =
        new RetailCalendar(pattern, NRF.endDay(), NRF.endMonth(), NRF.yearEnd(), NRF.yearName());
    return PeriodAxis.retailMonths(DateRange.ofDays(LocalDate.parse("2024-02-04"), 364), calendar);
  }

  private static List<Integer> weeks(PeriodAxis axis) {
    return IntStream.range(0, axis.size())
        .mapToObj(p -> Math.toIntExact(axis.range(p).days() / 7))
        .toList();
  }

  private static List<String> starts(PeriodAxis axis) {
    return IntStream.range(0, axis.size()).mapToObj(p -> axis.range(p).start().toString()).toList();
  }
}
