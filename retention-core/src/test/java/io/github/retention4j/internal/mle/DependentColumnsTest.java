package io.github.retention4j.internal.mle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.internal.numeric.Cholesky;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On x, y and z of variance 1 that do not go together, and sum = 2 x - 0.5 y. */
class DependentColumnsTest {

  /** The factor is of the correlations, in which 1 is a standard deviation of each column. */
  private static final double SPREAD = Math.sqrt(4.25);

  private final Cholesky factor =
      new Cholesky(
          new double[][] {
            {1, 0, 0, 2},
            {0, 1, 0, -0.5},
            {0, 0, 1, 0},
            {2, -0.5, 0, 4.25}
          },
          1e-9);
  private final List<String> names = List.of("x", "y", "z", "sum");

  @Test
  void namesWhatAColumnIsMadeOfAndLeavesOutTheRest() {
    assertThat(DependentColumns.words(factor, 3, names, new double[] {1, 1, 1, SPREAD}))
        .isEqualTo("sum = 2 x + -0.5 y + constant");
  }

  @Test
  void tellsItInTheUnitsOfTheColumns() {
    assertThat(DependentColumns.words(factor, 3, names, new double[] {4, 0.1, 1, 3 * SPREAD}))
        .isEqualTo("sum = 1.5 x + -15 y + constant");
  }
}
