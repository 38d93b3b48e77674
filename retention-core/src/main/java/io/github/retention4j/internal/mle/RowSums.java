package io.github.retention4j.internal.mle;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.Workers;

/**
 * Sums a likelihood over its rows. The rows are cut into chunks that do not hang on the number of
 * threads, and the chunks are added in their order, so that the sum does not either.
 */
final class RowSums {

  private static final int CHUNK = 4096;
  private static final int SPARSE_CHUNK = 64;

  private final RowLikelihood likelihood;
  private final Workers workers;
  private final int chunk;
  private final long stride;
  private final int chunks;

  private RowSums(RowLikelihood likelihood, Workers workers, int chunk, long stride) {
    this.likelihood = likelihood;
    this.workers = workers;
    this.chunk = chunk;
    this.stride = stride;
    this.chunks = Math.toIntExact((likelihood.rows() + stride - 1) / stride);
  }

  static RowSums ofAll(RowLikelihood likelihood, Workers workers) {
    return new RowSums(likelihood, workers, CHUNK, CHUNK);
  }

  /** Takes about so many rows, in small stretches spread evenly over all. */
  static RowSums ofAbout(int wanted, RowLikelihood likelihood, Workers workers) {
    long stride = (long) SPARSE_CHUNK * likelihood.rows() / wanted;
    return new RowSums(likelihood, workers, SPARSE_CHUNK, stride);
  }

  boolean haveLimits() {
    return likelihood.hasLimits();
  }

  /** How many rows there are for each one taken. */
  double scale() {
    int last = (int) Math.min(chunk, likelihood.rows() - (chunks - 1) * stride);
    return likelihood.rows() / ((double) (chunks - 1) * chunk + last);
  }

  /** The log-likelihood and its derivatives with respect to the parameters. */
  double[] at(double[] parameters) {
    RowLikelihood.RowSum rowSum = likelihood.at(parameters);
    double[][] sums = new double[chunks][parameters.length + 1];
    if (chunks == 1) {
      rowSum.add(0, Math.min(chunk, likelihood.rows()), sums[0]);
      return sums[0];
    }
    workers.run(
        worker -> {
          for (int c = worker; c < chunks; c += workers.count()) {
            Workers.checkInterrupted();
            sums[c] = chunkSum(rowSum, c, parameters.length + 1);
          }
        });
    return total(sums);
  }

  private double[] chunkSum(RowLikelihood.RowSum rowSum, int number, int length) {
    double[] sum = new double[length];
    int from = (int) (number * stride);
    rowSum.add(from, (int) Math.min(likelihood.rows(), (long) from + chunk), sum);
    return sum;
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
