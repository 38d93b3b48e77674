package io.github.retention4j.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTextTest {

  private static final DateRange RANGE =
      new DateRange(LocalDate.of(2023, 5, 17), LocalDate.of(2025, 2, 3));

  static Stream<PeriodAxis> axes() {
    return Stream.of(
        PeriodAxis.days(RANGE),
        PeriodAxis.isoWeeks(RANGE),
        PeriodAxis.weeks(RANGE, DayOfWeek.SUNDAY),
        PeriodAxis.weeks(RANGE, DayOfWeek.MONDAY),
        PeriodAxis.months(RANGE),
        PeriodAxis.quarters(RANGE),
        PeriodAxis.years(RANGE),
        PeriodAxis.fiscalQuarters(RANGE, Month.JULY),
        PeriodAxis.fiscalYears(RANGE, Month.FEBRUARY),
        PeriodAxis.retailMonths(RANGE, RetailCalendar.nationalRetailFederation()),
        PeriodAxis.ofBoundaries(
            List.of(RANGE.start(), RANGE.start().plusDays(10), RANGE.endExclusive())));
  }

  @ParameterizedTest
  @MethodSource("axes")
  void everyAxisIsReadFromItsText(PeriodAxis axis) {
    PeriodAxis read = PeriodAxis.parse(axis.toText());
    assertThat(read).isEqualTo(axis);
    assertThat(read.label(1)).isEqualTo(axis.label(1));
  }

  @Test
  void isReadable() {
    assertThat(PeriodAxis.months(RANGE).toText()).isEqualTo("month: 2023-05-01 2025-03-01");
    assertThat(PeriodAxis.fiscalYears(RANGE, Month.JULY).toText())
        .isEqualTo("fiscal year from JULY: 2022-07-01 2025-07-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "month",
        "month: 2023-05-01",
        "month: 2023-05-02 2025-03-01",
        "month: 2025-03-01 2023-05-01",
        "month: soon later",
        "decade: 2020-01-01 2030-01-01",
        "week from NODAY: 2023-05-01 2023-05-08",
        "ISO week from SUNDAY: 2023-05-01 2023-05-08",
        "retail month of ours: 2023-05-01 2023-05-29",
        "own boundaries: 2023-05-02 2023-05-01"
      })
  void refusesWhatNoAxisWrites(String text) {
    assertThatThrownBy(() -> PeriodAxis.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhatWouldBeRight() {
    assertThatThrownBy(() -> PeriodAxis.parse("decade: 2020-01-01 2030-01-01"))
        .hasMessage(
            "axis (decade: 2020-01-01 2030-01-01) must be what an axis writes of itself, such as"
                + " month: 2024-01-01 2025-01-01");
  }
}
