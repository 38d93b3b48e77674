package io.github.retention4j.purchase;

import io.github.retention4j.internal.mle.RowLikelihood;
import io.github.retention4j.internal.numeric.LogBeta;
import io.github.retention4j.internal.numeric.LogGamma;
import java.util.Arrays;

/**
 * The likelihood of mean spends under the {@link GammaGamma} model, with gradient. What depends on
 * the number of purchases alone is computed once for all rows, so that a row costs one logarithm.
 */
final class GammaGammaRows implements RowLikelihood {

  private final int[] weight;
  private final double[] total;
  private final double[] logTotal;
  private final int[] counts;
  private final int[] countOf;

  GammaGammaRows(GroupedSpend spend) {
    weight = spend.weight;
    total = new double[spend.size()];
    logTotal = new double[spend.size()];
    countOf = new int[spend.size()];
    counts = Arrays.stream(spend.purchases).distinct().toArray();
    int count = 0;
    for (int row = 0; row < total.length; row++) {
      count += spend.purchases[row] == counts[count] ? 0 : 1;
      countOf[row] = count;
      total[row] = spend.mean[row] * spend.purchases[row];
      logTotal[row] = Math.log(total[row]);
    }
  }

  @Override
  public int rows() {
    return weight.length;
  }

  @Override
  public RowSum at(double[] parameters) {
    return new Sum(parameters[0], parameters[1], parameters[2]);
  }

  /** The sum at some parameters. */
  private final class Sum implements RowSum {

    private final double q;
    private final double gamma;
    private final double logGamma;

    // By number of purchases.
    private final double[] shape = new double[counts.length];
    private final double[] logBase = new double[counts.length];
    private final double[] slopeP = new double[counts.length];
    private final double[] slopeQ = new double[counts.length];

    Sum(double p, double q, double gamma) {
      this.q = q;
      this.gamma = gamma;
      this.logGamma = Math.log(gamma);
      for (int i = 0; i < counts.length; i++) {
        shape[i] = p * counts[i];
        logBase[i] = Math.log(counts[i]) - LogBeta.logBeta(shape[i], q);
        slopeP[i] = LogGamma.digammaDifference(shape[i], q);
        slopeQ[i] = LogGamma.digammaDifference(q, shape[i]);
      }
    }

    @Override
    public void add(int from, int toExclusive, double[] sums) {
      for (int row = from; row < toExclusive; row++) {
        int i = countOf[row];
        double w = weight[row];
        double sum = gamma + total[row];
        double logSum = Math.log(sum);
        double logShare = logTotal[row] - logSum;
        double logRest = logGamma - logSum;
        sums[0] += w * (logBase[i] - logTotal[row] + shape[i] * logShare + q * logRest);
        sums[1] += w * counts[i] * (slopeP[i] + logShare);
        sums[2] += w * (slopeQ[i] + logRest);
        sums[3] += w * (q / gamma - (shape[i] + q) / sum);
      }
    }
  }
}
