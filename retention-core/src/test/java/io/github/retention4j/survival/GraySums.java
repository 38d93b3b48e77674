package io.github.retention4j.survival;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The scores and covariances of {@link GrayTest} as its formulas stand, sum within sum. */
final class GraySums {

  private final LifetimeSample sample;
  private final int reason;
  private final double rho;
  private final double[] times;
  private final int groups;

  GraySums(LifetimeSample sample, int reason, double rho) {
    this.sample = sample;
    this.reason = reason;
    this.rho = rho;
    this.groups = sample.groups().size();
    this.times =
        IntStream.range(0, sample.rows())
            .filter(sample::left)
            .mapToDouble(sample::duration)
            .distinct()
            .sorted()
            .toArray();
  }

  double[] scores() {
    double[] scores = new double[groups];
    for (double time : times) {
      for (int g = 0; g < groups; g++) {
        scores[g] += weight(time) * (lost(g, time, true) - adjusted(g, time) * rate(time));
      }
    }
    return scores;
  }

  double[][] covariances() {
    double[][] covariances = new double[groups][groups];
    for (double time : times) {
      double all = all(time);
      double ties = all > 1 ? (all - rate(time) * all) / (all - 1) : 1;
      for (int r = 0; r < groups; r++) {
        if (atRisk(r, time) > 0) {
          for (int g = 0; g < groups; g++) {
            for (int h = 0; h < groups; h++) {
              covariances[g][h] +=
                  ties * own(g, r, time) * own(h, r, time) * adjusted(r, time) * rate(time)
                      + elsewhere(g, r, time) * elsewhere(h, r, time) * lost(r, time, false);
            }
          }
        }
      }
    }
    return covariances;
  }

  private double own(int g, int r, double time) {
    return term(g, r, time) - later(g, r, time) * incidence(r, time, false, true) / atRisk(r, time);
  }

  private double elsewhere(int g, int r, double time) {
    return -later(g, r, time) * (1 - incidence(r, time, true, true)) / atRisk(r, time);
  }

  private double later(int g, int r, double from) {
    return Arrays.stream(times)
        .filter(time -> time > from && atRisk(r, time) > 0)
        .map(time -> term(g, r, time) * atRisk(r, time) / active(r, time) * rate(time))
        .sum();
  }

  private double term(int g, int r, double time) {
    return all(time) == 0 ? 0 : weight(time) * ((g == r ? 1 : 0) - adjusted(g, time) / all(time));
  }

  private double weight(double time) {
    double notLeft = 1;
    for (double earlier : times) {
      notLeft *= earlier < time ? 1 - rate(earlier) : 1;
    }
    return Math.pow(Math.max(0, notLeft), rho);
  }

  private double rate(double time) {
    double lost = IntStream.range(0, groups).mapToDouble(g -> lost(g, time, true)).sum();
    return lost == 0 ? 0 : lost / all(time);
  }

  private double all(double time) {
    return IntStream.range(0, groups).mapToDouble(g -> adjusted(g, time)).sum();
  }

  private double adjusted(int group, double time) {
    double there = atRisk(group, time);
    return there == 0 ? 0 : there * (1 - incidence(group, time, true, false)) / active(group, time);
  }

  private double incidence(int group, double time, boolean forReason, boolean withTime) {
    double sum = 0;
    for (double earlier : times) {
      if ((earlier < time || (withTime && earlier == time)) && atRisk(group, earlier) > 0) {
        sum += active(group, earlier) * lost(group, earlier, forReason) / atRisk(group, earlier);
      }
    }
    return sum;
  }

  private double active(int group, double time) {
    double active = 1;
    for (double earlier : times) {
      if (earlier < time && atRisk(group, earlier) > 0) {
        double lost = lost(group, earlier, true) + lost(group, earlier, false);
        active *= 1 - lost / atRisk(group, earlier);
      }
    }
    return active;
  }

  private double lost(int group, double time, boolean forReason) {
    return IntStream.range(0, sample.rows())
        .filter(row -> sample.groupOf(row) == group && sample.duration(row) == time)
        .filter(sample::left)
        .filter(row -> (sample.endNumber(row) == reason) == forReason)
        .mapToDouble(sample::weight)
        .sum();
  }

  private double atRisk(int group, double time) {
    return IntStream.range(0, sample.rows())
        .filter(row -> sample.groupOf(row) == group && sample.duration(row) >= time)
        .mapToDouble(sample::weight)
        .sum();
  }
}
