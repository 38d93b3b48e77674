package io.github.retention4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuantileTypeTest {

  /** A few roundings of numbers up to 400. */
  private static final double ROUNDING = 1e-12;

  /** The example of the Javadoc. */
  @Test
  void differsByType() {
    double[] values = {40, 10, 30, 20};
    assertThat(Arrays.stream(QuantileType.values()).mapToDouble(type -> type.of(values, 0.2)))
        .usingElementComparator((a, b) -> Math.abs(a - b) < ROUNDING ? 0 : 1)
        .containsExactly(10.0, 10.0, 10.0, 10.0, 13.0, 10.0, 16.0, 12.0, 12.25);
    assertThat(values).containsExactly(40, 10, 30, 20);
  }

  @ParameterizedTest
  @EnumSource
  void isThatOfR(QuantileType type) {
    for (NamedCsvRecord row : ReferenceTable.rows(QuantileType.class, "quantile-types.csv")) {
      double[] values = ReferenceTable.numbers(row, "values");
      double p = ReferenceTable.number(row, "p");
      assertThat(type.of(values, p))
          .as("%s of %s at %s", type, Arrays.toString(values), p)
          .isCloseTo(ReferenceTable.number(row, "t" + type.name().substring(2)), within(ROUNDING));
    }
  }

  /** 0.07 * 100 is a rounding over 7 in doubles. */
  @Test
  void takesAlmostWholeNumbersAsWhole() {
    double[] values = new double[100];
    Arrays.setAll(values, i -> i + 1);
    assertThat(0.07 * 100).isGreaterThan(7);
    assertThat(QuantileType.HF1.of(values, 0.07)).isEqualTo(7);
    assertThat(QuantileType.HF2.of(values, 0.07)).isEqualTo(7.5);
    assertThat(QuantileType.HF4.of(values, 0.07)).isEqualTo(7);
  }

  @Test
  void refusesWhatHasNoQuantile() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuantileType.HF7.of(new double[0], 0.5))
        .withMessage("values (0) must be at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuantileType.HF7.of(new double[] {Double.NaN, 1}, 0.5))
        .withMessage("values[0] (NaN) must be a number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuantileType.HF7.of(new double[] {1}, 1.5))
        .withMessage("p (1.5) must be from 0 to 1");
  }

  @Test
  void refusesANumberThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuantileType.HF7.of(new double[] {3, 1, Double.NaN, 2}, 0.5))
        .withMessage("values[2] (NaN) must be a number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuantileType.HF7.ofSorted(new double[] {1, Double.NaN, 3}, 0.5))
        .withMessage("ascending[1] (NaN) must be a number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuantileType.HF7.ofSorted(new double[] {1, 2, Double.NaN}, 0.1))
        .withMessage("ascending[2] (NaN) must be a number");
  }

  @Test
  void staysInRangeAtTheEndsOfTheNumbers() {
    double most = Double.MAX_VALUE;
    assertThat(QuantileType.HF7.of(new double[] {-most, most}, 0.5)).isZero();
    assertThat(QuantileType.HF7.of(new double[] {-most, most}, 0.75))
        .isCloseTo(most / 2, withinPercentage(1e-13));
    double infinite = Double.POSITIVE_INFINITY;
    assertThat(QuantileType.HF7.of(new double[] {1, infinite}, 0.5)).isEqualTo(infinite);
    assertThat(QuantileType.HF7.of(new double[] {-infinite, 1}, 0.5)).isEqualTo(-infinite);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuantileType.HF7.of(new double[] {-infinite, infinite}, 0.5))
        .withMessage("values (-Infinity and Infinity side by side) must not both be infinite");
  }

  @Property
  void risesAndStaysAmongTheValues(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -1e6, max = 1e6) Double> list,
      @ForAll @DoubleRange(min = 0, max = 1) double p,
      @ForAll @DoubleRange(min = 0, max = 1) double q,
      @ForAll QuantileType type) {
    double[] values = list.stream().mapToDouble(v -> v).toArray();
    double low = type.of(values, Math.min(p, q));
    double high = type.of(values, Math.max(p, q));
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double slack = 1e-9 * (1 + Math.abs(low));
    assertThat(low).isBetween(sorted[0] - slack, high + slack);
    assertThat(high).isLessThanOrEqualTo(sorted[sorted.length - 1] + slack);
  }
}
