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

  /** A share below this is the rounding of 0. */
  private static final double NOTHING = 1e-12;

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
    double[] notLeft = notLeft(table);
    for (int time = 0; time < table.size(); time++) {
      addScore(table, time, Math.pow(notLeft[time], rho));
    }
    double[][] later = new double[groups][groups];
    for (int time = table.size() - 1; time >= 0; time--) {
      addCovariance(table, time, notLeft, later);
    }
  }

  /** Returns the share that has not left for the reason, all groups alike, before each time. */
  private static double[] notLeft(GrayTable table) {
    double[] notLeft = new double[table.size() + 1];
    notLeft[0] = 1;
    for (int time = 0; time < table.size(); time++) {
      double after = notLeft[time] - ratio(sum(table.lost()[time]), sum(table.perActive(time)));
      notLeft[time + 1] = after < NOTHING ? 0 : after;
    }
    return notLeft;
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private static double sum(double[] values) {
    return DoubleStream.of(values).sum();
  }

  private void addScore(GrayTable table, int time, double weight) {
    double[] lost = table.lost()[time];
    double[] adjusted = table.adjusted(time);
    double rate = ratio(sum(lost), sum(adjusted));
    for (int group = 0; group < groups; group++) {
      observed[group] += lost[group];
      expected[group] += adjusted[group] * rate;
      score[group] += weight * (lost[group] - adjusted[group] * rate);
    }
  }

  /** Adds the covariance of the losses of one time, to which later terms of the scores answer. */
  private void addCovariance(GrayTable table, int time, double[] notLeft, double[][] later) {
    double[] perActive = table.perActive(time);
    double total = sum(perActive);
    double lost = sum(table.lost()[time]);
    double hazard = ratio(ratio(lost, total), notLeft[time]);
    for (int group = 0; group < groups; group++) {
      if (perActive[group] > 0) {
        double[] own = terms(perActive, total, Math.pow(notLeft[time], rho), group);
        double share = ratio(notLeft[time + 1], table.activeAfter()[time][group]);
        double alike = total * table.activeBefore()[time][group];
        double spread = ties(lost, alike) * ratio(lost, total) / perActive[group];
        addProduct(sum(own, later[group], 1 - share), spread);
        double lostElse = table.lostElse()[time][group];
        double spreadElse = ties(lostElse, table.atRisk()[time][group]) * lostElse;
        addProduct(
            sum(new double[groups], later[group], share),
            spreadElse / (perActive[group] * perActive[group]));
        later[group] = sum(later[group], own, hazard);
      }
    }
  }

  private static double ties(double lost, double atRisk) {
    if (lost <= LogRankSums.ONE) {
      return 1;
    }
    return atRisk > lost ? (atRisk - lost) / (atRisk - 1) : 0;
  }

  private static double[] terms(double[] perActive, double total, double weight, int group) {
    double[] terms = new double[perActive.length];
    for (int other = 0; other < terms.length; other++) {
      terms[other] =
          weight * perActive[other] * ((other == group ? 1 : 0) - perActive[group] / total);
    }
    return terms;
  }

  private static double[] sum(double[] first, double[] second, double factor) {
    double[] sum = first.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * second[i];
    }
    return sum;
  }

  private void addProduct(double[] terms, double variance) {
    for (int g = 0; g < groups; g++) {
      for (int h = 0; h < groups; h++) {
        covariance[g][h] += variance * terms[g] * terms[h];
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
