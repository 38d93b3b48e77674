package io.github.retention4j.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {

  /** The inverse of (4 2; 2 5) is (5 -2; -2 4) / 16. */
  @Test
  void solvesAndInverts() {
    Cholesky factor = new Cholesky(new double[][] {{4, 2}, {2, 5}}, 1e-12);
    assertThat(factor.dependent()).isEmpty();
    assertThat(factor.solve(new double[] {8, 12}))
        .containsExactly(new double[] {1, 2}, within(1e-15));
    double[][] inverse = factor.inverse();
    assertThat(inverse[0]).containsExactly(new double[] {5 / 16.0, -2 / 16.0}, within(1e-15));
    assertThat(inverse[1]).containsExactly(new double[] {-2 / 16.0, 4 / 16.0}, within(1e-15));
    assertThat(factor.quadratic(new double[] {8, 12})).isCloseTo(32, within(1e-13));
  }

  /** The third of x, y and 2 x + y tells nothing new; in scales of 1, 3 and sqrt 13. */
  @Test
  void leavesOutWhatDependsOnOthers() {
    double[][] matrix = {{1, 0, 2}, {0, 9, 9}, {2, 9, 13}};
    Cholesky factor = new Cholesky(matrix, 1e-12);
    assertThat(factor.dependent()).containsExactly(2);
    assertThat(factor.combination(2))
        .containsExactly(new double[] {2 / Math.sqrt(13), 3 / Math.sqrt(13)}, within(1e-15));
    assertThat(factor.solve(new double[] {1, 9, 11}))
        .containsExactly(new double[] {1, 1, 0}, within(1e-15));
    assertThat(factor.inverse()[2]).containsExactly(0, 0, 0);
  }

  @Test
  void leavesOutARowOfZeros() {
    Cholesky factor = new Cholesky(new double[][] {{0, 0}, {0, 2}}, 1e-12);
    assertThat(factor.dependent()).containsExactly(0);
    assertThat(factor.solve(new double[] {5, 4}))
        .containsExactly(new double[] {0, 2}, within(1e-15));
  }
}
