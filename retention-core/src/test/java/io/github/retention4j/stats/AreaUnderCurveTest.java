package io.github.retention4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AreaUnderCurveTest {

  /** Roundings of sums of a few dozen shares, through a logarithm for the limits. */
  private static final double ROUNDING = 1e-12;

  private static AreaUnderCurve of(double[] upper, double... lower) {
    return AreaUnderCurve.of(upper, lower).orElseThrow();
  }

  /** The example of the Javadoc. */
  @Test
  void countsTiesHalf() {
    AreaUnderCurve area = of(new double[] {5, 3}, 4, 1, 3);
    assertThat(area.value()).isEqualTo(0.75);
    assertThat(area.upper()).isEqualTo(2);
    assertThat(area.lower()).isEqualTo(3);
    assertThat(
            AreaUnderCurve.of(
                new double[] {5, 4, 1, 3, 3}, new boolean[] {true, false, false, true, false}))
        .contains(area);
    assertThat(area).hasToString("0.7500 [0.1280, 0.9840] 95 % DeLong logit");
  }

  @Test
  void agreesWithOtherTools() {
    for (NamedCsvRecord row : ReferenceTable.rows(AreaUnderCurve.class, "area-under-curve.csv")) {
      AreaUnderCurve area =
          of(ReferenceTable.numbers(row, "upper"), ReferenceTable.numbers(row, "lower"));
      ConfidenceInterval interval = area.interval(0.95).orElseThrow();
      assertThat(area.value()).isCloseTo(ReferenceTable.number(row, "area"), within(ROUNDING));
      assertThat(area.variance())
          .isCloseTo(ReferenceTable.number(row, "variance"), within(ROUNDING));
      assertThat(interval.lower())
          .isCloseTo(ReferenceTable.number(row, "lower95"), within(ROUNDING));
      assertThat(interval.upper())
          .isCloseTo(ReferenceTable.number(row, "upper95"), within(ROUNDING));
    }
  }

  @Test
  void hasNoIntervalWhereNothingScatters() {
    assertThat(of(new double[] {3, 4}, 1, 2).value()).isEqualTo(1);
    assertThat(of(new double[] {3, 4}, 1, 2).interval(0.95)).isEmpty();
    assertThat(of(new double[] {1, 1}, 1, 1).value()).isEqualTo(0.5);
    assertThat(of(new double[] {1, 1}, 1, 1).interval(0.95)).isEmpty();
    assertThat(of(new double[] {2}, 1, 3).interval(0.95)).isEmpty();
    assertThat(of(new double[] {3, 4}, 1, 2)).hasToString("1.0000");
    assertThat(AreaUnderCurve.of(new double[0], new double[] {1})).isEmpty();
  }

  @Test
  void refusesWhatCannotBeRanked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(new double[] {Double.NaN}, 1))
        .withMessage("scores (NaN) must be numbers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AreaUnderCurve.of(new double[2], new boolean[1]))
        .withMessage("upper (1) must be as many as scores (2)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AreaUnderCurve(0.5, 0, 3, 0))
        .withMessage("groups (0 and 3) must have a member each");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AreaUnderCurve(1.5, 1, 3, 0))
        .withMessage("value (1.5) must be from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AreaUnderCurve(0.5, 1, 3, -1))
        .withMessage("variance (-1.0) must be finite, 0 or more");
  }

  /** Whatever is told apart one way is told apart the other way round. */
  @Property
  void turnsRoundWithTheGroups(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 5) Integer> first,
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 5) Integer> second) {
    double[] upper = first.stream().mapToDouble(v -> v).toArray();
    double[] lower = second.stream().mapToDouble(v -> v).toArray();
    double won = 0;
    for (double u : upper) {
      for (double l : lower) {
        won += u > l ? 1 : u == l ? 0.5 : 0;
      }
    }
    assertThat(of(upper, lower).value())
        .isCloseTo(won / (upper.length * lower.length), within(ROUNDING))
        .isCloseTo(1 - of(lower, upper).value(), within(ROUNDING));
  }
}
