package io.github.retention4j.examples.bench;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.survival.LifetimeSample;
import io.github.retention4j.time.TimeScale;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Lifetimes with ten covariates that any tool can make again, 13 numbers of {@code
 * SplittableRandom(20240601)} for each row:
 *
 * <pre>{@code
 * x1..x5 = sqrt(12) (u - 0.5),  x6..x10 = 1 if u < 0.5 else 0
 * T = -ln(1 - u11) / (0.03 exp(sum beta_j x_j)) months,  beta = .5 -.4 .3 -.2 .1 .5 -.4 .3 -.2 .1
 * C = 60 u12,  time = min(T, C), left if T <= C,  month = max(1, ceil(time))
 * }</pre>
 */
final class LifetimeRecipe {

  private static final long SEED = 20_240_601;
  private static final double[] BETA = {.5, -.4, .3, -.2, .1, .5, -.4, .3, -.2, .1};
  private static final int NUMBERS = 5;
  private static final double RATE = 0.03;
  private static final double MOST_MONTHS = 60;

  final double[] times;
  final boolean[] left;
  private final double[][] columns;
  private final boolean[] firstHalf;

  LifetimeRecipe(int rows, boolean monthly) {
    this.times = new double[rows];
    this.left = new boolean[rows];
    this.firstHalf = new boolean[rows];
    this.columns = new double[BETA.length][rows];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int row = 0; row < rows; row++) {
      draw(row, random);
      times[row] = monthly ? Math.max(1, Math.ceil(times[row])) : times[row];
    }
  }

  private void draw(int row, SplittableRandom random) {
    double sum = 0;
    for (int j = 0; j < BETA.length; j++) {
      double u = random.nextDouble();
      double number = Math.sqrt(12) * (u - 0.5);
      double flag = u < 0.5 ? 1 : 0;
      columns[j][row] = j < NUMBERS ? number : flag;
      sum += BETA[j] * columns[j][row];
    }
    double leaves = -Math.log1p(-random.nextDouble()) / (RATE * Math.exp(sum));
    double censored = MOST_MONTHS * random.nextDouble();
    firstHalf[row] = random.nextDouble() < 0.5;
    left[row] = leaves <= censored;
    times[row] = Math.min(leaves, censored);
  }

  LifetimeSample sample() {
    return LifetimeSample.fromStart(TimeScale.MEAN_MONTH, times, left);
  }

  /** The same in two groups. */
  LifetimeSample inTwoGroups() {
    return sample()
        .withGroups(
            "half",
            IntStream.range(0, times.length)
                .mapToObj(row -> firstHalf[row] ? "first" : "second")
                .toList());
  }

  CovariateTable covariates() {
    CovariateTable table = CovariateTable.ofRows(times.length);
    for (int j = 0; j < BETA.length; j++) {
      table = table.withNumbers("x" + (j + 1), columns[j]);
    }
    return table;
  }

  /** The risk that each row was drawn with. */
  double[] risks() {
    double[] risks = new double[times.length];
    Arrays.setAll(
        risks,
        row -> IntStream.range(0, BETA.length).mapToDouble(j -> BETA[j] * columns[j][row]).sum());
    return risks;
  }

  static double[] coefficients() {
    return BETA.clone();
  }
}
