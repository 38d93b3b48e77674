package io.github.retention4j.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cumulative hazard of a customer of mean values in one stratum, with what its variance is made
 * of. Times rise.
 */
final class Baseline {

  private final double[] time;
  private final double[] hazard;
  private final double[] variance;
  private final double[] drift;
  private final double end;
  private final int columns;

  private Baseline(int times, int columns, double end) {
    this.time = new double[times];
    this.hazard = new double[times];
    this.variance = new double[times];
    this.drift = new double[times * columns];
    this.end = end;
    this.columns = columns;
  }

  /** Returns the baseline of each stratum, in the order of the sample. */
  static List<Baseline> of(LifetimeSample sample, PartialLikelihood likelihood, CoxPoint point) {
    RiskOrder order = likelihood.order();
    double[] end = new double[order.strata()];
    for (int row = 0; row < sample.rows(); row++) {
      int stratum = sample.stratumOf(row);
      end[stratum] = Math.max(end[stratum], sample.duration(row));
    }
    Baseline[] ofGroup = new Baseline[order.groups()];
    List<Baseline> baselines = new ArrayList<>();
    for (int s = order.strata() - 1; s >= 0; s--) {
      int times = order.firstGroup(s + 1) - order.firstGroup(s);
      double last = end[order.strata() - 1 - s];
      Baseline baseline = new Baseline(times, likelihood.design().which().names().size(), last);
      Arrays.fill(ofGroup, order.firstGroup(s), order.firstGroup(s + 1), baseline);
      baselines.add(baseline);
    }
    int[] filled = {0};
    likelihood.visit(
        point.walk(),
        set -> {
          Baseline baseline = ofGroup[set.group];
          boolean first = order.isFirstOfStratum(set.group);
          filled[0] = first ? baseline.time.length - 1 : filled[0] - 1;
          baseline.fill(filled[0], order.time(set.group), set, likelihood.design());
        });
    baselines.forEach(Baseline::accumulate);
    return List.copyOf(baselines);
  }

  private void fill(int index, double at, RiskSet set, CoxDesign design) {
    time[index] = at;
    hazard[index] = set.hazard;
    variance[index] = set.squares;
    for (int j = 0; j < design.columns(); j++) {
      drift[index * columns + design.which().number(j)] = set.drift(j) * design.scale(j);
    }
  }

  private void accumulate() {
    for (int i = 1; i < time.length; i++) {
      hazard[i] += hazard[i - 1];
      variance[i] += variance[i - 1];
    }
    for (int i = columns; i < drift.length; i++) {
      drift[i] += drift[i - columns];
    }
  }

  int times() {
    return time.length;
  }

  double time(int index) {
    return time[index];
  }

  /** The last time at which anyone was seen. */
  double end() {
    return end;
  }

  double hazard(int index) {
    return hazard[index];
  }

  /** The variance of the cumulative hazard were the coefficients known. */
  double variance(int index) {
    return variance[index];
  }

  /**
   * Minus the derivative of the cumulative hazard with respect to a coefficient; 0 for an offset.
   */
  double drift(int index, int column) {
    return drift[index * columns + column];
  }

  /** Returns the index of the last time not after one; -1 before the first. */
  int indexAt(double at) {
    int found = Arrays.binarySearch(time, at + 0.0);
    return found >= 0 ? found : -found - 2;
  }
}
