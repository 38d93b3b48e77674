package io.github.retention4j.survival;

import io.github.retention4j.customer.CovariateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The partial likelihood and the concordance by their definitions, in quadratic time. */
final class SlowCox {

  private SlowCox() {}

  static boolean atRisk(LifetimeSample sample, int row, double time) {
    return sample.duration(row) >= time && (!sample.hasEntries() || sample.entry(row) < time);
  }

  private static double predictor(CovariateTable covariates, int row, double[] beta) {
    double sum = 0;
    for (int j = 0; j < beta.length; j++) {
      sum += beta[j] * covariates.value(row, j);
    }
    return sum;
  }

  static double logLikelihood(
      LifetimeSample sample, CovariateTable covariates, double[] beta, CoxTies ties) {
    double sum = 0;
    for (int stratum = 0; stratum < Math.max(1, sample.strata().size()); stratum++) {
      TreeSet<Double> times = new TreeSet<>();
      for (int row = 0; row < sample.rows(); row++) {
        if (sample.left(row) && sample.stratumOf(row) == stratum) {
          times.add(sample.duration(row));
        }
      }
      for (double time : times) {
        sum += atTime(sample, covariates, beta, ties, stratum, time);
      }
    }
    return sum;
  }

  private static double atTime(
      LifetimeSample sample,
      CovariateTable covariates,
      double[] beta,
      CoxTies ties,
      int stratum,
      double time) {
    double all = 0;
    double tied = 0;
    double weight = 0;
    double sum = 0;
    List<Integer> left = new ArrayList<>();
    for (int row = 0; row < sample.rows(); row++) {
      if (sample.stratumOf(row) == stratum && atRisk(sample, row, time)) {
        double predictor = predictor(covariates, row, beta);
        all += sample.weight(row) * Math.exp(predictor);
        if (sample.left(row) && sample.duration(row) == time) {
          left.add(row);
          tied += sample.weight(row) * Math.exp(predictor);
          weight += sample.weight(row);
          sum += sample.weight(row) * predictor;
        }
      }
    }
    for (int l = 0; l < left.size(); l++) {
      double spared = ties == CoxTies.EFRON ? tied * l / left.size() : 0;
      sum -= weight / left.size() * Math.log(all - spared);
    }
    return sum;
  }

  /** Concordant, discordant, tied score, tied time, tied both; each row with its own weight. */
  static double[] pairs(LifetimeSample sample, double[] score, double[] weight) {
    double[] pairs = new double[5];
    for (int i = 0; i < score.length; i++) {
      for (int j = 0; j < score.length; j++) {
        if (i == j || sample.stratumOf(i) != sample.stratumOf(j) || !sample.left(i)) {
          continue;
        }
        double time = sample.duration(i);
        boolean together = sample.left(j) && sample.duration(j) == time;
        double product = weight[i] * weight[j];
        if (together) {
          pairs[score[i] == score[j] ? 4 : 3] += product / 2;
        } else if (atRisk(sample, j, time)) {
          pairs[score[i] > score[j] ? 0 : score[i] < score[j] ? 1 : 2] += product;
        }
      }
    }
    return pairs;
  }

  static double concordance(double[] pairs) {
    return (pairs[0] + pairs[2] / 2) / (pairs[0] + pairs[1] + pairs[2]);
  }
}
