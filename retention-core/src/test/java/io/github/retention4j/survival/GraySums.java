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
      for (int r = 0; r < groups; r++) {
        if (atRisk(r, time) > 0) {
          double h = perActive(r, time);
          double own = ties(lost(time), allPerActive(time) * active(r, time, false));
          double other = ties(lost(r, time, false), atRisk(r, time));
          for (int g = 0; g < groups; g++) {
            for (int k = 0; k < groups; k++) {
              covariances[g][k] +=
                  own * a(g, r, time) * a(k, r, time) * lost(time) / (allPerActive(time) * h)
                      + other * b(g, r, time) * b(k, r, time) * lost(r, time, false) / (h * h);
            }
          }
        }
      }
    }
    return covariances;
  }

  private static double ties(double lost, double atRisk) {
    return lost <= 1 ? 1 : Math.max(0, atRisk - lost) / Math.max(atRisk - 1, 1e-300);
  }

  private double a(int g, int r, double time) {
    return term(g, r, time) + later(g, r, time) - b(g, r, time);
  }

  private double b(int g, int r, double time) {
    double active = active(r, time, true);
    return active == 0 ? 0 : later(g, r, time) * notLeft(time, true) / active;
  }

  private double later(int g, int r, double from) {
    return Arrays.stream(times)
        .filter(time -> time > from && lost(time) > 0 && notLeft(time, false) > 0)
        .map(time -> term(g, r, time) * lost(time) / (allPerActive(time) * notLeft(time, false)))
        .sum();
  }

  private double term(int g, int r, double time) {
    double own = g == r ? 1 : 0;
    return weight(time)
        * perActive(g, time)
        * (own - perActive(r, time) / allPerActive(time))
        * (atRisk(r, time) > 0 ? 1 : 0);
  }

  private double weight(double time) {
    return Math.pow(notLeft(time, false), rho);
  }

  private double notLeft(double time, boolean withTime) {
    double notLeft = 1;
    for (double earlier : times) {
      if (earlier < time || (withTime && earlier == time)) {
        notLeft -= lost(earlier) / allPerActive(earlier);
      }
    }
    return notLeft < 1e-12 ? 0 : notLeft;
  }

  private double rate(double time) {
    return lost(time) == 0 ? 0 : lost(time) / all(time);
  }

  private double lost(double time) {
    return IntStream.range(0, groups).mapToDouble(g -> lost(g, time, true)).sum();
  }

  private double all(double time) {
    return IntStream.range(0, groups).mapToDouble(g -> adjusted(g, time)).sum();
  }

  private double allPerActive(double time) {
    return IntStream.range(0, groups).mapToDouble(g -> perActive(g, time)).sum();
  }

  private double adjusted(int group, double time) {
    return perActive(group, time) * (1 - incidence(group, time));
  }

  private double perActive(int group, double time) {
    double there = atRisk(group, time);
    return there == 0 ? 0 : there / active(group, time, false);
  }

  private double incidence(int group, double time) {
    double sum = 0;
    for (double earlier : times) {
      if (earlier < time && atRisk(group, earlier) > 0) {
        sum += lost(group, earlier, true) / perActive(group, earlier);
      }
    }
    return sum;
  }

  private double active(int group, double time, boolean withTime) {
    double active = 1;
    for (double earlier : times) {
      if ((earlier < time || (withTime && earlier == time)) && atRisk(group, earlier) > 0) {
        double lost = lost(group, earlier, true) + lost(group, earlier, false);
        active *= (atRisk(group, earlier) - lost) / atRisk(group, earlier);
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
