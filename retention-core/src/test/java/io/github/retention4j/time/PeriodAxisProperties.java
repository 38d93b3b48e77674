package io.github.retention4j.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.time.RetailCalendar.WeekPattern;
import io.github.retention4j.time.RetailCalendar.YearEnd;
import io.github.retention4j.time.RetailCalendar.YearName;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PeriodAxisProperties {

  /** A factory with what it needs besides the range, and the range. */
  private record Cut(String name, Function<DateRange, PeriodAxis> factory, DateRange range) {

    PeriodAxis axis() {
      return factory.apply(range);
    }

    @Override
    public String toString() {
      return name + " of " + range;
    }
  }

  @Property
  void eachDayLiesInExactlyOnePeriod(@ForAll("cuts") Cut cut) {
    PeriodAxis axis = cut.axis();
    int expected = 0;
    for (LocalDate day = axis.range().start();
        day.isBefore(axis.range().endExclusive());
        day = day.plusDays(1)) {
      if (!axis.range(expected).contains(day)) {
        expected++;
      }
      assertThat(axis.covers(day)).isTrue();
      assertThat(axis.range(expected).contains(day)).isTrue();
      assertThat(axis.periodOf(day)).isEqualTo(expected);
      assertThat(axis.periodOf(day.toEpochDay())).isEqualTo(expected);
    }
    assertThat(expected).isEqualTo(axis.size() - 1);
  }

  @Property
  void periodsAdjoin(@ForAll("cuts") Cut cut) {
    PeriodAxis axis = cut.axis();
    assertThat(axis.range(0).start()).isEqualTo(axis.range().start());
    assertThat(axis.range(axis.size() - 1).endExclusive()).isEqualTo(axis.range().endExclusive());
    for (int p = 1; p < axis.size(); p++) {
      assertThat(axis.range(p).start()).isEqualTo(axis.range(p - 1).endExclusive());
    }
  }

  @Property
  void coversTheRangeAndNoPeriodMore(@ForAll("cuts") Cut cut) {
    PeriodAxis axis = cut.axis();
    assertThat(axis.range(0).contains(cut.range().start())).isTrue();
    assertThat(axis.range(axis.size() - 1).contains(cut.range().last())).isTrue();
  }

  @Property
  void coversItselfWithItself(@ForAll("cuts") Cut cut) {
    PeriodAxis axis = cut.axis();
    PeriodAxis again = cut.factory().apply(axis.range());
    assertThat(again).isEqualTo(axis).hasSameHashCodeAs(axis).hasToString(axis.toString());
  }

  @Property
  void aPeriodIsTheSameOnEveryAxisThatHoldsIt(
      @ForAll("cuts") Cut cut, @ForAll @IntRange(max = 1000) int pick) {
    PeriodAxis axis = cut.axis();
    int period = pick % axis.size();
    PeriodAxis alone = cut.factory().apply(axis.range(period));
    assertThat(alone.size()).isEqualTo(1);
    assertThat(alone.range()).isEqualTo(axis.range(period));
    assertThat(alone.label(0)).isEqualTo(axis.label(period));
  }

  @Property
  void noTwoPeriodsShareALabel(@ForAll("cuts") Cut cut) {
    PeriodAxis axis = cut.axis();
    assertThat(IntStream.range(0, axis.size()).mapToObj(axis::label)).doesNotHaveDuplicates();
  }

  @Property
  void periodsOfAGranularityHaveItsLength(@ForAll("cuts") Cut cut) {
    PeriodAxis axis = cut.axis();
    for (int p = 0; p < axis.size(); p++) {
      long days = axis.range(p).days();
      switch (axis.granularity()) {
        case DAY -> assertThat(days).isEqualTo(1);
        case WEEK -> assertThat(days).isEqualTo(7);
        case MONTH -> assertThat(days).isBetween(28L, 42L);
        case QUARTER -> assertThat(days).isBetween(89L, 92L);
        case YEAR -> assertThat(days).isBetween(365L, 366L);
        case CUSTOM -> assertThat(days).isPositive();
      }
    }
  }

  @Property
  void theStartOfAPeriodLiesInIt(@ForAll("cuts") Cut cut) {
    PeriodAxis axis = cut.axis();
    for (int p = 0; p < axis.size(); p++) {
      assertThat(axis.periodOf(axis.range(p).start())).isEqualTo(p);
      assertThat(axis.periodOf(axis.range(p).last())).isEqualTo(p);
    }
  }

  @Property
  void completePeriodsAreThoseThatEndByThen(
      @ForAll("cuts") Cut cut, @ForAll @IntRange(min = -40, max = 4000) int days) {
    PeriodAxis axis = cut.axis();
    LocalDate end = axis.range().start().plusDays(days);
    int complete = axis.completePeriods(end);
    long ended =
        IntStream.range(0, axis.size())
            .filter(p -> !axis.range(p).endExclusive().isAfter(end))
            .count();
    assertThat(complete).isEqualTo((int) ended);
    assertThat(axis.completePeriods(end.plusDays(1))).isBetween(complete, complete + 1);
    if (axis.covers(end)) {
      assertThat(complete).isEqualTo(axis.periodOf(end));
    }
  }

  @Property
  void daysOffTheAxisAreRefused(
      @ForAll("cuts") Cut cut, @ForAll @IntRange(max = 1_000_000) int distance) {
    PeriodAxis axis = cut.axis();
    for (LocalDate day :
        List.of(
            axis.range().start().minusDays(1L + distance),
            axis.range().endExclusive().plusDays(distance))) {
      assertThat(axis.covers(day)).isFalse();
      assertThatThrownBy(() -> axis.periodOf(day))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("date (%s) must lie on the axis %s", day, axis.range());
    }
  }

  @Provide
  Arbitrary<Cut> cuts() {
    Arbitrary<DayOfWeek> days = Arbitraries.of(DayOfWeek.class);
    Arbitrary<Month> months = Arbitraries.of(Month.class);
    return Arbitraries.oneOf(
        cuts("days", PeriodAxis::days),
        cuts("ISO weeks", PeriodAxis::isoWeeks),
        days.flatMap(day -> cuts("weeks from " + day, r -> PeriodAxis.weeks(r, day))),
        cuts("months", PeriodAxis::months),
        cuts("quarters", PeriodAxis::quarters),
        cuts("years", PeriodAxis::years),
        months.flatMap(m -> cuts("fiscal quarters " + m, r -> PeriodAxis.fiscalQuarters(r, m))),
        months.flatMap(m -> cuts("fiscal years " + m, r -> PeriodAxis.fiscalYears(r, m))),
        retailCalendars().flatMap(c -> cuts("months of " + c, r -> PeriodAxis.retailMonths(r, c))),
        ranges().flatMap(PeriodAxisProperties::ownBoundaries));
  }

  private static Arbitrary<Cut> cuts(String name, Function<DateRange, PeriodAxis> factory) {
    return ranges().map(range -> new Cut(name, factory, range));
  }

  private static Arbitrary<Cut> ownBoundaries(DateRange range) {
    return Arbitraries.integers()
        .between(0, Math.toIntExact(range.days()))
        .list()
        .ofMaxSize(20)
        .map(
            offsets -> {
              TreeSet<LocalDate> boundaries = new TreeSet<>();
              boundaries.add(range.start());
              boundaries.add(range.endExclusive());
              offsets.forEach(offset -> boundaries.add(range.start().plusDays(offset)));
              return new Cut(
                  "boundaries " + boundaries,
                  r ->
                      PeriodAxis.ofBoundaries(
                          List.copyOf(boundaries.subSet(r.start(), true, r.endExclusive(), true))),
                  range);
            });
  }

  private static Arbitrary<DateRange> ranges() {
    return Combinators.combine(
            Arbitraries.integers().between(-40_000, 60_000),
            Arbitraries.integers().between(1, 3_000))
        .as((start, length) -> DateRange.ofDays(LocalDate.ofEpochDay(start), length));
  }

  private static Arbitrary<RetailCalendar> retailCalendars() {
    return Combinators.combine(
            Arbitraries.of(WeekPattern.class),
            Arbitraries.of(DayOfWeek.class),
            Arbitraries.of(Month.class),
            Arbitraries.of(YearEnd.class),
            Arbitraries.of(YearName.class))
        .as(RetailCalendar::new);
  }
}
