package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.CompensatedSum;
import java.util.List;

/** Losses observed and expected in each group, with the covariance of their difference. */
final class LogRankSums {

  /** One customer at risk tells nothing, also where its weight was summed up of parts. */
  static final double ONE = 1 + 1e-9;

  private final LogRankWeight weight;
  private final int groups;
  private final double[] atRisk;
  private final double[] lost;
  private final CompensatedSum[] observed;
  private final CompensatedSum[] expected;
  private final CompensatedSum[][] variance;

  LogRankSums(LogRankWeight weight, int groups) {
    this.weight = weight;
    this.groups = groups;
    this.atRisk = new double[groups];
    this.lost = new double[groups];
    this.observed = zeros(groups);
    this.expected = zeros(groups);
    this.variance = new CompensatedSum[groups][];
    for (int group = 0; group < groups; group++) {
      variance[group] = zeros(group + 1);
    }
  }

  private static CompensatedSum[] zeros(int size) {
    CompensatedSum[] sums = new CompensatedSum[size];
    for (int i = 0; i < size; i++) {
      sums[i] = new CompensatedSum();
    }
    return sums;
  }

  /** Adds a stratum, with a table for each group; those without a row are empty. */
  void add(List<RiskTable> tables) {
    List<Cursor> cursors = tables.stream().map(Cursor::new).toList();
    double survival = 1;
    double petoSurvival = 1;
    for (double time = nextLoss(cursors);
        time < Double.POSITIVE_INFINITY;
        time = nextLoss(cursors)) {
      double n = 0;
      double d = 0;
      for (int group = 0; group < groups; group++) {
        Cursor cursor = cursors.get(group);
        lost[group] = cursor.lostAt(time);
        atRisk[group] = cursor.atRiskAt(time);
        n += atRisk[group];
        d += lost[group];
      }
      petoSurvival *= 1 - d / (n + 1);
      addTime(weightAt(n, survival, petoSurvival), n, d);
      survival *= Math.max(0, n - d) / n;
    }
  }

  private static double nextLoss(List<Cursor> cursors) {
    double first = Double.POSITIVE_INFINITY;
    for (Cursor cursor : cursors) {
      first = Math.min(first, cursor.nextLoss());
    }
    return first;
  }

  /** Where a walk through a table is. */
  private static final class Cursor {
    private final RiskTable table;
    private int loss;
    private int from;

    Cursor(RiskTable table) {
      this.table = table;
    }

    double nextLoss() {
      while (loss < table.size() && table.lost()[loss] == 0) {
        loss++;
      }
      return loss < table.size() ? table.time()[loss] : Double.POSITIVE_INFINITY;
    }

    /** Returns the number lost at a time not after the next loss, and goes past it. */
    double lostAt(double time) {
      return nextLoss() == time ? table.lost()[loss++] : 0;
    }

    double atRiskAt(double time) {
      while (from < table.size() && table.time()[from] < time) {
        from++;
      }
      return table.atRisk(time, from);
    }
  }

  private double weightAt(double n, double survivalBefore, double petoSurvival) {
    if (weight instanceof LogRankWeight.FlemingHarrington powers) {
      return Math.pow(survivalBefore, powers.p())
          * Math.pow(Math.max(0, 1 - survivalBefore), powers.q());
    }
    return switch ((LogRankWeight.Named) weight) {
      case LOG_RANK -> 1;
      case GEHAN_WILCOXON -> n;
      case TARONE_WARE -> Math.sqrt(n);
      case PETO_PETO -> petoSurvival;
    };
  }

  private void addTime(double w, double n, double d) {
    double spread = n > ONE ? w * w * d * Math.max(0, n - d) / (n - 1) : 0;
    for (int group = 0; group < groups; group++) {
      double share = atRisk[group] / n;
      observed[group].add(w * lost[group]);
      expected[group].add(w * d * share);
      for (int other = 0; other < group; other++) {
        variance[group][other].add(-spread * share * (atRisk[other] / n));
      }
      variance[group][group].add(spread * share * ((n - atRisk[group]) / n));
    }
  }

  double[] observed() {
    return values(observed);
  }

  double[] expected() {
    return values(expected);
  }

  /** Returns the covariance of observed less expected, square and symmetric. */
  double[][] variance() {
    double[][] matrix = new double[groups][groups];
    for (int group = 0; group < groups; group++) {
      for (int other = 0; other <= group; other++) {
        matrix[group][other] = variance[group][other].value();
        matrix[other][group] = matrix[group][other];
      }
    }
    return matrix;
  }

  private static double[] values(CompensatedSum[] sums) {
    double[] values = new double[sums.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = sums[i].value();
    }
    return values;
  }
}
