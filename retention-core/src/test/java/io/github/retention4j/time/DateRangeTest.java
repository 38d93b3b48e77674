package io.github.retention4j.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DateRangeTest {

  private static final LocalDate FIRST = LocalDate.parse("2024-02-28");

  @Test
  void isHalfOpen() {
    DateRange range = new DateRange(FIRST, LocalDate.parse("2024-03-02"));
    assertThat(range.days()).isEqualTo(3);
    assertThat(range.last()).isEqualTo("2024-03-01");
    assertThat(range.contains(FIRST.minusDays(1))).isFalse();
    assertThat(range.contains(FIRST)).isTrue();
    assertThat(range.contains(LocalDate.parse("2024-02-29"))).isTrue();
    assertThat(range.contains(LocalDate.parse("2024-03-01"))).isTrue();
    assertThat(range.contains(LocalDate.parse("2024-03-02"))).isFalse();
    assertThat(range).hasToString("[2024-02-28, 2024-03-02)");
  }

  @Test
  void isMadeInThreeWays() {
    DateRange range = new DateRange(FIRST, LocalDate.parse("2024-03-02"));
    assertThat(DateRange.ofDays(FIRST, 3)).isEqualTo(range).hasSameHashCodeAs(range);
    assertThat(DateRange.closed(FIRST, LocalDate.parse("2024-03-01"))).isEqualTo(range);
    assertThat(DateRange.closed(FIRST, FIRST)).isEqualTo(DateRange.ofDays(FIRST, 1));
  }

  @Test
  void reachesAsFarAsDatesGo() {
    DateRange always = new DateRange(LocalDate.MIN, LocalDate.MAX);
    assertThat(always.days()).isEqualTo(730_484_999_633L);
    assertThat(always.contains(LocalDate.MIN)).isTrue();
    assertThat(always.contains(LocalDate.MAX)).isFalse();
  }

  @Test
  void rejectsARangeWithoutADay() {
    assertThatThrownBy(() -> new DateRange(FIRST, FIRST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("endExclusive (2024-02-28) must be after start (2024-02-28)");
    assertThatThrownBy(() -> new DateRange(FIRST, FIRST.minusDays(1)))
        .hasMessage("endExclusive (2024-02-27) must be after start (2024-02-28)");
  }

  @Test
  void saysWhatItWasAskedFor() {
    assertThatThrownBy(() -> DateRange.ofDays(FIRST, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("days (0) must be at least 1");
    assertThatThrownBy(() -> DateRange.ofDays(FIRST, -7))
        .hasMessage("days (-7) must be at least 1");
    assertThatThrownBy(() -> DateRange.closed(FIRST, FIRST.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("last (2024-02-27) must not be before first (2024-02-28)");
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> new DateRange(null, FIRST)).hasMessage("start");
    assertThatThrownBy(() -> new DateRange(FIRST, null)).hasMessage("endExclusive");
    assertThatThrownBy(() -> DateRange.ofDays(null, 1)).hasMessage("start");
    assertThatThrownBy(() -> DateRange.closed(null, FIRST)).hasMessage("first");
    assertThatThrownBy(() -> DateRange.closed(FIRST, null)).hasMessage("last");
  }
}
