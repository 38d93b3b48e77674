package io.github.retention4j.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.Rejection;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AnniversaryTest {

  private static final AnniversaryCalculator YEARLY = AnniversaryCalculator.withDefaults();
  private static final CustomerId A = CustomerId.of("A");

  private static LocalDate date(String text) {
    return LocalDate.parse(text);
  }

  private static DateRange range(String start, String end) {
    return new DateRange(date(start), date(end));
  }

  private static List<String> dates(
      AnniversaryCalculator calculator, String start, DateRange days) {
    return calculator.find(Map.of(A, date(start)), days).stream()
        .map(anniversary -> anniversary.date().toString())
        .toList();
  }

  /** The example of the Javadoc. */
  @Test
  void findsTheAnniversariesOfARange() {
    Map<CustomerId, LocalDate> starts =
        Map.of(
            CustomerId.of("C"), date("2023-02-28"),
            CustomerId.of("B"), date("2024-02-29"),
            CustomerId.of("A"), date("2024-03-01"),
            CustomerId.of("D"), date("2024-03-02"));
    DateRange days = range("2025-02-01", "2025-03-02");
    assertThat(YEARLY.find(starts, days))
        .extracting(Anniversary::toString)
        .containsExactly(
            "2025-02-28 B: 1 year, since 2024-02-29",
            "2025-02-28 C: 2 years, since 2023-02-28",
            "2025-03-01 A: 1 year, since 2024-03-01");
    assertThat(YEARLY.with(MissingDay.FIRST_OF_NEXT_MONTH).find(starts, days))
        .extracting(Anniversary::toString)
        .containsExactly(
            "2025-02-28 C: 2 years, since 2023-02-28",
            "2025-03-01 A: 1 year, since 2024-03-01",
            "2025-03-01 B: 1 year, since 2024-02-29");
  }

  @Test
  void returnsTo29FebruaryInLeapYears() {
    DateRange years = range("2024-01-01", "2029-01-01");
    assertThat(dates(YEARLY, "2024-02-29", years))
        .containsExactly("2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29");
    assertThat(dates(YEARLY.with(MissingDay.FIRST_OF_NEXT_MONTH), "2024-02-29", years))
        .containsExactly("2025-03-01", "2026-03-01", "2027-03-01", "2028-02-29");
  }

  @Test
  void findsMonthsAndSingleAnniversaries() {
    DateRange spring = range("2025-01-31", "2025-05-01");
    assertThat(dates(YEARLY.everyMonths(1), "2025-01-31", spring))
        .containsExactly("2025-02-28", "2025-03-31", "2025-04-30");
    assertThat(
            dates(YEARLY.everyMonths(1).with(MissingDay.FIRST_OF_NEXT_MONTH), "2025-01-31", spring))
        .containsExactly("2025-03-01", "2025-03-31");
    assertThat(dates(YEARLY.afterMonths(18), "2023-09-15", spring)).containsExactly("2025-03-15");
    assertThat(dates(YEARLY.afterYears(5), "2020-03-15", spring)).containsExactly("2025-03-15");
    assertThat(dates(YEARLY.afterYears(4), "2020-03-15", spring)).isEmpty();
    assertThat(dates(YEARLY.everyMonths(6).everyYear(), "2024-10-15", spring)).isEmpty();
    assertThat(dates(YEARLY, "2025-02-15", spring)).isEmpty();
    assertThat(dates(YEARLY, "2026-02-15", spring)).isEmpty();
    assertThat(YEARLY.afterMonths(18).find(Map.of(A, date("2023-09-15")), spring))
        .extracting(Anniversary::after)
        .containsExactly("18 months");
  }

  @Test
  void takesTheFirstEventAsTheStart() {
    EventLog log = new Shop().bought("A", 5, 99).bought("B", 40).log();
    assertThat(YEARLY.find(log, DateRange.ofDays(Shop.day(366), 10)))
        .extracting(Anniversary::customer)
        .containsExactly(A);
  }

  @Test
  void refusesWhatIsNoAnniversary() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> YEARLY.afterYears(0))
        .withMessage("years (0) must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> YEARLY.everyMonths(0))
        .withMessage("months (0) must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Anniversary(A, date("2024-01-01"), date("2024-01-01"), 1))
        .withMessage("date (2024-01-01) must be after start (2024-01-01)");
  }

  /** Against a walk over all days. */
  @Property(tries = 200)
  void findsEachDayThatIsOne(
      @ForAll @IntRange(min = 0, max = 1500) int startDay,
      @ForAll @IntRange(min = 0, max = 3000) int rangeDay,
      @ForAll @IntRange(min = 1, max = 500) int length,
      @ForAll @IntRange(min = 1, max = 14) int months,
      @ForAll MissingDay missing) {
    LocalDate start = date("2023-12-15").plusDays(startDay);
    DateRange days = DateRange.ofDays(date("2023-12-15").plusDays(rangeDay), length);
    List<LocalDate> expected = new ArrayList<>();
    for (int count = 1; count <= 200; count++) {
      LocalDate first = start.withDayOfMonth(1).plusMonths((long) count * months);
      LocalDate due =
          start.getDayOfMonth() <= first.lengthOfMonth()
              ? first.withDayOfMonth(start.getDayOfMonth())
              : missing == MissingDay.LAST_OF_MONTH
                  ? first.withDayOfMonth(first.lengthOfMonth())
                  : first.plusMonths(1);
      if (days.contains(due)) {
        expected.add(due);
      }
    }
    assertThat(YEARLY.everyMonths(months).with(missing).find(Map.of(A, start), days))
        .extracting(Anniversary::date)
        .isEqualTo(expected);
  }

  @Test
  void countsTenure() {
    LocalDate asOf = date("2025-02-28");
    Map<CustomerId, LocalDate> starts =
        Map.of(
            CustomerId.of("A"), date("2024-11-29"),
            CustomerId.of("B"), date("2024-11-28"),
            CustomerId.of("C"), date("2024-02-29"),
            CustomerId.of("D"), date("2010-01-01"),
            CustomerId.of("E"), date("2025-03-01"));
    TenureTable table = TenureCalculator.withDefaults().calculate(starts, asOf).orElseThrow();
    assertThat(table.toText())
        .isEqualTo(
            """
            Tenure as of 2025-02-28
              0 to under 3 months: 0/4 (0.00 %)
              3 to under 6 months: 2/4 (50.00 %)
              6 to under 12 months: 0/4 (0.00 %)
              12 to under 24 months: 1/4 (25.00 %)
              24 to under 36 months: 0/4 (0.00 %)
              36 months or more: 1/4 (25.00 %)
              not started: 1
            """);
    TenureTable later =
        TenureCalculator.withDefaults()
            .with(MissingDay.FIRST_OF_NEXT_MONTH)
            .withBandsFrom(12)
            .calculate(starts, asOf)
            .orElseThrow();
    assertThat(later.bands().get(1).customers()).isEqualTo(new Proportion(1, 4));
    assertThat(TenureCalculator.withDefaults().calculate(starts, date("2000-01-01"))).isEmpty();
    assertThat(TenureCalculator.withDefaults().months(date("2025-03-01"), asOf)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TenureCalculator.withDefaults().withBandsFrom(3, 3))
        .withMessage("months ([3, 3]) must rise from over 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TenureBand(3, OptionalLong.of(3), new Proportion(0, 1)))
        .withMessageEndingWith("must rise from 0");
  }

  @Property(tries = 200)
  void tenureIsThatOfTheCalendar(
      @ForAll @IntRange(min = 0, max = 3000) int startDay,
      @ForAll @IntRange(min = 0, max = 3000) int tenureDays) {
    LocalDate start = date("2019-12-15").plusDays(startDay);
    LocalDate asOf = start.plusDays(tenureDays);
    long months =
        TenureCalculator.withDefaults()
            .with(MissingDay.FIRST_OF_NEXT_MONTH)
            .months(start, asOf)
            .orElseThrow();
    assertThat(months).isEqualTo(ChronoUnit.MONTHS.between(start, asOf));
  }

  @Test
  void collectsStartsOffTheCalendar() {
    LocalDate start = LocalDate.of(2023, 5, 1);
    List<Rejection> refused = new ArrayList<>();
    List<Anniversary> found =
        AnniversaryCalculator.withDefaults()
            .find(
                Map.of(
                    CustomerId.of("a"),
                    start,
                    CustomerId.of("b"),
                    LocalDate.MAX,
                    CustomerId.of("c"),
                    LocalDate.of(0, 12, 31)),
                DateRange.ofDays(LocalDate.of(2024, 1, 1), 366),
                refused::add);
    assertThat(found).extracting(Anniversary::date).containsExactly(LocalDate.of(2024, 5, 1));
    assertThat(refused)
        .containsExactly(
            new Rejection(
                2, "start of customer b (+999999999-12-31) must be from 0001-01-01 to 9999-12-31"),
            new Rejection(
                3, "start of customer c (0000-12-31) must be from 0001-01-01 to 9999-12-31"));
  }

  @Test
  void refusesDaysOffTheCalendar() {
    AnniversaryCalculator calculator = AnniversaryCalculator.withDefaults();
    DateRange year = DateRange.ofDays(LocalDate.of(2024, 1, 1), 366);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calculator.afterYears(Integer.MAX_VALUE))
        .withMessage("years (2147483647) must be at most 10000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calculator.find(Map.of(CustomerId.of("a"), LocalDate.MAX), year))
        .withMessage(
            "start of customer a (+999999999-12-31) must be from 0001-01-01 to 9999-12-31");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                calculator.find(
                    Map.of(CustomerId.of("a"), LocalDate.of(2024, 1, 1)),
                    new DateRange(LocalDate.of(2024, 1, 1), LocalDate.MAX)))
        .withMessage("days.endExclusive (+999999999-12-31) must be from 0001-01-01 to 9999-12-31");
  }
}
