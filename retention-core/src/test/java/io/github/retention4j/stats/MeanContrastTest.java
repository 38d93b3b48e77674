package io.github.retention4j.stats;

import static io.github.retention4j.ReferenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanContrastTest {

  private static SampleMean mean(NamedCsvRecord row, String group) {
    return new SampleMean(
        Long.parseLong(row.getField("n" + group)),
        number(row, "m" + group),
        number(row, "s" + group));
  }

  @Test
  void agreesWithTheWelchTestOfR() {
    for (NamedCsvRecord row : ReferenceTable.rows(MeanContrastTest.class, "means.csv")) {
      MeanContrast contrast = MeanContrast.difference(mean(row, "1"), mean(row, "2"));
      ConfidenceInterval interval = contrast.interval(0.95);
      // R prints 15 digits and gets the standard deviations back to about as many.
      assertThat(interval.lower()).isCloseTo(number(row, "lower"), within(1e-11));
      assertThat(interval.upper()).isCloseTo(number(row, "upper"), within(1e-11));
      assertThat(contrast.test().statistic()).isCloseTo(number(row, "t"), within(1e-11));
      assertThat(contrast.test().pValue())
          .isCloseTo(number(row, "p"), within(1e-10 * number(row, "p")));
      assertThat(mean(row, "1").interval(0.95).lower())
          .isCloseTo(number(row, "oneLower"), within(1e-11));
      assertThat(mean(row, "1").interval(0.95).upper())
          .isCloseTo(number(row, "oneUpper"), within(1e-11));
    }
  }

  @Test
  void addsUpByWeight() {
    // 10 - 8 - 7 + 6 = 1; variances each 1, so se 2; df = 16 / (1/3 + 1/8 + 1 + 1/3).
    MeanContrast contrast =
        new MeanContrast(
            List.of(
                new SampleMean(4, 10, 2),
                new SampleMean(9, 8, 3),
                new SampleMean(2, 7, Math.sqrt(2)),
                new SampleMean(4, 6, 2)),
            List.of(1.0, -1.0, -1.0, 1.0));
    assertThat(contrast.estimate()).isEqualTo(1);
    assertThat(contrast.standardError()).isCloseTo(2, within(1e-15));
    assertThat(contrast.test().statistic()).isCloseTo(0.5, within(1e-15));
    // R 4.2.2: 2 * qt(0.975, 16 / (1 / 3 + 1 / 8 + 1 + 1 / 3))
    assertThat(contrast.interval(0.95).width() / 2).isCloseTo(4.529708079, within(1e-9));
    assertThat(contrast.interval(0.95).method()).isEqualTo("Welch t");
  }

  @Test
  void takesTheMeanOfValues() {
    SampleMean mean = SampleMean.of(1, 2, 6);
    assertThat(mean).isEqualTo(new SampleMean(3, 3, Math.sqrt(7)));
    assertThat(mean).hasToString("3.000 (sd 2.646, n 3)");
    assertThat(mean.standardError()).isCloseTo(Math.sqrt(7.0 / 3), within(1e-15));
  }

  /** The example times powers of two, at both ends of the numbers. */
  @Test
  void takesTheMeanOfValuesOfAnySize() {
    for (int exponent : new int[] {1020, 600, -600, -1060}) {
      SampleMean mean =
          SampleMean.of(
              Math.scalb(1.0, exponent), Math.scalb(2.0, exponent), Math.scalb(6.0, exponent));
      assertThat(mean)
          .isEqualTo(
              new SampleMean(3, Math.scalb(3.0, exponent), Math.scalb(Math.sqrt(7), exponent)));
    }
    assertThat(new SampleMean(Long.MAX_VALUE, 5, 2).interval(0.95).width())
        .isCloseTo(2 * 1.959963985 * 2 / Math.sqrt((double) Long.MAX_VALUE), within(1e-15));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleMean.of(-1.7e308, 1.7e308))
        .withMessage("standardDeviation (Infinity) must be finite and at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleMean.of(1e308, 1.7e308).interval(0.95))
        .withMessage("lower (-Infinity) must be finite");
  }

  @Test
  void withoutScatterThereIsNoDoubt() {
    SampleMean five = new SampleMean(3, 5, 0);
    MeanContrast same = MeanContrast.difference(five, new SampleMean(9, 5, 0));
    assertThat(same.interval(0.9)).isEqualTo(new ConfidenceInterval(0, 0, 0.9, "Welch t"));
    assertThat(same.test().pValue()).isEqualTo(1);
    TestResult other = MeanContrast.difference(five, new SampleMean(9, 7, 0)).test();
    assertThat(other.statistic()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(other.pValue()).isZero();
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleMean.of(4))
        .withMessage("count (1) must be at least 2: one customer shows no scatter");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleMean.of(4, Double.NaN))
        .withMessage("values[1] (NaN) must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SampleMean(4, 1, -1))
        .withMessage("standardDeviation (-1.0) must be finite and at least 0");
    SampleMean mean = new SampleMean(4, 1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MeanContrast(List.of(), List.of()))
        .withMessage("means (0) must be at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MeanContrast(List.of(mean), List.of(1.0, 2.0)))
        .withMessage("weights (2) must be one for each of the 1 means");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MeanContrast(List.of(mean), List.of(0.0)))
        .withMessage("weight (0.0) must be finite and not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeanContrast.difference(mean, mean).interval(1))
        .withMessage("level (1.0) must be over 0 and under 1");
  }

  @Test
  void refusesMeansTooLargeToSquare() {
    SampleMean huge = new SampleMean(3, 0, Double.MAX_VALUE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeanContrast.difference(huge, huge))
        .withMessageEndingWith("times weights must be at most 1.0E150, to be squared");
  }
}
