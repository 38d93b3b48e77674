package io.github.retention4j.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SymmetricEigenProperties {

  private static final double ROUNDING = 1e-12;

  @Property
  void vectorsAreMappedToTheirMultiples(
      @ForAll @IntRange(min = 1, max = 12) int size, @ForAll long seed) {
    double[][] matrix = matrix(size, seed);
    SymmetricEigen eigen = SymmetricEigen.of(matrix);
    for (int k = 0; k < size; k++) {
      double[] vector = eigen.vector(k);
      assertThat(k == 0 || eigen.value(k) >= eigen.value(k - 1)).isTrue();
      for (int i = 0; i < size; i++) {
        assertThat(product(matrix[i], vector))
            .isCloseTo(eigen.value(k) * vector[i], within(ROUNDING * size));
      }
    }
  }

  @Property
  void coordinatesLeadBackToTheVector(
      @ForAll @IntRange(min = 1, max = 12) int size, @ForAll long seed) {
    double[] vector = matrix(size, seed + 1)[0];
    SymmetricEigen eigen = SymmetricEigen.of(matrix(size, seed));
    double[] back = eigen.vectorOf(eigen.coordinates(vector));
    for (int i = 0; i < size; i++) {
      assertThat(back[i]).isCloseTo(vector[i], within(ROUNDING));
    }
  }

  @Example
  void knowsATwoByTwoMatrix() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});
    assertThat(eigen.size()).isEqualTo(2);
    assertThat(eigen.value(0)).isCloseTo(1, within(ROUNDING));
    assertThat(eigen.value(1)).isCloseTo(3, within(ROUNDING));
    double[][] inverse = eigen.inverse();
    assertThat(inverse[0][0]).isCloseTo(2.0 / 3, within(ROUNDING));
    assertThat(inverse[0][1]).isCloseTo(-1.0 / 3, within(ROUNDING));
    assertThat(inverse[1][0]).isEqualTo(inverse[0][1]);
  }

  private static double[][] matrix(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = random.nextDouble(-1, 1);
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
