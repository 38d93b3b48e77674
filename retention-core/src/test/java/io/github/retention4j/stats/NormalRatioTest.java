package io.github.retention4j.stats;

import static io.github.retention4j.ReferenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class NormalRatioTest {

  @Test
  void agreesWithTheRootsByManyDigits() {
    for (NamedCsvRecord row : ReferenceTable.rows(NormalRatioTest.class, "normal-ratios.csv")) {
      NormalRatio ratio =
          new NormalRatio(
              number(row, "num"),
              number(row, "a"),
              number(row, "den"),
              number(row, "b"),
              number(row, "c"));
      double level = number(row, "level");
      for (NormalRatioMethod method : NormalRatioMethod.values()) {
        String name = method == NormalRatioMethod.DELTA ? "delta" : "fieller";
        ConfidenceInterval interval = ratio.interval(method, level).orElseThrow();
        assertThat(interval.lower()).isCloseTo(number(row, name + "Lower"), within(1e-14));
        assertThat(interval.upper()).isCloseTo(number(row, name + "Upper"), within(1e-14));
        assertThat(interval.method()).isEqualTo(method.title());
      }
    }
  }

  @Test
  void hasNoBoundsWhereTheDenominatorMayBe0() {
    NormalRatio ratio = new NormalRatio(10, 1, 19.5, 10, 0);
    assertThat(ratio.interval(NormalRatioMethod.FIELLER, 0.95)).isEmpty();
    assertThat(ratio.interval(NormalRatioMethod.FIELLER, 0.9)).isPresent();
    assertThat(ratio.interval(NormalRatioMethod.DELTA, 0.95)).isPresent();
  }

  @Property
  void theMethodsAgreeWhereTheDenominatorIsKnown(
      @ForAll @Scale(2) @DoubleRange(min = -100, max = 100) double numerator,
      @ForAll @Scale(2) @DoubleRange(min = 0, max = 100) double error,
      @ForAll @Scale(2) @DoubleRange(min = 1, max = 100) double denominator) {
    NormalRatio ratio = new NormalRatio(numerator, error, denominator, 0, 0);
    ConfidenceInterval delta = ratio.interval(NormalRatioMethod.DELTA, 0.95).orElseThrow();
    ConfidenceInterval fieller = ratio.interval(NormalRatioMethod.FIELLER, 0.95).orElseThrow();
    assertThat(fieller.lower()).isCloseTo(delta.lower(), within(1e-10));
    assertThat(fieller.upper()).isCloseTo(delta.upper(), within(1e-10));
    assertThat(fieller.contains(ratio.value())).isTrue();
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NormalRatio(1, 1, 0, 1, 0))
        .withMessage("denominator (0.0) must not be 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NormalRatio(1, -1, 2, 1, 0))
        .withMessage("numeratorError (-1.0) must be finite and at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NormalRatio(Double.NaN, 1, 2, 1, 0))
        .withMessage("numerator (NaN) must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NormalRatio(1, 1, 2, 1, 1.5))
        .withMessage(
            "covariance (1.5) must be at most the product of the standard errors, 1.0, in size");
  }

  @Test
  void refusesARatioOrCovarianceThatIsNotFinite() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NormalRatio(1e300, 1, 1e-300, 1, 0))
        .withMessage("numerator / denominator (Infinity) must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NormalRatio(1, 1e300, 1, 1e300, Double.NEGATIVE_INFINITY))
        .withMessage("covariance (-Infinity) must be finite");
  }
}
