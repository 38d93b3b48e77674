package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.ChiSquare;
import io.github.retention4j.internal.numeric.SymmetricEigen;
import io.github.retention4j.stats.TestResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** The scores of {@link GrayTest} and their covariances, summed over strata. */
final class GrayScores {

  private static final double LN_10 = Math.log(10);

  /** Below this share of the largest, an eigenvalue is the rounding of 0. */
  private static final double RANK = 1e-11;

  private final int groups;
  private final double rho;
  private final double[] observed;
  private final double[] expected;
  private final double[] score;
  private final double[][] covariance;

  GrayScores(int groups, double rho) {
    this.groups = groups;
    this.rho = rho;
    this.observed = new double[groups];
    this.expected = new double[groups];
    this.score = new double[groups];
    this.covariance = new double[groups][groups];
  }

  void add(GrayTable table) {
    double[] weights = weights(table);
    for (int time = 0; time < table.size(); time++) {
      addScore(table, time, weights[time]);
    }
    double[][] later = new double[groups][groups];
    for (int time = table.size() - 1; time >= 0; time--) {
      addCovariance(table, time, weights[time], later);
    }
  }

  private double[] weights(GrayTable table) {
    double[] weights = new double[table.size()];
    double notLeft = 1;
    for (int time = 0; time < weights.length; time++) {
      weights[time] = Math.pow(notLeft, rho);
      notLeft *= Math.max(0, 1 - rate(table, time));
    }
    return weights;
  }

  private static double sum(double[] values) {
    return DoubleStream.of(values).sum();
  }

  /** Returns the share of those at risk, as adjusted, that leaves for the reason. */
  private static double rate(GrayTable table, int time) {
    double lost = sum(table.lost()[time]);
    return lost == 0 ? 0 : lost / sum(table.adjusted(time));
  }

  private void addScore(GrayTable table, int time, double weight) {
    double[] adjusted = table.adjusted(time);
    double rate = rate(table, time);
    for (int group = 0; group < groups; group++) {
      double lost = table.lost()[time][group];
      observed[group] += lost;
      expected[group] += adjusted[group] * rate;
      score[group] += weight * (lost - adjusted[group] * rate);
    }
  }

  /** Adds the covariance of the losses of one time to which later terms of the scores answer. */
  private void addCovariance(GrayTable table, int time, double weight, double[][] later) {
    double[] adjusted = table.adjusted(time);
    double total = sum(adjusted);
    double rate = rate(table, time);
    double ties = total > LogRankSums.ONE ? Math.max(0, (total - rate * total) / (total - 1)) : 1;
    for (int group = 0; group < groups; group++) {
      if (table.atRisk()[time][group] > 0) {
        double[] own = terms(adjusted, total, weight, group);
        double[] answer = later[group];
        double perRow = 1 / table.atRisk()[time][group];
        double elsewhere = perRow * table.leftElseAfter()[time][group];
        double notLeft = perRow * (1 - table.leftAfter()[time][group]);
        addProduct(own, answer, -elsewhere, ties * adjusted[group] * rate);
        addProduct(new double[groups], answer, -notLeft, table.lostElse()[time][group]);
        for (int other = 0; other < groups; other++) {
          answer[other] += own[other] * table.perActive(time, group) * rate;
        }
      }
    }
  }

  private static double[] terms(double[] adjusted, double total, double weight, int group) {
    double[] terms = new double[adjusted.length];
    for (int other = 0; other < terms.length; other++) {
      terms[other] = weight * ((other == group ? 1 : 0) - adjusted[other] / total);
    }
    return terms;
  }

  private void addProduct(double[] own, double[] answer, double factor, double variance) {
    for (int g = 0; g < groups; g++) {
      for (int h = 0; h < groups; h++) {
        covariance[g][h] +=
            variance * (own[g] + factor * answer[g]) * (own[h] + factor * answer[h]);
      }
    }
  }

  IncidenceComparison comparison(String attribute, List<String> names, String reason) {
    SymmetricEigen eigen = SymmetricEigen.of(covariance);
    double[] along = eigen.coordinates(score);
    double statistic = 0;
    int rank = 0;
    for (int i = 0; i < groups; i++) {
      if (eigen.value(i) > RANK * eigen.value(groups - 1)) {
        statistic += along[i] * along[i] / eigen.value(i);
        rank++;
      }
    }
    return new IncidenceComparison(
        attribute, reason, names, observed, expected, rank, result(statistic, rank));
  }

  private static Optional<TestResult> result(double statistic, int rank) {
    if (rank == 0) {
      return Optional.empty();
    }
    double log = Math.min(0, ChiSquare.logUpperTail(statistic, rank));
    return Optional.of(new TestResult("Gray", statistic, Math.exp(log), log / LN_10));
  }
}
