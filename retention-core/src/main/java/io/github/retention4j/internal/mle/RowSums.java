package io.github.retention4j.internal.mle;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.Workers;

/**
 * Sums a likelihood over its rows. The rows are cut into chunks that do not hang on the number of
 * threads, and the chunks are added in their order, so that the sum does not either.
 */
final class RowSums {

  private static final int SPARSE_CHUNK = 64;

  /** Multiples of it, but for whole parts, fall evenly on [0, 1) and follow no rhythm. */
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final RowLikelihood likelihood;
  private final Workers workers;

  /** How many rows are taken. */
  private final int taken;

  private final int chunk;
  private final int chunks;

  private RowSums(RowLikelihood likelihood, Workers workers, int taken, int chunk) {
    this.likelihood = likelihood;
    this.workers = workers;
    this.taken = taken;
    this.chunk = chunk;
    this.chunks = (int) (((long) taken + chunk - 1) / chunk);
  }

  static RowSums ofAll(RowLikelihood likelihood, Workers workers) {
    return new RowSums(likelihood, workers, likelihood.rows(), likelihood.rowsAtOnce());
  }

  /**
   * Takes so many rows, at most half of all: one of each stretch of equal length. Rows may be
   * sorted and of very different weight, so that neighbours must not be taken together, nor every
   * n-th row.
   */
  static RowSums ofSome(int taken, RowLikelihood likelihood, Workers workers) {
    return new RowSums(likelihood, workers, taken, SPARSE_CHUNK);
  }

  boolean haveLimits() {
    return likelihood.hasLimits();
  }

  /** How many rows there are for each one taken. */
  double scale() {
    return likelihood.rows() / (double) taken;
  }

  /** The log-likelihood and its derivatives with respect to the parameters. */
  double[] at(double[] parameters) {
    RowLikelihood.RowSum rowSum = likelihood.at(parameters);
    double[][] sums = new double[chunks][parameters.length + 1];
    if (chunks == 1) {
      addChunk(rowSum, 0, sums[0]);
      return sums[0];
    }
    workers.run(
        worker -> {
          for (int c = worker; c < chunks; c += workers.count()) {
            Workers.checkInterrupted();
            double[] sum = new double[parameters.length + 1];
            addChunk(rowSum, c, sum);
            sums[c] = sum;
          }
        });
    return total(sums);
  }

  private void addChunk(RowLikelihood.RowSum rowSum, int number, double[] sum) {
    int from = number * chunk;
    int toExclusive = (int) Math.min(taken, (long) from + chunk);
    if (taken == likelihood.rows()) {
      rowSum.add(from, toExclusive, sum);
      return;
    }
    for (int i = from; i < toExclusive; i++) {
      int row = (int) ((i + (i * GOLDEN) % 1) * scale());
      rowSum.add(row, row + 1, sum);
    }
  }

  private static double[] total(double[][] sums) {
    double[] total = new double[sums[0].length];
    for (int i = 0; i < total.length; i++) {
      CompensatedSum sum = new CompensatedSum();
      for (double[] part : sums) {
        sum.add(part[i]);
      }
      total[i] = sum.value();
    }
    return total;
  }
}
