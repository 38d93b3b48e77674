package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.Workers;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * What Gray's test asks of the groups of a stratum, by time at which someone leaves and by group:
 * those at risk, lost for the reason and for others, and the shares still active and lost by then.
 */
@SuppressWarnings("ArrayRecordComponent") // read by the scores only
record GrayTable(
    double[][] atRisk,
    double[][] lost,
    double[][] lostElse,
    double[][] activeBefore,
    double[][] activeAfter,
    double[][] leftBefore) {

  static GrayTable of(LifetimeSample sample, int[][] groups, int reason, Workers workers) {
    RiskTable[] risks = new RiskTable[groups.length];
    double[][] lost = new double[groups.length][];
    for (int group = 0; group < groups.length; group++) {
      LifetimeRows rows = LifetimeRows.of(sample, groups[group]);
      risks[group] = RiskTable.of(rows, workers);
      lost[group] = IncidenceCurves.lost(rows, risks[group], sample.reasons().size())[reason];
    }
    double[] times =
        Arrays.stream(risks).flatMapToDouble(GrayTable::lossTimes).sorted().distinct().toArray();
    GrayTable table = empty(times.length, groups.length);
    for (int group = 0; group < groups.length; group++) {
      table.fill(group, times, risks[group], lost[group]);
    }
    return table;
  }

  private static DoubleStream lossTimes(RiskTable risk) {
    DoubleStream.Builder times = DoubleStream.builder();
    for (int i = 0; i < risk.size(); i++) {
      if (risk.lost()[i] > 0) {
        times.add(risk.time()[i]);
      }
    }
    return times.build();
  }

  private static GrayTable empty(int times, int groups) {
    double[][][] columns = new double[6][times][groups];
    return new GrayTable(columns[0], columns[1], columns[2], columns[3], columns[4], columns[5]);
  }

  int size() {
    return atRisk.length;
  }

  /** Once none of a group is left it is at risk no more, even if some enter later. */
  private void fill(int group, double[] times, RiskTable risk, double[] lostForReason) {
    double active = 1;
    double left = 0;
    for (int i = 0; i < times.length; i++) {
      activeBefore[i][group] = active;
      leftBefore[i][group] = left;
      int step = risk.firstFrom(times[i]);
      double there = active == 0 ? 0 : risk.atRisk(times[i], step);
      atRisk[i][group] = there;
      if (there > 0 && risk.time()[step] == times[i]) {
        lost[i][group] = lostForReason[step];
        lostElse[i][group] = risk.lost()[step] - lostForReason[step];
        left += active * lost[i][group] / there;
        active *= risk.spared(step) / there;
      }
      activeAfter[i][group] = active;
    }
  }

  /** Returns those at risk for each share still active; 0 for a group of which no one is there. */
  double[] perActive(int time) {
    double[] perActive = new double[atRisk[time].length];
    for (int group = 0; group < perActive.length; group++) {
      double there = atRisk[time][group];
      perActive[group] = there == 0 ? 0 : there / activeBefore[time][group];
    }
    return perActive;
  }

  /** Returns those at risk, those lost for other reasons in part among them. */
  double[] adjusted(int time) {
    double[] adjusted = perActive(time);
    for (int group = 0; group < adjusted.length; group++) {
      adjusted[group] *= 1 - leftBefore[time][group];
    }
    return adjusted;
  }
}
