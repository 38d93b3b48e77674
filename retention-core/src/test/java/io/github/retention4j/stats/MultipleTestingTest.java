package io.github.retention4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MultipleTestingTest {

  private static final List<Double> P_VALUES = List.of(0.01, 0.04, 0.03);

  @Test
  void keepsTheOrder() {
    assertThat(MultipleTesting.HOLM.adjust(P_VALUES)).containsExactly(0.03, 0.06, 0.06);
    assertThat(MultipleTesting.BENJAMINI_HOCHBERG.adjust(P_VALUES))
        .containsExactly(0.03, 0.04, 0.04);
    assertThat(MultipleTesting.BONFERRONI.adjust(P_VALUES)).containsExactly(0.03, 0.12, 0.09);
  }

  @Test
  void nothingToAdjustIsNothing() {
    assertThat(MultipleTesting.HOLM.adjust(List.of())).isEmpty();
  }

  @Test
  void resultsCannotBeChanged() {
    assertThatThrownBy(() -> MultipleTesting.HOLM.adjust(P_VALUES).set(0, 0.0))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void saysWhichPValueIsWrong() {
    assertThatThrownBy(() -> MultipleTesting.HOLM.adjust(List.of(0.1, 0.2, 1.5)))
        .hasMessage("pValues[2] (1.5) must be from 0 to 1");
    assertThatThrownBy(() -> MultipleTesting.BONFERRONI.adjust(List.of(Double.NaN)))
        .hasMessage("pValues[0] (NaN) must be from 0 to 1");
  }
}
