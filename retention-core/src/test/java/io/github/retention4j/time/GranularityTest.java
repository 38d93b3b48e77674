package io.github.retention4j.time;

import static io.github.retention4j.time.Granularity.CUSTOM;
import static io.github.retention4j.time.Granularity.DAY;
import static io.github.retention4j.time.Granularity.MONTH;
import static io.github.retention4j.time.Granularity.QUARTER;
import static io.github.retention4j.time.Granularity.WEEK;
import static io.github.retention4j.time.Granularity.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GranularityTest {

  /** Two roundings of a quotient, of a relative 2^-53 each, and that of their product. */
  private static final double ROUNDING = 4e-16;

  private static final Map<Granularity, Map<Granularity, Double>> LENGTHS =
      Map.of(
          DAY, Map.of(DAY, 1.0, WEEK, 1.0 / 7),
          WEEK, Map.of(DAY, 7.0, WEEK, 1.0),
          MONTH, Map.of(MONTH, 1.0, QUARTER, 1.0 / 3, YEAR, 1.0 / 12),
          QUARTER, Map.of(MONTH, 3.0, QUARTER, 1.0, YEAR, 0.25),
          YEAR, Map.of(MONTH, 12.0, QUARTER, 4.0, YEAR, 1.0),
          CUSTOM, Map.of(CUSTOM, 1.0));

  @Test
  void convertsEveryPairOfAFamilyAndNoOther() {
    for (Granularity length : Granularity.values()) {
      for (Granularity unit : Granularity.values()) {
        Optional<Double> expected = Optional.ofNullable(of(LENGTHS, length).get(unit));
        assertThat(length.convertsTo(unit)).isEqualTo(expected.isPresent());
        expected.ifPresentOrElse(
            factor -> assertThat(length.lengthIn(unit)).isEqualTo(factor),
            () ->
                assertThatThrownBy(() -> length.lengthIn(unit))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                        "unit (%s) must have a fixed length in terms of %s: day and week convert"
                            + " exactly, and month, quarter and year do, but no others",
                        unit.name(), length.name()));
      }
    }
  }

  @Test
  void convertsThereAndBackAndOverAThird() {
    for (Granularity a : Granularity.values()) {
      for (Granularity b : Granularity.values()) {
        assertThat(a.convertsTo(b)).isEqualTo(b.convertsTo(a));
        for (Granularity c : Granularity.values()) {
          if (a.convertsTo(b) && b.convertsTo(c)) {
            assertThat(a.lengthIn(b) * b.lengthIn(a)).isCloseTo(1, within(ROUNDING));
            double direct = a.lengthIn(c);
            assertThat(a.lengthIn(b) * b.lengthIn(c)).isCloseTo(direct, within(ROUNDING * direct));
          }
        }
      }
    }
  }

  @Test
  void readsAfterARate() {
    assertThat(Granularity.values())
        .extracting(Granularity::perUnit)
        .containsExactly(
            "a day", "a week", "a month", "a quarter", "a year", "a period of its own");
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> DAY.convertsTo(null)).hasMessage("unit");
    assertThatThrownBy(() -> DAY.lengthIn(null)).hasMessage("unit");
  }

  private static <K, V> V of(Map<K, V> map, K key) {
    return Optional.ofNullable(map.get(key)).orElseThrow();
  }
}
